namespace ClaimGraph.Extraction;

/// <summary>Editors' notices: corrections, retractions, clarifications, updates. Known by how they open, or by "an earlier version of this article".</summary>
internal static class Notices
{
    /// <summary>A notice says so within so many words.</summary>
    private const int Opening = 40;

    public static List<SourceNotice> Read(IReadOnlyList<Sentence> sentences, string text)
    {
        var notices = new List<SourceNotice>();
        for (var i = 0; i < sentences.Count; i++)
        {
            if (Kind(sentences[i].Tokens) is not { } kind) continue;
            var last = i;
            while (last + 1 < sentences.Count && sentences[last + 1].Paragraph == sentences[i].Paragraph) last++;
            var span = new Span(sentences[i].Span.Start, sentences[last].Span.End);
            notices.Add(new(kind, span, span.Of(text)));
            i = last;
        }
        return notices;
    }

    private static NoticeKind? Kind(IReadOnlyList<Token> tokens)
    {
        var first = 0;
        while (first < tokens.Count - 1 && !char.IsLetter(tokens[first].Text[0])) first++;
        var (word, second) = (tokens[first].Lower, first + 1 < tokens.Count ? tokens[first + 1].Lower : "");
        var opens = first + 2 < tokens.Count && (second is ":" or "-" or "–" or "—" or "(" or "appended" || word == "editor" && tokens.Take(8).Any(t => t.Text == ":") || tokens[first].Text.All(char.IsUpper) && tokens[first].Text.Length > 5);
        var refers = tokens.Take(Opening).Any(t => t.Lower is "this");
        if (!opens && !refers) return null;
        var folded = string.Join(' ', tokens.Take(Opening).Select(t => t.Lower));
        var earlier = folded.Contains("earlier version of this", StringComparison.Ordinal) || folded.Contains("this article has been", StringComparison.Ordinal) || folded.Contains("this story has been", StringComparison.Ordinal) || folded.Contains("this report has been", StringComparison.Ordinal) || folded.Contains("previous version of this", StringComparison.Ordinal);
        if (!opens && !earlier) return null;
        if (word is "correction" or "corrections" or "corrected" or "erratum" || earlier && (folded.Contains("correct", StringComparison.Ordinal) || folded.Contains("misstated", StringComparison.Ordinal) || folded.Contains("incorrectly", StringComparison.Ordinal) || folded.Contains("wrongly", StringComparison.Ordinal) || folded.Contains("said ", StringComparison.Ordinal) || folded.Contains("stated", StringComparison.Ordinal))) return NoticeKind.Correction;
        if (word is "retraction" or "retracted" || earlier && (folded.Contains("retracted", StringComparison.Ordinal) || folded.Contains("withdrawn", StringComparison.Ordinal))) return NoticeKind.Retraction;
        if (word is "clarification" or "clarified" || earlier && folded.Contains("clarif", StringComparison.Ordinal)) return NoticeKind.Clarification;
        if (word is "update" or "updated" && tokens.Count > 6 || earlier && folded.Contains("updated", StringComparison.Ordinal)) return NoticeKind.Update;
        return word == "editor" ? NoticeKind.Clarification : null;
    }
}

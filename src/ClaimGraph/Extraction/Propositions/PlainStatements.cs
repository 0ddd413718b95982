namespace ClaimGraph.Extraction;

/// <summary>
/// What somebody states as a fact without number, stance or need: "Buoy 12 was dark that night", "it was not the crew that raised the alarm". Kept as a claim that can be found and
/// checked by a person; its question cannot be told, so that it is never compared.
/// </summary>
internal static class PlainStatements
{
    private const int Shortest = 5;

    public static IEnumerable<Draft> Read(SentenceView v)
    {
        if (v.Last - v.First < Shortest || !Attributed(v) || Verb(v) is not { } verb || IsChatter(v)) yield break;
        var negated = Ladder.IsNegated(v, verb + 1, out _) || v.Lower(verb) is "wasn't" or "isn't" or "weren't" or "aren't" or "didn't" or "doesn't" or "hasn't" or "haven't" || v.Lower(verb + 1) is "not" or "n't" or "never";
        var (start, end) = (v.First, v.Last);
        while (start < end && v.Pieces[start].Kind == PieceKind.Mark) start++;
        while (end > start && v.Pieces[end - 1].Kind == PieceKind.Mark) end--;
        yield return new Draft(new Proposition
        {
            Key = null, Subject = v.Words(start, Math.Max(start + 1, verb)), Predicate = v.Lower(verb), Polarity = negated ? Polarity.Negative : Polarity.Positive,
            TimeKind = TimeKind.Unknown, Valid = PartialDate.Unknown, ValueText = v.Words(start, end),
        }, start, end)
        {
            Highlights = [v.SpanOf(verb, verb + 1)], Actors = Mentions.Of(v, start, end, verb), Worth = [new("plain", -0.05, "states no number and no stance")],
        };
    }

    /// <summary>Somebody named, or a document, answers for it.</summary>
    private static bool Attributed(SentenceView v) => v.Statement.Attribution[0] is { Role: ChainRole.Speaker or ChainRole.Origin } first && (first.ActorId ?? first.SourceId) is not null;

    private static int? Verb(SentenceView v)
    {
        var nominal = false;
        for (var i = v.First; i < v.Last; i++)
        {
            var piece = v.Pieces[i];
            if (piece.Tag is Tag.Noun or Tag.Propn or Tag.Num || piece.Lower is "it" or "he" or "she" or "they") nominal = true;
            else if (nominal && (piece.Tag == Tag.Aux || piece.Tag == Tag.Verb && !piece.Lower.EndsWith("ing", StringComparison.Ordinal))) return i;
        }
        return null;
    }

    /// <summary>Questions, wishes, judgements and what is said in the first or second person.</summary>
    private static bool IsChatter(SentenceView v)
    {
        if (v.Pieces[^1].Is("?") || v.Last < v.Pieces.Count && v.Pieces[v.Last].Is("?")) return true;
        for (var i = v.First; i < v.Last; i++)
            if (v.Lower(i) is "?" or "i" or "we" or "you" or "us" or "me" or "my" or "our" or "your" or "let's" or "should" or "must" or "would" or "could" or "may" or "might" or "if" or "hope" or "everyone" or "nobody" or "i'm" or "we've" or "we're" or "you're") return true;
        return false;
    }
}

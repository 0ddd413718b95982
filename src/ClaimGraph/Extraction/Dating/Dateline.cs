namespace ClaimGraph.Extraction.Dating;

/// <summary>The day an article states of itself: a line of its own, or a date that stands before the text.</summary>
internal static class Dateline
{
    /// <summary>Within this many characters of the start a date without a preposition is the article's own; measured on real feeds.</summary>
    private const int Head = 260;

    /// <summary>A line that holds a whole date and little else.</summary>
    public static bool IsLine(List<Token> tokens)
    {
        if (tokens.Count > 26) return false;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (ExplicitDate.At(tokens, i) is not { IsFull: true } date) continue;
            var others = 0;
            for (var k = 0; k < tokens.Count; k++)
                if ((k < i || k >= i + date.Length) && char.IsLetter(tokens[k].Text[0]) && !Small.Contains(tokens[k].Lower) && DateWords.WeekdayOf(tokens[k].Lower) is null) others++;
            return others <= 6 && !(Layout.LineKinds.EndsSentence(tokens) && others > 1);
        }
        return false;
    }

    private static readonly HashSet<string> Small = new("published posted updated last by on at in am pm a.m. p.m. gmt est edt cst cdt pst pdt utc et bst cet min read date of publication first modified hours ago comments page admin and minutes views".Split(' '), StringComparer.Ordinal);

    /// <param name="latest">Dates after this day are mistakes of the page: passed over.</param>
    /// <param name="published">Decides between the two readings of 03/04/2025.</param>
    public static FoundDate? Find(IReadOnlyList<Sentence> sentences, DateOnly latest, DateOnly? published)
    {
        foreach (var sentence in sentences)
        {
            if (sentence.Span.Start > Head) break;
            if (In(sentence.Tokens, sentence.Kind == SentenceKind.Dateline, Head) is { } head) return head;
        }
        for (var i = sentences.Count - 1; i >= 0; i--)
            if (sentences[i].Kind == SentenceKind.Dateline && In(sentences[i].Tokens, true, int.MaxValue) is { } line) return line;
        return null;

        FoundDate? In(IReadOnlyList<Token> tokens, bool line, int limit)
        {
            for (var i = 0; i < tokens.Count && tokens[i].Span.Start < limit; i++)
            {
                if (ExplicitDate.At(tokens, i) is not { IsFull: true } date || date.Value is not { } day) continue;
                if (date.OtherReading && published is { } near && Math.Abs(day.DayNumber - near.DayNumber) > 3 && Math.Abs(new DateOnly(date.Year, date.Day, date.Month).DayNumber - near.DayNumber) <= 3) day = new(date.Year, date.Day, date.Month);
                if (day > latest || !line && !StandsAlone(tokens, i, date.Length)) continue;
                return new FoundDate(new Span(tokens[i].Span.Start, tokens[i + date.Length - 1].Span.End), PartialDate.Day(day, "date line in the text"));
            }
            return null;
        }
    }

    /// <summary>"… AP Thursday 1 Aug 2013 Rocket attacks": no preposition before it, no clause around it.</summary>
    private static bool StandsAlone(IReadOnlyList<Token> tokens, int i, int length)
    {
        var before = i - 1;
        while (before >= 0 && (DateWords.WeekdayOf(tokens[before].Lower) is not null || tokens[before].Text is "," or "-" or "–" or "|" or "(" or ":" || char.IsAsciiDigit(tokens[before].Text[0]))) before--;
        if (before < 0) return !(i + length < tokens.Count && tokens[i + length].Lower is "was" or "is" or "to" or "and" or "'s" or "marked" or "marks");
        var word = tokens[before].Lower;
        if (word is "on" or "of" or "at") return before > 0 && tokens[before - 1].Lower is "published" or "posted" or "updated" or "publication" or "modified" or "date" or "admin";
        return word is not ("in" or "since" or "until" or "by" or "from" or "before" or "after" or "between" or "to" or "and" or "the" or "till" or "during" or "dated" or "for" or "ending" or "early" or "late");
    }
}

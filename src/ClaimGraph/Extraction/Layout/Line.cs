namespace ClaimGraph.Extraction.Layout;

/// <summary>A line of the stored text that holds something, without blanks at its ends.</summary>
internal readonly record struct Line(Span Span, bool AfterBlank)
{
    /// <summary>Lines in order; those of hard-wrapped text are joined into one.</summary>
    public static List<Line> Of(string text)
    {
        var lines = new List<Line>();
        var (start, blank) = (0, true);
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r', '\u2028') is var at and >= 0 ? start + at : text.Length;
            var (from, to) = (start, end);
            while (from < to && IsBlank(text[from])) from++;
            while (to > from && IsBlank(text[to - 1])) to--;
            if (to > from)
            {
                if (!blank && lines.Count > 0 && Wraps(text, lines[^1].Span, from)) lines[^1] = lines[^1] with { Span = new(lines[^1].Span.Start, to) };
                else lines.Add(new(new(from, to), blank));
                blank = false;
            }
            else if (end >= text.Length || text[end] != '\n' || start == end) blank = true;
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    /// <summary>The line before breaks off in mid-sentence: it is long, has no final mark, and goes on in lower case.</summary>
    private static bool Wraps(string text, Span before, int from) =>
        before.Length > 40 && char.IsLower(text[from]) && (char.IsLower(text[before.End - 1]) || text[before.End - 1] is ',' or '-' || char.IsAsciiDigit(text[before.End - 1]));

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';
}

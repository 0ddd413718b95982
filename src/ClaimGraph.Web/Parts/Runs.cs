namespace ClaimGraph.Web;

/// <summary>A piece of text that is marked or not.</summary>
public readonly record struct Run(string Text, bool Marked);

/// <summary>Cuts text at spans, so that marks never nest or overlap and no surrogate pair is torn.</summary>
public static class Runs
{
    public static IReadOnlyList<Run> Cut(string text, IEnumerable<Span> spans)
    {
        var runs = new List<Run>();
        var at = 0;
        foreach (var span in Merged(text, spans))
        {
            if (span.Start > at) runs.Add(new(text[at..span.Start], false));
            runs.Add(new(text[span.Start..span.End], true));
            at = span.End;
        }
        if (at < text.Length) runs.Add(new(text[at..], false));
        return runs;
    }

    /// <summary>At most about <paramref name="length"/> characters around the first span, cut between words, with an ellipsis where something is left out.</summary>
    public static (string Text, IReadOnlyList<Span> Spans) Clip(string text, IReadOnlyList<Span> spans, int length)
    {
        if (text.Length <= length) return (text, spans);
        var first = spans.Count > 0 ? spans.MinBy(s => s.Start) : new Span(0, 0);
        var start = first.End <= length ? 0 : WordStart(text, Math.Max(0, first.Start - length / 3));
        var end = WordEnd(text, Math.Min(text.Length, start + length));
        var (before, after) = (start > 0 ? "… " : "", end < text.Length ? " …" : "");
        var shift = before.Length - start;
        var kept = spans.Where(s => s.Start < end && s.End > start).Select(s => new Span(Math.Max(s.Start, start) + shift, Math.Min(s.End, end) + shift));
        return (before + text[start..end].TrimEnd() + after, [.. kept]);
    }

    private static IEnumerable<Span> Merged(string text, IEnumerable<Span> spans)
    {
        Span? open = null;
        foreach (var span in spans.Select(s => Whole(text, s)).Where(s => s.Length > 0).OrderBy(s => s.Start).ThenBy(s => s.End))
        {
            if (open is { } o && span.Start <= o.End) { open = new(o.Start, Math.Max(o.End, span.End)); continue; }
            if (open is { } done) yield return done;
            open = span;
        }
        if (open is { } last) yield return last;
    }

    // Inside the text, and outwards to whole characters.
    private static Span Whole(string text, Span span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var end = Math.Clamp(span.End, start, text.Length);
        if (end == start) return new(start, start);
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return new(start, end);
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1])) at--;
        return at;
    }

    private static int WordEnd(string text, int at)
    {
        var end = at;
        while (end > 0 && end < text.Length && !char.IsWhiteSpace(text[end])) end--;
        // One word longer than the clip: cut it, but not through a surrogate pair.
        if (end <= at / 2) end = at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return end;
    }
}

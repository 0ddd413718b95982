namespace ClaimGraph.Web;

/// <summary>A claim as the reader shows it: numbered in text order, with the relation that colours it.</summary>
public sealed record NumberedClaim(int Number, ClaimView Claim, RelationKind? Kind);

/// <summary>A run of an article's text: plain, or a claim's (the innermost where claims overlap).</summary>
/// <param name="Opens">The claim's first run: it carries the anchor.</param>
/// <param name="Closes">The claim's last run: it carries the number.</param>
public sealed record ReaderRun(string Text, NumberedClaim? Claim, bool Opens, bool Closes);

public sealed record ReaderParagraph(IReadOnlyList<ReaderRun> Runs, IReadOnlyList<NumberedClaim> Notes);

/// <summary>An article cut into paragraphs and runs; furniture is set apart, not lost.</summary>
public sealed record ReaderText(IReadOnlyList<ReaderParagraph> Paragraphs, IReadOnlyList<string> Furniture, int? Previous, int? Next)
{
    /// <summary>How much of a text one page shows, in characters; longer ones are read in parts.</summary>
    public const int PartLength = 60_000;

    /// <param name="at">An offset that lies in the part to show.</param>
    public static ReaderText Of(string text, IReadOnlyList<ClaimView> claims, IReadOnlyList<Span> furniture, int at = 0)
    {
        var from = Math.Clamp(at, 0, Math.Max(0, text.Length - 1)) / PartLength * PartLength;
        var to = Math.Min(text.Length, from + PartLength);
        if (from > 0 && from < text.Length && char.IsLowSurrogate(text[from])) from--;
        if (to < text.Length && char.IsLowSurrogate(text[to])) to--;

        var numbered = claims.Where(c => c.Start >= 0 && c.End <= text.Length && c.Start < c.End)
            .OrderBy(c => c.Start).ThenByDescending(c => c.End).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select((c, i) => new NumberedClaim(i + 1, c, Strongest(c))).ToList();

        var paragraphs = new List<ReaderParagraph>();
        var left = new List<string>();
        foreach (var line in Lines(text, from, to))
        {
            foreach (var (span, isFurniture) in Parted(line, furniture))
            {
                var piece = span.Of(text).Trim();
                if (piece.Length == 0) continue;
                if (isFurniture) { left.Add(piece); continue; }
                var inside = numbered.Where(c => c.Claim.Start < span.End && c.Claim.End > span.Start).ToList();
                paragraphs.Add(new(Cut(text, span, inside), [.. inside.Where(c => c.Claim.Start >= span.Start)]));
            }
        }
        return new(paragraphs, left, from > 0 ? from - PartLength : null, to < text.Length ? to : null);
    }

    /// <summary>The relation that matters most to a reader: a contradiction before a change, a change before a narrower scope, all before agreement.</summary>
    public static RelationKind? Strongest(ClaimView claim)
    {
        var relations = claim.Relations?.Nodes ?? [];
        return relations.Count == 0 ? null : relations.Min(r => r.Kind);
    }

    private static IEnumerable<Span> Lines(string text, int from, int to)
    {
        for (var start = from; start < to;)
        {
            var end = text.IndexOf('\n', start, to - start);
            if (end < 0) end = to;
            if (end > start) yield return new(start, end);
            start = end + 1;
        }
    }

    private static IEnumerable<(Span Span, bool Furniture)> Parted(Span line, IReadOnlyList<Span> furniture)
    {
        var at = line.Start;
        foreach (var f in furniture.Where(f => f.Overlaps(line)).OrderBy(f => f.Start))
        {
            var start = Math.Max(at, f.Start);
            var end = Math.Min(line.End, f.End);
            if (start > at) yield return (new(at, start), false);
            if (end > start) yield return (new(start, end), true);
            at = Math.Max(at, end);
        }
        if (at < line.End) yield return (new(at, line.End), false);
    }

    // Between two neighbouring edges one claim is innermost: the shortest that covers.
    private static List<ReaderRun> Cut(string text, Span span, List<NumberedClaim> claims)
    {
        var edges = claims.SelectMany(c => new[] { c.Claim.Start, c.Claim.End }).Where(e => e > span.Start && e < span.End)
            .Append(span.Start).Append(span.End).Distinct().Order().ToList();
        var runs = new List<(Span Span, NumberedClaim? Claim)>();
        for (var i = 1; i < edges.Count; i++)
        {
            var piece = new Span(edges[i - 1], edges[i]);
            var owner = claims.Where(c => c.Claim.Start <= piece.Start && c.Claim.End >= piece.End).MinBy(c => c.Claim.End - c.Claim.Start);
            if (runs.Count > 0 && runs[^1].Claim == owner) runs[^1] = (new(runs[^1].Span.Start, piece.End), owner);
            else runs.Add((piece, owner));
        }
        return [.. runs.Select((r, i) => new ReaderRun(r.Span.Of(text), r.Claim,
            r.Claim is not null && !runs.Take(i).Any(o => o.Claim == r.Claim) && r.Claim.Claim.Start >= span.Start,
            r.Claim is not null && !runs.Skip(i + 1).Any(o => o.Claim == r.Claim) && r.Claim.Claim.End <= span.End))];
    }
}

namespace ClaimGraph.Comparison;

/// <summary>
/// Whether two claims of different keys answer one question, asked only where it is known that both speak of one event: the thing counted or measured is the same,
/// or both are plain statements in the same words.
/// </summary>
internal static class Alignment
{
    private const double PlainOverlap = 0.5;

    public static bool Align(Side a, Side b)
    {
        if (a.Range is { } x && b.Range is { } y)
        {
            if (!x.Comparable(y) || x.Dimension.Length == 0) return false;
            return true;
        }
        return a.Range is null && b.Range is null && Terms.Overlap(a, b) >= PlainOverlap;
    }
}

namespace ClaimGraph.Comparison;

/// <summary>
/// What a whole war has cost so far. Articles give it as background to whatever happened on their day, so that neither leads nor names beside it tell anything: two such numbers are
/// of one question where they name one country, count the same and were given within weeks of each other.
/// </summary>
internal static class WarToll
{
    // Thousands: fewer are those of an offensive or of a part of the war.
    private const double Least = 1000, Close = 0.10, CloseLikely = 0.90, FarLikely = 0.60;
    // Half of the logarithm of the ratio: estimates differ by up to twice.
    private const double Far = 0.35;

    /// <summary>How likely both are the toll of one war at one time; 0 where this says nothing of the pair.</summary>
    public static double Likelihood(Side a, Side b)
    {
        if (a.EventScope != b.EventScope || !IsToll(a) || !IsToll(b) || a.Document == b.Document) return 0;
        if (EventFeatures.PublishedApart(a, b) > EventWeights.PeriodDays || !Known(a.Words.Names, b.Words) && !Known(b.Words.Names, a.Words)) return 0;
        var ratio = EventFeatures.Ratio(a, b);
        return ratio > Far ? 0 : ratio <= Close ? CloseLikely : FarLikely;
    }

    private static bool IsToll(Side side) => side is { IsEvent: true, Range.Kind: QuantityKind.Count } && EventFeatures.Point(side) >= Least && side.Facets.Contains(("period", "war"));

    private static bool Known(int[] names, WordSets other) => Array.Exists(names, n => other.Knows(n) || Array.BinarySearch(other.Story, n) >= 0);
}

namespace ClaimGraph.Comparison;

/// <summary>Whether two keys ask one question.</summary>
internal static class Questions
{
    public static bool Compatible(Side a, Side b) => a.Key == b.Key;
}

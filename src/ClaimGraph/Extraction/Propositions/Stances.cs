namespace ClaimGraph.Extraction;

/// <summary>Claims of who stands where on which act. Filled in next.</summary>
internal static class Stances
{
    public static IEnumerable<Draft> Read(SentenceView v) => v.Pieces.Count < 0 ? [] : Array.Empty<Draft>();
}

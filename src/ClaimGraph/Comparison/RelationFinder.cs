namespace ClaimGraph.Comparison;

/// <summary>
/// Claims to explained relations: the entry of comparison. Deterministic; the result depends on the set of claims, not on their order.
/// </summary>
public sealed class RelationFinder
{
    /// <summary>The blocks that a reading must be compared with.</summary>
    public static IReadOnlyList<string> BlocksOf(Reading reading) => [.. reading.Claims.SelectMany(c => c.Blocks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Groups the claims of a reading with those of the blocks anew. Claims of <paramref name="replaces"/> (an older version of the same document) are left out.
    /// </summary>
    public Grouping Compare(Reading reading, BlockState blocks, string? replaces) => throw new NotImplementedException();
}

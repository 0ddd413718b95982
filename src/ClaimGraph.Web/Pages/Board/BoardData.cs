namespace ClaimGraph.Web;

public sealed class BoardData : PageData
{
    public Connection<QuestionView> Questions { get; set; } = new();
    public ConflictCounts Conflicts { get; set; } = new();
}

/// <summary>How many pairs the filters leave, and how they divide.</summary>
public sealed class ConflictCounts
{
    /// <summary>One entry, or null where they were not counted.</summary>
    public IReadOnlyList<FacetsView>? Facets { get; set; }

    /// <summary>What was counted to the end, or null.</summary>
    /// <param name="filtered">By more than kind and verdict.</param>
    public FacetsView? Known(bool filtered) => Facets is [var counts, ..] && (!filtered || counts.Status.Sum(s => s.Count) < IClaimStore.FacetsCounted) ? counts : null;
}

public sealed class FacetsView
{
    public IReadOnlyList<FacetView> Kinds { get; set; } = [];
    public IReadOnlyList<FacetView> Status { get; set; } = [];
}

public sealed record FacetView(string Value, int Count);

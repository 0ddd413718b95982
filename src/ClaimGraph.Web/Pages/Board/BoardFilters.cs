using System.Globalization;

namespace ClaimGraph.Web;

/// <summary>The board's filters as they stand in its address, and as GraphQL takes them.</summary>
public sealed record BoardFilters
{
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public string? Review { get; init; }
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Origins { get; init; }
    public string? Actor { get; init; }
    public string Sort { get; init; } = Sorts[0];

    public static readonly IReadOnlyList<string> Sorts = ["review", "new", "origins", "most"];
    public static readonly IReadOnlyList<string> AllKinds = ["contradicts", "supersedes", "refines"];
    private static readonly string[] Usual = ["contradicts", "supersedes"];

    /// <summary>Reads what an address says; what it says wrongly counts as not said.</summary>
    public static BoardFilters Of(string[]? kinds, string? review, string? from, string? to, string? origins, string? actor, string? sort) => new()
    {
        Kinds = [.. (kinds ?? []).Where(AllKinds.Contains).Distinct()],
        Review = review is "unreviewed" or "confirmed" ? review : null,
        From = Day(from),
        To = Day(to),
        Origins = origins is "two" or "one" ? origins : null,
        Actor = string.IsNullOrWhiteSpace(actor) ? null : actor.Trim(),
        Sort = sort is not null && Sorts.Contains(sort) ? sort : Sorts[0],
    };

    public IReadOnlyList<string> KindsInForce => Kinds.Count > 0 ? Kinds : Usual;
    public bool Reversed => From is not null && To is not null && string.CompareOrdinal(From, To) > 0;
    public bool Any => Kinds.Count > 0 || Review is not null || From is not null || To is not null || Origins is not null || Actor is not null;

    /// <summary>Stores keep counters by kind and verdict; beyond these they count.</summary>
    public bool BeyondCounters => From is not null || To is not null || Origins is not null || Actor is not null;

    public string Href(PageScope scope, string? sort = null)
    {
        var kinds = string.Join('&', Kinds.Select(k => "kind=" + k));
        return scope.Link(Address.Of(kinds.Length > 0 ? "/conflicts?" + kinds : "/conflicts",
            ("review", Review), ("from", From), ("to", To), ("origins", Origins), ("actor", Actor), ("sort", sort ?? (Sort == Sorts[0] ? null : Sort))));
    }

    /// <summary>The filter of questions and of pairs: both inputs spell these fields alike.</summary>
    public Dictionary<string, object?> Where(IReadOnlyList<string>? actors)
    {
        var where = new Dictionary<string, object?> { ["kinds"] = KindsInForce.Select(k => (object?)k.ToUpperInvariant()).ToArray() };
        if (Review is not null) where["status"] = new object?[] { Review.ToUpperInvariant() };
        if (From is not null) where["assertedFrom"] = From;
        if (To is not null) where["assertedTo"] = To;
        if (Origins is not null) where["origins"] = Origins == "two" ? "TWO_OR_MORE_EACH_SIDE" : "ONE_SIDE_RESTS_ON_ONE";
        if (actors is not null) where["actors"] = actors.Select(a => (object?)a).ToArray();
        return where;
    }

    public string OrderBy => Sort switch { "new" => "NEWEST_CHANGE", "origins" => "MOST_ORIGINS", "most" => "MOST_CONFLICTS", _ => "NEEDS_REVIEW" };

    private static string? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}

namespace ClaimGraph.Sqlite;

/// <summary>Counts of a list of relations by kind and by status: from stored counters where kinds and statuses alone are filtered, else of the first <see cref="IClaimStore.FacetsCounted"/>.</summary>
internal static class Facets
{
    private static readonly bool[] Either = [true, false];

    /// <summary>The counter of relations in force that are alike in what facets tell apart.</summary>
    public static string Counter(RelationKind kind, bool conflict, RelationStatus status) => (conflict ? "conflict" : "relation") + $":{(int)kind}:{(int)status}";

    public static (IReadOnlyDictionary<RelationKind, int> Kinds, IReadOnlyDictionary<RelationStatus, int> Status) Of(Connection db, Filter<RelationFilter>? where, DateTimeOffset? asOf)
    {
        var counts = (asOf is null ? Stored(db, where) : null) ?? Counted(db, where, asOf);
        var dismissedToo = Filters.Any(where, l => l.Status is not null);
        // The statuses say how many there would be; the kinds count what the list shows.
        return (counts.Where(c => dismissedToo || c.Status != RelationStatus.Dismissed).GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)),
            counts.GroupBy(c => c.Status).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)));
    }

    /// <summary>How many relations a list has, where stored counters tell; null where they do not.</summary>
    public static int? Total(Connection db, Filter<RelationFilter>? where) => Stored(db, where) is { } counts
        ? counts.Where(c => Filters.Any(where, l => l.Status is not null) || c.Status != RelationStatus.Dismissed).Sum(c => c.Count)
        : null;

    /// <summary>From counters, for a filter of kinds and statuses alone.</summary>
    private static List<(RelationKind Kind, RelationStatus Status, int Count)>? Stored(Connection db, Filter<RelationFilter>? where)
    {
        var (leaves, rest) = Filters.Split(where);
        if (rest.Count > 0 || leaves.Any(l => l with { Kinds = null, Status = null, Conflict = null } != new RelationFilter())) return null;
        var counts = new List<(RelationKind, RelationStatus, int)>();
        foreach (var kind in Enum.GetValues<RelationKind>().Where(k => leaves.All(l => l.Kinds?.Contains(k) != false)))
        {
            foreach (var status in Enum.GetValues<RelationStatus>().Where(s => leaves.All(l => l.Status?.Contains(s) != false)))
            {
                var n = Either.Where(c => leaves.All(l => l.Conflict is null || l.Conflict == c)).Sum(c => Counters.Of(db, Counter(kind, c, status)));
                if (n > 0) counts.Add((kind, status, (int)n));
            }
        }
        return counts;
    }

    private static List<(RelationKind Kind, RelationStatus Status, int Count)> Counted(Connection db, Filter<RelationFilter>? where, DateTimeOffset? asOf)
    {
        var sql = new Sql().Add("SELECT kind, status, count(*) FROM (SELECT DISTINCT id, kind, status FROM (");
        var arms = RelationLists.Of(where, RelationOrder.Newest, asOf, allStatuses: true).Segments[0];
        for (var i = 0; i < arms.Count; i++) sql.Add($"{(i == 0 ? "" : " UNION ALL ")}SELECT {arms[i].Id} AS id, r.kind AS kind, r.status AS status FROM {arms[i].From} WHERE ").Add(arms[i].Where);
        if (arms.Count == 0) sql.Add("SELECT 0 AS id, 0 AS kind, 0 AS status WHERE 0");
        using var rows = sql.Add($") LIMIT {IClaimStore.FacetsCounted}) GROUP BY 1, 2").Prepare(db);
        var counts = new List<(RelationKind, RelationStatus, int)>();
        while (rows.Step()) counts.Add(((RelationKind)rows.Int(0), (RelationStatus)rows.Int(1), (int)rows.Int(2)));
        return counts;
    }
}

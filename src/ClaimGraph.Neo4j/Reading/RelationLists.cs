using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Lists of relations, conflicts before all.</summary>
internal sealed class RelationLists(Connection connection)
{
    private const int MostCounted = 10_000;

    private readonly AsOf _asOf = new(connection);

    /// <param name="Range">What an index without keys is entered by.</param>
    private sealed record Driver(string Query, string Property, IReadOnlyList<(string Key, string Asked)> Keys, string Range = "true");

    public async Task<Page<RelationCard>> PageAsync(Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var (drivers, parameters, condition) = await PrepareAsync(where, asOf, cancellation);
        if (drivers is [{ Keys.Count: 0, Query: not "relations-in-order" }]) return Page<RelationCard>.Empty with { TotalCount = page.WithTotal ? 0 : null };
        var list = Order(order, page);
        var rows = await ReadAsync(drivers, list, order, parameters, condition, merged: true, cancellation);
        var total = page.WithTotal ? await TotalAsync(where, asOf, drivers, parameters, condition, cancellation) : null;
        var cut = list.Cut(rows.GetValueOrDefault("", []), total);
        var then = await _asOf.StatusAsync([.. cut.Edges.Select(e => e.Node)], asOf, cancellation);
        return cut with { Edges = [.. cut.Edges.Select((e, i) => e with { Node = then[i] })] };
    }

    public async Task<IReadOnlyDictionary<string, Page<RelationCard>>> PagesOfAsync(
        RelationParent parent, IReadOnlyCollection<string> ids, Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var asked = ids.Distinct(StringComparer.Ordinal).ToList();
        var survivors = await SurvivorsAsync(where, parent == RelationParent.Question ? asked : [], cancellation);
        var parameters = new Dictionary<string, object?>();
        var condition = Condition(where, asOf, parameters, survivors);
        List<(string, string)> keys = [.. asked.SelectMany(id => survivors.Of(id).Select(key => (key, id)))];
        Driver[] drivers = parent == RelationParent.Question ? [new("relations-by-key", "questionId", keys)] : [new("relations-by-claim", "laterId", keys), new("relations-by-claim", "earlierId", keys)];
        var list = Order(order, page);
        var rows = await ReadAsync(drivers, list, order, parameters, condition, merged: false, cancellation);
        var totals = page.WithTotal ? await CountAsync(drivers, parameters, condition, merged: false, cancellation) : null;
        var pages = asked.ToDictionary(
            id => id,
            id => list.Cut(rows.GetValueOrDefault(id, []), totals is null ? null : drivers[0].Keys.Where(k => k.Asked == id).Sum(k => totals.Where(t => t.Id == k.Key).Sum(t => t.N)) is var n and <= MostCounted ? n : null),
            StringComparer.Ordinal);
        if (asOf is null) return pages;
        var then = (await _asOf.StatusAsync([.. pages.Values.SelectMany(p => p.Edges).Select(e => e.Node).DistinctBy(c => c.Relation.Id)], asOf, cancellation)).ToDictionary(c => c.Relation.Id, StringComparer.Ordinal);
        return pages.ToDictionary(p => p.Key, p => p.Value with { Edges = [.. p.Value.Edges.Select(e => e with { Node = then[e.Node.Relation.Id] })] }, StringComparer.Ordinal);
    }

    public async Task<(IReadOnlyDictionary<RelationKind, int> Kinds, IReadOnlyDictionary<RelationStatus, int> Status)> FacetsAsync(Filter<RelationFilter>? where, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var (drivers, parameters, condition) = await PrepareAsync(where, asOf, cancellation, allStatuses: true);
        var counts = await CountAsync(drivers, parameters, condition, merged: true, cancellation);
        // The statuses say how many there would be; the kinds count what the list shows.
        var dismissedToo = Conditions.Any(where, l => l.Status is not null);
        return (counts.Where(c => dismissedToo || c.Status != RelationStatus.Dismissed).GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Sum(c => c.N)), counts.GroupBy(c => c.Status).ToDictionary(g => g.Key, g => g.Sum(c => c.N)));
    }

    private static ListPage Order(RelationOrder order, PageRequest page) => order switch
    {
        RelationOrder.Oldest => new ListPage("relations/oldest", page, Descending: false, UndatedLast: true),
        RelationOrder.Confidence => new ListPage("relations/confidence", page, Descending: true),
        RelationOrder.NeedsReview => new ListPage("relations/review", page, Descending: true),
        _ => new ListPage("relations/newest", page, Descending: true),
    };

    private async Task<(Driver[], Dictionary<string, object?>, string)> PrepareAsync(Filter<RelationFilter>? where, DateTimeOffset? asOf, CancellationToken cancellation, bool allStatuses = false)
    {
        var survivors = await SurvivorsAsync(where, [], cancellation);
        var parameters = new Dictionary<string, object?>();
        var (driver, rest) = Drive(where, survivors);
        return ([driver], parameters, Condition(rest, asOf, parameters, survivors, allStatuses));
    }

    private static string Condition(Filter<RelationFilter>? where, DateTimeOffset? asOf, Dictionary<string, object?> parameters, Survivors survivors, bool allStatuses = false)
    {
        var conditions = new Conditions(parameters, survivors);
        return Conditions.All(conditions.InForce("r", asOf), allStatuses ? "true" : Conditions.NotDismissed(where), conditions.Of(where));
    }

    /// <returns>What gives the order, and the filter without what that already answers.</returns>
    private static (Driver, Filter<RelationFilter>?) Drive(Filter<RelationFilter>? where, Survivors survivors)
    {
        var leaves = Conditions.Leaves(where);
        var conflict = leaves.Any(l => l.Conflict == true);
        if (leaves.FirstOrDefault(l => l.Questions is not null) is { Questions: { } questions } asked)
            return (new Driver("relations-by-key", "questionId", [.. survivors.Of(questions).Select(k => (k, ""))]), Conditions.Replaced(where, asked, asked with { Questions = null }));
        if (conflict && leaves.FirstOrDefault(l => l.Actors is not null) is { Actors: { } actors } of)
            return (new Driver("relations-by-actor", "", [.. survivors.Of(actors).Select(k => (k, ""))]), Conditions.Replaced(where, of, of with { Actors = null }));
        return (new Driver("relations-in-order", "", [], conflict ? "r.conflict = true" : "true"), where);
    }

    private async Task<Dictionary<string, List<(string Key, RelationCard Card)>>> ReadAsync(
        Driver[] drivers, ListPage list, RelationOrder order, Dictionary<string, object?> parameters, string condition, bool merged, CancellationToken cancellation)
    {
        var sort = order switch { RelationOrder.Confidence => "confidenceKey", RelationOrder.NeedsReview => "reviewKey", _ => "sortKey" };
        var found = new Dictionary<string, List<(string Key, RelationCard Card)>>(StringComparer.Ordinal);
        foreach (var (from, dated) in list.Ranges())
        {
            var rows = new List<(string Asked, RelationRow Row)>();
            foreach (var driver in drivers)
            {
                var open = driver.Keys.Where(k => found.GetValueOrDefault(k.Asked, []).Count < list.Limit).ToList();
                if (driver.Keys.Count > 0 && open.Count == 0 || driver.Keys.Count == 0 && found.GetValueOrDefault("", []).Count >= list.Limit) continue;
                var all = new Dictionary<string, object?>(parameters) { ["from"] = from, ["limit"] = list.Limit, ["keys"] = open.Select(k => k.Key).Distinct(StringComparer.Ordinal).ToList() };
                var text = Cypher.Query(driver.Query, ("property", driver.Property), ("sort", sort), ("beyond", list.Beyond), ("direction", list.Direction), ("range", driver.Range), ("index", driver.Range == "true" ? sort : $"conflict, {sort}"),
                    ("on", sort == "sortKey" ? "x" : "r"),
                    ("first", driver.Query == "relations-by-actor" ? sort == "sortKey" ? $"x.actorId {list.Direction}, " : "" : driver.Range == "true" ? "" : $"r.conflict {list.Direction}, "),
                    ("filter", Conditions.All(dated switch { true => "r.sortKey > '0001'", false => "r.sortKey < '0001'", _ => "true" }, condition)),
                    ("merge", merged ? $"WITH min(key) AS key, r ORDER BY r.{sort} {list.Direction} LIMIT $limit" : ""));
                var answer = await connection.ReadAsync(new Statement(text, all), Neo4jJson.Default.RelationListRow, cancellation);
                var asked = driver.Keys.ToLookup(k => k.Key, k => k.Asked, StringComparer.Ordinal);
                rows.AddRange(answer.SelectMany(r => driver.Keys.Count == 0 ? [("", r.Relation)] : asked[r.Parent].Select(a => (a, r.Relation))));
            }
            foreach (var group in rows.GroupBy(r => r.Asked, r => r.Row, StringComparer.Ordinal))
            {
                if (!found.TryGetValue(group.Key, out var into)) found.Add(group.Key, into = []);
                var keyed = group.DistinctBy(r => r.Id).Select(r => (Key: sort switch { "confidenceKey" => r.ConfidenceKey!, "reviewKey" => r.ReviewKey!, _ => r.SortKey }, Row: r));
                keyed = list.Direction == "DESC" ? keyed.OrderByDescending(r => r.Key, StringComparer.Ordinal) : keyed.OrderBy(r => r.Key, StringComparer.Ordinal);
                into.AddRange(keyed.Take(list.Limit - into.Count).Select(r => (r.Key, r.Row.ToCard())));
            }
        }
        return found;
    }

    private async Task<int?> TotalAsync(Filter<RelationFilter>? where, DateTimeOffset? asOf, Driver[] drivers, Dictionary<string, object?> parameters, string condition, CancellationToken cancellation)
    {
        if (asOf is null && where is Filter<RelationFilter>.Leaf { Value: var leaf } && leaf == new RelationFilter { Conflict = true })
            return await connection.ReadAsync(new Statement(Cypher.Query("counter"), new Dictionary<string, object?> { ["name"] = "conflicts" }), Neo4jJson.Default.Int64, cancellation) is [var all] ? (int)all : 0;
        return (await CountAsync(drivers, parameters, condition, merged: true, cancellation)).Sum(c => c.N) is var n and <= MostCounted ? n : null;
    }

    private async Task<IReadOnlyList<RelationCountRow>> CountAsync(Driver[] drivers, Dictionary<string, object?> parameters, string condition, bool merged, CancellationToken cancellation)
    {
        var counts = new List<RelationCountRow>();
        foreach (var driver in drivers)
        {
            var all = new Dictionary<string, object?>(parameters) { ["limit"] = MostCounted + 1, ["keys"] = driver.Keys.Select(k => k.Key).Distinct(StringComparer.Ordinal).ToList() };
            var query = driver.Query switch { "relations-by-key" => "count-relations-by-key", "relations-by-claim" => "count-relations-by-claim", "relations-by-actor" => "count-relations-by-actor", _ => "count-relations" };
            var text = Cypher.Query(query, ("property", driver.Property), ("filter", condition), ("range", driver.Range), ("index", driver.Range == "true" ? "sortKey" : "conflict, sortKey"), ("parent", merged ? "''" : "key"));
            counts.AddRange(await connection.ReadAsync(new Statement(text, all), Neo4jJson.Default.RelationCountRow, cancellation));
        }
        return counts;
    }

    private Task<Survivors> SurvivorsAsync(Filter<RelationFilter>? where, IEnumerable<string> questions, CancellationToken cancellation)
    {
        var (a, q) = (new List<string>(), questions.ToList());
        Conditions.Any(where, l =>
        {
            a.AddRange(l.Actors ?? []);
            q.AddRange(l.Questions ?? []);
            return false;
        });
        return Survivors.ReadAsync(connection, a, q, cancellation);
    }
}

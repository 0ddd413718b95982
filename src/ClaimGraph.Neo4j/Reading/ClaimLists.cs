using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Lists of claims: the filter's most telling member drives an index in order, the rest is looked at row by row.</summary>
internal sealed class ClaimLists(Connection connection)
{
    private const int MostCounted = 10_000;
    /// <summary>Hits of a full-text search that are sorted by when they were recorded.</summary>
    private const int MostHits = 20_000;

    private readonly AsOf _asOf = new(connection);

    /// <summary>What gives the order: the statement, the key's property, and the keys with the id that each was asked by.</summary>
    private sealed record Driver(string Query, string Property, IReadOnlyList<(string Key, string Asked)> Keys, string? Words = null);

    public async Task<Page<ClaimCard>> PageAsync(Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var survivors = await SurvivorsAsync(where, [], [], cancellation);
        var (by, rest) = Drive(where, survivors);
        var (driver, parameters, condition) = Prepare(by, rest, survivors, asOf);
        if (driver is { Keys.Count: 0, Query: not ("claims-in-order" or "claims-by-words") } || driver.Words == "") return Page<ClaimCard>.Empty with { TotalCount = page.WithTotal ? 0 : null };
        var list = driver.Query == "claims-by-words" ? new ListPage("claims/recorded", page, Descending: true) : Order(order, page);
        var rows = await ReadAsync(driver, list, order, parameters, condition, merged: true, cancellation);
        int? total = !page.WithTotal ? null
            : where is null && asOf is null ? (int)await CounterAsync("claims", cancellation)
            : (await CountAsync(driver, parameters, condition, merged: true, cancellation)).GetValueOrDefault("") is var counted and <= MostCounted ? counted : null;
        var cut = list.Cut(rows.GetValueOrDefault("", []), total);
        var then = await _asOf.StandingsAsync([.. cut.Edges.Select(e => e.Node)], asOf, cancellation);
        return cut with { Edges = [.. cut.Edges.Select((e, i) => e with { Node = then[i] })] };
    }

    public async Task<IReadOnlyDictionary<string, Page<ClaimCard>>> PagesOfAsync(
        ClaimParent parent, IReadOnlyCollection<string> ids, Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var asked = ids.Distinct(StringComparer.Ordinal).ToList();
        var survivors = await SurvivorsAsync(where, parent == ClaimParent.Actor ? asked : [], parent == ClaimParent.Question ? asked : [], cancellation);
        List<(string, string)> keys = [.. asked.SelectMany(id => survivors.Of(id).Select(key => (key, id)))];
        var (driver, parameters, condition) = Prepare(parent switch
        {
            ClaimParent.Position => new Driver("claims-by-key", "positionId", keys),
            ClaimParent.Source => new Driver("claims-by-key", "sourceId", keys),
            ClaimParent.Actor => new Driver("claims-by-actor", "attributedId", keys),
            _ => new Driver("claims-by-key", "questionId", keys),
        }, where, survivors, asOf);
        var list = Order(order, page);
        var rows = await ReadAsync(driver, list, order, parameters, condition, merged: false, cancellation);
        var totals = page.WithTotal ? await CountAsync(driver, parameters, condition, merged: false, cancellation) : null;
        var pages = asked.ToDictionary(id => id, id => list.Cut(rows.GetValueOrDefault(id, []), totals is null ? null : totals.GetValueOrDefault(id) is var n and <= MostCounted ? n : null), StringComparer.Ordinal);
        if (asOf is null) return pages;
        var then = (await _asOf.StandingsAsync([.. pages.Values.SelectMany(p => p.Edges).Select(e => e.Node).DistinctBy(c => c.Id)], asOf, cancellation)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return pages.ToDictionary(p => p.Key, p => p.Value with { Edges = [.. p.Value.Edges.Select(e => e with { Node = then[e.Node.Id] })] }, StringComparer.Ordinal);
    }

    private static ListPage Order(ClaimOrder order, PageRequest page) => order switch
    {
        ClaimOrder.Oldest => new ListPage("claims/oldest", page, Descending: false, UndatedLast: true),
        ClaimOrder.CheckWorthiness => new ListPage("claims/worth", page, Descending: true),
        _ => new ListPage("claims/newest", page, Descending: true),
    };

    private static (Driver, Dictionary<string, object?>, string) Prepare(Driver driver, Filter<ClaimFilter>? where, Survivors survivors, DateTimeOffset? asOf)
    {
        var parameters = new Dictionary<string, object?>();
        var conditions = new Conditions(parameters, survivors);
        return (driver, parameters, Conditions.All(conditions.InForce("c", asOf), conditions.Of(where)));
    }

    /// <returns>What gives the order, and the filter without what that already answers.</returns>
    private static (Driver, Filter<ClaimFilter>?) Drive(Filter<ClaimFilter>? where, Survivors survivors)
    {
        var leaves = Conditions.Leaves(where);
        if (leaves.FirstOrDefault(l => l.Text is not null)?.Text is { } text) return (new Driver("claims-by-words", "", [], Search.Query(text) ?? ""), where);
        return By("claims-by-key", "positionId", l => l.Positions, l => l with { Positions = null })
            ?? By("claims-by-key", "questionId", l => l.Questions, l => l with { Questions = null })
            ?? By("claims-by-key", "sourceId", l => l.Sources, l => l with { Sources = null })
            ?? By("claims-by-key", "speakerId", l => l.Speakers, l => l with { Speakers = null })
            ?? By("claims-by-actor", "actorId", l => l.Actors, l => l with { Actors = null })
            ?? By("claims-by-key", "outletId", l => l.Outlets, l => l with { Outlets = null })
            ?? (new Driver("claims-in-order", "", []), where);

        (Driver, Filter<ClaimFilter>?)? By(string query, string property, Func<ClaimFilter, IReadOnlyList<string>?> member, Func<ClaimFilter, ClaimFilter> without) =>
            leaves.FirstOrDefault(l => member(l) is not null) is { } leaf
                ? (new Driver(query, property, [.. survivors.Of(member(leaf)!).Select(k => (k, ""))]), Conditions.Replaced(where, leaf, without(leaf)))
                : null;
    }

    private async Task<Dictionary<string, List<(string Key, ClaimCard Card)>>> ReadAsync(
        Driver driver, ListPage list, ClaimOrder order, Dictionary<string, object?> parameters, string condition, bool merged, CancellationToken cancellation)
    {
        var sort = order == ClaimOrder.CheckWorthiness && driver.Words is null ? "worthKey" : "sortKey";
        // INVOLVES carries no worth: an actor's claims are sorted by the claim's own.
        var query = driver.Query == "claims-by-actor" && sort == "worthKey" ? "claims-by-actor-worth" : driver.Query;
        var found = new Dictionary<string, List<(string Key, ClaimCard Card)>>(StringComparer.Ordinal);
        if (list.Wanted < 0) return found;
        foreach (var (from, dated) in list.Ranges())
        {
            var open = driver.Keys.Where(k => found.GetValueOrDefault(k.Asked, []).Count < list.Limit).ToList();
            if (driver.Keys.Count > 0 && open.Count == 0 || driver.Keys.Count == 0 && found.GetValueOrDefault("", []).Count >= list.Limit) break;
            var all = new Dictionary<string, object?>(parameters) { ["from"] = from, ["limit"] = list.Limit, ["keys"] = open.Select(k => k.Key).Distinct(StringComparer.Ordinal).ToList(), ["words"] = driver.Words, ["hits"] = MostHits };
            var text = Cypher.Query(query, ("property", driver.Property), ("sort", sort), ("beyond", list.Beyond), ("direction", list.Direction),
                ("filter", Conditions.All(dated switch { true => "c.sortKey > '0001'", false => "c.sortKey < '0001'", _ => "true" }, condition)),
                ("merge", merged ? $"WITH min(key) AS key, c ORDER BY c.{sort} {list.Direction} LIMIT $limit" : ""));
            var rows = await connection.ReadAsync(new Statement(text, all), Neo4jJson.Default.ClaimListRow, cancellation);
            var asked = driver.Keys.ToLookup(k => k.Key, k => k.Asked, StringComparer.Ordinal);
            foreach (var group in rows.SelectMany(r => driver.Keys.Count == 0 ? [("", Row: r)] : asked[r.Parent].Select(a => (a, Row: r))).GroupBy(r => r.Item1, r => r.Row, StringComparer.Ordinal))
            {
                if (!found.TryGetValue(group.Key, out var into)) found.Add(group.Key, into = []);
                var keyed = group.Select(r => (Key: r.At ?? (sort == "worthKey" ? r.Claim.WorthKey : r.Claim.SortKey), r.Claim)).DistinctBy(r => r.Claim.Id);
                keyed = list.Direction == "DESC" ? keyed.OrderByDescending(r => r.Key, StringComparer.Ordinal) : keyed.OrderBy(r => r.Key, StringComparer.Ordinal);
                into.AddRange(keyed.Take(list.Limit - into.Count).Select(r => (r.Key, r.Claim.ToCard())));
            }
        }
        return found;
    }

    private async Task<Dictionary<string, int>> CountAsync(Driver driver, Dictionary<string, object?> parameters, string condition, bool merged, CancellationToken cancellation)
    {
        var all = new Dictionary<string, object?>(parameters) { ["limit"] = MostCounted + 1, ["keys"] = driver.Keys.Select(k => k.Key).Distinct(StringComparer.Ordinal).ToList(), ["words"] = driver.Words, ["hits"] = MostHits };
        var query = driver.Query switch { "claims-by-key" => "count-claims-by-key", "claims-by-actor" => "count-claims-by-actor", "claims-by-words" => "count-claims-by-words", _ => "count-claims" };
        var text = Cypher.Query(query, ("property", driver.Property), ("filter", condition), ("parent", merged ? "''" : "key"));
        var rows = await connection.ReadAsync(new Statement(text, all), Neo4jJson.Default.CountRow, cancellation);
        var counts = rows.GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(r => r.N), StringComparer.Ordinal);
        // What was asked for by one id may be found under several: its survivor's, and what was merged into it.
        return merged ? counts : driver.Keys.GroupBy(k => k.Asked, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(k => counts.GetValueOrDefault(k.Key)), StringComparer.Ordinal);
    }

    private async Task<long> CounterAsync(string name, CancellationToken cancellation) =>
        await connection.ReadAsync(new Statement(Cypher.Query("counter"), new Dictionary<string, object?> { ["name"] = name }), Neo4jJson.Default.Int64, cancellation) is [var n] ? n : 0;

    private Task<Survivors> SurvivorsAsync(Filter<ClaimFilter>? where, IEnumerable<string> actors, IEnumerable<string> questions, CancellationToken cancellation)
    {
        var (a, q) = (actors.ToList(), questions.ToList());
        Conditions.Any(where, l =>
        {
            a.AddRange(l.Actors ?? []);
            a.AddRange(l.Speakers ?? []);
            q.AddRange(l.Questions ?? []);
            return false;
        });
        return Survivors.ReadAsync(connection, a, q, cancellation);
    }
}

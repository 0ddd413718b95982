namespace ClaimGraph.Sqlite;

/// <summary>What stored rows say about now, computed for an earlier recorded time: standings, statuses, counts of the rows of a page.</summary>
internal static class AsOf
{
    public static Page<ClaimCard> Standings(Connection db, Page<ClaimCard> page, DateTimeOffset? asOf)
    {
        if (asOf is null || page.Edges.Count == 0) return page;
        var then = Standings(db, page.Edges.Select(e => e.Node), asOf);
        return page with { Edges = [.. page.Edges.Select(e => e with { Node = then[e.Node.Id] })] };
    }

    public static Dictionary<string, ClaimCard> Standings(Connection db, IEnumerable<ClaimCard> cards, DateTimeOffset? asOf)
    {
        var byId = cards.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        if (asOf is not { } time || byId.Count == 0) return byId;
        var then = db.Past.Of(db, byId.Keys, time, Count);
        return byId.ToDictionary(c => c.Key, c => c.Value with { Standing = then[c.Key].Standing, StandingSince = then[c.Key].Since }, StringComparer.Ordinal);

        IEnumerable<(string, Stood)> Count(IReadOnlyCollection<string> unknown)
        {
            var keys = Names.Ids(db, "claim", unknown);
            var standings = StandingWriter.Of(db, keys.Values, time.ToUnixTimeMilliseconds());
            return unknown.Select(id => standings[keys[id]] is var (standing, since) ? (id, new Stood(standing, since)) : default);
        }
    }

    private sealed record Stood(Standing Standing, PartialDate? Since);

    public static Page<RelationCard> Status(Connection db, Page<RelationCard> page, DateTimeOffset? asOf)
    {
        if (asOf is null || page.Edges.Count == 0) return page;
        var then = Status(db, page.Edges.Select(e => e.Node), asOf).ToDictionary(c => c.Relation.Id, StringComparer.Ordinal);
        return page with { Edges = [.. page.Edges.Select(e => e with { Node = then[e.Node.Relation.Id] })] };
    }

    public static IEnumerable<RelationCard> Status(Connection db, IEnumerable<RelationCard> cards, DateTimeOffset? asOf)
    {
        if (asOf is not { } time) return cards;
        var list = cards.DistinctBy(c => c.Relation.Id).ToList();
        var claims = Standings(db, list.SelectMany(c => new[] { c.Earlier, c.Later }), asOf);
        var states = Verdicts.StatesAsOf(db, list.Select(c => c.Relation.Id), time.ToUnixTimeMilliseconds());
        return list.Select(c => new RelationCard(states.TryGetValue(c.Relation.Id, out var state) ? state.On(c.Relation) : c.Relation, claims[c.Earlier.Id], claims[c.Later.Id])).ToList();
    }
}

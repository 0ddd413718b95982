using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Boards of questions, lists of actors and of sources.</summary>
internal sealed class OtherLists(Connection connection)
{
    private const int MostCounted = 10_000;

    private readonly AsOf _asOf = new(connection);

    /// <summary>Counts of the past have no index: as of a time the board of most conflicts is in the order of the latest conflict.</summary>
    public async Task<Page<QuestionCard>> QuestionsAsync(Filter<QuestionFilter>? where, QuestionOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var sort = order switch
        {
            QuestionOrder.NeedsReview => "reviewRank",
            QuestionOrder.NewestChange => "changeRank",
            QuestionOrder.MostOrigins => "originRank",
            _ => asOf is null ? "conflictRank" : "latestRank",
        };
        var actors = new List<string>();
        Conditions.Any(where, l =>
        {
            actors.AddRange(l.Actors ?? []);
            return false;
        });
        var parameters = new Dictionary<string, object?> { ["asOf"] = AsOf.Parameter(asOf) };
        var condition = new Conditions(parameters, await Survivors.ReadAsync(connection, actors, [], cancellation)).Of(where);
        var list = new ListPage($"questions/{sort}", page, Descending: true);
        var rows = await connection.ReadAsync(Statement("questions-in-order", list, parameters, ("sort", sort), ("filter", condition)), Neo4jJson.Default.QuestionListRow, cancellation);
        var total = page.WithTotal ? await CountAsync("count-questions", condition, parameters, cancellation) : null;
        var cut = list.Cut([.. rows.Select(r => (r.At, r.Question.ToCard()))], total);
        var then = await _asOf.QuestionsAsync([.. cut.Edges.Select(e => e.Node)], asOf, cancellation);
        return cut with { Edges = [.. cut.Edges.Select((e, i) => e with { Node = then[i] })] };
    }

    public async Task<Page<ActorCard>> ActorsAsync(ActorFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object?>();
        var condition = where is null ? "true" : new Conditions(parameters, Survivors.None).Of(where);
        var list = new ListPage("actors/claims", page, Descending: true);
        var rows = await connection.ReadAsync(Statement("actors-in-order", list, parameters, ("filter", condition)), Neo4jJson.Default.ActorListRow, cancellation);
        var total = page.WithTotal ? await CountAsync("count-actors", condition, parameters, cancellation) : null;
        var cut = list.Cut([.. rows.Select(r => (r.At, r.Actor.ToCard()))], total);
        var then = await _asOf.ActorsAsync([.. cut.Edges.Select(e => e.Node)], asOf, cancellation);
        return cut with { Edges = [.. cut.Edges.Select((e, i) => e with { Node = then[i] })] };
    }

    public async Task<Page<Source>> SourcesAsync(SourceFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object?>();
        var conditions = new Conditions(parameters, Survivors.None);
        var condition = Conditions.All(conditions.InForce("s", asOf), where is null ? "true" : conditions.Of(where));
        var list = new ListPage("sources/recorded", page, Descending: true);
        parameters["keys"] = where?.Outlets?.Distinct(StringComparer.Ordinal).ToList();
        var rows = await connection.ReadAsync(Statement(where?.Outlets is null ? "sources-in-order" : "sources-by-outlet", list, parameters, ("filter", condition)), Neo4jJson.Default.SourceListRow, cancellation);
        var total = page.WithTotal ? await CountAsync("count-sources", condition, parameters, cancellation) : null;
        var cut = list.Cut([.. rows.Select(r => (r.At, r.Source.ToSource()))], total);
        var then = await _asOf.SourcesAsync([.. cut.Edges.Select(e => e.Node)], asOf, cancellation);
        return cut with { Edges = [.. cut.Edges.Select((e, i) => e with { Node = then[i] })] };
    }

    private static Statement Statement(string query, ListPage list, Dictionary<string, object?> parameters, params ReadOnlySpan<(string, string)> fillings) => new(
        Cypher.Query(query, [("beyond", list.Beyond), ("direction", list.Direction), .. fillings]),
        new Dictionary<string, object?>(parameters) { ["from"] = list.Ranges()[0].From, ["limit"] = list.Limit });

    private async Task<int?> CountAsync(string query, string condition, Dictionary<string, object?> parameters, CancellationToken cancellation)
    {
        var all = new Dictionary<string, object?>(parameters) { ["limit"] = MostCounted + 1 };
        var n = (await connection.ReadAsync(new Statement(Cypher.Query(query, ("filter", condition)), all), Neo4jJson.Default.Int64, cancellation))[0];
        return n <= MostCounted ? (int)n : null;
    }
}

using System.Text.Json;
using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;
using ClaimGraph.Stores.Tests.Support;
using static ClaimGraph.Stores.Tests.Support.StoreSupport;

namespace ClaimGraph.Stores.Tests;

/// <summary>How Neo4j goes about the store's statements: by indexes, and never over all claims.</summary>
[Collection(Neo4jServer.Shared)]
public sealed class Neo4jPlans(Neo4jServer neo4j)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly PageRequest Page = new(5) { WithTotal = true };

    [Fact]
    public async Task No_main_query_scans_all_claims_multiplies_rows_or_sorts_a_whole_range()
    {
        var options = await neo4j.OptionsAsync();
        await using var client = new QueryApiClient(options, TestJson.Default);
        await Neo4jServer.WipeAsync(client, Token);
        await using var proxy = await RecordingProxy.StartAsync(options.Address);
        await using var store = new Neo4jClaimStore(Neo4jServer.StoreOptions(options) with { Url = proxy.Address });
        await store.MigrateAsync(Token);
        await SeedAsync(store);
        proxy.Statements.Clear();
        await ReadEverythingAsync(store);
        await store.StoreAsync(new Draft("late").From("Daily").Says("forty went", number: 40, day: "2025-05-01", speaker: "Anna"));
        List<JsonElement> statements = [.. proxy.Statements.DistinctBy(s => s.GetProperty("statement").GetString())];

        // The planner goes by what it knows of the graph: nothing new of it yet, all of it, and that it is empty. A hint makes these one.
        var failures = new List<string>();
        failures.AddRange(await FailuresAsync("as it was filled"));
        await client.ExecuteReadAsync(new Statement("CALL db.resampleOutdatedIndexes()"), TestJson.Default.JsonElement, Token);
        failures.AddRange(await FailuresAsync("counted anew"));
        await Neo4jServer.WipeAsync(client, Token);
        await client.ExecuteReadAsync(new Statement("CALL db.resampleOutdatedIndexes()"), TestJson.Default.JsonElement, Token);
        failures.AddRange(await FailuresAsync("empty"));
        Assert.True(failures.Count == 0, string.Join('\n', failures));

        async Task<IReadOnlyList<string>> FailuresAsync(string graph)
        {
            var found = new List<string>();
            foreach (var statement in statements)
            {
                var (plan, unmet) = await ExplainAsync(options, statement);
                found.AddRange(Faults(plan).Concat(unmet).Select(f => $"{f} on the graph {graph} in\n{statement.GetProperty("statement").GetString()}\n"));
            }
            return found;
        }
    }

    private static async Task SeedAsync(IClaimStore store)
    {
        for (var article = 0; article < 24; article++)
        {
            var draft = new Draft($"article {article}").From(article % 3 == 0 ? "Daily" : "Weekly");
            for (var claim = 0; claim < 8; claim++)
                draft.Says($"{article} and {claim} went", question: $"question {claim}", number: article % 4, day: $"2025-03-{article + 1:00}", speaker: claim % 2 == 0 ? "Anna" : "Bert", mentions: ["Carl"]);
            if (article > 0) draft.Relates(RelationKind.Contradicts, $"{article} and 0 went", $"article {article - 1}: {article - 1} and 0 went", day: $"2025-03-{article + 1:00}");
            await store.StoreAsync(draft);
        }
    }

    private static async Task ReadEverythingAsync(Neo4jClaimStore store)
    {
        var board = await store.QuestionsAsync(null, QuestionOrder.MostConflicts, Page, null, Token);
        var question = board.Edges[0].Node.Question.Id;
        string[] questions = [.. board.Nodes().Select(q => q.Question.Id)];
        var claims = await store.ClaimsAsync(Where(new ClaimFilter { Questions = [question] }), ClaimOrder.Newest, Page, null, Token);
        string[] ids = [.. claims.Nodes().Select(c => c.Id)];
        string[] sources = [.. claims.Nodes().Select(c => c.Source.Id)];
        string[] actors = [Draft.ActorId("Anna"), Draft.ActorId("Bert")];
        string[] positions = [.. claims.Nodes().Select(c => c.PositionId!).Distinct()];
        var now = DateTimeOffset.UtcNow;

        foreach (var order in Enum.GetValues<QuestionOrder>()) await store.QuestionsAsync(null, order, Page, null, Token);
        await store.QuestionsAsync(null, QuestionOrder.MostConflicts, Page, now, Token);
        await store.QuestionsAsync(Where(new QuestionFilter { Actors = actors }), QuestionOrder.MostConflicts, Page, null, Token);
        foreach (var order in Enum.GetValues<ClaimOrder>())
        {
            await store.ClaimsAsync(null, order, Page, null, Token);
            await store.ClaimsAsync(Where(new ClaimFilter { Actors = actors }), order, Page, null, Token);
            await store.ClaimsAsync(Where(new ClaimFilter { Speakers = actors }), order, Page, null, Token);
            await store.ClaimsAsync(Where(new ClaimFilter { Sources = sources }), order, Page, null, Token);
            await store.ClaimsAsync(Where(new ClaimFilter { Outlets = [Ids.Outlet("Daily")] }), order, Page, null, Token);
            await store.ClaimsAsync(Where(new ClaimFilter { Positions = positions }), order, Page, null, Token);
            await store.ClaimsAsync(Where(new ClaimFilter { Questions = questions, AssertedFrom = new DateOnly(2025, 3, 5), Modality = [Modality.Asserted] }), order, Page, now, Token);
        }
        await store.ClaimsAsync(Where(new ClaimFilter { Text = "went" }), ClaimOrder.Newest, Page, null, Token);
        foreach (var parent in Enum.GetValues<ClaimParent>())
        {
            string[] of = parent switch { ClaimParent.Question => questions, ClaimParent.Position => positions, ClaimParent.Source => sources, _ => actors };
            foreach (var order in Enum.GetValues<ClaimOrder>()) await store.ClaimsOfAsync(parent, of, null, order, Page, null, Token);
        }

        var conflicts = Where(new RelationFilter { Conflict = true });
        foreach (var order in Enum.GetValues<RelationOrder>())
        {
            await store.RelationsAsync(null, order, Page, null, Token);
            await store.RelationsAsync(conflicts, order, Page, null, Token);
            await store.RelationsAsync(Where(new RelationFilter { Conflict = true, Actors = actors }), order, Page, null, Token);
            await store.RelationsAsync(Where(new RelationFilter { Conflict = true, Questions = questions, Sources = sources, MinOrigins = 1 }), order, Page, null, Token);
            await store.RelationsOfAsync(RelationParent.Question, questions, conflicts, order, Page, null, Token);
        }
        await store.RelationsAsync(conflicts, RelationOrder.Newest, Page, now, Token);
        var relations = await store.RelationsOfAsync(RelationParent.Claim, ids, null, RelationOrder.Newest, Page, null, Token);
        await store.RelationFacetsAsync(conflicts, null, Token);

        await store.ClaimsAsync(ids, now, Token);
        await store.ClaimDetailsAsync(ids, Token);
        await store.SourcesAsync(sources, now, Token);
        await store.TextsAsync(sources, Token);
        await store.ActorsAsync(actors, now, Token);
        await store.QuestionsAsync(questions, now, Token);
        await store.PositionsAsync(positions, now, Token);
        await store.PositionsOfAsync(questions, 10, notable: true, null, Token);
        await store.RelationsAsync([.. relations.Values.SelectMany(r => r.Nodes()).Select(r => r.Relation.Id)], now, Token);
        await store.ChainsAsync(ids, Token);
        await store.CitationsAsync(sources, Token);
        await store.OriginsAsync(positions, null, Token);
        await store.SetApartAsync(questions, Token);
        await store.MergesAsync(actors, Token);
        await store.AssessmentsOfAsync(ids, null, Token);
        await store.SourcesAsync(null, Page, null, Token);
        await store.SourcesAsync(new SourceFilter { Outlets = [Ids.Outlet("Daily")] }, Page, null, Token);
        await store.ActorsAsync(null, Page, null, Token);
        await store.ReviewInboxAsync(null, Page, null, Token);
        await store.ReviewInboxAsync(new ReviewFilter { AssessedBy = "ann" }, Page, null, Token);
        await store.ReviewInboxAsync(new ReviewFilter { Actors = actors, Questions = questions }, Page, null, Token);
        await store.MergeSuggestionsAsync(Page, Token);
        await store.RunsAsync(Page, Token);
        await store.ReviewFacetsAsync(null, null, Token);
        await store.AssessmentCountAsync("Eva", DateTimeOffset.UnixEpoch, Token);
        await store.SearchAsync(new SearchRequest("went", Enum.GetValues<SearchKind>()), Page, null, Token);
        await store.StatisticsAsync(Token);
        await store.ChangesAsync(0, 10, Token);
        await store.LastChangeAsync(Token);
        await store.BlocksAsync(["question 0", "question 1"], [new DateOnly(2025, 3, 3)], 4, Token);
        foreach (var node in (string[])[ids[0], question, sources[0], actors[0]]) await store.NeighbourhoodAsync(node, 2, null, 20, null, Token);
        await store.PathAsync(ids[0], ids[1], 4, null, Token);
    }

    /// <returns>The plan, and hints that the planner could not follow.</returns>
    private static async Task<(JsonElement Plan, IEnumerable<string> Unmet)> ExplainAsync(QueryApiOptions options, JsonElement statement)
    {
        // Sent as it was, parameters and all; a remark makes the planner look at it anew.
        var body = new Dictionary<string, object?>
        {
            ["statement"] = $"EXPLAIN {statement.GetProperty("statement").GetString()}\n// {Guid.NewGuid()}",
            ["parameters"] = statement.GetProperty("parameters"),
            ["accessMode"] = statement.GetProperty("accessMode").GetString(),
        };
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, "/db/neo4j/query/v2")) { Content = new StringContent(JsonSerializer.Serialize(body), null, "application/json") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        using var response = await http.SendAsync(request, Token);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token), new JsonDocumentOptions { MaxDepth = 1000 }).RootElement;
        Assert.True(answer.TryGetProperty("queryPlan", out var plan), $"{answer} to {statement}");
        var notes = answer.TryGetProperty("notifications", out var all) ? all.EnumerateArray() : default;
        return (plan, [.. notes.Select(n => n.GetProperty("description").GetString()!).Where(d => d.Contains("hint", StringComparison.OrdinalIgnoreCase))]);
    }

    /// <summary>Labels of few nodes, whatever the number of claims.</summary>
    private static readonly string[] Handfuls = ["Migration"];

    private static readonly string[] Pipes = ["Filter", "Projection", "CacheProperties", "NodeIndexSeek", "Argument", "Distinct", "OptionalExpand"];

    /// <summary>Sorted by agreement: an actor's claims by worth, a claim's few relations, the hits of a full-text search.</summary>
    private static bool Agreed(string details) => details.Contains("worthKey", StringComparison.Ordinal) || details.Contains("c1", StringComparison.Ordinal) || details.Contains("at ", StringComparison.Ordinal);

    private static IEnumerable<string> Faults(JsonElement plan)
    {
        var (name, details) = (Name(plan), Details(plan));
        // Parts of a statement that know nothing of each other are one row beside another, and two nodes by their unique keys are one pair: neither multiplies.
        if (name is "AllNodesScan" || name is "CartesianProduct" && Rows(plan) > 1 && !Children(plan).All(IsOneNode)) yield return $"{name} ({details})";
        if (name is "NodeByLabelScan" && !Handfuls.Any(h => details.Contains(":" + h, StringComparison.Ordinal)) || name.EndsWith("TypeScan", StringComparison.Ordinal)) yield return $"{name} ({details})";
        if (name is "Sort" or "Top" && !Agreed(details) && WholeRange(plan) is { } range) yield return $"{name} ({details}) over {range}";
        foreach (var child in Children(plan))
            foreach (var fault in Faults(child)) yield return fault;
    }

    /// <summary>The index range that a sort reads to its end: nothing stands between them that stops or multiplies.</summary>
    private static string? WholeRange(JsonElement sort)
    {
        for (var plan = sort; Children(plan).ToList() is [var only]; plan = only)
        {
            if (Name(only).Contains("IndexSeekByRange", StringComparison.Ordinal) || Name(only).Contains("IndexScan", StringComparison.Ordinal)) return Details(only);
            if (!Pipes.Contains(Name(only))) return null;
        }
        return null;
    }

    private static bool IsOneNode(JsonElement plan) =>
        Name(plan).StartsWith("NodeUniqueIndexSeek", StringComparison.Ordinal) || Name(plan) is "Filter" or "CartesianProduct" && Children(plan).All(IsOneNode);

    private static double Rows(JsonElement plan) => plan.GetProperty("arguments").GetProperty("EstimatedRows").GetDouble();

    private static string Name(JsonElement plan) => plan.GetProperty("operatorType").GetString()!.Split('@')[0];

    private static string Details(JsonElement plan) => plan.TryGetProperty("arguments", out var a) && a.TryGetProperty("Details", out var d) ? d.GetString() ?? "" : "";

    private static JsonElement.ArrayEnumerator Children(JsonElement plan) => plan.TryGetProperty("children", out var children) ? children.EnumerateArray() : default;
}

using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;
using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>What the relationships of the graph say to those who walk it.</summary>
[Collection(Neo4jServer.Shared)]
public sealed class Neo4jRelationships(Neo4jServer neo4j)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly string Conflict = Ids.Relation(Draft.IdOf("two", "ten went"), Draft.IdOf("one", "twenty-six went"));

    [Fact]
    public async Task A_relation_names_who_decided_it_while_the_verdict_stands_whatever_else_is_stored()
    {
        var options = await neo4j.OptionsAsync();
        await using var client = new QueryApiClient(options, TestJson.Default);
        await Neo4jServer.WipeAsync(client, Token);
        await using var store = new Neo4jClaimStore(Neo4jServer.StoreOptions(options));
        await store.MigrateAsync(Token);
        await store.StoreAsync(new Draft("one").Says("twenty-six went", number: 26));
        await store.StoreAsync(Two());
        Assert.Equal("machine", await DecidedByAsync());

        var confirmed = await JudgeAsync("Eva", Verdict.Confirm);
        Assert.Equal("Eva", await DecidedByAsync());
        var superseded = await JudgeAsync("Max", Verdict.MarkSuperseded);
        Assert.Equal("Max", await DecidedByAsync());
        // A new version of the article carries the claim over: the relation is counted again, and nothing else.
        await store.StoreAsync(Two().Text("A correction."));
        Assert.Equal("Max", await DecidedByAsync());
        await store.UndoAsync(superseded, "Max", null, Token);
        Assert.Equal("Eva", await DecidedByAsync());

        var misread = (await store.AssessAsync(new AssessmentRequest(Draft.IdOf("two", "ten went"), Verdict.Misread, "Max", null, null), Token)).Assessment!.Id;
        Assert.Null(await DecidedByAsync());
        await store.UndoAsync(misread, "Max", null, Token);
        Assert.Equal("Eva", await DecidedByAsync());
        await store.UndoAsync(confirmed, "Eva", null, Token);
        Assert.Equal("machine", await DecidedByAsync());

        async Task<string> JudgeAsync(string by, Verdict verdict) => (await store.AssessAsync(new AssessmentRequest(Conflict, verdict, by, null, null), Token)).Assessment!.Id;

        async Task<string?> DecidedByAsync() => (await client.ExecuteReadAsync(
            new Statement("MATCH (:Claim)-[r:CONTRADICTS|SUPERSEDES {id: $id}]->(:Claim) RETURN r.decidedBy", new Dictionary<string, object?> { ["id"] = Conflict }), TestJson.Default.String, Token)).Rows.SingleOrDefault();
    }

    private static Draft Two() => new Draft("two").Says("ten went", number: 10, day: "2025-03-02").Relates(RelationKind.Contradicts, "ten went", "one: twenty-six went", day: "2025-03-02");
}

using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;
using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>The queries for graph explorers, each run on a small graph of our own.</summary>
[Collection(Neo4jServer.Shared)]
public sealed class CypherSamples(Neo4jServer neo4j)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_sample_says_what_it_answers_and_finds_something()
    {
        var options = await neo4j.OptionsAsync();
        await using var client = new QueryApiClient(options, TestJson.Default);
        await Neo4jServer.WipeAsync(client, Token);
        await using var store = new Neo4jClaimStore(Neo4jServer.StoreOptions(options));
        await store.MigrateAsync(Token);
        await SeedAsync(store);

        var files = Directory.GetFiles(Path.Combine(Neo4jServer.Root, "cypher", "samples"), "*.cypher").Order().ToList();
        Assert.Equal(12, files.Count);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, Token);
            Assert.Matches("^// [A-Z].*[?.]", text);
            var rows = await client.ExecuteReadAsync(
                new Statement(text, new Dictionary<string, object?> { ["actor"] = "Anna", ["other"] = "Bert", ["words"] = "Troops", ["quote"] = "twenty-six went" }), TestJson.Default.JsonElement, Token);
            Assert.True(rows.Rows.Count > 0, $"{Path.GetFileName(file)} found nothing");
        }
    }

    private static async Task SeedAsync(IClaimStore store)
    {
        var one = new Draft("one").From("Daily").Says("twenty-six went", number: 26, day: "2025-03-01", speaker: "Anna").Says("thirty went", number: 30, day: "2025-03-03", speaker: "Anna");
        var two = new Draft("two").From("Weekly").Says("ten went", number: 10, day: "2025-03-02", speaker: "Bert").Says("thirty it was", number: 30, origin: Origin.OfActor(Draft.ActorId("Anna")))
            .Relates(RelationKind.Contradicts, "ten went", "one: twenty-six went", day: "2025-03-02");
        await store.StoreAsync(one.CitesArticle(two.Reading.Source.Id));
        await store.StoreAsync(two.CitesArticle(one.Reading.Source.Id));
        await store.StoreAsync(new Draft("three").From("Monthly").Says("eleven went", number: 11, day: "2025-03-04").Says("nobody knows", question: null, originKnown: false)
            .Relates(RelationKind.Supersedes, "eleven went", "two: ten went", day: "2025-03-04"));
    }
}

using System.Text.Json;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Journeys;

/// <summary>A running server and the command line write to one store at the same time.</summary>
public sealed class SideBySideTests
{
    private const int Articles = 20;

    [Fact]
    public async Task A_server_and_two_ingests_on_one_store_lose_nothing_and_compare_with_each_other()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(folder.Path, "data");
        await using var server = await ServerProcess.StartAsync(data, "--no-samples");

        var feeds = await Task.WhenAll(Ingest("north"), Ingest("south"), Post("web"));

        Assert.All(feeds, stored => Assert.Equal(Articles, stored));
        var board = await server.AskAsync("{ questions(first: 20) { nodes { text claimCount conflictCount } } statistics { sources } }");
        var asked = board.GetProperty("questions").GetProperty("nodes").EnumerateArray().Where(q => q.GetProperty("claimCount").GetInt32() > 0).ToList();
        // Three writers, one ferry: every article's toll answers the same question, and tolls of one day that differ are conflicts whoever wrote them.
        Assert.Equal(3 * Articles, asked.Max(q => q.GetProperty("claimCount").GetInt32()));
        Assert.True(asked.Max(q => q.GetProperty("conflictCount").GetInt32()) > 0);
        Assert.Equal(0, (await Executable.RunAsync("rebuild", "--data", data)).ExitCode);
        Assert.Equal(board.GetRawText(), (await server.AskAsync("{ questions(first: 20) { nodes { text claimCount conflictCount } } statistics { sources } }")).GetRawText());

        async Task<int> Ingest(string writer)
        {
            var feed = folder.File($"{writer}.jsonl", string.Concat(Enumerable.Range(0, Articles).Select(i => JsonSerializer.Serialize(Article(writer, i)) + "\n")));
            var result = await Executable.RunAsync("ingest", feed, "--json", "--data", data);
            Assert.True(result.ExitCode == 0, result.Error);
            return result.Lines.Select(l => JsonDocument.Parse(l).RootElement).Count(l => l.TryGetProperty("state", out var state) && state.GetString() == "Done");
        }

        async Task<int> Post(string writer)
        {
            var stored = 0;
            foreach (var i in Enumerable.Range(0, Articles))
            {
                var answer = await server.AskAsync(
                    "mutation Add($article: IngestArticleInput!) { ingestArticle(input: $article) { source { id } errors { message } } }", new { article = Article(writer, i) });
                Assert.Empty(answer.GetProperty("ingestArticle").GetProperty("errors").EnumerateArray());
                stored++;
            }
            return stored;
        }

        static object Article(string writer, int number) => new
        {
            id = $"{writer}-{number}",
            title = $"Ferry sinks ({writer} {number})",
            text = $"{10 + (number % 4)} people were killed when the ferry Aurelia sank off Brindisi on Monday, the coast guard said.",
            published = "2025-03-11",
        };
    }
}

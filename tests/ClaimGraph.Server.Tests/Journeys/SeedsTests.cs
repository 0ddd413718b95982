using System.Text.Json;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Journeys;

/// <summary>The product's first example on the real articles: 26 countries have committed, and no country had.</summary>
public sealed class SeedsTests
{
    [Fact]
    public async Task The_seed_articles_show_26_countries_superseding_no_country()
    {
        using var folder = new TempFolder();
        var feed = folder.File("seeds.jsonl", Seeds());
        await using var server = await ServerProcess.StartAsync(Path.Combine(folder.Path, "data"), "--no-samples");
        // Beside the running server, as an editor would.
        var ingest = await Executable.RunAsync("ingest", feed, "--data", Path.Combine(folder.Path, "data"));
        Assert.Equal((0, 0), (ingest.ExitCode, ingest.Error.Split("warning: ").Length - 1));

        var answer = await server.AskAsync("""
            { conflicts(where: { kinds: [SUPERSEDES] }, first: 100) { nodes {
              conflict status explanation decidingField confidence
              trace { rule earlier later outcome decides }
              earlier { ...side } later { ...side } } } }
            fragment side on Claim { quote asserted { start text } standing value { low high modality } source { title published { text } text } sourceChain { steps { position role cue actor { name } source { title } } } }
            """);
        var pair = answer.GetProperty("conflicts").GetProperty("nodes").EnumerateArray().First(c =>
            Quote(c, "later").Contains("Twenty-six Western allies have formally committed", StringComparison.Ordinal) && Quote(c, "earlier").Contains("no country has publicly committed", StringComparison.Ordinal));

        Assert.True(pair.GetProperty("conflict").GetBoolean());
        Assert.Equal("2025-03-28", Asserted(pair, "earlier"));
        Assert.Equal("2025-09-04", Asserted(pair, "later"));
        Assert.Equal("REPLACED", pair.GetProperty("earlier").GetProperty("standing").GetString());

        // Both sources, both dates and both values stand in the sentence that explains it.
        var explanation = pair.GetProperty("explanation").GetString()!;
        foreach (var part in new[] { "BBC", "28 March 2025", "4 September 2025", "26", "no country" })
            Assert.Contains(part == "26" ? "wenty-six" : part, explanation, StringComparison.Ordinal);

        Assert.Equal(["Emmanuel Macron", "BBC"], Steps(pair, "later").Take(2));
        Assert.Contains(Steps(pair, "earlier"), s => s is "The Wall Street Journal" or "WSJ" or "Wall Street Journal");

        var trace = pair.GetProperty("trace").EnumerateArray().ToList();
        Assert.True(trace.Count >= 5);
        // The days made it a replacement, the values made it a conflict.
        Assert.Equal(["valid time", "value"], trace.Where(t => t.GetProperty("decides").GetBoolean()).Select(t => t.GetProperty("rule").GetString()!));
    }

    private static string Quote(JsonElement conflict, string side) => conflict.GetProperty(side).GetProperty("quote").GetString()!;

    private static string Asserted(JsonElement conflict, string side) => conflict.GetProperty(side).GetProperty("asserted").GetProperty("start").GetString()!;

    private static List<string?> Steps(JsonElement conflict, string side) => [.. conflict.GetProperty(side).GetProperty("sourceChain").GetProperty("steps").EnumerateArray().Select(s =>
        s.GetProperty("actor") is { ValueKind: JsonValueKind.Object } actor ? actor.GetProperty("name").GetString() : s.GetProperty("source") is { ValueKind: JsonValueKind.Object } source ? source.GetProperty("title").GetString() : null)];

    private static string Seeds()
    {
        var shared = Shared.Folder("seeds");
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(Shared.Folder("gold"), "seed-annotations.json")));
        return string.Concat(gold.RootElement.GetProperty("documents").EnumerateArray().Select(d => JsonSerializer.Serialize(new
        {
            id = d.GetProperty("file").GetString(),
            text = File.ReadAllText(Path.Combine(shared, d.GetProperty("file").GetString()!)),
            published = d.GetProperty("ingestDate").GetString(),
        }) + "\n"));
    }
}

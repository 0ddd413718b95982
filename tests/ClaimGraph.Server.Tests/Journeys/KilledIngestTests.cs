using System.Text.Json;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Journeys;

/// <summary>An ingest that is killed loses nothing that it acknowledged and leaves nothing half-written.</summary>
public sealed class KilledIngestTests
{
    private const int Kills = 30;

    [Fact]
    public async Task Killed_again_and_again_it_keeps_every_acknowledged_article_whole()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(folder.Path, "data");
        await Executable.RunAsync("migrate", "--data", data);
        HashSet<string> acknowledged = [];
        for (var round = 0; round < Kills; round++)
        {
            var feed = folder.File("feed.jsonl", string.Concat(Enumerable.Range(0, 100).Select(i => JsonSerializer.Serialize(new
            {
                id = $"r{round}-{i}",
                title = $"r{round}-{i}",
                text = $"At least {i + 2} people were killed when a ferry sank off {Harbour(round * 100 + i)} on Monday, officials said. The ferry carried {i + 40} passengers.",
                published = $"2025-0{1 + i % 9}-1{i % 10}",
            }) + "\n")));
            using var process = Executable.Start(["ingest", feed, "--json", "--data", data]);
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            // Each round is killed after another number of articles, so that the kill meets the writer in different places.
            for (var lines = 0; lines <= round * 2 && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; lines++)
                Acknowledge(line);
            process.Kill();
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                if (line.EndsWith('}')) Acknowledge(line);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var export = (await Executable.RunAsync("export", "--data", data)).Lines.Select(l => JsonDocument.Parse(l).RootElement).ToList();
        var stored = export.Where(r => r.GetProperty("type").GetString() == "source" && r.GetProperty("document").ValueKind == JsonValueKind.String).Select(r => r.GetProperty("document").GetString()!).ToHashSet();
        Assert.True(acknowledged.Count >= Kills);
        Assert.Empty(acknowledged.Except(stored));

        // Whole: each stored article has its claims, and every relation finds both of its own.
        var claims = export.Where(r => r.GetProperty("type").GetString() == "claim").ToList();
        Assert.Empty(stored.Except(claims.Select(c => c.GetProperty("document").GetString()!)));
        var ids = claims.Select(c => c.GetProperty("id").GetString()!).ToHashSet();
        Assert.All(export.Where(r => r.GetProperty("type").GetString() == "relation"), r => Assert.True(ids.Contains(r.GetProperty("a").GetString()!) && ids.Contains(r.GetProperty("b").GetString()!)));

        // What was not acknowledged can simply be ingested again, and rebuilding the counters changes nothing.
        Assert.Equal(0, (await Executable.RunAsync("rebuild", "--data", data)).ExitCode);

        // Names of their own, so that most articles tell of something else, and some of the same.
        static string Harbour(int number) => "Port " + "Kelmodrasanetivu"[(number % 13)..(number % 13 + 3)].ToUpperInvariant()[..1] + "Kelmodrasanetivu"[(number % 11)..(number % 11 + 4)] + "Bordenhalsumtrik"[(number / 7 % 12)..(number / 7 % 12 + 4)];

        void Acknowledge(string line)
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.GetProperty("state").GetString() == "Done") acknowledged.Add(row.RootElement.GetProperty("title").GetString()!);
        }
    }
}

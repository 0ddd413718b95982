using System.Diagnostics;
using System.Globalization;
using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;
using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>
/// The server or the process that writes ends at any moment, or the disk is full: every article that was acknowledged is there, none is half there, counters and feed say what there is.
/// <c>CLAIMGRAPH_KILLS</c> says how often, for a long run.
/// </summary>
[Collection(Neo4jServer.Shared)]
public sealed class Neo4jCrashes(Neo4jServer neo4j)
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("CLAIMGRAPH_KILLS") ?? "2", CultureInfo.InvariantCulture);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_killed_while_articles_come_in_loses_none_that_was_acknowledged_and_keeps_none_by_half()
    {
        var home = Path.Combine(Path.GetTempPath(), $"claimgraph-neo4j-{Guid.NewGuid():N}");
        string[] start = ["--home", home, "--http-port", Neo4jServer.FreePort().ToString(CultureInfo.InvariantCulture)];
        var server = await Neo4jServer.OwnAsync(start);
        try
        {
            await using var store = new Neo4jClaimStore(Patient(server));
            await store.MigrateAsync(Token);
            var acknowledged = new List<string>();
            for (var kill = 0; kill < Kills; kill++)
            {
                // Warm before the kill, so that writes are in flight.
                for (var i = 0; i < 3; i++) await StoreAsync(store, acknowledged);
                var writing = Task.Run(async () =>
                {
                    while (true) await StoreAsync(store, acknowledged);
                }, Token);
                await Task.Delay(Random.Shared.Next(200, 1500), Token);
                await Neo4jServer.StopAsync(home, kill: true);
                var error = await Assert.ThrowsAsync<StoreException>(() => writing);
                Assert.True(error is { Failure: StoreFailure.Unreachable, MayRetry: true }, error.Message);
                await Neo4jServer.RunAsync(start);
                await ExamineAsync(store, acknowledged);
            }
        }
        finally
        {
            await Neo4jServer.StopAsync(home);
            Directory.Delete(home, recursive: true);
        }
    }

    [Fact]
    public async Task A_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged()
    {
        var server = await neo4j.OptionsAsync();
        await using var client = new QueryApiClient(server, TestJson.Default);
        await Neo4jServer.WipeAsync(client, Token);
        await using var store = new Neo4jClaimStore(Neo4jServer.StoreOptions(server));
        await store.MigrateAsync(Token);
        var acknowledged = new List<string>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, WritingProcess.Arguments(server.Address.ToString(), kill)) { RedirectStandardOutput = true, UseShellExecute = false };
            (start.Environment["NEO4J_USER"], start.Environment["NEO4J_PASSWORD"]) = (server.User, server.Password);
            using var process = Process.Start(start)!;
            for (var n = 0; n <= kill % 3 && await process.StandardOutput.ReadLineAsync(Token) is { } document; n++) acknowledged.Add(document);
            await Task.Delay(Random.Shared.Next(100), Token);
            process.Kill();
            while (await process.StandardOutput.ReadLineAsync(Token) is { } document)
                if (document.EndsWith('.')) acknowledged.Add(document);
            await process.WaitForExitAsync(Token);

            // The server does not see that its client is gone: what it was sent last ends first.
            while ((await client.ExecuteReadAsync(new Statement("SHOW TRANSACTIONS YIELD currentQuery AS q WHERE q <> '' AND NOT q STARTS WITH 'SHOW' RETURN count(*)"), TestJson.Default.Int64, Token)).Rows is not [0]) await Task.Delay(20, Token);
            await ExamineAsync(store, acknowledged);
        }
        Assert.True(acknowledged.Count >= Kills, $"only {acknowledged.Count} articles were acknowledged");
    }

    [Fact]
    public async Task A_full_disk_is_named_and_after_a_restart_with_room_nothing_acknowledged_is_lost()
    {
        var disk = Directory.CreateTempSubdirectory("claimgraph-disk-").FullName;
        Assert.SkipUnless(await RunAsync("mount", "-t", "tmpfs", "-o", "size=250m", "tmpfs", disk), "a small disk can be had where this process may mount one");
        try
        {
            string[] start = ["--home", Path.Combine(disk, "home"), "--http-port", Neo4jServer.FreePort().ToString(CultureInfo.InvariantCulture), "--conf", "db.tx_log.preallocate=false"];
            var server = await Neo4jServer.OwnAsync(start);
            await using var store = new Neo4jClaimStore(Patient(server));
            await store.MigrateAsync(Token);
            var acknowledged = new List<string>();
            for (var i = 0; i < 3; i++) await StoreAsync(store, acknowledged);

            var filler = Path.Combine(disk, "filler");
            Assert.Throws<IOException>(() => FillUp(filler));
            var full = await Assert.ThrowsAsync<StoreException>(async () =>
            {
                while (true) await StoreAsync(store, acknowledged, longText: true);
            });
            Assert.Equal(StoreFailure.OutOfSpace, full.Failure);
            Assert.Contains("Make room", full.Message);
            var later = await Assert.ThrowsAsync<StoreException>(() => store.LastChangeAsync(Token));
            Assert.Equal(StoreFailure.Unreachable, later.Failure);
            Assert.Contains("restart", later.Message);

            File.Delete(filler);
            await Neo4jServer.StopAsync(server.Home!, kill: true);
            await Neo4jServer.RunAsync(start);
            await ExamineAsync(store, acknowledged);
            await StoreAsync(store, acknowledged);
            await Neo4jServer.StopAsync(server.Home!);
        }
        finally
        {
            await RunAsync("umount", "-l", disk);
            Directory.Delete(disk);
        }
    }

    /// <summary>A server just started plans its first statements slowly on a busy machine; how long that takes is not what is tested.</summary>
    private static Neo4jOptions Patient(Neo4jServer.Started server) => new() { Url = server.Address, User = server.User, Password = server.Password, Timeout = TimeSpan.FromMinutes(2) };

    private static async Task StoreAsync(Neo4jClaimStore store, List<string> acknowledged, bool longText = false)
    {
        var name = $"article {Guid.NewGuid():N}";
        var draft = new Draft(name).From("Daily").Cites("the report");
        for (var j = 0; j < WritingProcess.Claims; j++) draft.Says($"{name} {j} went{(longText ? new string('.', 20_000) : "")}", number: j, speaker: "Anna");
        await store.StoreAsync(draft);
        acknowledged.Add(name);
    }

    private static async Task ExamineAsync(Neo4jClaimStore store, List<string> acknowledged)
    {
        Assert.Empty(acknowledged.Except((await store.DocumentsAsync(acknowledged, Token)).Keys));
        // Whole: an article has all its claims, each its chain, and the counters and the feed say what there is.
        var statistics = await store.StatisticsAsync(Token);
        Assert.Equal(statistics.Sources * WritingProcess.Claims, statistics.Claims);
        Assert.Equal(statistics.Sources, await store.LastChangeAsync(Token));
        var claims = (await GraphCopy.SumAsync(store, GraphPart.Claims, 500, Token)).Count;
        Assert.Equal(statistics.Claims, claims);
        string[] articles = [.. (await store.ReadPartAsync(GraphPart.Sources, "", 5_000, Token)).Cast<KeptSource>().Where(s => s.Source.Document is not null).Select(s => s.Key)];
        Assert.All((await store.SourcesAsync(articles, null, Token)).Values, s => Assert.Equal(WritingProcess.Claims, s.ClaimCount));
    }

    private static void FillUp(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (true) file.Write(new byte[1 << 16]);
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(Token);
        return process.ExitCode == 0;
    }
}

using System.CommandLine;
using System.Diagnostics;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Benchmarks;

/// <summary><c>generate</c>: fills a SQLite store with a synthetic graph, through the store's own way of writing.</summary>
internal static class Generate
{
    private const int ArticlesInCommit = 60;

    public static Command Command()
    {
        var claims = new Option<int>("--claims") { Description = "How many claims", DefaultValueFactory = _ => 100_000 };
        var data = new Option<DirectoryInfo>("--data") { Description = "The data folder", Required = true };
        var seed = new Option<int>("--seed") { Description = "The same seed makes the same graph", DefaultValueFactory = _ => 1 };
        var command = new Command("generate", "Fills a store with a synthetic graph.") { claims, data, seed };
        command.SetAction(async (parsed, cancellation) => await RunAsync(parsed.GetRequiredValue(claims), parsed.GetRequiredValue(data), parsed.GetRequiredValue(seed), cancellation));
        return command;
    }

    public static async Task RunAsync(int claims, DirectoryInfo data, int seed, CancellationToken cancellation)
    {
        await using var store = new SqliteClaimStore(new SqliteOptions { Path = Path.Combine(data.FullName, SqliteOptions.FileName), SyncEveryCommit = false });
        await store.MigrateAsync(cancellation);
        var press = new Press(new World(claims, seed));
        var (watch, written, reported) = (Stopwatch.StartNew(), 0, 0);
        while (written < claims)
        {
            var group = new List<ArticleWrite>(ArticlesInCommit);
            while (group.Count < ArticlesInCommit && written < claims)
            {
                group.Add(press.Article(claims - written));
                written += group[^1].Reading.Claims.Count;
            }
            var outcomes = await store.WriteAsync(group, cancellation);
            if (outcomes.FirstOrDefault(o => o.Fault is not null) is { Fault: { } fault }) throw fault;
            if (written - reported < 20_000) continue;
            reported = written;
            Console.Error.WriteLine($"{written,10} claims, {watch.Elapsed.TotalSeconds,6:0.0} s");
        }
        await store.OptimiseAsync(cancellation);
        var statistics = await store.StatisticsAsync(cancellation);
        Console.WriteLine($"{statistics.Claims} claims, {statistics.Questions} questions, {statistics.Conflicts} conflicts, {statistics.Sources} articles, {statistics.Actors} actors in {watch.Elapsed.TotalSeconds:0.0} s");
    }
}

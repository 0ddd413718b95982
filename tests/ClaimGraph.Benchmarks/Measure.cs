using System.CommandLine;
using System.Diagnostics;
using ClaimGraph.Neo4j;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Benchmarks;

/// <summary><c>measure</c>: rough latencies of the main reads, many different parameters each, on an existing store.</summary>
internal static class Measure
{
    public static Command Command()
    {
        var data = new Option<DirectoryInfo?>("--data") { Description = "The data folder of a SQLite store" };
        var neo4j = new Option<Uri?>("--neo4j-url") { Description = "A Neo4j store, instead; user and password from NEO4J_USER and NEO4J_PASSWORD", CustomParser = r => new Uri(r.Tokens[0].Value) };
        var runs = new Option<int>("--runs") { Description = "Runs of each query", DefaultValueFactory = _ => 400 };
        var only = new Option<string>("--only") { Description = "Queries whose name contains this", DefaultValueFactory = _ => "" };
        var command = new Command("measure", "Prints latencies and CPU time of the main reads.") { data, neo4j, runs, only };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var store = Open(parsed.GetValue(data), parsed.GetValue(neo4j));
            await RunAsync(store, parsed.GetRequiredValue(runs), parsed.GetRequiredValue(only), cancellation);
        });
        return command;
    }

    private static IClaimStore Open(DirectoryInfo? data, Uri? neo4j) => (data, neo4j) switch
    {
        ({ } folder, null) => new SqliteClaimStore(new SqliteOptions { Path = Path.Combine(folder.FullName, SqliteOptions.FileName) }),
        (null, { } url) => new Neo4jClaimStore(new Neo4jOptions { Url = url, User = Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j", Password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") }),
        _ => throw new ArgumentException("Give --data or --neo4j-url."),
    };

    private static async Task RunAsync(IClaimStore store, int runs, string only, CancellationToken cancellation)
    {
        var sample = await Sample.OfAsync(store, cancellation);
        var positions = (await store.ClaimsAsync([.. sample.Claims.Take(200)], null, cancellation)).Values.Select(c => c.PositionId!).ToList();
        (string Name, Func<int, Task> Run)[] queries =
        [
            ("board", _ => Queries.BoardAsync(store)),
            ("conflicts up to a day", i => Queries.ConflictsAsync(store, sample.Days[i % sample.Days.Count])),
            ("conflicts of an actor", i => store.RelationsAsync(new Filter<RelationFilter>.Leaf(new RelationFilter { Conflict = true, Actors = [sample.Actors[i % sample.Actors.Count]] }), RelationOrder.Newest, new PageRequest(25), null, cancellation)),
            ("claims of an actor", i => Queries.ActorAsync(store, sample.Actors[i % sample.Actors.Count])),
            ("one claim", i => Queries.ClaimAsync(store, sample.Claims[i % sample.Claims.Count])),
            ("claims of a question", i => Queries.QuestionAsync(store, sample.Questions[i % sample.Questions.Count])),
            ("origins of a position", i => Queries.OriginsAsync(store, positions[i % positions.Count])),
            ("chains of 50 claims", i => store.ChainsAsync([.. sample.Claims.Skip(i % 300).Take(50)], cancellation)),
            ("search", i => Queries.SearchAsync(store, sample.Words[i % sample.Words.Count])),
            ("neighbourhood, 2 hops", i => store.NeighbourhoodAsync(sample.Claims[i % sample.Claims.Count], 2, null, 100, null, cancellation)),
            ("path", i => store.PathAsync(sample.Claims[i % sample.Claims.Count], sample.Claims[(i + 7) % sample.Claims.Count], 6, null, cancellation)),
            ("inbox", _ => store.ReviewInboxAsync(null, new PageRequest(25), null, cancellation)),
            ("board as of a time", _ => store.QuestionsAsync(null, QuestionOrder.MostConflicts, new PageRequest(20), DateTimeOffset.UtcNow, cancellation)),
        ];
        Console.WriteLine($"{"query",-24} {"p50 ms",8} {"p99 ms",8} {"max ms",8} {"CPU us",8}");
        foreach (var (name, run) in queries.Where(q => q.Name.Contains(only, StringComparison.Ordinal)))
        {
            for (var i = 0; i < 20; i++) await run(i);
            var times = new double[runs];
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < runs; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await run(i);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
            var spent = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / runs;
            Array.Sort(times);
            Console.WriteLine($"{name,-24} {times[runs / 2],8:0.00} {times[runs * 99 / 100],8:0.00} {times[^1],8:0.00} {spent,8:0}");
        }
    }
}

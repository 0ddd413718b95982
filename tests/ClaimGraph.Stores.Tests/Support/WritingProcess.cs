using ClaimGraph.Neo4j;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Stores.Tests.Support;

/// <summary>
/// This executable as a process that writes articles until it is killed, and prints each document once it is acknowledged. See Program.cs.
/// </summary>
internal static class WritingProcess
{
    public const int Claims = 12;

    private const string Word = "write-until-killed";

    /// <summary>The runner's own host, where tests run in "dotnet exec", wants the assembly first.</summary>
    /// <param name="store">A SQLite file, or Neo4j's address (user and password in the environment).</param>
    public static IEnumerable<string> Arguments(string store, int round) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(WritingProcess).Assembly.Location, Word, store, $"{round}"] : [Word, store, $"{round}"];

    public static bool IsAskedFor(string[] arguments) => arguments is [Word, _, _];

    private static IClaimStore Open(string store) => store.StartsWith("http", StringComparison.Ordinal)
        ? new Neo4jClaimStore(new Neo4jOptions { Url = new Uri(store), User = Environment.GetEnvironmentVariable("NEO4J_USER"), Password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") })
        : new SqliteClaimStore(new SqliteOptions { Path = store });

    /// <returns>Never: it writes until it is killed.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var round = arguments[2];
        await using var store = Open(arguments[1]);
        var random = new Random(round.GetHashCode(StringComparison.Ordinal));
        for (var i = 0; ; i++)
        {
            var group = new List<ArticleWrite>();
            for (var member = 0; member <= random.Next(3); member++)
            {
                var draft = new Draft($"round {round} number {i} {member}.").From("Daily").Cites("the report");
                for (var j = 0; j < Claims; j++) draft.Says($"{round} {i} {member} {j} went", $"question {j} {member}", random.Next(5), speaker: $"Speaker {random.Next(9)}", mentions: ["Carl"]);
                draft.Relates(RelationKind.Contradicts, $"{round} {i} {member} 0 went", $"{round} {i} {member} 1 went", question: $"question 0 {member}");
                var blocks = await store.BlocksAsync(Comparison.RelationFinder.BlocksOf(draft.Reading), [], 50, CancellationToken.None);
                group.Add(new ArticleWrite(draft.Reading, draft.Grouping, blocks.Revisions, null));
            }
            foreach (var (write, outcome) in group.Zip(await store.WriteAsync(group, CancellationToken.None)))
                if (outcome.Result == WriteResult.Stored) Console.WriteLine(write.Reading.Source.Document);
            await Console.Out.FlushAsync();
        }
    }
}

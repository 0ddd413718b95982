using System.Runtime.CompilerServices;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Stores.Tests.Support;

/// <summary>
/// This executable as a process that writes articles until it is killed, and prints each document once it is acknowledged. It begins when the module loads, before the
/// test runner sees the arguments.
/// </summary>
internal static class WritingProcess
{
    public const int Claims = 12;

    private const string Word = "write-until-killed";

    /// <summary>The runner's own host, where tests run in "dotnet exec", wants the assembly first.</summary>
    public static IEnumerable<string> Arguments(string store, int round) =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(WritingProcess).Assembly.Location, Word, store, $"{round}"] : [Word, store, $"{round}"];

#pragma warning disable CA2255 // A module initialiser is the only place that comes before the generated entry point of the test runner.
    [ModuleInitializer]
    internal static void Begin()
#pragma warning restore CA2255
    {
        var arguments = Environment.GetCommandLineArgs();
        if (arguments.Length < 4 || arguments[^3] != Word) return;
        WriteAsync(arguments[^2], arguments[^1]).GetAwaiter().GetResult();
    }

    private static async Task WriteAsync(string path, string round)
    {
        await using var store = new SqliteClaimStore(new SqliteOptions { Path = path });
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

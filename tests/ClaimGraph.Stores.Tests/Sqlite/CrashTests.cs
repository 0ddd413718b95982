using System.Diagnostics;
using ClaimGraph.Sqlite;
using ClaimGraph.Stores.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ClaimGraph.Stores.Tests;

/// <summary>
/// Kills a writing process 30 times at any moment: every article that it had acknowledged is there, none is half there, and the file and its counters are sound.
/// The writing process is this executable, started by <see cref="WritingProcess"/> in its place.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Killing_the_writer_at_any_moment_loses_nothing_that_it_acknowledged()
    {
        await using (var store = new SqliteClaimStore(new SqliteOptions { Path = _folder.Store })) await store.MigrateAsync(Cancellation);
        var (acknowledged, random) = (new HashSet<string>(StringComparer.Ordinal), new Random(30));
        for (var round = 0; round < 30; round++)
        {
            using var process = Start(round);
            // Killed after a number of acknowledgements, not after a time; somewhere within what follows.
            var until = 1 + random.Next(12);
            for (var n = 0; n < until && await process.StandardOutput.ReadLineAsync(Cancellation) is { } document; n++) acknowledged.Add(document);
            await Task.Delay(random.Next(8), Cancellation);
            process.Kill();
            while (await process.StandardOutput.ReadLineAsync(Cancellation) is { } document)
                if (document.EndsWith('.')) acknowledged.Add(document);
            await process.WaitForExitAsync(Cancellation);

            await ExamineAsync(acknowledged);
        }
        Assert.True(acknowledged.Count >= 30, $"only {acknowledged.Count} articles were acknowledged");
    }

    private async Task ExamineAsync(HashSet<string> acknowledged)
    {
        await using var store = new SqliteClaimStore(new SqliteOptions { Path = _folder.Store });
        var documents = await store.DocumentsAsync(acknowledged, Cancellation);
        Assert.Empty(acknowledged.Except(documents.Keys));

        using var connection = new SqliteConnection($"Data Source={_folder.Store};Pooling=False");
        connection.Open();
        Assert.Equal("ok", Scalar(connection, "PRAGMA integrity_check"));
        Assert.Equal(0L, Scalar(connection, "SELECT count(*) FROM pragma_foreign_key_check"));
        // An article is whole: its claims, their records, steps, words and its change.
        Assert.Equal(0L, Scalar(connection, $"SELECT count(*) FROM source s WHERE document IS NOT NULL AND (SELECT count(*) FROM claim c JOIN claim_record r ON r.claim_id = c.id WHERE c.source_id = s.id) <> {WritingProcess.Claims}"));
        Assert.Equal(0L, Scalar(connection, "SELECT count(*) FROM source s WHERE document IS NOT NULL AND NOT EXISTS(SELECT 1 FROM change h WHERE h.source = s.ext)"));
        Assert.Equal(Scalar(connection, "SELECT count(*) FROM claim"), Scalar(connection, "SELECT n FROM counter WHERE name = 'claims'"));
        Assert.Equal(Scalar(connection, "SELECT count(*) FROM claim"), Scalar(connection, "SELECT sum(claim_count) FROM question"));
        Assert.Equal(Scalar(connection, "SELECT count(*) FROM change"), Scalar(connection, "SELECT max(seq) FROM change"));
    }

    private Process Start(int round) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!, WritingProcess.Arguments(_folder.Store, round)) { RedirectStandardOutput = true, UseShellExecute = false })!;

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => _folder.Dispose();
}

using System.Net;
using System.Net.Sockets;
using ClaimGraph.Server.Tests.Support;
using ClaimGraph.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClaimGraph.Server.Tests.Journeys;

/// <summary>What cannot be served is said in one line, with what to do about it.</summary>
public sealed class StoreFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var result = await Executable.RunAsync("serve", "--no-samples", "--port", port, "--data", _folder.Path);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains($"{port} is in use", result.Error, StringComparison.Ordinal);
        Assert.Contains("--port", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_left_alone()
    {
        await Executable.RunAsync("migrate", "--data", _folder.Path);
        var file = Path.Combine(_folder.Path, "claimgraph.db");
        await using (var store = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            await store.OpenAsync(TestContext.Current.CancellationToken);
            await using var newer = store.CreateCommand();
            newer.CommandText = "PRAGMA user_version = 999";
            await newer.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        var result = await Executable.RunAsync("questions", "--data", _folder.Path);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains("999", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_copied_by_half_is_not_served_until_the_copy_has_ended()
    {
        var (from, into) = (Path.Combine(_folder.Path, "from"), Path.Combine(_folder.Path, "into"));
        await Executable.RunAsync("ingest", _folder.File("a.txt", "Twelve ministers met in Geneva on Monday."), "--data", from);
        var origin = $"sqlite:{from}";
        await using (var store = new SqliteClaimStore(new SqliteOptions { Path = Path.Combine(into, SqliteOptions.FileName) }))
        {
            Directory.CreateDirectory(into);
            await store.MigrateAsync(TestContext.Current.CancellationToken);
            await store.BeginCopyAsync(new CopyMark(origin, 1, GraphPart.Runs, ""), TestContext.Current.CancellationToken);
        }
        foreach (var arguments in (string[][])[["serve", "--port", "0", "--data", into], ["questions", "--data", into], ["copy", "--from", $"sqlite:{into}", "--to", $"sqlite:{Path.Combine(_folder.Path, "third")}"]])
        {
            var refused = await Executable.RunAsync(arguments);
            Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
            Assert.Contains("copy command again", refused.Error, StringComparison.Ordinal);
            Assert.Contains(origin, refused.Error, StringComparison.Ordinal);
        }
        var copied = await Executable.RunAsync("copy", "--from", origin, "--to", $"sqlite:{into}");
        Assert.True(copied.ExitCode == 0, copied.Error);
        Assert.Equal(0, (await Executable.RunAsync("questions", "--data", into)).ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_named()
    {
        _folder.File("claimgraph.db", "This was never a database, only a text file that somebody saved here under the wrong name.");
        var result = await Executable.RunAsync("questions", "--data", _folder.Path);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_another_program_keeps_locked_is_said_and_nothing_is_stored()
    {
        await Executable.RunAsync("migrate", "--data", _folder.Path);
        var article = _folder.File("a.txt", "Twelve ministers met in Geneva on Monday.");
        await using var store = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "claimgraph.db")};Pooling=false");
        await store.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = store.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE";
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var result = await Executable.RunAsync("ingest", article, "--data", _folder.Path);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains("lock", result.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beyond_loopback_the_server_does_not_start_without_keys()
    {
        var refused = await Executable.RunAsync("serve", "--no-samples", "--urls", "http://0.0.0.0:0", "--data", _folder.Path);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("--insecure", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "claimgraph.db")));
    }
}

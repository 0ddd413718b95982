using ClaimGraph.Sqlite;
using ClaimGraph.Stores.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ClaimGraph.Stores.Tests;

/// <summary>What may be wrong with the file or its folder, said in words that help.</summary>
public sealed class FileTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    private SqliteClaimStore Open(string? path = null, TimeSpan? wait = null) =>
        new(new SqliteOptions { Path = path ?? _folder.Store, SyncEveryCommit = false, BusyTimeout = wait ?? TimeSpan.FromSeconds(30) });

    [Fact]
    public async Task A_new_store_is_made_with_its_folder_and_only_the_first_migration_says_new()
    {
        await using var store = Open(Path.Combine(_folder.Path, "a", "b", SqliteOptions.FileName));
        Assert.True(await store.MigrateAsync(Cancellation));
        Assert.False(await store.MigrateAsync(Cancellation));
        Assert.Equal(0, (await store.StatisticsAsync(Cancellation)).Claims);
        Assert.Equal(0, await store.LastChangeAsync(Cancellation));
    }

    [Fact]
    public async Task Two_migrators_at_once_make_one_store()
    {
        var isNew = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var store = Open();
            return await store.MigrateAsync(Cancellation);
        }));
        Assert.Single(isNew, n => n);
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused()
    {
        await using (var store = Open()) await store.MigrateAsync(Cancellation);
        Change("PRAGMA user_version = 99");

        await using var again = Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => again.MigrateAsync(Cancellation));
        Assert.Equal(StoreFailure.NewerSchema, failure.Failure);
        Assert.Contains("99", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Update ClaimGraph", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_alone()
    {
        Change("CREATE TABLE theirs(x)");
        await using var store = Open();
        Assert.Equal(StoreFailure.Refused, (await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(Cancellation))).Failure);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(_folder.Store, string.Concat(Enumerable.Repeat("this is no database. ", 500)), Cancellation);
        await using var store = Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(Cancellation));
        Assert.Equal(StoreFailure.Corrupt, failure.Failure);
        Assert.Contains(_folder.Store, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", Cancellation);
        await using var store = Open(Path.Combine(file, "data", SqliteOptions.FileName));
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(Cancellation));
        Assert.Equal(StoreFailure.NotWritable, failure.Failure);
        Assert.Contains("choose another data folder", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_where_nobody_may_write_is_named()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may write everywhere");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("files have no Unix mode there");
            return;
        }
        await using (var store = Open()) await store.MigrateAsync(Cancellation);
        File.SetUnixFileMode(_folder.Store, UnixFileMode.UserRead);
        await using var again = Open();
        Assert.Equal(StoreFailure.NotWritable, (await Assert.ThrowsAsync<StoreException>(() => again.StoreAsync(new Draft("one").Says("ten went")))).Failure);
    }

    [Fact]
    public async Task A_read_of_a_store_that_was_never_made_says_how_to_make_it()
    {
        await using var store = Open();
        Assert.Contains("migrate", (await Assert.ThrowsAsync<StoreException>(() => store.PingAsync(Cancellation))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Store));
    }

    [Fact]
    public async Task A_store_that_stays_locked_is_reported_and_may_be_tried_again()
    {
        await using var store = Open(wait: TimeSpan.FromMilliseconds(50));
        await store.MigrateAsync(Cancellation);
        using (var other = new SqliteConnection($"Data Source={_folder.Store};Pooling=False"))
        {
            other.Open();
            Execute(other, "BEGIN IMMEDIATE");
            var failure = await Assert.ThrowsAsync<StoreException>(() => store.StoreAsync(new Draft("one").Says("ten went")));
            Assert.Equal((StoreFailure.Locked, true), (failure.Failure, failure.MayRetry));
            Assert.Equal(0, (await store.StatisticsAsync(Cancellation)).Claims);
        }
        Assert.Equal(WriteResult.Stored, (await store.StoreAsync(new Draft("one").Says("ten went"))).Result);
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_of_the_article_and_says_so()
    {
        await using (var store = Open()) await store.MigrateAsync(Cancellation);
        await using var full = new SqliteClaimStore(new SqliteOptions { Path = _folder.Store, SyncEveryCommit = false, MostPages = 150 });
        var big = new Draft("big");
        for (var i = 0; i < 2000; i++) big.Says($"a sentence of some length that says that {i} went and came back again", number: i);

        var failure = await Assert.ThrowsAsync<StoreException>(() => full.StoreAsync(big));

        Assert.Equal(StoreFailure.OutOfSpace, failure.Failure);
        Assert.Contains("Free some space", failure.Message, StringComparison.Ordinal);
        Assert.Empty(await full.DocumentsAsync(["big"], Cancellation));
        Assert.Equal(0, (await full.StatisticsAsync(Cancellation)).Claims);
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Store};Pooling=False");
        connection.Open();
        Execute(connection, sql);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _folder.Dispose();
}

using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace ClaimGraph.Sqlite;

/// <summary>
/// The store's connections: one writer behind a semaphore, so many readers and no more. Every read runs in one transaction that ends with the call, so that no reader
/// keeps the log from being reset; every write takes the lock at once (<c>BEGIN IMMEDIATE</c>), so that it never fails half-way for another one's commit.
/// </summary>
internal sealed class Connections(SqliteOptions options) : IAsyncDisposable
{
    private readonly ConcurrentBag<Connection> _readers = [];
    private readonly SemaphoreSlim _reading = new(options.Readers, options.Readers);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Past _past = new(options.TimeProvider);
    private Connection? _writer;

    public string Path => options.Path;

    /// <summary>Reads at once on the caller's thread where a reader is free, else when one is: opening more would cost each of them its prepared statements.</summary>
    public Task<T> ReadAsync<T>(Func<Connection, T> read, CancellationToken cancellation)
    {
        if (!_reading.Wait(0, CancellationToken.None)) return ReadInTurnAsync(read, cancellation);
        try
        {
            return Task.FromResult(ReadAndRelease(read, cancellation));
        }
        catch (Exception failure)
        {
            return failure is OperationCanceledException { CancellationToken.IsCancellationRequested: true } cancelled ? Task.FromCanceled<T>(cancelled.CancellationToken) : Task.FromException<T>(failure);
        }
    }

    private async Task<T> ReadInTurnAsync<T>(Func<Connection, T> read, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation).ConfigureAwait(false);
        return ReadAndRelease(read, cancellation);
    }

    private T ReadAndRelease<T>(Func<Connection, T> read, CancellationToken cancellation)
    {
        try
        {
            return Read(read, cancellation);
        }
        finally
        {
            _reading.Release();
        }
    }

    private T Read<T>(Func<Connection, T> read, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var connection = _readers.TryTake(out var free) ? free : Open(writes: false);
            try
            {
                T answer;
                using (cancellation.UnsafeRegister(static reader => ((Connection)reader!).Interrupt(), connection))
                {
                    connection.Run("BEGIN");
                    answer = read(connection);
                }
                connection.Run("COMMIT");
                return answer;
            }
            catch
            {
                if (connection.InTransaction) connection.Run("ROLLBACK");
                throw;
            }
            finally
            {
                _readers.Add(connection);
            }
        }
        catch (SqliteException failure)
        {
            throw Failures.Of(failure, options.Path, cancellation);
        }
    }

    /// <summary>Runs one write transaction. The turn of this process comes first, then the lock among processes.</summary>
    public async Task<T> WriteAsync<T>(Func<Connection, T> write, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var connection = _writer ??= Open(writes: true);
            try
            {
                connection.Run("BEGIN IMMEDIATE");
                var answer = write(connection);
                connection.Run("COMMIT");
                return answer;
            }
            catch
            {
                if (connection.InTransaction) connection.Run("ROLLBACK");
                throw;
            }
        }
        catch (SqliteException failure)
        {
            throw Failures.Of(failure, options.Path, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Runs something on the writer's connection outside a transaction, in turn.</summary>
    public async Task WithWriterAsync(Action<Connection> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            work(_writer ??= Open(writes: true));
        }
        catch (SqliteException failure)
        {
            throw Failures.Of(failure, options.Path, cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Connection Open(bool writes)
    {
        if (!writes && !File.Exists(options.Path)) throw Failures.Missing(options.Path);
        var connection = new Connection(OpenFile(options, writes ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite), options.Prepared, _past);
        try
        {
            connection.Script(writes
                ? $"PRAGMA synchronous={(options.SyncEveryCommit ? "FULL" : "NORMAL")}; PRAGMA wal_autocheckpoint=10000; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;{(options.MostPages is { } most ? $" PRAGMA max_page_count={most};" : "")}"
                : $"PRAGMA query_only=ON; PRAGMA mmap_size={options.MappedBytes}; PRAGMA cache_size=-4000; PRAGMA wal_autocheckpoint=0; PRAGMA temp_store=MEMORY;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Opens the file with what every connection needs: foreign keys and the time to wait for a lock.</summary>
    public static SqliteConnection OpenFile(SqliteOptions options, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = options.Path, Mode = mode, Pooling = false, ForeignKeys = true }.ConnectionString);
        try
        {
            connection.Open();
            SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle!, (int)options.BusyTimeout.TotalMilliseconds);
            // A kept statement keeps its plan: else every new argument has it parsed again (https://sqlite.org/queryplanner-ng.html#qpstab).
            SQLitePCL.raw.sqlite3_db_config(connection.Handle!, SQLitePCL.raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>SQLite looks again at tables that have grown since it last did, so that plans stay right. Another process may hold the lock: then the next one does it.</summary>
    private static void Optimise(Connection writer)
    {
        try
        {
            writer.Script("PRAGMA busy_timeout=100; PRAGMA optimize");
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR)
        {
            return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        for (var reader = 0; reader < options.Readers; reader++) await _reading.WaitAsync();
        while (_readers.TryTake(out var reader)) reader.Dispose();
        if (_writer is { } writer)
        {
            Optimise(writer);
            writer.Dispose();
        }
        _writer = null;
        _turn.Dispose();
        _reading.Dispose();
    }
}

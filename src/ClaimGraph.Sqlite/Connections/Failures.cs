using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClaimGraph.Sqlite;

/// <summary>SQLite's error codes in words: what happened and what to do.</summary>
internal static class Failures
{
    public static Exception Of(SqliteException failure, string path, CancellationToken cancellation) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_INTERRUPT => new OperationCanceledException("The read was cancelled.", failure, cancellation),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreException(StoreFailure.Locked,
            $"The store {path} stayed locked by another process. Wait for that process, or end it, and try again.", mayRetry: true, failure),
        raw.SQLITE_FULL => new StoreException(StoreFailure.OutOfSpace, $"There is no space left for the store {path}. Nothing of this change was stored. Free some space and try again.", inner: failure),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH => NotWritable(path, failure),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT => new StoreException(StoreFailure.Corrupt,
            $"{path} is damaged or is no SQLite file ({failure.Message}). Restore it from a backup together with its -wal file, or move it away to start a new store.", inner: failure),
        raw.SQLITE_IOERR => new StoreException(StoreFailure.Unreachable, $"The disk refused to read or write the store {path} ({failure.Message}). Check the disk and try again.", inner: failure),
        raw.SQLITE_TOOBIG => new StoreException(StoreFailure.Refused, "A text is too large for the store.", inner: failure),
        _ => new StoreException(StoreFailure.Refused, $"The store refused a statement: {failure.Message}", inner: failure),
    };

    /// <inheritdoc cref="WriteOutcome.IsOfOneArticle"/>
    public static bool IsOfOneArticle(Exception fault) => fault is SqliteException refused
        ? refused.SqliteErrorCode is raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG or raw.SQLITE_RANGE
        : WriteOutcome.IsOfOneArticle(fault);

    public static StoreException NotWritable(string path, Exception? inner) => new(StoreFailure.NotWritable,
        $"The store {path} cannot be opened for writing. Check that its folder exists and that you may write there, or choose another data folder.", inner: inner);

    public static StoreException Newer(string path, long found, long known) => new(StoreFailure.NewerSchema,
        $"The store {path} has schema version {found}; this program knows version {known}. Update ClaimGraph, or choose another data folder.");

    public static StoreException Foreign(string path) => new(StoreFailure.Refused, $"{path} is a database of another program. Choose another data folder.");

    public static StoreException Missing(string path) => new(StoreFailure.Unreachable, $"The store {path} has not been created yet. Run `claimgraph migrate` first.");
}

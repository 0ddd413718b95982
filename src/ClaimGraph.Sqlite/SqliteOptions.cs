namespace ClaimGraph.Sqlite;

/// <summary>How to open the embedded store.</summary>
public sealed record SqliteOptions
{
    /// <summary>The name of the data file in a data folder.</summary>
    public const string FileName = "claimgraph.db";

    /// <summary>The data file. Its folder is created where it is missing.</summary>
    public required string Path { get; init; }

    /// <summary>Tells when something was recorded.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Sync the log at every commit, so that what was acknowledged outlives a power cut. Without it the file stays consistent, but the last commits may be lost:
    /// for bulk loads that can be repeated.
    /// </summary>
    public bool SyncEveryCommit { get; init; } = true;

    /// <summary>How long a statement waits for another process's lock.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest size of the file, in pages of 4,096 bytes; null for no limit but the disk's.</summary>
    public long? MostPages { get; init; }

    /// <summary>How many read at once; further reads wait for their turn.</summary>
    public int Readers { get; init; } = Math.Max(8, Environment.ProcessorCount * 2);

    /// <summary>Told the text of every statement when a connection first prepares it: for looking at plans. May be called by several threads at once.</summary>
    public Action<string>? Prepared { get; init; }

    /// <summary>Bytes of the file that readers map into memory, at most.</summary>
    public long MappedBytes { get; init; } = 4L << 30;
}

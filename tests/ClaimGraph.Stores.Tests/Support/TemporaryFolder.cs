using ClaimGraph.Sqlite;

namespace ClaimGraph.Stores.Tests.Support;

/// <summary>A data folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("claimgraph-").FullName;

    public string Store => System.IO.Path.Combine(Path, SqliteOptions.FileName);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

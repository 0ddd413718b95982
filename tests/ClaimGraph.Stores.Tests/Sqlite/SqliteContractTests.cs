using ClaimGraph.Sqlite;
using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>The contract on a real file.</summary>
public sealed class SqliteContractTests : ClaimStoreContract
{
    private readonly TemporaryFolder _folder = new();

    private protected override async Task<IClaimStore> CreateStoreAsync()
    {
        var store = new SqliteClaimStore(new SqliteOptions { Path = _folder.Store, TimeProvider = Clock, SyncEveryCommit = false });
        await store.MigrateAsync(Cancellation);
        return store;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}

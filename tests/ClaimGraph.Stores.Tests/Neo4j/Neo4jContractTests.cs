using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Stores.Tests;

/// <summary>The contract on a real server, emptied before each fact.</summary>
[Collection(Neo4jServer.Shared)]
public sealed class Neo4jContractTests(Neo4jServer neo4j) : ClaimStoreContract
{
    private protected override async Task<IClaimStore> CreateStoreAsync()
    {
        var options = await neo4j.OptionsAsync();
        await using (var client = new QueryApiClient(options, TestJson.Default)) await Neo4jServer.WipeAsync(client, Cancellation);
        var store = new Neo4jClaimStore(Neo4jServer.StoreOptions(options) with { Clock = Clock });
        await store.MigrateAsync(Cancellation);
        return store;
    }
}

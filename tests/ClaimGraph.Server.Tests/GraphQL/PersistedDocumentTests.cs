using System.Security.Cryptography;
using System.Text;
using ClaimGraph.Server.Tests.GraphQL.Support;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>Documents by hash: registered by clients, or trusted by the server.</summary>
public sealed class PersistedDocumentTests
{
    private const string Query = "{ statistics { claims } }";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static object By(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    [Fact]
    public async Task A_client_registers_a_document_and_then_sends_its_hash()
    {
        await using var host = await ApiHost.StartAsync();
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", ApiHost.CodeOf(await host.AskAsync(null!, extensions: By(Hash(Query)))));
        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", ApiHost.CodeOf(await host.AskAsync(Query, extensions: By(Hash("other")))));
        Assert.Null(ApiHost.CodeOf(await host.AskAsync(Query, extensions: By(Hash(Query)))));
        Assert.Equal(4, (await host.AskAsync(null!, extensions: By(Hash(Query)))).GetProperty("data").GetProperty("statistics").GetProperty("claims").GetInt32());
    }

    [Fact]
    public async Task With_a_trusted_folder_nothing_else_runs()
    {
        using var folder = new TempFolder();
        folder.File("stats.graphql", Query);
        folder.File("relay.json", $$"""{"abc123":"{ viewer { role } }"}""");
        folder.File("apollo.json", """{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"def456","name":"C","type":"query","body":"query C { claims { totalCount } }"}]}""");
        await using var host = await ApiHost.StartAsync(o => o.TrustedDocuments = folder.Path);
        Assert.Null(await host.CodeAsync(Query));
        Assert.Null(ApiHost.CodeOf(await host.AskAsync(null!, extensions: By(Hash(Query)))));
        Assert.Equal("DOCUMENT_NOT_TRUSTED", await host.CodeAsync("{ statistics { sources } }"));
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", ApiHost.CodeOf(await host.AskAsync("{ statistics { sources } }", extensions: By(Hash("{ statistics { sources } }")))));
        foreach (var id in new[] { "stats", "abc123", "def456", "sha256:" + Hash(Query) })
        {
            using var answer = await host.Http.GetAsync("/graphql?documentId=" + Uri.EscapeDataString(id), TestContext.Current.CancellationToken);
            Assert.StartsWith("{\"data\":{", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}

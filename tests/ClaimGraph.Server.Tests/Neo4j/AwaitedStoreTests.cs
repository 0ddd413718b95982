using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ClaimGraph.Server.Tests.GraphQL.Support;
using ClaimGraph.Server.Tests.Support;
using ClaimGraph.Stores.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Server.Tests.Neo4j;

/// <summary>A server whose database is not there: it runs, says so, and recovers when the database comes. What waiting cannot mend ends it.</summary>
public sealed class AwaitedStoreTests(Neo4jServer neo4j) : IDisposable
{
    private const string Conflicts = "{ conflicts { nodes { id } } }";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_serves_without_its_database_and_recovers_when_that_comes_or_comes_back()
    {
        var (port, home) = (Neo4jServer.FreePort(), Path.Combine(_folder.Path, "neo4j"));
        string[] start = ["--home", home, "--password", "the-password", "--http-port", port.ToString(CultureInfo.InvariantCulture)];
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.Path, "data"), Store(port, "the-password"));
        await AssertMissingAsync(server);

        await Neo4jServer.OwnAsync(start);
        try
        {
            await ReadyAsync(server);
            // A new store gets the samples, one by one.
            while ((await server.AskAsync("{ ingestionRuns { nodes { finishedAt } } }")).GetProperty("ingestionRuns").GetProperty("nodes").EnumerateArray().All(r => r.GetProperty("finishedAt").ValueKind == JsonValueKind.Null)) await Task.Delay(200, Token);
            await PageAsync(server);
            await using var socket = await Socket.OpenAsync(server.Http.BaseAddress!);
            var known = (await server.AskAsync("{ conflicts(last: 2) { nodes { id } } }")).GetProperty("conflicts").GetProperty("nodes")[0].GetProperty("id").GetString();
            await socket.SubscribeAsync("c", "subscription($after: ID) { conflictFound(after: $after) { earlier { quote } later { quote } } }", new { after = known });
            await socket.NextAsync();

            await Neo4jServer.StopAsync(home, kill: true);
            await AssertMissingAsync(server);
            await Neo4jServer.RunAsync(start);
            await ReadyAsync(server);
            await PageAsync(server);
            string[] articles = [.. ((int[])[61, 74]).Select(n => _folder.File($"{n}.md",
                $"---\ntitle: Help for Ukraine {n}\noutlet: Morning Post\npublished: 2025-11-03\n---\n\n{n} countries have formally committed to sending troops to Ukraine, President Macron said on Monday.\n"))];
            var ingested = await Executable.RunAsync(["ingest", .. articles, "--data", Path.Combine(_folder.Path, "data"), .. Store(port, "the-password")]);
            Assert.True(ingested.ExitCode == 0, ingested.Error);
            while (!(await socket.NextAsync()).ToString().Contains("74 countries", StringComparison.Ordinal)) { }

            var (exit, error) = await server.StopAsync();
            Assert.Equal(0, exit);
            Assert.Single(error.Split('\n'), l => l.Contains("The store is not there, and is waited for", StringComparison.Ordinal) && l.Contains($"127.0.0.1:{port}", StringComparison.Ordinal));
            Assert.Single(error.Split('\n'), l => l.EndsWith("The store is there", StringComparison.Ordinal));
        }
        finally
        {
            await Neo4jServer.StopAsync(home);
        }
    }

    [Fact]
    public async Task It_stops_when_told_to_while_it_waits()
    {
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.Path, "data"), Store(Neo4jServer.FreePort(), "the-password"));
        var (exit, error) = await server.StopAsync();
        Assert.Equal(0, exit);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_ends_it_with_what_to_do()
    {
        var address = (await neo4j.OptionsAsync()).Address;
        var refused = await Executable.RunAsync(["serve", "--port", "0", "--data", _folder.Path, .. Store(address.Port, "not the password")]);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("NEO4J_PASSWORD", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_comes_and_refuses_the_password_ends_it_too()
    {
        var port = Neo4jServer.FreePort();
        await using var server = await ServerProcess.StartAsync(Path.Combine(_folder.Path, "data"), Store(port, "the-password"));
        await AssertMissingAsync(server);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", $"http://127.0.0.1:{port}");
        await using var refusing = builder.Build();
        refusing.Run(context => context.Response.WriteAsJsonAsync(new { errors = new[] { new { code = "Neo.ClientError.Security.Unauthorized", message = "no" } } }));
        await refusing.StartAsync(Token);
        var (exit, error) = await server.EndAsync();
        Assert.Equal(1, exit);
        Assert.Contains("NEO4J_PASSWORD", error, StringComparison.Ordinal);
    }

    private string[] Store(int port, string password) => ["--store", "neo4j", "--neo4j-url", $"http://127.0.0.1:{port}", "--neo4j-password-file", _folder.File("password", password)];

    private static async Task AssertMissingAsync(ServerProcess server)
    {
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/live", Token)).StatusCode);
        using var ready = await server.Http.GetAsync("/health/ready", Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"status":"Unhealthy","store":"neo4j","state":"Unreachable"}""", await ready.Content.ReadAsStringAsync(Token));
        using var page = await server.Http.GetAsync("/conflicts", Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("http-equiv=\"refresh\"", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var answer = await server.Http.PostAsJsonAsync("/graphql", new { query = Conflicts }, Token);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("errors")[0];
        Assert.Equal("STORE_UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    private static Task ReadyAsync(ServerProcess server) => ServedAsync(server, "/health/ready");

    // A database that has just come plans every query anew: the first pages may take longer than is waited for them.
    private static Task PageAsync(ServerProcess server) => ServedAsync(server, "/conflicts");

    private static async Task ServedAsync(ServerProcess server, string address)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while ((await server.Http.GetAsync(address, patience.Token)).StatusCode == HttpStatusCode.ServiceUnavailable) await Task.Delay(200, patience.Token);
    }
}

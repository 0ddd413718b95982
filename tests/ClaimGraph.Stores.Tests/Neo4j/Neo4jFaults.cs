using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;
using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>What goes wrong with a real server: what the store says, and that nothing is lost or half-written.</summary>
[Collection(Neo4jServer.Shared)]
public sealed class Neo4jFaults(Neo4jServer neo4j)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<(QueryApiClient Client, Neo4jOptions Options)> EmptyAsync()
    {
        var server = await neo4j.OptionsAsync();
        var client = new QueryApiClient(server, TestJson.Default);
        await Neo4jServer.WipeAsync(client, Token);
        var options = Neo4jServer.StoreOptions(server);
        await using var store = new Neo4jClaimStore(options);
        await store.MigrateAsync(Token);
        return (client, options);
    }

    private static Draft Article(string name, double number = 26) => new Draft(name).From("Daily").Says($"{name} went", number: number, speaker: "Anna");

    [Fact]
    public async Task A_wrong_password_is_refused_with_what_to_do_and_without_the_password()
    {
        var server = await neo4j.OptionsAsync();
        await using var store = new Neo4jClaimStore(Neo4jServer.StoreOptions(server) with { Password = "not the password" });
        var error = await Assert.ThrowsAsync<StoreException>(() => store.StatisticsAsync(Token));
        Assert.Equal((StoreFailure.Refused, false), (error.Failure, error.MayRetry));
        Assert.Contains("NEO4J_PASSWORD", error.Message);
        Assert.DoesNotContain("not the password", error.ToString());
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        var (client, options) = await EmptyAsync();
        await using var _ = client;
        await client.ExecuteWriteAsync(new Statement("CREATE (:Migration {name: 'V999__later', checksum: 'x'})"), TestJson.Default.JsonElement, Token);
        try
        {
            await using var store = new Neo4jClaimStore(options);
            var error = await Assert.ThrowsAsync<StoreException>(() => store.MigrateAsync(Token));
            Assert.Equal(StoreFailure.NewerSchema, error.Failure);
            Assert.Contains("V999__later", error.Message);
        }
        finally
        {
            await client.ExecuteWriteAsync(new Statement("MATCH (m:Migration {name: 'V999__later'}) DELETE m"), TestJson.Default.JsonElement, Token);
        }
    }

    [Fact]
    public async Task Two_migrators_at_once_make_one_schema()
    {
        var (client, options) = await EmptyAsync();
        await using var _ = client;
        await client.ExecuteWriteAsync(new Statement("MATCH (m:Migration) DELETE m"), TestJson.Default.JsonElement, Token);
        await using var one = new Neo4jClaimStore(options);
        await using var other = new Neo4jClaimStore(options);
        var isNew = await Task.WhenAll(one.MigrateAsync(Token), other.MigrateAsync(Token));
        Assert.Single(isNew, n => n);
        Assert.False(await one.MigrateAsync(Token));
        var applied = await client.ExecuteReadAsync(new Statement("MATCH (m:Migration) RETURN m.name"), TestJson.Default.String, Token);
        Assert.Equal(applied.Rows.Distinct(), applied.Rows);
    }

    [Fact]
    public async Task One_article_from_four_servers_at_once_is_stored_once()
    {
        var (client, options) = await EmptyAsync();
        await using var _ = client;
        var stores = Enumerable.Range(0, 4).Select(_ => new Neo4jClaimStore(options)).ToList();
        var outcomes = await Task.WhenAll(stores.Select(async s => (await s.WriteAsync([await s.PrepareAsync(Article("same"))], Token))[0].Result));
        Assert.Single(outcomes, WriteResult.Stored);
        var counts = await client.ExecuteReadAsync(new Statement("MATCH (c:Claim) RETURN count(c) + 10 * COUNT { (:Claim)-[:ATTRIBUTED_TO]->(:Actor) }"), TestJson.Default.Int64, Token);
        Assert.Equal([11], counts.Rows);
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Articles_on_one_question_from_four_servers_at_once_lose_no_update_and_leave_no_gap_in_the_feed()
    {
        var (client, options) = await EmptyAsync();
        await using var _ = client;
        var stores = Enumerable.Range(0, 4).Select(_ => new Neo4jClaimStore(options)).ToList();
        await Task.WhenAll(stores.Select(async (store, s) =>
        {
            for (var i = 0; i < 3; i++)
            {
                var draft = Article($"article {s}-{i}", number: i);
                while ((await store.WriteAsync([await store.PrepareAsync(draft)], Token))[0].Result == WriteResult.Stale) await Task.Delay(Random.Shared.Next(5, 50), Token);
            }
        }));
        var question = (await stores[0].QuestionsAsync([Ids.Question("troops")], null, Token)).Values.Single();
        Assert.Equal((12, 3, 12), (question.ClaimCount, question.PositionCount, question.ArticleCount));
        var actor = (await stores[0].ActorsAsync([Draft.ActorId("Anna")], null, Token)).Values.Single();
        Assert.Equal((12, 1), (actor.ClaimCount, actor.QuestionCount));
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), (await stores[0].ChangesAsync(0, 100, Token)).Select(c => c.Sequence));
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Over_tls_a_server_is_trusted_by_its_authority_alone_and_the_bolt_port_is_recognised()
    {
        var port = FreePort();
        string[] settings =
        [
            "server.https.enabled=true", $"server.https.listen_address=127.0.0.1:{port}", "dbms.ssl.policy.https.enabled=true", "dbms.ssl.policy.https.base_directory=certificates/bolt",
            "dbms.ssl.policy.https.client_auth=NONE",
        ];
        var server = await Neo4jServer.OwnAsync(["--tls", .. settings.SelectMany(s => (string[])["--conf", s])]);
        try
        {
            var options = new Neo4jOptions { Url = new Uri($"https://127.0.0.1:{port}"), User = server.User, Password = server.Password, AuthorityFile = server.Authority };
            await using (var trusting = new Neo4jClaimStore(options)) Assert.Equal(0, await trusting.LastChangeAsync(Token));
            Assert.Contains("certificate", await RefusalAsync(options with { AuthorityFile = null }), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("secure", await RefusalAsync(options with { Url = new Uri($"https://127.0.0.1:{server.Address.Port}") }));
            Assert.Contains("7474", await RefusalAsync(options with { Url = new Uri($"http://127.0.0.1:{server.Bolt!.Port}") }));
        }
        finally
        {
            await Neo4jServer.StopAsync(server.Home!);
        }
    }

    private static async Task<string> RefusalAsync(Neo4jOptions options)
    {
        await using var store = new Neo4jClaimStore(options);
        return (await Assert.ThrowsAsync<StoreException>(() => store.PingAsync(Token))).Message;
    }

    [Fact]
    public async Task A_server_killed_while_articles_come_in_loses_none_that_was_acknowledged_and_keeps_none_by_half()
    {
        var home = Path.Combine(Path.GetTempPath(), $"claimgraph-neo4j-{Guid.NewGuid():N}");
        var port = FreePort();
        string[] start = ["--home", home, "--http-port", port.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        var server = await Neo4jServer.OwnAsync(start);
        try
        {
            // A server just started plans its first statements slowly on a busy machine; how long that takes is not what is tested.
            await using var store = new Neo4jClaimStore(new Neo4jOptions { Url = server.Address, User = server.User, Password = server.Password, Timeout = TimeSpan.FromMinutes(2) });
            await store.MigrateAsync(Token);
            var acknowledged = new List<string>();
            var next = 0;
            for (var kill = 0; kill < 2; kill++)
            {
                // Warm before the kill, so that writes are in flight.
                for (var i = 0; i < 3; i++) await StoreAsync();
                var writing = Task.Run(async () =>
                {
                    while (true) await StoreAsync();
                }, Token);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(200, 1500)), Token);
                await Neo4jServer.StopAsync(home, kill: true);
                var error = await Assert.ThrowsAsync<StoreException>(() => writing);
                Assert.True(error is { Failure: StoreFailure.Unreachable, MayRetry: true }, error.Message);
                await Neo4jServer.RunAsync(start);
            }
            var claims = await store.ClaimsAsync(Where(), ClaimOrder.Newest, new PageRequest(500) { WithTotal = true }, null, Token);
            Assert.Empty(acknowledged.Except(claims.Nodes().Select(c => c.Quote)));
            // Whole: every claim has its source, place and chain, and the counters say what there is.
            Assert.Equal(claims.Edges.Count, (await store.ChainsAsync([.. claims.Nodes().Select(c => c.Id)], Token)).Count);
            var statistics = await store.StatisticsAsync(Token);
            Assert.Equal((claims.Edges.Count, claims.Edges.Count), (statistics.Claims, statistics.Sources));
            Assert.Equal(claims.Edges.Count, await store.LastChangeAsync(Token));

            async Task StoreAsync()
            {
                var draft = Article($"article {next++}", number: next);
                await store.StoreAsync(draft);
                lock (acknowledged) acknowledged.Add($"article {next - 1} went");
            }
        }
        finally
        {
            await Neo4jServer.StopAsync(home);
            Directory.Delete(home, recursive: true);
        }
    }

    private static Filter<ClaimFilter> Where() => new Filter<ClaimFilter>.Leaf(new ClaimFilter { Questions = [Ids.Question("troops")] });

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}

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
        var port = Neo4jServer.FreePort();
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
    public async Task A_statement_that_somebody_else_ends_fails_with_that_and_is_not_sent_again()
    {
        var (client, options) = await EmptyAsync();
        await using var _ = client;
        var mark = Guid.NewGuid().ToString();
        var slow = client.ExecuteReadAsync(new Statement("UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b WITH a, b WHERE a * b < 0 RETURN $mark", new Dictionary<string, object?> { ["mark"] = mark }), TestJson.Default.String, Token);
        await using var second = new QueryApiClient(await neo4j.OptionsAsync(), TestJson.Default);
        var end = new Statement("SHOW TRANSACTIONS YIELD transactionId AS t, parameters AS p, currentQuery AS q WHERE p.mark = $mark AND q STARTS WITH 'UNWIND' TERMINATE TRANSACTIONS t YIELD message RETURN message", new Dictionary<string, object?> { ["mark"] = mark });
        while ((await second.ExecuteReadAsync(end, TestJson.Default.String, Token)).Rows.Count == 0) await Task.Delay(20, Token);
        var error = await Assert.ThrowsAsync<QueryApiException>(() => slow);
        Assert.Equal(("Neo.ClientError.Transaction.Terminated", false), (error.Code, error.MayRetry));
        await RestsAsync(second, mark);
        await using var store = new Neo4jClaimStore(options);
        Assert.Equal(0, (await store.StatisticsAsync(Token)).Claims);
    }

    [Fact]
    public async Task A_statement_that_needs_more_memory_than_it_may_have_fails_alone()
    {
        var (client, options) = await EmptyAsync();
        await using var _ = client;
        var limit = await client.ExecuteReadAsync(new Statement("SHOW SETTINGS 'db.memory.transaction.max' YIELD value RETURN value"), TestJson.Default.String, Token);
        Assert.SkipWhen(limit.Rows is ["0B"], "the server that NEO4J_HTTP names gives transactions any memory they want");
        await using var store = new Neo4jClaimStore(options);
        var mark = Guid.NewGuid().ToString();
        var greedy = client.ExecuteReadAsync(new Statement("UNWIND range(1, 100000000) AS n RETURN $mark + size(collect(n))", new Dictionary<string, object?> { ["mark"] = mark }), TestJson.Default.String, Token);
        await store.StoreAsync(Article("beside it"));
        var error = await Assert.ThrowsAsync<QueryApiException>(() => greedy);
        Assert.Equal(("Neo.TransientError.General.MemoryPoolOutOfMemoryError", false), (error.Code, error.MayRetry));
        await RestsAsync(client, mark);
        Assert.Equal(1, (await store.StatisticsAsync(Token)).Claims);
    }

    /// <summary>No transaction is left of what was marked.</summary>
    private static async Task RestsAsync(QueryApiClient client, string mark)
    {
        var running = new Statement("SHOW TRANSACTIONS YIELD parameters AS p, currentQuery AS q WHERE p.mark = $mark AND q STARTS WITH 'UNWIND' RETURN count(*)", new Dictionary<string, object?> { ["mark"] = mark });
        while ((await client.ExecuteReadAsync(running, TestJson.Default.Int64, Token)).Rows is not [0]) await Task.Delay(20, Token);
    }
}

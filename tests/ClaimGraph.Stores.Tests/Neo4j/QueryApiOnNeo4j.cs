using System.Text.Json;
using ClaimGraph.Neo4j.QueryApi;
using Xunit;

namespace ClaimGraph.Stores.Tests;

/// <summary>The client against a real server.</summary>
[Collection(Neo4jServer.Shared)]
public sealed class QueryApiOnNeo4j(Neo4jServer neo4j)
{
    private static readonly string[] Odd = ["x", "ü\"\n"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<QueryApiClient> ClientAsync(Func<QueryApiOptions, QueryApiOptions>? change = null) => new((change ?? (o => o))(await neo4j.OptionsAsync()), TestJson.Default);

    private static Statement With(string text, params (string Name, object? Value)[] parameters) => new(text, parameters.ToDictionary(p => p.Name, p => p.Value));

    [Fact]
    public async Task Typed_rows_and_exact_integers_come_back()
    {
        await using var client = await ClientAsync();
        var result = await client.ExecuteReadAsync(With("UNWIND $ids AS id RETURN {id: id, number: $n, words: ['a', id]}", ("ids", Odd), ("n", long.MaxValue)), TestJson.Default.TestRow, Token);
        Assert.Equal(["x", "ü\"\n"], result.Rows.Select(r => r.Id));
        Assert.All(result.Rows, r => Assert.Equal(long.MaxValue, r.Number));
        Assert.Equal(["a", "x"], result.Rows[0].Words);
    }

    [Fact]
    public async Task A_row_of_several_columns_is_their_array_and_a_profile_comes_with_the_answer()
    {
        await using var client = await ClientAsync();
        var result = await client.ExecuteReadAsync(new Statement("PROFILE RETURN 1 AS a, 'b' AS b"), TestJson.Default.JsonElement, Token);
        Assert.Equal("""[1,"b"]""", result.Rows[0].GetRawText());
        Assert.NotNull(result.Plan);
    }

    [Fact]
    public async Task A_hundred_thousand_rows_stream()
    {
        await using var client = await ClientAsync();
        var sum = 0L;
        await foreach (var n in client.StreamReadAsync(new Statement("UNWIND range(1, 100000) AS n RETURN n"), TestJson.Default.Int64, Token)) sum += n;
        Assert.Equal(5_000_050_000, sum);
    }

    [Fact]
    public async Task An_error_behind_a_thousand_rows_fails_the_read()
    {
        await using var client = await ClientAsync();
        var error = await Assert.ThrowsAsync<QueryApiException>(() => client.ExecuteReadAsync(new Statement("UNWIND range(1, 5000) AS n RETURN 1 / (4000 - n)"), TestJson.Default.Int64, Token));
        Assert.Equal("Neo.ClientError.Statement.ArithmeticError", error.Code);
    }

    [Fact]
    public async Task A_read_with_the_bookmark_of_a_write_sees_it()
    {
        await using var client = await ClientAsync();
        var id = Guid.NewGuid().ToString();
        var write = await client.ExecuteWriteAsync(With("CREATE (:BookmarkTest {id: $id})", ("id", id)), TestJson.Default.Int64, Token);
        Assert.NotEmpty(write.Bookmarks);
        var read = await client.ExecuteReadAsync(With("MATCH (n:BookmarkTest {id: $id}) RETURN count(n)", ("id", id)), TestJson.Default.Int64, Token, write.Bookmarks);
        Assert.Equal([1], read.Rows);
        await client.ExecuteWriteAsync(With("MATCH (n:BookmarkTest {id: $id}) DELETE n", ("id", id)), TestJson.Default.Int64, Token);
    }

    [Fact]
    public async Task A_cancelled_statement_ends_on_the_server()
    {
        await using var client = await ClientAsync();
        var mark = Guid.NewGuid().ToString();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var slow = client.ExecuteReadAsync(With("UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b WITH a, b WHERE a * b < 0 RETURN $mark", ("mark", mark)), TestJson.Default.String, caller.Token);
        var running = With("SHOW TRANSACTIONS YIELD parameters AS p WHERE p.mark = $mark RETURN count(*)", ("mark", mark));
        async Task<long> CountAsync() => (await client.ExecuteReadAsync(running, TestJson.Default.Int64, Token)).Rows[0] - 1; // not the one that counts
        while (await CountAsync() == 0) await Task.Delay(20, Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        while (await CountAsync() != 0) await Task.Delay(20, Token);
    }

    [Fact]
    public async Task Sixty_opposing_writes_land_exactly_once()
    {
        await using var client = await ClientAsync(o => o with { RetryDelay = TimeSpan.FromMilliseconds(20), Retries = 12 });
        var run = Guid.NewGuid().ToString();
        await client.ExecuteWriteAsync(With("UNWIND ['a', 'b'] AS k CREATE (:LockTest {run: $run, k: k, n: 0})", ("run", run)), TestJson.Default.Int64, Token);
        const string step = "MATCH (n:LockTest {run: $run, k: $first}) SET n.n = n.n + 1 WITH n MATCH (m:LockTest {run: $run, k: $second}) SET m.n = m.n + 1 RETURN m.n";
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => client.ExecuteWriteAsync(
            With(step, ("run", run), ("first", i % 2 == 0 ? "a" : "b"), ("second", i % 2 == 0 ? "b" : "a")), TestJson.Default.Int64, Token)));
        var counts = await client.ExecuteReadAsync(With("MATCH (n:LockTest {run: $run}) RETURN n.n", ("run", run)), TestJson.Default.Int64, Token);
        Assert.Equal([60, 60], counts.Rows);
        await client.ExecuteWriteAsync(With("MATCH (n:LockTest {run: $run}) DELETE n", ("run", run)), TestJson.Default.Int64, Token);
    }

    [Fact]
    public async Task A_wrong_statement_or_database_is_the_callers_mistake()
    {
        await using var client = await ClientAsync();
        var syntax = await Assert.ThrowsAsync<QueryApiException>(() => client.ExecuteReadAsync(new Statement("RETRUN 1"), TestJson.Default.Int64, Token));
        Assert.Equal((QueryFault.Caller, false), (syntax.Fault, syntax.MayRetry));
        await using var elsewhere = await ClientAsync(o => o with { Database = "nowhere" });
        var database = await Assert.ThrowsAsync<QueryApiException>(() => elsewhere.ExecuteReadAsync(new Statement("RETURN 1"), TestJson.Default.Int64, Token));
        Assert.Contains("nowhere", database.Message);
    }

    [Fact]
    public async Task A_statement_in_read_mode_cannot_write()
    {
        await using var client = await ClientAsync();
        var error = await Assert.ThrowsAsync<QueryApiException>(() => client.ExecuteReadAsync(new Statement("CREATE (n:ReadTest) RETURN 1"), TestJson.Default.Int64, Token));
        Assert.False(error.MayRetry);
    }
}

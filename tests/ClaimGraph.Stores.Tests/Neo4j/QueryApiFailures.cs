using System.Net.Sockets;
using ClaimGraph.Neo4j.QueryApi;
using Xunit;
using static ClaimGraph.Stores.Tests.ScriptedServer;

namespace ClaimGraph.Stores.Tests;

/// <summary>What the client makes of every failure that the Query API can give, against a server that gives them on demand.</summary>
public sealed class QueryApiFailures
{
    private static readonly Statement Any = new("RETURN $n AS n", new Dictionary<string, object?> { ["n"] = 1L });
    private readonly List<string> _reports = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private QueryApiClient Client(ScriptedServer server, int retries = 3, double timeout = 20, int connections = 4) => new(
        new QueryApiOptions
        {
            Address = server.Address,
            User = "neo4j",
            Password = "secret",
            Retries = retries,
            RetryDelay = TimeSpan.FromMilliseconds(1),
            Timeout = TimeSpan.FromSeconds(timeout),
            MaxConnections = connections,
            Report = line => { lock (_reports) _reports.Add(line); },
        }, TestJson.Default);

    private async Task<QueryApiException> FailsAsync(ScriptedServer server, bool write = false, int retries = 3, double timeout = 20)
    {
        await using var client = Client(server, retries, timeout);
        return await Assert.ThrowsAsync<QueryApiException>(() => write
            ? client.ExecuteWriteAsync(Any, TestJson.Default.Int64, Token)
            : client.ExecuteReadAsync(Any, TestJson.Default.Int64, Token));
    }

    [Fact]
    public async Task Rows_and_bookmarks_are_read_and_unknown_members_passed_over()
    {
        await using var server = new ScriptedServer(Rows("1", "2", "3"));
        await using var client = Client(server);
        var result = await client.ExecuteReadAsync(Any, TestJson.Default.Int64, Token, ["FB:0"]);
        Assert.Equal([1, 2, 3], result.Rows);
        Assert.Equal(["FB:1"], result.Bookmarks);
        var sent = Assert.Single(server.Statements);
        Assert.Equal("Read", sent.GetProperty("accessMode").GetString());
        Assert.Equal("FB:0", sent.GetProperty("bookmarks")[0].GetString());
        Assert.Equal(1, sent.GetProperty("parameters").GetProperty("n").GetInt64());
        Assert.NotEqual("", sent.GetProperty("parameters").GetProperty("__q").GetString());
        Assert.Contains("Authorization: Basic bmVvNGo6c2VjcmV0", server.Heads[0]);
    }

    [Fact]
    public async Task A_bearer_token_beats_user_and_password()
    {
        await using var server = new ScriptedServer(Rows());
        await using var client = new QueryApiClient(new QueryApiOptions { Address = server.Address, User = "neo4j", Password = "x", BearerToken = "abc" }, TestJson.Default);
        await client.ExecuteReadAsync(Any, TestJson.Default.Int64, Token);
        Assert.Contains("Authorization: Bearer abc", server.Heads[0]);
    }

    [Fact]
    public async Task An_error_behind_the_rows_of_a_202_fails_the_read()
    {
        await using var server = new ScriptedServer(RowsThenError("Neo.ClientError.Statement.ArithmeticError"));
        var error = await FailsAsync(server);
        Assert.Equal((QueryFault.Caller, "Neo.ClientError.Statement.ArithmeticError", false), (error.Fault, error.Code, error.MayRetry));
        Assert.Single(server.Statements);
    }

    [Theory]
    [InlineData(202)]
    [InlineData(400)]
    public async Task A_deadlock_is_tried_again_whatever_its_status(int status)
    {
        const string deadlock = "Neo.TransientError.Transaction.DeadlockDetected";
        await using var server = new ScriptedServer(status == 202 ? RowsThenError(deadlock) : Error(deadlock), Error(deadlock), Rows("7"));
        await using var client = Client(server);
        Assert.Equal([7], (await client.ExecuteWriteAsync(Any, TestJson.Default.Int64, Token)).Rows);
        Assert.Equal(3, server.Statements.Count);
    }

    [Fact]
    public async Task Tries_end_and_the_last_failure_says_that_a_retry_may_help()
    {
        await using var server = new ScriptedServer(Error("Neo.TransientError.Transaction.DeadlockDetected"));
        var error = await FailsAsync(server, write: true, retries: 2);
        Assert.True(error is { Fault: QueryFault.Server, MayRetry: true, OutcomeUnknown: false });
        Assert.Equal(3, server.Statements.Count);
    }

    [Theory]
    [InlineData("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", QueryFault.Server)]
    [InlineData("Neo.ClientError.Schema.ConstraintValidationFailed", QueryFault.Server)]
    [InlineData("Neo.TransientError.General.MemoryPoolOutOfMemoryError", QueryFault.Server)]
    [InlineData("Neo.TransientError.Transaction.Terminated", QueryFault.Server)]
    [InlineData("Neo.DatabaseError.Transaction.TransactionLogError", QueryFault.Server)]
    [InlineData("Neo.DatabaseError.Transaction.TransactionStartFailed", QueryFault.Server)]
    [InlineData("Neo.ClientError.Statement.SyntaxError", QueryFault.Caller)]
    [InlineData("N/A", QueryFault.Server)]
    public async Task What_fails_again_is_not_tried_again(string code, QueryFault fault)
    {
        await using var server = new ScriptedServer(Error(code));
        var error = await FailsAsync(server);
        Assert.Equal((fault, code, false), (error.Fault, error.Code, error.MayRetry));
        Assert.Single(server.Statements);
    }

    [Fact]
    public async Task A_wrong_password_is_not_tried_again()
    {
        await using var server = new ScriptedServer(Error("Neo.ClientError.Security.Unauthorized", 401));
        var error = await FailsAsync(server);
        Assert.Equal(QueryFault.Caller, error.Fault);
        Assert.Contains("NEO4J_PASSWORD", error.Message);
        Assert.DoesNotContain("secret", error.ToString());
        Assert.Single(server.Statements);
    }

    [Fact]
    public async Task A_rate_limit_stops_and_says_so()
    {
        await using var server = new ScriptedServer(Error("Neo.ClientError.Security.AuthenticationRateLimit", 429));
        var error = await FailsAsync(server);
        Assert.Contains("wait five seconds", error.Message);
        Assert.Single(server.Statements);
    }

    [Fact]
    public async Task A_read_whose_connection_was_cut_is_tried_again()
    {
        await using var server = new ScriptedServer(Cut, HalfBody, HalfJson, Rows("5"));
        await using var client = Client(server);
        Assert.Equal([5], (await client.ExecuteReadAsync(Any, TestJson.Default.Int64, Token)).Rows);
        Assert.Equal(4, server.Statements.Count);
    }

    [Fact]
    public async Task A_write_whose_connection_was_cut_is_sent_again_and_reported_as_unknown()
    {
        await using var server = new ScriptedServer(Cut, Rows("5"));
        await using var client = Client(server);
        Assert.Equal([5], (await client.ExecuteWriteAsync(Any, TestJson.Default.Int64, Token)).Rows);
        Assert.Contains("outcome of a write is unknown", Assert.Single(_reports));
    }

    [Fact]
    public async Task A_write_that_breaks_every_time_ends_as_unknown()
    {
        await using var server = new ScriptedServer(HalfBody);
        var error = await FailsAsync(server, write: true, retries: 1);
        Assert.True(error is { Fault: QueryFault.Connection, MayRetry: true, OutcomeUnknown: true });
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task An_answer_in_html_names_address_and_port_as_the_likely_mistake(int status)
    {
        await using var server = new ScriptedServer(Html(status));
        var error = await FailsAsync(server);
        Assert.Equal(QueryFault.Caller, error.Fault);
        Assert.Contains("7474", error.Message);
        Assert.Single(server.Statements);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_gateway_that_has_no_server_to_pass_on_to_is_asked_again_and_a_write_through_it_has_an_unknown_outcome(int status)
    {
        await using var passing = new ScriptedServer(Html(status), Rows("1"));
        await using var client = Client(passing);
        Assert.Equal([1], (await client.ExecuteReadAsync(Any, TestJson.Default.Int64, Token)).Rows);

        await using var lasting = new ScriptedServer(Html(status), Html(status));
        var error = await FailsAsync(lasting, write: true, retries: 1);
        Assert.Equal((QueryFault.Connection, true, true), (error.Fault, error.MayRetry, error.OutcomeUnknown));
        Assert.Equal(2, lasting.Statements.Count);
    }

    [Fact]
    public async Task Json_that_is_no_answer_is_not_taken_for_an_empty_one()
    {
        await using var server = new ScriptedServer(Json(404, """{"message":"no such thing"}"""));
        Assert.Contains("not Neo4j", (await FailsAsync(server)).Message);
    }

    [Fact]
    public async Task A_row_of_another_shape_is_the_callers_mistake()
    {
        await using var server = new ScriptedServer(Rows("1", "\"two\""));
        Assert.Equal(QueryFault.Caller, (await FailsAsync(server)).Fault);
    }

    [Fact]
    public async Task A_server_that_says_nothing_runs_into_the_deadline_and_the_statement_is_cancelled_by_its_tag()
    {
        await using var server = new ScriptedServer(Silent);
        var error = await FailsAsync(server, write: true, timeout: 0.3);
        Assert.True(error is { TimedOut: true, OutcomeUnknown: true, MayRetry: false });
        Assert.Equal(Tag(server.Statements[0]), server.Cancels[0].GetProperty("parameters").GetProperty("tag").GetString());
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_his_exception_and_the_statement_is_cancelled_by_its_tag()
    {
        await using var server = new ScriptedServer(Silent);
        await using (var client = Client(server))
        {
            using var caller = new CancellationTokenSource(100);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ExecuteReadAsync(Any, TestJson.Default.Int64, caller.Token));
        }
        Assert.Equal(Tag(server.Statements[0]), Assert.Single(server.Cancels).GetProperty("parameters").GetProperty("tag").GetString());
    }

    [Fact]
    public async Task A_stream_gives_rows_before_the_end_and_leaving_it_cancels_the_statement()
    {
        await using var server = new ScriptedServer(RowsThenSilence);
        await using (var client = Client(server))
        {
            await foreach (var n in client.StreamReadAsync(Any, TestJson.Default.Int64, Token))
            {
                Assert.Equal(1, n);
                break;
            }
        }
        Assert.Single(server.Cancels);
    }

    [Fact]
    public async Task A_stream_that_breaks_behind_its_first_rows_throws_and_is_not_restarted()
    {
        await using var server = new ScriptedServer(HalfBody);
        await using var client = Client(server);
        var seen = 0;
        var error = await Assert.ThrowsAsync<QueryApiException>(async () =>
        {
            await foreach (var _ in client.StreamReadAsync(Any, TestJson.Default.Int64, Token)) seen++;
        });
        Assert.True(seen == 1 && error.Fault == QueryFault.Connection);
        Assert.Single(server.Statements);
    }

    [Fact]
    public async Task More_statements_than_connections_wait_and_say_so_when_they_wait_in_vain()
    {
        await using var server = new ScriptedServer(Silent);
        await using var client = Client(server, timeout: 0.3, connections: 1);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Assert.ThrowsAsync<QueryApiException>(() => client.ExecuteReadAsync(Any, TestJson.Default.Int64, Token))));
        Assert.All(both, e => Assert.True(e.TimedOut));
        await using var after = new ScriptedServer(Rows("1"));
        await using var other = Client(after, connections: 1);
        for (var i = 0; i < 3; i++) await other.ExecuteReadAsync(Any, TestJson.Default.Int64, Token);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_no_connection_and_the_message_names_the_option()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}");
        listener.Stop();
        await using var client = new QueryApiClient(new QueryApiOptions { Address = address, Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1), Report = _reports.Add }, TestJson.Default);
        var error = await Assert.ThrowsAsync<QueryApiException>(() => client.ExecuteWriteAsync(Any, TestJson.Default.Int64, Token));
        Assert.True(error is { Fault: QueryFault.Connection, MayRetry: true, OutcomeUnknown: false });
        Assert.Contains("--neo4j-url", error.Message);
        Assert.Equal(2, _reports.Count);
    }

    [Theory]
    [InlineData("bolt://localhost:7687")]
    [InlineData("neo4j+s://x.databases.neo4j.io")]
    public void A_bolt_address_is_refused_before_anything_is_sent(string address)
    {
        var error = Assert.Throws<QueryApiException>(() => new QueryApiClient(new QueryApiOptions { Address = new Uri(address) }, TestJson.Default));
        Assert.Equal(QueryFault.Caller, error.Fault);
        Assert.Contains("http://HOST:7474", error.Message);
    }

    [Fact]
    public async Task A_parameter_that_is_no_json_is_the_callers_mistake_and_not_sent()
    {
        await using var server = new ScriptedServer(Rows());
        await using var client = Client(server);
        var error = await Assert.ThrowsAsync<QueryApiException>(() =>
            client.ExecuteReadAsync(new Statement("RETURN $n", new Dictionary<string, object?> { ["n"] = double.NaN }), TestJson.Default.Int64, Token));
        Assert.Equal(QueryFault.Caller, error.Fault);
        Assert.Contains("$n", error.Message);
        Assert.Empty(server.Statements);
    }

    private static string? Tag(System.Text.Json.JsonElement sent) => sent.GetProperty("parameters").GetProperty("__q").GetString();
}

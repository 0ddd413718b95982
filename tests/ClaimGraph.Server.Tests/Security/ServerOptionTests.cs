using System.Net;
using System.Net.WebSockets;
using System.Text;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Security;

/// <summary>What options of <c>serve</c> change for visitors.</summary>
public sealed class ServerOptionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Too_many_requests_are_told_to_wait_and_health_is_free()
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--rate-limit", "5");
        List<HttpStatusCode> answers = [];
        for (var i = 0; i < 8; i++) answers.Add((await server.Http.GetAsync("/graphql?query={statistics{claims}}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(5, answers.Count(a => a == HttpStatusCode.OK));
        using var refused = await server.Http.GetAsync("/graphql?query={statistics{claims}}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await server.Http.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_operation_on_a_WebSocket_counts_as_a_request_does()
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--rate-limit", "4");
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(server.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, TestContext.Current.CancellationToken);
        await SendAsync("""{"type":"connection_init"}""");
        Assert.Contains("connection_ack", await NextAsync(), StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            await AskAsync(i);
            Assert.Contains("\"next\"", await NextAsync(), StringComparison.Ordinal);
            Assert.Contains("\"complete\"", await NextAsync(), StringComparison.Ordinal);
        }
        await AskAsync(4);
        Assert.Contains("RATE_LIMITED", await NextAsync(), StringComparison.Ordinal);

        Task AskAsync(int id) => SendAsync("""{"type":"subscribe","id":"ID","payload":{"query":"{ __typename }"}}""".Replace("ID", $"{id}", StringComparison.Ordinal));
        Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        async Task<string> NextAsync()
        {
            var buffer = new byte[4096];
            var received = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, received.Count);
        }
    }

    [Fact]
    public async Task Trying_keys_is_counted_too()
    {
        await Keys.CreateAsync(_folder.Path, "ann", "reader");
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--keys", Path.Combine(_folder.Path, "keys.json"), "--rate-limit", "3");
        Assert.Equal([401, 401, 401, 429], await StatusesAsync(server, 4, ("X-API-Key", "cg_guessed")));
    }

    [Fact]
    public async Task A_trusted_proxy_says_who_asks_by_which_name_and_over_what()
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--insecure", "--trusted-proxy", "127.0.0.0/8", "--rate-limit", "3", "--host-name", "claims.example.org");
        Assert.Equal([200, 200, 200, 429], await StatusesAsync(server, 4, ("X-Forwarded-For", "203.0.113.7")));
        Assert.Equal([200, 200, 200, 429], await StatusesAsync(server, 4, ("X-Forwarded-For", "203.0.113.8")));
        // A visitor cannot put an address of its choice before the one that the proxy saw.
        Assert.Equal([429], await StatusesAsync(server, 1, ("X-Forwarded-For", "198.51.100.1, 203.0.113.8")));
        Assert.Equal([200], await StatusesAsync(server, 1, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "claims.example.org")));
        Assert.Equal([421], await StatusesAsync(server, 1, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "evil.example")));
        using var secure = await SendAsync(server, ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Host", "claims.example.org"), ("X-Forwarded-Proto", "https"));
        Assert.True(secure.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData()]
    [InlineData("--insecure", "--trusted-proxy", "10.0.0.0/8", "--trusted-proxy", "192.0.2.1")]
    public async Task Nobody_else_is_believed_about_where_a_request_came_from(params string[] options)
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path, ["--no-samples", "--rate-limit", "3", .. options]);
        Assert.Equal([200], await StatusesAsync(server, 1, ("X-Forwarded-For", "203.0.113.1"), ("X-Forwarded-Host", "evil.example")));
        using var plain = await SendAsync(server, ("X-Forwarded-For", "203.0.113.2"), ("X-Forwarded-Proto", "https"));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal([200, 429], await StatusesAsync(server, 2, ("X-Forwarded-For", "203.0.113.3")));
    }

    [Fact]
    public async Task Who_serves_others_through_a_proxy_is_asked_for_authentication_on_loopback_too()
    {
        var result = await Executable.RunAsync("serve", "--data", _folder.Path, "--port", "0", "--trusted-proxy", "127.0.0.1");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--insecure", result.Error, StringComparison.Ordinal);
        Assert.Contains("not “nobody”", (await Executable.RunAsync("serve", "--data", _folder.Path, "--trusted-proxy", "nobody")).Error, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(ServerProcess server, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={statistics{claims}}");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<int>> StatusesAsync(ServerProcess server, int times, params (string Name, string Value)[] headers)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var answer = await SendAsync(server, headers);
            statuses.Add((int)answer.StatusCode);
        }
        return statuses;
    }

    [Fact]
    public async Task Pages_elsewhere_call_the_API_only_from_listed_origins()
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--cors-origin", "https://app.example.org");
        Assert.Equal("https://app.example.org", await AllowedAsync("https://app.example.org"));
        Assert.Null(await AllowedAsync("https://other.example.org"));

        async Task<string?> AllowedAsync(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, "/graphql") { Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type" } } };
            using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
        }
    }

    [Fact]
    public async Task Anonymous_reading_reads_and_does_nothing_else()
    {
        await Keys.CreateAsync(_folder.Path, "ada", "administrator");
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--anonymous-reading");
        await server.AskAsync("{ statistics { claims } }");
        using var refused = await server.Http.PostAsync("/graphql", new StringContent("""{"query":"mutation { loadSamples { errors { code } } }"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var answer = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"errors\":[{\"message\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_told_to_stop_ends_well()
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path);
        var (exit, error) = await server.StopAsync();
        Assert.Equal(0, exit);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_name_is_answered_when_it_is_configured()
    {
        await using var server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--host-name", "claims.example.org");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={statistics{claims}}") { Headers = { Host = "claims.example.org" } };
        Assert.Equal(HttpStatusCode.OK, (await server.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Security;

/// <summary>A server with keys: who comes in, and as what.</summary>
public sealed class AccessTests(AccessTests.Guarded guarded) : IClassFixture<AccessTests.Guarded>
{
    public sealed class Guarded : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        public ServerProcess Server { get; private set; } = null!;
        public string Data => _folder.Path;
        public string Reader { get; private set; } = "";
        public string Administrator { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Reader = await Keys.CreateAsync(Data, "rita", "reader");
            Administrator = await Keys.CreateAsync(Data, "ada", "administrator");
            Server = await ServerProcess.StartAsync(Data, "--no-samples", "--metrics");
        }

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _folder.Dispose();
        }
    }

    private const string Viewer = "{ viewer { name role } }";

    private async Task<HttpResponseMessage> SendAsync(string query, string? key, string path = "/graphql")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { query }) };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await guarded.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_key_names_its_visitor_and_role()
    {
        using var answer = await SendAsync(Viewer, guarded.Reader);
        var viewer = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("data").GetProperty("viewer");
        Assert.Equal(("rita", "READER"), (viewer.GetProperty("name").GetString(), viewer.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_answered()
    {
        using var answer = await SendAsync("{ statistics { claims } }", null);
        var json = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("\"claims\":", json, StringComparison.Ordinal);
        Assert.Contains("errors", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cg_wrong")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task A_wrong_key_or_token_is_refused_and_told_so(string key)
    {
        using var answer = await SendAsync(Viewer, key);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_may_not_ingest_and_an_administrator_may()
    {
        const string ingest = """mutation { ingestArticle(input: { text: "Twelve ministers met in Geneva on Monday.", published: "2025-01-06" }) { source { id } errors { code } } }""";
        using var refused = await SendAsync(ingest, guarded.Reader);
        using var done = await SendAsync(ingest, guarded.Administrator);
        Assert.Contains("errors", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\":{\"ingestArticle\":{\"source\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("\"source\":{\"id\"", await done.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_and_its_open_socket_is_closed()
    {
        var key = await Keys.CreateAsync(guarded.Data, "rob", "reader");
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new Uri(guarded.Server.Http.BaseAddress!.ToString().Replace("http", "ws", StringComparison.Ordinal) + "graphql"), TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type = "connection_init", payload = new { authorization = "Bearer " + key } })), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var first = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.Contains("connection_ack", Encoding.UTF8.GetString(buffer, 0, first.Count), StringComparison.Ordinal);

        Assert.Equal(0, (await Executable.RunAsync("keys", "revoke", "rob", "--data", guarded.Data)).ExitCode);

        using var answer = await SendAsync(Viewer, key);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        WebSocketReceiveResult last;
        do last = await socket.ReceiveAsync(buffer, patience.Token);
        while (last.MessageType != WebSocketMessageType.Close);
        Assert.True((int?)last.CloseStatus is >= 4000 and < 5000, $"{last.CloseStatus} {last.CloseStatusDescription}");
    }

    [Fact]
    public async Task A_key_opens_the_pages_by_a_cookie_that_the_API_does_not_take()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = guarded.Server.Http.BaseAddress };
        using var sentAway = await browser.GetAsync("/conflicts?first=2", TestContext.Current.CancellationToken);
        Assert.Equal("/sign-in?back=%2Fconflicts%3Ffirst%3D2", sentAway.Headers.Location?.ToString());
        var form = await browser.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var token = System.Text.RegularExpressions.Regex.Match(form, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var entered = await browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Key", guarded.Reader), new("__RequestVerificationToken", token)]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, entered.StatusCode);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("claimgraph=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/conflicts", TestContext.Current.CancellationToken)).StatusCode);
        using var api = await browser.PostAsJsonAsync("/graphql", new { query = "{ statistics { claims } }" }, TestContext.Current.CancellationToken);
        Assert.Contains("errors", await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_for_who_has_a_key()
    {
        Assert.NotEqual(HttpStatusCode.OK, (await guarded.Server.Http.GetAsync("/metrics", TestContext.Current.CancellationToken)).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { { "X-API-Key", guarded.Reader } } };
        using var answer = await guarded.Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("http_server_request_duration", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_keeps_no_key()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(guarded.Data, "keys.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(guarded.Reader, file, StringComparison.Ordinal);
        var list = await Executable.RunAsync("keys", "list", "--data", guarded.Data);
        Assert.Contains("rita  reader", list.Out, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(guarded.Data, "keys.json")));
    }
}

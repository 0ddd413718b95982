using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClaimGraph.Server.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ClaimGraph.Server.Tests.Security;

/// <summary>Bearer tokens of a live issuer: its keys are fetched where its discovery document says.</summary>
public sealed class TokenTests : IAsyncLifetime, IDisposable
{
    private const string Audience = "claims";

    private readonly TempFolder _folder = new();
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly RsaSecurityKey _stranger = new(RSA.Create(2048)) { KeyId = "one" };
    private WebPeer _issuer = null!;
    private ServerProcess _server = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await WebPeer.StartAsync((self, path) => path switch
        {
            "/.well-known/openid-configuration" => new { issuer = self.Address.OriginalString, jwks_uri = new Uri(self.Address, "jwks").ToString() },
            "/jwks" => new { keys = new[] { Published(_key) } },
            _ => null,
        });
        _server = await ServerProcess.StartAsync(_folder.Path, "--no-samples", "--jwt-authority", _issuer.Address.OriginalString, "--jwt-audience", Audience);
    }

    [Theory]
    [InlineData("reader", "FORBIDDEN")]
    [InlineData("contributor", null)]
    public async Task A_token_gives_its_role(string role, string? refusal)
    {
        using var read = await AskAsync("{ viewer { name role } }", Token(role));
        Assert.Equal($$$"""{"data":{"viewer":{"name":"dana","role":"{{{role.ToUpperInvariant()}}}"}},"extensions":{"cost":1}}""", await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var write = await AskAsync("""mutation { ingestArticle(input: { text: "Three bridges were closed on Monday, the mayor said." }) { errors { code } } }""", Token(role));
        var answer = await write.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(refusal, answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null);
    }

    [Theory]
    [InlineData("expired", "The token has expired.")]
    [InlineData("another audience", "The token is for another audience.")]
    [InlineData("another issuer", "The token is from another issuer.")]
    [InlineData("unknown key", "The token cannot be trusted.")]
    [InlineData("no signature", "The token cannot be trusted.")]
    public async Task A_token_that_does_not_hold_is_refused_and_told_why(string flaw, string reason)
    {
        using var answer = await AskAsync("{ statistics { claims } }", Flawed(flaw));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(reason, answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_WebSocket_is_opened_by_a_good_token_alone()
    {
        Assert.Equal("connection_ack", await InitAsync(Token("reader")));
        foreach (var flaw in new[] { "expired", "another audience", "another issuer", "unknown key", "no signature" }) Assert.Equal("4403", await InitAsync(Flawed(flaw)));
    }

    private async Task<string?> InitAsync(string token)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        var stop = TestContext.Current.CancellationToken;
        await socket.ConnectAsync(new UriBuilder(_server.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, stop);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { type = "connection_init", payload = new { authorization = "Bearer " + token } }), WebSocketMessageType.Text, true, stop);
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer, stop);
        return received.MessageType == WebSocketMessageType.Close ? ((int)received.CloseStatus!).ToString(System.Globalization.CultureInfo.InvariantCulture)
            : JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, received.Count)).RootElement.GetProperty("type").GetString();
    }

    private async Task<HttpResponseMessage> AskAsync(string query, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new("Bearer", token);
        return await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private string Flawed(string flaw) => flaw switch
    {
        "expired" => Token("reader", t => (t.NotBefore, t.IssuedAt, t.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1))),
        "another audience" => Token("reader", t => t.Audience = "shop"),
        "another issuer" => Token("reader", t => t.Issuer = "https://issuer.example"),
        "unknown key" => Token("reader", t => t.SigningCredentials = new(_stranger, SecurityAlgorithms.RsaSha256)),
        _ => Token("administrator", t => t.SigningCredentials = null),
    };

    private string Token(string role, Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = _issuer.Address.OriginalString, Audience = Audience, Expires = DateTime.UtcNow.AddHours(1), SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = "dana", ["role"] = role },
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }

    private static object Published(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) };
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _issuer.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        _folder.Dispose();
        _key.Rsa.Dispose();
        _stranger.Rsa.Dispose();
    }
}

using System.Net;
using System.Text.Json;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Journeys;

/// <summary>A newcomer starts the server in an empty folder and looks around.</summary>
public sealed class FirstStartTests(FirstStartTests.Newcomer newcomer) : IClassFixture<FirstStartTests.Newcomer>
{
    public sealed class Newcomer : IAsyncLifetime
    {
        private readonly TempFolder _folder = new();

        public ServerProcess Server { get; private set; } = null!;
        public string Data => Path.Combine(_folder.Path, "data");

        public async ValueTask InitializeAsync() => Server = await ServerProcess.StartAsync(Data);

        public async ValueTask DisposeAsync()
        {
            await Server.DisposeAsync();
            _folder.Dispose();
        }
    }

    private ServerProcess Server => newcomer.Server;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task It_is_alive_and_ready(string path) => Assert.Equal(HttpStatusCode.OK, (await Server.Http.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task The_samples_show_a_contradiction_and_a_superseded_claim_with_their_reasons()
    {
        var conflicts = (await Server.AskAsync("{ conflicts(first: 100) { nodes { kind explanation earlier { quote source { title outlet { title } } } later { quote } trace { rule decides } } } }")).GetProperty("conflicts").GetProperty("nodes");
        var found = conflicts.EnumerateArray().Select(c => (Kind: c.GetProperty("kind").GetString(), Earlier: c.GetProperty("earlier").GetProperty("quote").GetString()!, Later: c.GetProperty("later").GetProperty("quote").GetString()!, Json: c)).ToList();

        Assert.Contains(found, c => c.Kind == "CONTRADICTS" && c.Earlier.Contains("€1.1 billion", StringComparison.Ordinal) && c.Later.Contains("far more than €1.1 billion", StringComparison.Ordinal));
        Assert.Contains(found, c => c.Kind == "SUPERSEDES" && c.Earlier.Contains("no country", StringComparison.Ordinal) && c.Later.Contains("wenty-six countries", StringComparison.Ordinal));
        Assert.All(found, c => Assert.Contains(c.Json.GetProperty("trace").EnumerateArray(), t => t.GetProperty("decides").GetBoolean()));
    }

    [Fact]
    public async Task The_samples_show_a_corroboration_that_is_not_independent()
    {
        var relations = (await Server.AskAsync("""{ relations(where: { kinds: [CORROBORATES] }, first: 100) { nodes { independent earlier { quote source { title } corroboration { articles independentOrigins { low high } } } later { quote source { title } } } } }""")).GetProperty("relations").GetProperty("nodes");
        var pledge = relations.EnumerateArray().First(r =>
            r.GetProperty("earlier").GetProperty("quote").GetString()!.Contains("wenty-six countries", StringComparison.Ordinal) && r.GetProperty("later").GetProperty("quote").GetString()!.Contains("26 countries", StringComparison.Ordinal));
        Assert.False(pledge.GetProperty("independent").GetBoolean());
        Assert.NotEqual(pledge.GetProperty("earlier").GetProperty("source").GetProperty("title").GetString(), pledge.GetProperty("later").GetProperty("source").GetProperty("title").GetString());
        var support = pledge.GetProperty("earlier").GetProperty("corroboration");
        Assert.True(support.GetProperty("articles").GetInt32() >= 2);
        Assert.Equal(1, support.GetProperty("independentOrigins").GetProperty("low").GetInt32());
    }

    [Fact]
    public async Task The_samples_show_a_chain_of_three_steps()
    {
        var claims = (await Server.AskAsync("""{ claims(where: { text: "26 countries" }, first: 100) { nodes { quote sourceChain { complete steps { role cue actor { name } source { title } } } } } }""")).GetProperty("claims").GetProperty("nodes");
        var roles = claims.EnumerateArray().Select(c => c.GetProperty("sourceChain").GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("role").GetString()!).ToList()).ToList();
        Assert.Contains(roles, r => r.Count == 3 && r[0] == "SPEAKER" && r[2] == "OUTLET");
    }

    [Fact]
    public async Task The_pages_open_and_their_style_and_headers_are_there()
    {
        using var page = await Server.Http.GetAsync("/conflicts", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("default-src 'self'; img-src 'self' data:; base-uri 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
        Assert.DoesNotContain("Server", page.Headers.Select(h => h.Key));

        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var style = System.Text.RegularExpressions.Regex.Match(html, "href=\"([^\"]+\\.css)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await Server.Http.GetAsync("/" + style.TrimStart('/'), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("claimgraph.evil.example", 421)]
    [InlineData("127.0.0.1.evil.example", 421)]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]", 200)]
    public async Task Only_our_own_names_are_answered(string host, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={statistics{claims}}") { Headers = { Host = host } };
        using var answer = await Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_refusal_outside_GraphQL_is_a_problem_in_JSON()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/graphql/schema.graphql") { Headers = { Accept = { new("application/json") } } };
        using var answer = await Server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_request_and_no_article_text()
    {
        await Server.AskAsync("query Look { claims(first: 5) { nodes { quote } } }");
        List<string> lines = [];
        for (var i = 0; i < 100 && !lines.Exists(l => l.Contains("\"Operation\":\"Look\"", StringComparison.Ordinal)); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            lines = [];
            foreach (var file in Directory.GetFiles(Path.Combine(newcomer.Data, "logs")))
            {
                using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
                lines.AddRange((await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n'));
            }
        }
        using var line = JsonDocument.Parse(lines.First(l => l.Contains("\"Operation\":\"Look\"", StringComparison.Ordinal)));
        Assert.Equal(("ok", 200), (line.RootElement.GetProperty("Outcome").GetString(), line.RootElement.GetProperty("StatusCode").GetInt32()));
        Assert.True(line.RootElement.GetProperty("Elapsed").GetDouble() > 0);
        Assert.DoesNotContain(lines, l => l.Contains("countries", StringComparison.Ordinal));
    }
}

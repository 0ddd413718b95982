using System.Net;
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

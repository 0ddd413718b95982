using System.Net;
using System.Xml.Linq;
using ClaimGraph.Server.Tests.Support;
using ClaimGraph.Server.Tests.Web.Support;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>The pages as HTTP sees them: status codes, headers, weights, downloads.</summary>
public sealed class HttpTests(Site site)
{
    private static HttpClient Client(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false }) { BaseAddress = address };

    private async Task<HttpClient> ClientAsync() => Client((await site.ServerAsync()).Http.BaseAddress!);

    [Theory]
    [InlineData("/claims/c_nothing")]
    [InlineData("/conflicts/r_nothing")]
    [InlineData("/questions/q_nothing")]
    [InlineData("/articles/s_nothing")]
    [InlineData("/actors/a_nothing")]
    [InlineData("/runs/i_nothing")]
    [InlineData("/graph?focus=c_nothing")]
    [InlineData("/no/such/page")]
    public async Task What_is_not_there_is_a_404_page_with_a_search(string address)
    {
        using var client = await ClientAsync();
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("role=\"search\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/conflicts", 200)]
    [InlineData("/docs", 200)]
    [InlineData("/articles/new", 200)]
    [InlineData("/graphql/schema.graphql", 200)]
    [InlineData("/style.css", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/claims/c_nothing", 404)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/graphql?query={__typename}", 405)]
    public async Task HEAD_says_what_GET_would_and_sends_no_body(string address, int status)
    {
        using var client = await ClientAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await client.SendAsync(request);
        Assert.Equal(status, (int)head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        if (status == 405)
        {
            Assert.Equal(["GET", "POST"], head.Content.Headers.Allow);
            return;
        }
        using var get = await client.GetAsync(address);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Headers.Vary, head.Headers.Vary);
        Assert.True(head.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/settings", "settings")]
    [InlineData("/articles/new", "paste")]
    [InlineData("/query", "run")]
    public async Task A_form_without_the_antiforgery_token_is_refused(string address, string form)
    {
        using var client = await ClientAsync();
        using var answer = await client.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = form, ["Form.Theme"] = "dark" }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_without_a_form_of_its_own_sets_no_cookie()
    {
        using var client = await ClientAsync();
        using var answer = await client.GetAsync($"/questions/{(await site.FoundAsync()).Question}");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Style_and_scripts_arrive_whole_and_small_when_compressed(string encoding)
    {
        using var client = await ClientAsync();
        foreach (var (asset, mark, most) in new[] { ("/style.css", "@layer tokens", 10_000), ("/cg.js", "customElements.define", 8_000), ("/_framework/blazor.web.js", "Blazor", 60_000) })
        {
            var plain = await client.GetStringAsync(asset);
            using var request = new HttpRequestMessage(HttpMethod.Get, asset);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(plain, Weights.Unpacked(bytes, answer.Content.Headers.ContentEncoding.SingleOrDefault()));
            Assert.Contains(mark, plain, StringComparison.Ordinal);
            Assert.True(Weights.Packed(plain) <= most, $"{asset} has {Weights.Packed(plain)} bytes");
        }
    }

    [Theory]
    [InlineData("/questions/{question}")]
    [InlineData("/articles/{article}")]
    [InlineData("/graph?focus={question}")]
    [InlineData("/search?q=troops")]
    [InlineData("/docs")]
    [InlineData("/style.css")]
    public async Task What_a_browser_has_and_is_still_the_same_is_not_sent_again(string address)
    {
        var found = await site.FoundAsync();
        using var client = await ClientAsync();
        address = address.Replace("{question}", found.Question, StringComparison.Ordinal).Replace("{article}", found.Article, StringComparison.Ordinal);
        using var first = await client.GetAsync(address);
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(first.Headers.ETag.ToString(), null));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("W/\"another\"", null));
        if (address != "/style.css") Assert.Equal(HttpStatusCode.OK, await StatusAsync(first.Headers.ETag.ToString(), "theme=dark"));

        async Task<HttpStatusCode> StatusAsync(string known, string? cookie)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", known } } };
            if (cookie is not null) request.Headers.Add("Cookie", cookie);
            using var answer = await client.SendAsync(request);
            Assert.Equal(answer.StatusCode == HttpStatusCode.NotModified, (await answer.Content.ReadAsByteArrayAsync()).Length == 0);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/claims/c_nothing")]
    [InlineData("/settings")]
    public async Task What_is_not_there_or_has_a_form_is_always_sent_anew(string address)
    {
        using var client = await ClientAsync();
        using var answer = await client.GetAsync(address);
        Assert.Null(answer.Headers.ETag);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/conflicts", 15_000)]
    [InlineData("/conflicts/{conflict}", 15_000)]
    [InlineData("/questions/{question}", 15_000)]
    [InlineData("/claims/{claim}", 15_000)]
    [InlineData("/articles/{article}", 15_000)]
    [InlineData("/actors/{actor}", 15_000)]
    [InlineData("/inbox", 15_000)]
    [InlineData("/search?q=troops", 15_000)]
    [InlineData("/query", 15_000)]
    [InlineData("/articles/new", 15_000)]
    [InlineData("/graph?focus={question}&hops=3", 25_000)]
    public async Task A_page_keeps_to_its_weight(string address, int most)
    {
        var found = await site.FoundAsync();
        using var client = await ClientAsync();
        var html = await client.GetStringAsync(address.Replace("{conflict}", found.Conflict, StringComparison.Ordinal).Replace("{question}", found.Question, StringComparison.Ordinal)
            .Replace("{claim}", found.Claim, StringComparison.Ordinal).Replace("{article}", found.Article, StringComparison.Ordinal).Replace("{actor}", found.Actor, StringComparison.Ordinal));
        Assert.True(Weights.Packed(html) <= most, $"{address} has {Weights.Packed(html)} bytes");
    }

    [Fact]
    public async Task The_graph_downloads_as_svg_graphml_and_json_with_the_same_nodes()
    {
        using var client = await ClientAsync();
        var focus = "?focus=" + (await site.FoundAsync()).Claim;
        var svg = XDocument.Parse(await client.GetStringAsync("/graph.svg" + focus));
        XNamespace s = "http://www.w3.org/2000/svg", g = "http://graphml.graphdrawing.org/xmlns";
        var drawn = svg.Descendants(s + "a").Select(a => a.Attribute("data-node")!.Value).Order().ToList();
        var graphMl = XDocument.Parse(await client.GetStringAsync("/graph.graphml" + focus));
        Assert.Equal(drawn, graphMl.Descendants(g + "node").Select(n => n.Attribute("id")!.Value).Order());
        using var json = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/graph.json" + focus));
        Assert.Equal(drawn, json.RootElement.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).Order());
        Assert.Equal(graphMl.Descendants(g + "edge").Count(), json.RootElement.GetProperty("links").GetArrayLength());
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>GraphQL over HTTP: what every kind of request is answered with.</summary>
[Collection(SharedApiCollection.Name)]
public sealed class HttpTests(SharedApi api)
{
    private const string Json = "application/json", Response = "application/graphql-response+json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("application/graphql-response+json", Response)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", Response)]
    [InlineData("text/html, application/json;q=0.5", Json)]
    public async Task It_answers_in_the_type_that_is_wanted(string? accept, string type)
    {
        using var answer = await SendAsync(Post("""{"query":"{ __typename }"}""", accept));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("text/html", 406, "NOT_ACCEPTABLE")]
    [InlineData("application/json;q=0", 406, "NOT_ACCEPTABLE")]
    [InlineData("application/json; charset=latin1", 406, "NOT_ACCEPTABLE")]
    public async Task It_refuses_types_that_it_does_not_have(string accept, int status, string code) => await RefusedAsync(Post("""{"query":"{ __typename }"}""", accept), status, code);

    [Theory]
    [InlineData("", 400, "BAD_REQUEST")]
    [InlineData("{", 400, "BAD_REQUEST")]
    [InlineData("null", 400, "BAD_REQUEST")]
    [InlineData("\"{ __typename }\"", 400, "BAD_REQUEST")]
    [InlineData("{}", 400, "BAD_REQUEST")]
    [InlineData("""{"query":5}""", 400, "BAD_REQUEST")]
    [InlineData("""{"query":"{ __typename }","variables":7}""", 400, "BAD_REQUEST")]
    [InlineData("""{"query":"{ __typename }","operationName":[]}""", 400, "BAD_REQUEST")]
    [InlineData("""{"query":"query($n: Int) { claims(first: $n) { totalCount } }","variables":{"n":1,"n":2}}""", 400, "BAD_REQUEST")]
    [InlineData("""{"query":"{ __typename }","extensions":{"a":{"b":1,"b":2}}}""", 400, "BAD_REQUEST")]
    [InlineData("""[{"query":"{ __typename }"}]""", 400, "BATCHING_NOT_SUPPORTED")]
    [InlineData("""{"query":"{"}""", 400, "GRAPHQL_PARSE_FAILED")]
    [InlineData("""{"query":"{ nope }"}""", 400, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("""{"query":"query A { __typename } query B { __typename }"}""", 400, "OPERATION_NOT_FOUND")]
    [InlineData("""{"query":"query A { __typename }","operationName":"B"}""", 400, "OPERATION_NOT_FOUND")]
    [InlineData("""{"query":"query($n: Int!) { claims(first: $n) { nodes { id } } }"}""", 400, "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("""{"query":"subscription { conflictFound { id } }"}""", 400, "BAD_REQUEST")]
    public async Task What_is_malformed_or_wrong_is_refused_with_a_code(string body, int status, string code) => await RefusedAsync(Post(body, Response), status, code);

    [Fact]
    public async Task A_byte_order_mark_before_the_body_means_nothing()
    {
        using var answer = await SendAsync(Post("\uFEFF{\"query\":\"{ __typename }\"}", Json));
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_packed_body_is_not_unpacked()
    {
        using var request = Post("""{"query":"{ __typename }"}""", Response);
        request.Content!.Headers.ContentEncoding.Add("gzip");
        await RefusedAsync(request, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=latin1")]
    [InlineData(null)]
    public async Task What_a_page_elsewhere_could_make_a_browser_send_is_refused(string? type)
    {
        var request = Post("""{"query":"mutation { loadSamples { errors { code } } }"}""", Json);
        request.Content!.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        await RefusedAsync(request, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Fact]
    public async Task Queries_come_by_GET_too()
    {
        using var answer = await api.Host.Http.GetAsync("/graphql?query=query(%24n%3AInt)%7Bclaims(first%3A%24n)%7Bnodes%7B__typename%7D%7D%7D&variables=%7B%22n%22%3A1%7D", TestContext.Current.CancellationToken);
        Assert.Equal("""{"data":{"claims":{"nodes":[{"__typename":"Claim"}]}},"extensions":{"cost":7}}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("mutation{loadSamples{errors{code}}}")]
    [InlineData("subscription{conflictFound{id}}")]
    public async Task By_GET_nothing_but_queries_runs_not_even_when_the_document_is_known(string query)
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await api.Host.Http.GetAsync("/graphql?query=" + Uri.EscapeDataString(query), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Contains("POST", answer.Content.Headers.Allow);
            Assert.Contains("METHOD_NOT_ALLOWED", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_refused(string method)
    {
        using var answer = await SendAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql") { Content = new StringContent("{}", Encoding.UTF8, Json) });
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_read()
    {
        var body = """{"query":"{ __typename }","variables":{"x":""" + '"' + new string('x', 300 * 1024) + "\"}}";
        await RefusedAsync(Post(body, Response), 413, "BODY_TOO_LARGE");
        var chunked = Post(body, Response);
        chunked.Headers.TransferEncodingChunked = true;
        await RefusedAsync(chunked, 413, "BODY_TOO_LARGE");
    }

    [Fact]
    public async Task Apostrophes_are_sent_as_they_are()
    {
        using var answer = await SendAsync(Post("""{"query":"{ claims(where: { text: \"reporters\" }) { nodes { quote } } }"}""", Json));
        Assert.Contains("the Daily Ledger's reporters", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_event_stream_carries_a_query_too()
    {
        using var answer = await SendAsync(Post("""{"query":"{ __typename }"}""", "text/event-stream"));
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata: \n\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static HttpRequestMessage Post(string body, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, Json) };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return request;
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => api.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);

    private async Task RefusedAsync(HttpRequestMessage request, int status, string code)
    {
        using var answer = await SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, text);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(code, ApiHost.CodeOf(json.RootElement));
    }
}

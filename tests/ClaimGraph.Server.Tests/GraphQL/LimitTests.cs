using System.Text.Json;
using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>Every limit refuses with its code and says what was exceeded by how much.</summary>
[Collection(SharedApiCollection.Name)]
public sealed class LimitTests(SharedApi api)
{
    public static TheoryData<string, string> Refused => new()
    {
        { "DOCUMENT_TOO_LONG", "{ __typename #" + new string('x', 50_001) + "\n}" },
        { "TOO_MANY_TOKENS", "{" + Repeat(2001, _ => "__typename ") + "}" },
        { "NESTED_TOO_DEEP", "{ claims(where: " + Repeat(65, _ => "{ not: ") + "{}" + new string('}', 65) + ") { nodes { id } } }" },
        { "TOO_MANY_DIRECTIVES", "{ __typename " + Repeat(101, _ => "@include(if: true) ") + "}" },
        { "TOO_MANY_DEFINITIONS", Repeat(101, i => $"query Q{i} {{ __typename }} ") },
        { "TOO_MANY_FIELDS", "{ claims { nodes { " + Repeat(12, _ => "...F ") + "} } } fragment F on Claim { " + Repeat(99, i => $"a{i}: id ") + "}" },
        { "TOO_MANY_FIELDS", "{ claims { nodes { " + Repeat(51, i => $"x: {(i % 2 == 0 ? "quote" : "id")} ") + "} } }" },
        { "TOO_DEEP", "{ " + Repeat(5, _ => "claims { nodes { question { ") + "claims { totalCount }" + new string('}', 16) },
        { "TOO_MANY_ROOT_FIELDS", "{" + Repeat(21, i => $"a{i}: __typename ") + "}" },
        { "INTROSPECTION_TOO_DEEP", "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }" },
        { "COST_EXCEEDED", "{ claims(first: 100) { nodes { relations(first: 100) { nodes { trace { rule } earlier { asserted { text } } later { quote } } } } } }" },
        { "PAGE_SIZE_EXCEEDED", "{ claims(first: 101) { nodes { id } } }" },
        { "PAGE_SIZE_EXCEEDED", "{ claims(first: -1) { nodes { id } } }" },
        { "PAGE_SIZE_EXCEEDED", "{ questions { nodes { positions(first: 101) { id } } } }" },
        { "LIST_TOO_LONG", "{ claims(where: { actors: [" + Repeat(101, i => $"\"a_{i}\" ") + "] }) { nodes { id } } }" },
        { "LIST_TOO_LONG", "{ nodes(ids: [" + Repeat(101, i => $"\"a_{i}\" ") + "]) { id } }" },
        { "FILTER_TOO_DEEP", "{ claims(where: { not: { not: { not: { not: { text: \"x\" } } } } }) { nodes { id } } }" },
        { "FILTER_TOO_LARGE", "{ claims(where: { or: [" + Repeat(21, i => $"{{ text: \"w{i}\" }} ") + "] }) { nodes { id } } }" },
        { "TEXT_TOO_LONG", "{ claims(where: { text: \"" + new string('x', 501) + "\" }) { nodes { id } } }" },
        { "TEXT_TOO_LONG", "{ search(text: \"" + Repeat(21, i => $"w{i} ") + "\") { nodes { text } } }" },
        { "INVALID_CURSOR", "{ claims(after: \"nonsense\") { nodes { id } } }" },
        { "BAD_USER_INPUT", "{ claims(first: 5, last: 5) { nodes { id } } }" },
        { "BAD_USER_INPUT", "{ path(from: \"a\", to: \"b\", maxLength: 99) { total } }" },
        { "BAD_USER_INPUT", "{ neighbourhood(of: \"a\", hops: 9) { total } }" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_too_much_is_refused(string code, string query)
    {
        var error = (await api.Host.AskAsync(query)).GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        if (code is not ("INVALID_CURSOR" or "BAD_USER_INPUT"))
            Assert.True(error.GetProperty("extensions").GetProperty("limit").GetInt64() < error.GetProperty("extensions").GetProperty("actual").GetInt64() || query.Contains("-1"), error.ToString());
    }

    [Fact]
    public async Task Cost_is_priced_on_the_variables_of_each_request_also_when_the_document_is_known()
    {
        const string query = "query($n: Int) { claims(first: $n) { nodes { relations(first: $n) { nodes { trace { rule } earlier { asserted { text } } } } } } }";
        var cheap = await api.Host.AskAsync(query, new { n = 1 });
        Assert.False(cheap.TryGetProperty("errors", out _));
        Assert.Equal("COST_EXCEEDED", await api.Host.CodeAsync(query, new { n = 100 }));
        Assert.Null(await api.Host.CodeAsync(query, new { n = 1 }));
    }

    [Fact]
    public async Task A_negative_page_makes_nothing_cheaper() =>
        Assert.Equal("COST_EXCEEDED", await api.Host.CodeAsync("{ a: claims(first: -1000000) { nodes { quote source { title } } } b: claims(first: 100) { nodes { relations(first: 100) { nodes { trace { rule } earlier { asserted { text } } } } } } }"));

    [Fact]
    public async Task The_cost_can_be_asked_without_the_answer()
    {
        var answer = await api.Host.AskAsync("{ claims(first: 10) { nodes { quote } } }", extensions: new { costOnly = true });
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
        Assert.False(answer.TryGetProperty("errors", out _));
        Assert.Equal(16, answer.GetProperty("extensions").GetProperty("cost").GetInt32());
    }

    [Fact]
    public async Task At_most_twenty_errors_are_reported()
    {
        var answer = await api.Host.AskAsync("{" + Repeat(20, i => $"z{i} y{i} ") + "}");
        Assert.True(answer.GetProperty("errors").GetArrayLength() <= 20);
        answer = await api.Host.AskAsync("{ claims {" + Repeat(40, i => $"z{i} ") + "} }");
        Assert.Equal(20, answer.GetProperty("errors").GetArrayLength());
        Assert.Equal(20, answer.GetProperty("extensions").GetProperty("moreErrors").GetInt32());
    }

    [Fact]
    public async Task Limits_can_be_changed()
    {
        await using var host = await ApiHost.StartAsync(o => o.Limits = o.Limits with { PageSize = 2, Depth = 2, Cost = 40 });
        Assert.Equal("PAGE_SIZE_EXCEEDED", await host.CodeAsync("{ claims(first: 3) { totalCount } }"));
        Assert.Equal("TOO_DEEP", await host.CodeAsync("{ claims { nodes { id } } }"));
    }

    [Fact]
    public async Task The_schema_can_be_kept_back()
    {
        await using var host = await ApiHost.StartAsync(o => o.Introspection = false);
        for (var i = 0; i < 2; i++)
            Assert.Equal("INTROSPECTION_DISABLED", await host.CodeAsync("{ ...F } fragment F on Query { __schema { types { name } } }"));
        Assert.Null(await host.CodeAsync("{ __typename }"));
        using var sdl = await host.Http.GetAsync("/graphql/schema.graphql", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, sdl.StatusCode);
    }

    [Theory]
    [InlineData("{ statistic { claims } }")]
    [InlineData("{ statistics { claimz } }")]
    [InlineData("{ statistics }")]
    [InlineData("{ claims(firs: 1) { nodes { id } } }")]
    [InlineData("{ claims(orderBy: NEWES) { totalCount } }")]
    [InlineData("{ claims(first: \"one\") { totalCount } }")]
    [InlineData("{ node { id } }")]
    [InlineData("{ node(id: 1) { ... on Clam { quote } } }")]
    [InlineData("{ claims(where: { tex: 1 }) { totalCount } }")]
    [InlineData("query($f: ClaimFilte) { claims(where: $f) { totalCount } }")]
    [InlineData("query($n: String) { claims(first: $n) { totalCount } }")]
    [InlineData("query($f: ClaimFilter) { claims(where: $f) { totalCount } }")]
    [InlineData("{ a: node(id: 1) { id } a: statistics { claims } }")]
    [InlineData("mutation { assessClai(input: {}) { errors { code } } }")]
    [InlineData("subscription { conflictsFound { id } }")]
    public async Task Where_the_schema_is_kept_back_no_message_tells_of_it(string query)
    {
        await using var host = await ApiHost.StartAsync(o => o.Introspection = false);
        var answer = await host.AskAsync(query, new { n = "x", f = new { tex = "x" } });
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", ApiHost.CodeOf(answer));
        foreach (var error in answer.GetProperty("errors").EnumerateArray())
        {
            Assert.True(error.TryGetProperty("locations", out _) || error.GetProperty("extensions").TryGetProperty("rule", out _));
            Assert.Equal("The document or its variables do not fit the schema, which this server does not show.", error.GetProperty("message").GetString());
        }
    }

    [Fact]
    public async Task Where_the_schema_is_kept_back_mistakes_of_the_document_alone_are_still_named()
    {
        await using var host = await ApiHost.StartAsync(o => o.Introspection = false);
        var answer = await host.AskAsync("query($unused: Int) { statistics { claims } }");
        Assert.Contains("unused", answer.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static string Repeat(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}

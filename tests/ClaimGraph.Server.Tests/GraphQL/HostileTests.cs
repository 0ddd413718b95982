using System.Net.Http.Json;
using System.Text.Json;
using ClaimGraph.Server.Tests.GraphQL.Support;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>Documents made to exhaust a server: each is refused or answered, and the server goes on. Their times are figures, not tests: see the benchmarks.</summary>
[Collection(SharedApiCollection.Name)]
public sealed class HostileTests(SharedApi api)
{
    private static readonly Dictionary<string, string> Documents = new()
    {
        ["the same field 10,000 times"] = "{" + Repeat(10_000, _ => "__typename ") + "}",
        ["10,000 aliases"] = "{" + Repeat(10_000, i => $"a{i}: __typename ") + "}",
        ["the same field with arguments 3,000 times"] = "{" + Repeat(3_000, _ => "claims(first: 1) { totalCount } ") + "}",
        ["the same field with arguments 100 times"] = "{ claims { " + Repeat(90, _ => "nodes { relations(first: 1) { totalCount } } ") + "} }",
        ["inline fragments 200 by 100"] = "{" + Repeat(200, _ => "... on Query { claims {" + Repeat(100, _ => "... on ClaimConnection { totalCount } ") + "} } ") + "}",
        ["inline fragments 12 by 12 by 12"] = "{" + Repeat(12, _ => "... { claims {" + Repeat(12, _ => "... { nodes {" + Repeat(12, _ => "... { id } ") + "} } ") + "} } ") + "}",
        ["fragments on types of an interface"] = "{ node(id: \"x\") {" + Repeat(60, i => $"... on Claim {{ question {{ x{i}: text }} }} ... on Relation {{ question {{ y{i}: text }} }} ") + "} }",
        ["nested 10,000 deep"] = "{" + Repeat(10_000, _ => "claims{nodes{question{") + "id" + new string('}', 30_000) + "}",
        ["nested 500 deep"] = "{" + Repeat(170, _ => "claims{nodes{question{") + "id" + new string('}', 510) + "}",
        ["nested 60 deep"] = "{" + Repeat(20, _ => "claims{nodes{question{") + "id" + new string('}', 60) + "}",
        ["a list literal nested 10,000 deep"] = "{ claims(where: { actors: " + new string('[', 10_000) + new string(']', 10_000) + " }) { totalCount } }",
        ["an object literal nested 5,000 deep"] = "{ claims(where: " + Repeat(5_000, _ => "{not:") + "null" + new string('}', 5_000) + ") { totalCount } }",
        ["an object literal nested 60 deep"] = "{ claims(where: " + Repeat(60, _ => "{not:") + "{}" + new string('}', 60) + ") { totalCount } }",
        ["a type nested 10,000 deep"] = "query($x: " + new string('[', 10_000) + "Int" + new string(']', 10_000) + ") { __typename }",
        ["10,000 directives"] = "{ __typename " + Repeat(10_000, _ => "@include(if: true)") + " }",
        ["99 directives"] = "{ __typename " + Repeat(99, _ => "@include(if: true)") + " }",
        ["10,000 unknown directives"] = "{ __typename " + Repeat(10_000, _ => "@x") + " }",
        ["a bomb of fragments, 2^24 fields"] = "{ ...F0 } " + Repeat(24, i => $"fragment F{i} on Question {{ a: claims {{ nodes {{ question {{ ...F{i + 1} }} }} }} b: claims {{ nodes {{ question {{ ...F{i + 1} }} }} }} }} ") + "fragment F24 on Question { id }",
        ["a bomb of fragments without depth"] = "{ ...F0 } " + Repeat(24, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ") + "fragment F24 on Query { __typename }",
        ["a bomb of fragments without fields"] = "{ ...F0 } " + Repeat(24, i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }} ") + "fragment F24 on Query { ...Missing }",
        ["a wide bomb of fragments without fields"] = "{ ...F0 } " + Repeat(10, i => $"fragment F{i} on Query {{ {Repeat(30, _ => $"...F{i + 1} ")} }} ") + "fragment F10 on Query { ...Missing }",
        ["a chain of 5,000 fragments"] = "{ ...F0 } " + Repeat(5_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ") + "fragment F5000 on Query { __typename }",
        ["a chain of 90 fragments"] = "{ ...F0 } " + Repeat(90, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ") + "fragment F90 on Query { __typename }",
        ["fragments in a circle"] = "{ claims { nodes { ...A } } } fragment A on Claim { question { claims { nodes { ...B } } } } fragment B on Claim { question { claims { nodes { ...A } } } }",
        ["a fragment in itself"] = "query { ...A } fragment A on Query { ...A __typename }",
        ["fragments that nothing spreads"] = "{ __typename } " + Repeat(98, i => $"fragment F{i} on Query {{ __typename }} "),
        ["5,000 operations"] = Repeat(5_000, i => $"query Q{i} {{ __typename }} "),
        ["99 operations"] = Repeat(99, i => $"query Q{i} {{ __typename }} "),
        ["5,000 unused variables"] = "query(" + Repeat(5_000, i => $"$v{i}: Int ") + ") { __typename }",
        ["600 unused variables"] = "query(" + Repeat(600, i => $"$v{i}: Int ") + ") { __typename }",
        ["5,000 unknown variables"] = "{" + Repeat(5_000, i => $"c{i}: claims(first: $v{i}) {{ totalCount }} ") + "}",
        ["200 unknown variables"] = "{ claims { nodes { " + Repeat(200, i => $"r{i}: relations(first: $v{i}) {{ totalCount }} ") + "} } }",
        ["5,000 unknown fields"] = "{" + Repeat(5_000, i => $"zz{i} ") + "}",
        ["900 unknown fields"] = "{ claims {" + Repeat(900, i => $"zz{i} ") + "} }",
        ["unknown arguments"] = "{ claims { nodes {" + Repeat(200, i => $"a{i}: relations(x{i}: 1, y{i}: 2) {{ totalCount }} ") + "} } }",
        ["introspection in circles"] = "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }",
        ["introspection in circles over fragments"] = "{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { fields { type { name } } } } }",
        ["introspection of wrapped types, 200 deep"] = "{ __schema { types { " + Repeat(200, _ => "ofType {") + "name" + new string('}', 200) + " } } }",
        ["introspection from 15 roots"] = "{" + Repeat(15, i => $"s{i}: __schema {{ types {{ fields {{ name type {{ name }} }} }} }} ") + "}",
        ["an integer of 26 digits"] = "{ claims(first: 99999999999999999999999999) { totalCount } }",
        ["an integer just too large"] = "{ claims(first: 2147483648) { totalCount } }",
        ["a float that is too large"] = "{ claims(where: { minCheckWorthiness: 1e400 }) { totalCount } }",
        ["an integer of 40,000 digits"] = "{ claims(first: 1" + new string('0', 40_000) + ") { totalCount } }",
        ["a string of 200 kB"] = "{ search(text: \"" + new string('x', 200_000) + "\") { totalCount } }",
        ["a block string of blanks"] = "{ search(text: \"\"\"\n" + Repeat(900, _ => new string(' ', 50) + "\n") + "\"\"\") { totalCount } }",
        ["an open block string"] = "{ search(text: \"\"\"" + new string('x', 40_000),
        ["a wrong character far to the right"] = "{" + new string(',', 40_000) + "\u0001 }",
        ["a wrong escape far to the right"] = "{ search(text: \"" + new string('x', 40_000) + "\\q\") { totalCount } }",
        ["an open string"] = "{ search(text: \"" + new string('x', 40_000),
        ["a comment of 200 kB"] = "#" + new string('x', 200_000) + "\n{ __typename }",
        ["200,000 commas"] = "{" + new string(',', 200_000) + "__typename }",
        ["a name of 200 kB"] = "{ " + new string('z', 200_000) + " }",
        ["a name of 40 kB"] = "{ " + new string('z', 40_000) + " }",
        ["half a surrogate pair, escaped"] = "{ search(text: \"\\uD800\") { totalCount } }",
        ["braces in an escape"] = "{ search(text: \"\\u{1F600}\") { totalCount } }",
        ["an escape beyond Unicode"] = "{ search(text: \"\\u{110000}\") { totalCount } }",
        ["a NUL"] = "{ __typename\0 }",
        ["a byte order mark"] = "\uFEFF{ __typename }",
        ["names of JavaScript objects"] = "{ __proto__ constructor: __typename toString: __typename hasOwnProperty: __typename }",
        ["conflicting aliases"] = "{ claims { nodes { " + Repeat(300, i => $"x: {(i % 2 == 0 ? "quote" : "id")} ") + "} } }",
        ["conflicting aliases in merged fields"] = "{ claims { " + Repeat(15, _ => "nodes { " + Repeat(40, i => $"x: {(i % 2 == 0 ? "quote" : "id")} ") + "} ") + "} }",
        ["the same leaf 990 times"] = "{ claims { " + Repeat(990, _ => "totalCount ") + "} }",
        ["conflicting aliases over fragments"] = "{ claims { nodes { " + Repeat(60, i => $"...F{i} ") + "} } } " + Repeat(60, i => $"fragment F{i} on Claim {{ x: relations(first: {i}) {{ totalCount }} }} "),
        ["long paths of errors"] = "{ nodes(ids: [" + Repeat(100, i => $"\"c_{i}\" ") + "]) { ... on Claim { relations(first: 101) { nodes { id } } } } }",
        ["a full-text query of operators"] = "{ search(text: \"NEAR( \\\" ' * ^ - AND OR NOT ) { } : \") { counts { total } } }",
        ["a filter that means nothing"] = "{ claims(where: { and: [], or: [], not: {} }) { totalCount } }",
        ["everything below everything"] = "{ questions(first: 100) { nodes { claims(first: 100) { nodes { relations(first: 100) { nodes { earlier { question { claims(first: 100) { nodes { id } } } } } } } } } } }",
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_refused_or_answered_and_the_server_goes_on(string name)
    {
        using var answer = await api.Host.Http.PostAsJsonAsync("/graphql", new { query = Documents[name] }, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        Assert.True(json.RootElement.TryGetProperty("data", out _) || json.RootElement.TryGetProperty("errors", out _), text);
        Assert.True(text.Length < 400_000, $"{text.Length} characters were sent.");
        Assert.DoesNotContain("INTERNAL_SERVER_ERROR", text);
        Assert.DoesNotContain("   at ", text);
        Assert.Null(await api.Host.CodeAsync("{ statistics { claims } }"));
    }

    /// <summary>The places in documents with long lines are those that the parser itself gives when it sees the document as it is.</summary>
    [Theory]
    [InlineData("{ search(text: \"§\") { totalCount } ]", "Expected")]
    [InlineData("{ search(text: \"§\") { totalCount }\u0001 }", "Invalid character")]
    [InlineData("{ search(text: \"§", "Unterminated string")]
    [InlineData("{ search(text: \"\"\"§", "Unterminated block string")]
    [InlineData("{ search(text: \"§\\n§\\q\") { totalCount } }", "escape")]
    [InlineData("{ search(text: \"§\\u00zz\") { totalCount } }", "escape")]
    [InlineData("{ search(text: \"§\n\") { totalCount } }", "Unterminated string")]
    [InlineData("{ search(text: \"\"\"§\n§ \\\"\"\" \"\"\") { totalCount } ]", "Expected")]
    [InlineData("# §\n{ a\n§ ..§ on Query { b } }", "character")]
    [InlineData("{ ...§ } fragment § on { b }", "Expected")]
    [InlineData("{ a(first: 1§) ]", "Expected")]
    [InlineData("{ a(x: $§ , 12§) }", "Expected")]
    [InlineData("{\n  §,,,§ @§(if: tru!e)\n}", "Expected")]
    public async Task What_is_wrong_on_a_long_line_is_said_with_its_place(string document, string message)
    {
        foreach (var filler in new[] { "x", "xyzzy", "é" })
        {
            if (filler == "é" && !document.Contains('"')) continue;
            var text = document.Replace("§", string.Concat(Enumerable.Repeat(filler, 3_000)), StringComparison.Ordinal);
            var expected = Assert.Throws<GraphQLParser.Exceptions.GraphQLSyntaxErrorException>(() => GraphQLParser.Parser.Parse(text));
            var error = (await api.Host.AskAsync(text)).GetProperty("errors")[0];
            Assert.Equal("GRAPHQL_PARSE_FAILED", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.OrdinalIgnoreCase);
            var place = error.GetProperty("locations")[0];
            Assert.Equal((expected.Location.Line, expected.Location.Column), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()));
        }
    }

    [Theory]
    [InlineData("{ a\r\r ?", 3, 2)]
    [InlineData("{ a\r\n\r\n ?", 3, 2)]
    [InlineData("{ a\n\r ?", 3, 2)]
    [InlineData("{ a(b: \"\"\"\r\r\"\"\") ?", 3, 6)]
    [InlineData("# a\r{ b\r ]", 3, 2)]
    public async Task A_carriage_return_is_a_line_break(string document, int line, int column)
    {
        var error = (await api.Host.AskAsync(document)).GetProperty("errors")[0];
        Assert.Equal("GRAPHQL_PARSE_FAILED", error.GetProperty("extensions").GetProperty("code").GetString());
        var place = error.GetProperty("locations")[0];
        Assert.Equal((line, column), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task An_error_does_not_repeat_what_is_too_long_to_read()
    {
        var name = new string('z', 40_000);
        foreach (var body in new object[] { new { query = "{ " + name + " }" }, new { query = "{ __typename }", operationName = name } })
        {
            using var answer = await api.Host.Http.PostAsJsonAsync("/graphql", body, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("zzz", text);
            Assert.True(text.Length < 2_000, $"{text.Length} characters were sent.");
        }
    }

    [Fact]
    public async Task Hostile_variables_are_refused_or_answered()
    {
        const string query = "query($n: Int, $f: ClaimFilter, $ids: [ID!]! = []) { claims(first: $n, where: $f) { totalCount } nodes(ids: $ids) { id } }";
        var deep = "1";
        for (var i = 0; i < 60; i++)
            deep = $$"""{"not":{{deep}}}""";
        foreach (var variables in new[]
        {
            """{"n":1e9}""", """{"n":-2147483648}""", """{"n":"5"}""", """{"n":[5]}""", """{"n":{}}""", """{"n":2.5}""", """{"n":99999999999999999999}""",
            $$"""{"f":{{deep}}}""", """{"f":{"nope":1}}""", """{"f":[{"text":"x"}]}""", """{"f":{"text":null}}""", """{"f":{"assertedFrom":"2025-02-30"}}""", """{"f":{"recordedFrom":"yesterday"}}""",
            $$"""{"ids":[{{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"c_{i}\""))}}]}""", """{"ids":[null]}""", """{"ids":[[["x"]]]}""", """{"ids":"c_x"}""", """{"__proto__":1,"extra":2}""",
        })
        {
            var answer = await api.Host.AskAsync(query, JsonSerializer.Deserialize<JsonElement>(variables));
            Assert.True(answer.TryGetProperty("data", out _) || answer.TryGetProperty("errors", out _));
            Assert.NotEqual("INTERNAL_SERVER_ERROR", ApiHost.CodeOf(answer));
        }
    }

    /// <summary>Documents made from the schema and then damaged, bounded by their number. A failure names its seed.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20251124)]
    [InlineData(77)]
    public async Task Generated_documents_and_variables_break_nothing(int seed)
    {
        var fuzz = new DocumentFuzz(api.Host.Services.GetRequiredService<ISchema>(), seed);
        int answered = 0, invalid = 0, broken = 0;
        for (var i = 0; i < 700; i++)
        {
            var (query, variables) = fuzz.Next();
            using var response = await api.Host.Http.PostAsJsonAsync("/graphql", new { query, variables }, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var about = $"seed {seed}, document {i}: {query}\n{JsonSerializer.Serialize(variables)}\n{text}";
            Assert.True((int)response.StatusCode == 200, about);
            using var answer = JsonDocument.Parse(text);
            var code = ApiHost.CodeOf(answer.RootElement);
            Assert.True(code is not ("INTERNAL_SERVER_ERROR" or "STORE_UNAVAILABLE" or "TIMEOUT"), about);
            Assert.True(answer.RootElement.TryGetProperty("data", out _) || code is not null, about);
            if (code is null) answered++;
            else if (code == "GRAPHQL_PARSE_FAILED") broken++;
            else invalid++;
        }
        // Each kind must have its share, else the documents test little.
        Assert.True(answered > 70 && invalid > 70 && broken > 70, $"{answered} answered, {invalid} refused, {broken} not parsed");
    }

    private static string Repeat(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}

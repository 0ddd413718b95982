using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>A document that was validated once is answered the second time as it was the first: only its variables and arguments are read again.</summary>
[Collection(SharedApiCollection.Name)]
public sealed class KnownDocumentTests(SharedApi api)
{
    public static TheoryData<string, object?> Documents => new()
    {
        { "{ claims(first: 2, orderBy: OLDEST) { nodes { quote } totalCount } }", null },
        { "query($n: Int) { claims(first: $n) { nodes { id } } }", new { n = 1 } },
        { "query($n: Int = 1) { claims(first: $n) { nodes { id } } }", null },
        { "query($w: ClaimFilter) { claims(where: $w) { nodes { id } } }", new { w = new { minCheckWorthiness = 0.5 } } },
        { "query($words: String!) { claims(where: { text: $words, modality: [COMMITTED, ASSERTED] }) { nodes { quote } } }", new { words = "countries" } },
        { "query($id: ID!) { node(id: $id) { ...c } } fragment c on Claim { quote citation(format: FOOTNOTE) relations(first: 3) { nodes { kind ...r } } } fragment r on Relation { later { quote } }", new { id = Story.Again.Id } },
        { "query($all: Boolean!) { claims(first: 1) { nodes { id quote @include(if: $all) } } }", new { all = false } },
        { "{ one: claims(first: 1) { nodes { id } } two: claims(first: 2) { nodes { id } } __type(name: \"Claim\") { name kind } }", null },
        { "query A { statistics { claims } } query B { viewer { role } }", null },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_second_answer_is_the_first(string document, object? variables)
    {
        var first = await api.Host.AskAsync(document, variables);
        Assert.Equal(first.GetRawText(), (await api.Host.AskAsync(document, variables)).GetRawText());
    }

    [Fact]
    public async Task Other_variables_give_another_answer()
    {
        const string document = "query Sized($n: Int!) { claims(first: $n) { nodes { id } } }";
        foreach (var n in new[] { 1, 3, 2 })
            Assert.Equal(n, (await api.Host.DataAsync(document, new { n })).GetProperty("claims").GetProperty("nodes").GetArrayLength());
    }

    [Theory]
    [InlineData("query Wrong($n: Int!) { claims(first: $n) { nodes { id } } }", "n", 1, "many")]
    [InlineData("query Missing($n: Int!) { claims(first: $n) { nodes { id } } }", "n", 1, null)]
    [InlineData("query WrongEnum($order: ClaimOrder) { claims(orderBy: $order, first: 1) { nodes { id } } }", "order", "OLDEST", "SIDEWAYS")]
    [InlineData("query Beyond($n: Int) { claims(first: $n) { nodes { id } } }", "n", 1, 100_000)]
    public async Task A_variable_that_does_not_fit_is_refused_as_in_a_new_document(string document, string name, object fits, object? wrong)
    {
        Dictionary<string, object?> With(object? value) => new() { [name] = value };
        Assert.Null(await api.Host.CodeAsync(document, With(fits)));
        var known = await api.Host.AskAsync(document, With(wrong));
        // The same operation under another text, which the server has never seen.
        var unseen = await api.Host.AskAsync(document + " ", With(wrong));
        Assert.NotNull(ApiHost.CodeOf(known));
        Assert.Equal(unseen.GetRawText(), known.GetRawText());
    }

    [Fact]
    public async Task Null_is_refused_where_a_default_let_a_variable_stand_for_what_may_not_be_null()
    {
        const string document = "query Dry($text: String, $dry: Boolean = true) { __typename claims(where: { text: $text }, first: 1) { nodes { id quote @skip(if: $dry) } } }";
        Assert.Null(await api.Host.CodeAsync(document, new { text = "countries" }));
        var known = await api.Host.AskAsync(document, new { text = "countries", dry = (bool?)null });
        Assert.NotNull(ApiHost.CodeOf(known));
    }
}

using System.Text.Json;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class ConsoleTests
{
    [Theory]
    [InlineData("{ statistics { claims } }", true)]
    [InlineData("query Q { a } fragment f on Claim { id }", true)]
    [InlineData("# mutation\nquery Q { mutation }", true)]
    [InlineData("query Q { a(text: \"} mutation {\") }", true)]
    [InlineData("query Q { a(text: \"\"\"} mutation \"x\" {\"\"\") }", true)]
    [InlineData("mutation { a }", false)]
    [InlineData("query Q { a } mutation M { b }", false)]
    [InlineData("subscription { a }", false)]
    [InlineData("query Q { a } }", false)]
    [InlineData("query Q { a(text: \"open) }", false)]
    [InlineData("", false)]
    public void Only_queries_run_from_a_link(string document, bool only) => Assert.Equal(only, OperationKind.OnlyQueries(document));

    [Fact]
    public void Variables_become_plain_values()
    {
        var (values, wrong) = new ConsoleForm { Variables = """{ "n": 3, "list": ["a", null], "in": { "x": true, "d": 1.5 } }""" }.Parsed();
        Assert.Null(wrong);
        Assert.Equal(3, values!["n"]);
        Assert.Equal(["a", null], (object?[])values["list"]!);
        Assert.Equal(true, ((Dictionary<string, object?>)values["in"]!)["x"]);
    }

    [Fact]
    public void Broken_variables_say_where() => Assert.Equal("The variables are no JSON: line 2, column 7.", new ConsoleForm { Variables = "{\n \"a\": }" }.Parsed().Wrong);

    [Fact]
    public void The_first_list_of_objects_becomes_a_table()
    {
        using var json = JsonDocument.Parse("""{ "conflicts": { "totalCount": 2, "nodes": [{ "id": "1", "earlier": { "value": { "text": "None" } }, "tags": ["a", "b"] }, { "id": "2", "late": true }] } }""");
        var table = ResultTable.Of(json.RootElement)!;
        Assert.Equal(["id", "earlier.value.text", "tags", "late"], table.Columns);
        Assert.Equal(["1", "None", "a; b", ""], table.Rows[0]);
        Assert.Equal(["2", "", "", "true"], table.Rows[1]);
    }

    [Fact]
    public void Csv_quotes_what_needs_it_and_lets_no_formula_through()
    {
        var table = new ResultTable(["a", "b"], [["say \"no\", twice", "=HYPERLINK(1)"], ["-3", "line\nbreak"]]);
        Assert.Equal("a,b\r\n\"say \"\"no\"\", twice\",'=HYPERLINK(1)\r\n-3,\"line\nbreak\"\r\n", table.Csv());
    }

    [Fact]
    public void Ten_examples_have_documents_that_change_nothing()
    {
        Assert.Equal(10, QueryExamples.All.Count);
        Assert.All(QueryExamples.All, e => Assert.True(OperationKind.OnlyQueries(Documents.Of(e.Name))));
    }

    [Theory]
    [InlineData("query Mine($n: Int) { a }", "{ \"n\": 1 }", "query Mine($n: Int) { a }\n\n# Variables:\n# { \"n\": 1 }\n", "Mine.graphql")]
    [InlineData("# About\n  query Other { a }\n\n", null, "# About\n  query Other { a }\n", "Other.graphql")]
    [InlineData("{ a }", "  ", "{ a }\n", "query.graphql")]
    [InlineData("{ a }", "{\r\n}", "{ a }\n\n# Variables:\n# {\n# }\n", "query.graphql")]
    public void A_query_is_saved_as_a_file_with_its_variables_as_a_comment(string document, string? variables, string text, string name) =>
        Assert.Equal((text, name), (SavedQuery.Text(document, variables), SavedQuery.FileName(document)));
}

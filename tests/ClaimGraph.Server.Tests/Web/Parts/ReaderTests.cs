using Bunit;
using ClaimGraph.Server.Tests.Web.Support;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class ReaderTests : BunitContext
{
    private static ClaimView At(string id, string text, string quote)
    {
        var claim = Sample.Claim(id, quote, quote: quote);
        claim.Start = text.IndexOf(quote, StringComparison.Ordinal);
        claim.End = claim.Start + quote.Length;
        return claim;
    }

    private IRenderedComponent<Reader> Shown(ReaderText text) => Render<Reader>(p => p.Add(r => r.Text, text));

    private const string Text = "Marsh said twenty ferries and ten boats would sail.\nMenu | Home\nNobody agreed.";

    [Fact]
    public void Claims_are_marked_and_numbered_in_text_order()
    {
        var reader = Shown(ReaderText.Of(Text, [At("c_2", Text, "Nobody agreed"), At("c_1", Text, "twenty ferries")], []));
        Assert.Equal(["claim-c_1", "claim-c_2"], reader.FindAll("mark").Select(m => m.Id));
        Assert.Equal(["1", "2"], reader.FindAll("sup").Select(s => s.TextContent));
        Assert.Equal(2, reader.FindAll(".notes li").Count);
    }

    [Fact]
    public void A_claim_inside_another_cuts_it_into_runs()
    {
        var text = ReaderText.Of(Text, [At("c_1", Text, "twenty ferries and ten boats"), At("c_2", Text, "ten boats")], []);
        var runs = text.Paragraphs[0].Runs;
        Assert.Equal(["Marsh said ", "twenty ferries and ", "ten boats", " would sail."], runs.Select(r => r.Text));
        Assert.Equal([null, "c_1", "c_2", null], runs.Select(r => r.Claim?.Claim.Id));
    }

    [Fact]
    public void Nothing_of_the_text_is_lost()
    {
        var text = ReaderText.Of(Text, [At("c_1", Text, "twenty ferries and ten boats"), At("c_2", Text, "ten boats would sail")], []);
        Assert.Equal(Text.Split('\n'), text.Paragraphs.Select(p => string.Concat(p.Runs.Select(r => r.Text))));
    }

    [Fact]
    public void Furniture_is_folded_away_and_counted()
    {
        var start = Text.IndexOf("Menu", StringComparison.Ordinal);
        var reader = Shown(ReaderText.Of(Text, [], [new Span(start, start + 11)]));
        Assert.Equal(2, reader.FindAll("article > p").Count);
        Assert.Equal("1 line of page furniture left out", reader.Find("summary").TextContent);
        Assert.Contains("Menu | Home", reader.Find("details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_strongest_relation_colours_a_claim()
    {
        var claim = At("c_1", Text, "twenty ferries");
        claim.Relations = new() { Nodes = [new() { Id = "r_1", Kind = RelationKind.Corroborates }, new() { Id = "r_2", Kind = RelationKind.Contradicts }] };
        Assert.Equal("contradicts", Shown(ReaderText.Of(Text, [claim], [])).Find("mark").ClassName);
    }

    [Fact]
    public void A_paragraph_of_a_megabyte_is_read_in_parts()
    {
        var text = string.Join(' ', Enumerable.Repeat("ferries", 140_000));
        var first = ReaderText.Of(text, [], []);
        Assert.Null(first.Previous);
        Assert.Equal(ReaderText.PartLength, first.Next);
        var last = ReaderText.Of(text, [], [], text.Length - 1);
        Assert.Null(last.Next);
        Assert.True(last.Paragraphs.Sum(p => p.Runs.Sum(r => r.Text.Length)) <= ReaderText.PartLength);
    }

    [Fact]
    public void Spans_outside_the_text_are_left_out()
    {
        var claim = Sample.Claim("c_1", "x");
        (claim.Start, claim.End) = (5, 5_000);
        Assert.Empty(Shown(ReaderText.Of("short", [claim], [])).FindAll("mark"));
    }
}

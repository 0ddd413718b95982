using Bunit;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class QuoteTests : BunitContext
{
    private IRenderedComponent<Quote> Shown(string text, params Span[] marks) => Render<Quote>(p => p.Add(q => q.Text, text).Add(q => q.Marks, marks));

    [Fact]
    public void Overlapping_spans_become_one_mark() =>
        Assert.Equal("bcdef", Assert.Single(Shown("abcdefg", new Span(1, 4), new Span(3, 6)).FindAll("mark")).TextContent);

    [Fact]
    public void Adjacent_spans_become_one_mark() =>
        Assert.Equal("bcde", Assert.Single(Shown("abcdef", new Span(3, 5), new Span(1, 3)).FindAll("mark")).TextContent);

    [Fact]
    public void A_span_inside_a_surrogate_pair_takes_the_whole_character()
    {
        var quote = Shown("a😀b", new Span(2, 3));
        Assert.Equal("😀", Assert.Single(quote.FindAll("mark")).TextContent);
        Assert.Equal("a😀b", quote.Nodes.Select(n => n.TextContent).Aggregate(string.Concat).Replace("\n", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public void Markup_in_the_text_stays_text()
    {
        var quote = Shown("<script>alert(1)</script>", new Span(0, 8));
        Assert.Empty(quote.FindAll("script"));
        Assert.Contains("&lt;script&gt;", quote.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_outside_the_text_are_cut_to_it() => Assert.Equal("ef", Assert.Single(Shown("abcdef", new Span(4, 99)).FindAll("mark")).TextContent);

    [Fact]
    public void A_long_quote_is_clipped_around_its_first_mark_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("before", 60)) + " twenty-six allies " + string.Join(' ', Enumerable.Repeat("after", 60));
        var at = text.IndexOf("twenty", StringComparison.Ordinal);
        var (clipped, spans) = Runs.Clip(text, [new Span(at, at + 10)], 120);
        Assert.True(clipped.Length < 140, clipped);
        Assert.Equal("twenty-six", Assert.Single(spans).Of(clipped));
        Assert.StartsWith("… before", clipped, StringComparison.Ordinal);
        Assert.EndsWith(" …", clipped, StringComparison.Ordinal);
    }

    [Fact]
    public void One_endless_word_is_clipped_too()
    {
        var (clipped, _) = Runs.Clip(new string('x', 100_000), [], 120);
        Assert.True(clipped.Length < 140);
    }
}

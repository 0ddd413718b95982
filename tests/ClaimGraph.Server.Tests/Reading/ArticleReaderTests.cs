using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Tests.Reading;

public class ArticleReaderTests
{
    private static readonly string Paragraphs = string.Join("\n", Enumerable.Range(1, 8).Select(i =>
        $"<p>Paragraph {i} of the article tells what the ministers agreed on in their meeting, who was there, and what comes next, in some length.</p>"));

    private static readonly string Page = $"""
        <!doctype html><html lang="en-GB"><head><title>Troops pledged - Daily News</title>
        <meta property="og:title" content="Troops pledged"><meta property="og:site_name" content="Daily News">
        <meta property="article:published_time" content="2025-09-04T18:00:00Z"><link rel="canonical" href="https://news.example/troops">
        <style>p {"{}"}</style><script>var hidden = "secret";</script></head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <article><h1>Troops pledged</h1>{Paragraphs}</article>
        <aside><p>Subscribe to our newsletter</p></aside><div style="display: none">Invisible</div>
        <footer>Copyright Daily News</footer></body></html>
        """;

    private static ReadHtml Read(string html) => new ArticleReader().Read(html, null)!;

    [Fact]
    public void The_page_says_what_it_is()
    {
        var page = Read(Page);
        Assert.Equal(("Troops pledged", "Daily News", "2025-09-04T18:00:00Z", "en-GB", "https://news.example/troops"), (page.Title, page.Outlet, page.Published, page.Language, page.Url));
    }

    [Fact]
    public void Everything_visible_is_in_the_text_and_what_is_no_article_is_furniture()
    {
        var page = Read(Page);
        Assert.Contains("Home World", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Invisible", page.Text, StringComparison.Ordinal);

        var furniture = page.Furniture.Select(s => s.Of(page.Text)).ToList();
        Assert.Equal(["Home World", "Subscribe to our newsletter", "Copyright Daily News"], furniture);
    }

    [Fact]
    public void A_page_without_text_is_none() => Assert.Null(new ArticleReader().Read("<html><body><script>1</script><img src=x></body></html>", null));

    [Fact]
    public void A_page_that_nests_without_end_is_read_and_harms_nobody()
    {
        var page = Read(string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep");
        Assert.Equal("deep", page.Text);
    }

    [Fact]
    public void A_page_of_many_short_paragraphs_is_read_whole()
    {
        var page = Read(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<p>Line {i} <b>of</b> many.<br></p><li>item")));
        Assert.StartsWith("Line 0 of many.\n\nitem", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_one_paragraph_stay_together() => Assert.Equal("Some 26 countries said “yes”.", Read("<p>Some <b>26</b>\n countries <span>said</span> “yes”.").Text);
}

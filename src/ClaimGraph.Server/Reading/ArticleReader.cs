using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace ClaimGraph.Server.Reading;

/// <summary>
/// Pages to text, by AngleSharp and SmartReader. The text holds everything visible, a paragraph a line pair; what the reader leaves out of the
/// article is named as furniture. Nothing is fetched: SmartReader gets the page's text, never an address to open.
/// </summary>
public sealed class ArticleReader : IArticleReader
{
    // The reader takes time by the square of a page's length; beyond this, furniture is told by the elements alone (nav, aside, footer, form).
    private const int MostElements = 8_000;

    public ReadHtml? Read(string html, string? url)
    {
        if (PageDepth.IsTooDeep(html)) return PageDepth.Words(html) is { Length: > 0 } words ? new ReadHtml(words, null, null, null, null, null, []) : null;

        using var page = new HtmlParser().ParseDocument(html);
        var blocks = PageText.Blocks(page.Body);
        if (blocks.Count == 0) return null;

        var about = PageMetadata.Of(page);
        var title = about.Title;
        if (page.All.Length <= MostElements && Readable(html, url) is { IsReadable: true } article)
        {
            title ??= article.Title;
            using var kept = new HtmlParser().ParseDocument(article.Content);
            blocks = PageText.MarkFurniture(blocks, PageText.Blocks(kept.Body), title);
        }
        var (text, furniture) = PageText.Join(blocks);
        return new ReadHtml(text, title, about.Outlet, about.Published, about.Language, about.Url, furniture);
    }

    private static SmartReader.Article? Readable(string html, string? url)
    {
        using var reader = new Reader(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.ToString() : "https://localhost/", html);
        return reader.GetArticle();
    }
}

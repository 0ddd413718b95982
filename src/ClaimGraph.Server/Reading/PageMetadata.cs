using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimGraph.Server.Reading;

/// <summary>What a page says of itself: Open Graph (https://ogp.me), schema.org in JSON-LD, HTML's own elements; the first that is there wins.</summary>
internal sealed record PageMetadata(string? Title, string? Outlet, string? Published, string? Language, string? Url)
{
    public static PageMetadata Of(IHtmlDocument page)
    {
        var (jsonDate, jsonOutlet) = JsonLd(page);
        return new PageMetadata(
            Meta(page, "og:title") ?? Words(page.QuerySelector("h1")?.TextContent) ?? Words(page.Title),
            Meta(page, "og:site_name") ?? jsonOutlet,
            Meta(page, "article:published_time") ?? jsonDate ?? Meta(page, "date") ?? Words(page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Words(page.DocumentElement.GetAttribute("lang")),
            Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(Meta(page, "og:url")));
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        Words((page.QuerySelector($"meta[property='{name}']") ?? page.QuerySelector($"meta[name='{name}']"))?.GetAttribute("content"));

    private static string? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? text : null;

    private static (string? Published, string? Outlet) JsonLd(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent);
                foreach (var item in Items(json.RootElement))
                {
                    if (item.TryGetProperty("datePublished", out var date) && date.ValueKind == JsonValueKind.String)
                        return (date.GetString(), item.TryGetProperty("publisher", out var by) && by.ValueKind == JsonValueKind.Object && by.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null);
                }
            }
            catch (JsonException)
            {
                // Pages carry broken JSON-LD often enough; they then simply say nothing of themselves here.
            }
        }
        return default;
    }

    private static IEnumerable<JsonElement> Items(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object),
        JsonValueKind.Object when root.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array => graph.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object),
        JsonValueKind.Object => [root],
        _ => [],
    };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

using ClaimGraph.Server.Tests.Web.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>Every page in light and dark, wide and narrow: its heading, no accessibility violation, no error in the console (which proves the content security policy), no sideways scroll.</summary>
[Collection(BrowserTests.Name)]
public sealed class PagesTests(Site site)
{
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } };

    public static TheoryData<string, string, string> All => new()
    {
        { "board", "/conflicts", "Conflicts" },
        { "board-filtered", "/conflicts?kind=refines&from=2030-01-01", "Conflicts" },
        { "conflict", "/conflicts/{conflict}", "" },
        { "question", "/questions/{question}", "" },
        { "claim", "/claims/{claim}", "" },
        { "claim-bibtex", "/claims/{claim}?as=bibtex", "" },
        { "article", "/articles/{article}", "" },
        { "actor", "/actors/{actor}", "" },
        { "inbox", "/inbox", "Review inbox" },
        { "graph-start", "/graph", "Graph" },
        { "graph", "/graph?focus={claim}", "Around" },
        { "graph-two", "/graph?focus={question}&hops=2", "Around" },
        { "query", "/query", "Query" },
        { "search", "/search?q=troops", "for “troops”" },
        { "search-people", "/search?k=people", "People and countries" },
        { "add", "/articles/new", "Add articles" },
        { "run", "/runs/{run}", "Read" },
        { "docs", "/docs", "API" },
        { "docs-type", "/docs/types/Query", "Query" },
        { "settings", "/settings", "Settings" },
        { "sign-in", "/sign-in", "Sign in" },
        { "not-found", "/claims/c_nothing", "There is no such page" },
        { "as-of", "/conflicts?asOf=2020-01-01T00:00:00Z", "Conflicts" },
    };

    [Theory, MemberData(nameof(All))]
    public async Task A_page_is_accessible_and_quiet(string name, string address, string heading)
    {
        var url = await FilledAsync(address);
        foreach (var (theme, width) in new[] { ("light", 1440), ("dark", 1440), ("light", 390), ("dark", 390) })
        {
            await using var window = await site.WindowAsync(width, theme);
            var page = await window.NewPageAsync();
            var noise = Listen(page, expected: name == "not-found" ? 404 : 200);
            await page.GotoAsync(url);
            Assert.Contains(heading, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
            await page.WaitForFunctionAsync("() => !!window.Blazor");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screens, $"{name}-{theme}-{width}.png"), FullPage = true });

            var axe = await page.RunAxe(Rules);
            Assert.True(axe.Violations.Length == 0, $"{name} {theme} {width}: " + string.Join("\n", axe.Violations.Select(v => $"{v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
            Assert.Empty(noise);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_page_does_not_scroll_sideways_at_320_pixels(string name, string address, string heading)
    {
        _ = heading;
        await using var window = await site.WindowAsync(320);
        var page = await window.NewPageAsync();
        await page.GotoAsync(await FilledAsync(address));
        var (scroll, client) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("document.documentElement.clientWidth"));
        Assert.True(scroll <= client, $"{name}: {scroll} pixels wide in {client}: " + await page.EvaluateAsync<string>("[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, pre, .links')).slice(0, 5).map(e => e.outerHTML.slice(0, 120)).join('\\n')"));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_page_says_the_same_without_script(string name, string address, string heading)
    {
        _ = name;
        await using var window = await site.WindowAsync(script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(await FilledAsync(address));
        Assert.Contains(heading, await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[style], main script").CountAsync());
    }

    private async Task<string> FilledAsync(string address)
    {
        var found = await site.FoundAsync();
        return address.Replace("{conflict}", found.Conflict, StringComparison.Ordinal).Replace("{question}", found.Question, StringComparison.Ordinal).Replace("{claim}", found.Claim, StringComparison.Ordinal)
            .Replace("{article}", found.Article, StringComparison.Ordinal).Replace("{actor}", found.Actor, StringComparison.Ordinal).Replace("{run}", found.Run, StringComparison.Ordinal);
    }

    private static List<string> Listen(IPage page, int expected)
    {
        var noise = new List<string>();
        // Chromium logs the status of a page that is meant to be a 404.
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !(expected != 200 && message.Text.Contains($"{expected}", StringComparison.Ordinal))) noise.Add(message.Text); };
        page.PageError += (_, error) => noise.Add(error);
        page.RequestFailed += (_, request) => noise.Add($"{request.Url}: {request.Failure}");
        return noise;
    }
}

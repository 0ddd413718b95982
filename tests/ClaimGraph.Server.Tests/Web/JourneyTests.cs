using System.Globalization;
using System.Text.RegularExpressions;
using ClaimGraph.Server.Tests.Web.Support;
using Microsoft.Playwright;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>What people do with the pages, with script and without.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class JourneyTests(Site site)
{
    // Two articles about one invented thing: a figure that a later article contradicts.
    private static string First(string town) => $"""
        Floods close the harbour of {town}

        Twelve people were killed in the floods in {town} on 3 March 2025, the interior ministry of Norway said on Tuesday.
        """;

    private static string Second(string town) => $"""
        {town} counts its dead

        Thirty-one people were killed in the floods in {town} on 3 March 2025, the interior ministry of Norway said on Thursday.
        """;

    [Theory]
    [InlineData("Halden", true)]
    [InlineData("Larvik", false)]
    public async Task Two_pasted_articles_disagree_a_person_confirms_and_undoes(string town, bool script)
    {
        await using var window = await site.WindowAsync(script: script);
        var page = await window.NewPageAsync();
        await PasteAsync(page, First(town), "Northern Radio", "2025-03-04");
        await PasteAsync(page, Second(town), "The Harbour Post", "2025-03-06");

        await page.GotoAsync("/conflicts?sort=new");
        var card = page.Locator(".question", new() { HasText = town }).First;
        await Assertions.Expect(card).ToContainTextAsync("Thirty-one");
        await card.Locator(".joint a, footer a").Filter(new() { HasTextRegex = Joint() }).First.ClickAsync();
        await Assertions.Expect(page.Locator("table.trace tbody tr.decides").First).ToBeVisibleAsync();
        var waiting = await WaitingAsync(page);

        await page.Locator("button[value=CONFIRM]").ClickAsync();
        await Assertions.Expect(page.Locator(".banner.corroborates")).ToContainTextAsync("Saved");
        Assert.Equal(waiting - 1, await WaitingAsync(page));
        await Assertions.Expect(page.Locator(".history")).ToContainTextAsync("Confirmed by");

        await page.Locator(".banner button").ClickAsync();
        await Assertions.Expect(page.Locator(".banner")).ToContainTextAsync("Undone");
        Assert.Equal(waiting, await WaitingAsync(page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dismissal_needs_a_reason_and_loses_nothing(bool script)
    {
        await using var window = await site.WindowAsync(script: script);
        var page = await window.NewPageAsync();
        await page.GotoAsync($"/conflicts/{(await site.FoundAsync()).Conflict}");
        await page.Locator("button[value=DISMISS]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Say why you dismiss it");
        await Assertions.Expect(page.Locator("#reason")).ToHaveAttributeAsync("aria-invalid", "true");
        if (script) await Assertions.Expect(page.Locator("[role=alert]")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_second_of_two_people_learns_that_somebody_was_quicker()
    {
        await using var one = await site.WindowAsync();
        await using var two = await site.WindowAsync();
        var (a, b) = (await one.NewPageAsync(), await two.NewPageAsync());
        var url = $"/conflicts/{(await site.FoundAsync()).Conflict}";
        await a.GotoAsync(url);
        await b.GotoAsync(url);
        await a.Locator("button[value=CONFIRM]").ClickAsync();
        await Assertions.Expect(a.Locator(".banner.corroborates")).ToBeVisibleAsync();

        await b.Locator("#reason").FillAsync("My own view of it");
        await b.Locator("button[value=DISMISS]").ClickAsync();
        await Assertions.Expect(b.Locator(".banner.unsure")).ToContainTextAsync("Your verdict is not saved");
        await Assertions.Expect(b.Locator("#reason")).ToHaveValueAsync("My own view of it");
        await Assertions.Expect(b.Locator(".history")).ToContainTextAsync("Confirmed by");

        await a.Locator(".banner button").ClickAsync();
        await Assertions.Expect(a.Locator(".banner")).ToContainTextAsync("Undone");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Trying_an_article_shows_what_would_be_read_and_saves_nothing(bool script)
    {
        await using var window = await site.WindowAsync(script: script);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/articles/new");
        await page.Locator("#text").FillAsync(First("Drammen"));
        await page.Locator("#published").FillAsync("2025-03-04");
        await page.Locator("button[value=try]").ClickAsync();
        await Assertions.Expect(page.Locator("section", new() { HasText = "What would be read" }).Last).ToContainTextAsync("Nothing is saved");
        await Assertions.Expect(page.Locator(".read")).ToContainTextAsync("Twelve people were killed");
        await Assertions.Expect(page.Locator("#text")).ToHaveValueAsync(First("Drammen").Replace("\r\n", "\n", StringComparison.Ordinal));
        await page.GotoAsync("/search?q=Drammen");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("0 results");
    }

    [Fact]
    public async Task Wrong_fields_are_named_at_the_field_and_in_the_summary()
    {
        await using var window = await site.WindowAsync(script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/articles/new");
        await page.Locator("#published").FillAsync("last spring");
        await page.Locator("#outlet").FillAsync("The Harbour Post");
        await page.Locator("button[value=read]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert] a")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#published")).ToHaveValueAsync("last spring");
        await Assertions.Expect(page.Locator("#outlet")).ToHaveValueAsync("The Harbour Post");
        await Assertions.Expect(page.Locator("#published-why")).ToContainTextAsync("2025-09");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_several_uploads_the_bad_ones_are_named_and_the_others_go_on(bool script)
    {
        await using var window = await site.WindowAsync(script: script);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/articles/new");
        await page.Locator("#files").SetInputFilesAsync(
        [
            new FilePayload { Name = "good.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(First("Moss" + script)) },
            new FilePayload { Name = "picture.txt", MimeType = "text/plain", Buffer = [0, 1, 2, 3] },
            new FilePayload { Name = "empty.txt", MimeType = "text/plain", Buffer = [] },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("2 files were not taken");
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("picture.txt");
        await page.GetByRole(AriaRole.Link, new() { Name = "See how far they are" }).ClickAsync();
        await FinishedAsync(page);
        await Assertions.Expect(page.Locator("table.runs")).ToContainTextAsync("claim");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_query_with_an_error_shows_line_and_column(bool script)
    {
        await using var window = await site.WindowAsync(script: script);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/query");
        await page.Locator("#doc").FillAsync("{\n  statistics {\n    claimz\n  }\n}");
        if (script) await page.Locator("#doc").PressAsync("Control+Enter"); else await page.Locator("button[data-run]").ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]").First).ToContainTextAsync("Line 3, column 5:");
        await Assertions.Expect(page.Locator("#doc")).ToHaveValueAsync("{\n  statistics {\n    claimz\n  }\n}");
    }

    [Theory]
    [InlineData("/conflicts")]
    [InlineData("/inbox")]
    [InlineData("/search?q=troops")]
    [InlineData("/conflicts/{conflict}")]
    [InlineData("/claims/{claim}")]
    [InlineData("/questions/{question}")]
    [InlineData("/articles/{article}")]
    [InlineData("/actors/{actor}")]
    [InlineData("/graph?focus={claim}")]
    [InlineData("/runs/{run}")]
    public async Task A_pages_own_query_returns_its_data_in_the_console(string address)
    {
        var found = await site.FoundAsync();
        await using var window = await site.WindowAsync(script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync(address.Replace("{conflict}", found.Conflict, StringComparison.Ordinal).Replace("{question}", found.Question, StringComparison.Ordinal).Replace("{claim}", found.Claim, StringComparison.Ordinal)
            .Replace("{article}", found.Article, StringComparison.Ordinal).Replace("{actor}", found.Actor, StringComparison.Ordinal).Replace("{run}", found.Run, StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "Query behind this page" }).ClickAsync();
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("\"data\"");
        await Assertions.Expect(page.Locator("[role=alert]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Every_example_of_the_console_runs()
    {
        await using var window = await site.WindowAsync(script: false);
        var page = await window.NewPageAsync();
        foreach (var example in ClaimGraph.Web.QueryExamples.All)
        {
            await page.GotoAsync("/query?example=" + example.Name);
            await Assertions.Expect(page.Locator("#result")).ToContainTextAsync("\"data\"");
            Assert.True(await page.Locator("[role=alert]").CountAsync() == 0, $"{example.Name}: {await page.Locator("main").InnerTextAsync()}");
        }
    }

    [Fact]
    public async Task The_recorded_time_stays_in_force_from_page_to_page()
    {
        await using var window = await site.WindowAsync(script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/conflicts?asOf=2099-01-01T00:00:00Z");
        await Assertions.Expect(page.Locator(".banner")).ToContainTextAsync("recorded up to");
        await page.Locator(".question h2 a").First.ClickAsync();
        Assert.Contains("asOf=2099", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Show what is known now" }).ClickAsync();
        Assert.DoesNotContain("asOf", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_kept_in_the_browser()
    {
        await using var window = await site.WindowAsync(script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/settings");
        await page.Locator("input[value=dark]").CheckAsync();
        await page.Locator("#zone").FillAsync("America/New_York");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Assertions.Expect(page.Locator(".foot")).ToContainTextAsync("America/New_York");
    }

    [Fact]
    public async Task A_printed_page_keeps_the_evidence_and_leaves_the_frame()
    {
        await using var window = await site.WindowAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync($"/conflicts/{(await site.FoundAsync()).Conflict}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var gone in new[] { ".bar", ".foot", ".verdicts" }) await Assertions.Expect(page.Locator(gone)).ToBeHiddenAsync();
        foreach (var kept in new[] { ".context", "table.trace", ".history" }) await Assertions.Expect(page.Locator(kept).First).ToBeVisibleAsync();
    }

    private static async Task PasteAsync(IPage page, string text, string outlet, string published)
    {
        await page.GotoAsync("/articles/new");
        await page.Locator("#text").FillAsync(text);
        await page.Locator("#outlet").FillAsync(outlet);
        await page.Locator("#published").FillAsync(published);
        await page.Locator("button[value=read]").ClickAsync();
        await FinishedAsync(page);
    }

    // With script by server-sent events, without by reload.
    private static Task FinishedAsync(IPage page) => Assertions.Expect(page.Locator("h1")).ToContainTextAsync(Done(), new() { Timeout = 60_000 });

    private static async Task<int> WaitingAsync(IPage page)
    {
        var count = page.Locator(".bar .nav .count");
        return await count.CountAsync() == 0 ? 0 : int.Parse(Digits().Match(await count.InnerTextAsync()).Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^Read \d")]
    private static partial Regex Done();

    [GeneratedRegex("Contradicts|Superseded|Review|Open first pair")]
    private static partial Regex Joint();
}

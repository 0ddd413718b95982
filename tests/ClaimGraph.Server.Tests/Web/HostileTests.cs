using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimGraph.Server.Tests.Web.Support;
using Microsoft.Playwright;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>Articles that nobody would print, read and shown like any other.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class HostileTests(Site site)
{
    [Fact]
    public async Task Markup_in_an_article_is_shown_and_never_run()
    {
        const string evil = "<img src=x onerror=\"document.title='owned'\">";
        var id = await IngestAsync(new
        {
            title = $"Ferries {evil}", outlet = $"Post {evil}", published = "2025-03-04",
            text = $"<script>document.title='owned'</script> Forty ferries sank in Bodo on 3 March 2025, the ministry of Norway {evil} said.\n\n{evil} said Norway is ready to send ferries to Denmark.",
        });
        await using var window = await site.WindowAsync();
        var page = await window.NewPageAsync();
        var noise = new List<string>();
        page.Console += (_, m) => { if (m.Type == "error") noise.Add(m.Text); };
        page.Dialog += (_, d) => noise.Add(d.Message);
        foreach (var address in new[] { $"/articles/{id}", $"/articles/{id}?show=none", "/search?q=ferries", "/conflicts?sort=new", $"/graph?focus={id}" })
        {
            await page.GotoAsync(address);
            Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
            Assert.NotEqual("owned", await page.TitleAsync());
        }
        await page.GotoAsync($"/articles/{id}?show=none");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("onerror");
        Assert.Empty(noise);
    }

    [Fact]
    public async Task A_paragraph_of_a_megabyte_is_read_in_parts()
    {
        var id = await IngestAsync(new { title = "One long paragraph", published = "2025-03-04", text = "The long one\n\n" + string.Concat(Enumerable.Repeat("The minister of Norway said on Monday that the ferries are late. ", 16_000)) }, big: true);
        await using var window = await site.WindowAsync(320);
        var page = await window.NewPageAsync();
        await page.GotoAsync($"/articles/{id}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        Assert.True((await page.ContentAsync()).Length < 400_000);
        await page.GetByRole(AriaRole.Link, new() { Name = "Next part of the text" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Earlier part of the text" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_endless_word_does_not_widen_the_page()
    {
        var id = await IngestAsync(new { title = new string('w', 400), published = "2025-03-04", text = "Word\n\n" + new string('x', 20_000) + " said the minister of Norway." });
        await using var window = await site.WindowAsync(320);
        var page = await window.NewPageAsync();
        foreach (var address in new[] { $"/articles/{id}", "/search?k=articles" })
        {
            await page.GotoAsync(address);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address);
        }
    }

    [Fact]
    public async Task Right_to_left_text_keeps_its_direction()
    {
        var id = await IngestAsync(new { title = "وزارة الداخلية", published = "2025-03-04", language = "ar", text = "وزارة الداخلية\n\nقالت وزارة الداخلية إن اثني عشر شخصا قتلوا في الفيضانات." });
        await using var window = await site.WindowAsync(390);
        var page = await window.NewPageAsync();
        await page.GotoAsync($"/articles/{id}");
        Assert.Equal("rtl", await page.Locator(".reader p").Last.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Equal("ar", await page.Locator(".reader p").Last.GetAttributeAsync("lang"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    // Through the API where the body limit allows it, else through the page that takes more.
    private async Task<string> IngestAsync(object article, bool big = false)
    {
        var server = await site.ServerAsync();
        if (!big)
        {
            var answer = await server.AskAsync("mutation($input: IngestArticleInput!) { ingestArticle(input: $input) { source { id } errors { message } } }", new { input = article });
            var payload = answer.GetProperty("ingestArticle");
            Assert.True(payload.GetProperty("source").ValueKind == JsonValueKind.Object, payload.GetRawText());
            return payload.GetProperty("source").GetProperty("id").GetString()!;
        }
        await using var window = await site.WindowAsync(script: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/articles/new");
        var json = JsonSerializer.SerializeToUtf8Bytes(article);
        await page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = "big.jsonl", MimeType = "application/jsonl", Buffer = json });
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(Done(), new() { Timeout = 180_000 });
        var href = await page.Locator("table.runs a").First.GetAttributeAsync("href");
        return href!["/articles/".Length..];
    }

    [GeneratedRegex(@"^Read \d")]
    private static partial Regex Done();
}

using ClaimGraph.Server.Tests.Web.Support;
using Microsoft.Playwright;

namespace ClaimGraph.Server.Tests.Web;

[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(Site site)
{
    private static async Task<IPage> OpenAsync(IBrowserContext window, string address)
    {
        var page = await window.NewPageAsync();
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => !!customElements.get('cg-keys') && !!window.Blazor");
        return page;
    }

    [Fact]
    public async Task Slash_goes_to_the_search_and_question_mark_to_the_help()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, "/conflicts");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#find")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#find")).ToHaveValueAsync("?");
        await page.Locator("#find").BlurAsync();
        await page.Keyboard.PressAsync("?");
        await page.WaitForURLAsync("**/settings#keyboard");
    }

    [Theory]
    [InlineData("b", "**/conflicts")]
    [InlineData("i", "**/inbox")]
    [InlineData("g", "**/graph")]
    [InlineData("q", "**/query")]
    [InlineData("a", "**/articles/new")]
    public async Task G_and_a_letter_go_to_a_page(string letter, string url)
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, "/settings");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync(letter);
        await page.WaitForURLAsync(url);
    }

    [Fact]
    public async Task J_and_k_walk_the_cards_of_the_board()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, "/conflicts");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".question h2 a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".question h2 a").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator(".question h2 a").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/questions/*");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task D_without_a_reason_goes_to_the_reason()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, $"/conflicts/{(await site.FoundAsync()).Conflict}");
        await page.Keyboard.PressAsync("d");
        await Assertions.Expect(page.Locator("#reason")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("c");
        Assert.DoesNotContain("done=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task N_and_p_walk_the_claims_of_an_article()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, $"/articles/{(await site.FoundAsync()).Article}");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator(".reader [data-claim]").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.Locator(".reader [data-claim]").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Shortcuts_that_are_switched_off_are_dead()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, "/settings");
        await page.Locator("input[name='Form.Keys']").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync("**/settings?saved=1");
        await page.Keyboard.PressAsync("/");
        await Assertions.Expect(page.Locator("#find")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Y_copies_the_citation()
    {
        await using var window = await site.WindowAsync();
        await window.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = await OpenAsync(window, $"/claims/{(await site.FoundAsync()).Claim}");
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.Locator("cg-copy [role=status]")).ToContainTextAsync("✓");
        Assert.Equal(await page.Locator("#citation").InnerTextAsync(), await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_first_page_takes_six_requests_at_most_and_a_further_one_takes_one()
    {
        await using var window = await site.WindowAsync();
        var page = await window.NewPageAsync();
        var requests = new List<string>();
        // Chromium asks for the icon when it has nothing else to do; it is counted below.
        page.Request += (_, request) => { if (!request.Url.EndsWith(".svg", StringComparison.Ordinal)) requests.Add(request.Url); };
        await page.GotoAsync("/conflicts", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(requests.Count, 1, 5);
        requests.Clear();
        await page.Locator(".question h2 a").First.ClickAsync();
        await page.WaitForURLAsync("**/questions/*");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        Assert.Single(requests);
    }

    [Fact]
    public async Task Keys_with_a_modifier_stay_the_browsers()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, "/conflicts");
        await page.Keyboard.PressAsync("Alt+/");
        await Assertions.Expect(page.Locator("#find")).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Arrow_keys_reach_every_node_of_the_graph_from_one_tab_stop()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, $"/graph?focus={(await site.FoundAsync()).Claim}");
        var nodes = await page.Locator("svg.graph a[data-node]").CountAsync();
        Assert.True(nodes > 3);
        Assert.Equal(1, await page.Locator("svg.graph a[data-node][tabindex='0']").CountAsync());
        await page.Locator("svg.graph a[tabindex='0']").FocusAsync();
        // Every way from every node that is reached, until nothing new is: a walk over the whole picture.
        var reached = await page.EvaluateAsync<int>("""
            () => {
              const graph = document.querySelector("cg-graph"), seen = new Set(), open = [document.activeElement];
              while (open.length) {
                const node = open.pop();
                if (seen.has(node)) continue;
                seen.add(node);
                for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
                  node.focus();
                  node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
                  if (graph.contains(document.activeElement)) open.push(document.activeElement);
                }
              }
              return seen.size;
            }
            """);
        Assert.Equal(nodes, reached);
    }

    [Fact]
    public async Task F_looks_from_the_focused_node_and_l_goes_to_the_list()
    {
        await using var window = await site.WindowAsync();
        var page = await OpenAsync(window, $"/graph?focus={(await site.FoundAsync()).Claim}");
        await page.Locator("svg.graph a[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("l");
        await Assertions.Expect(page.Locator(".links a:focus")).ToHaveCountAsync(1);
        await page.Locator("svg.graph a[tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        var node = await page.EvaluateAsync<string>("document.activeElement.dataset.node");
        await page.Keyboard.PressAsync("f");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/graph\\?focus={node}$"), new() { Timeout = 30_000 });
    }
}

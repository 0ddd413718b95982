using System.Net;
using System.Text.RegularExpressions;
using ClaimGraph.Server.Tests.GraphQL.Support;
using ClaimGraph.Server.Tests.Support;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>"Same person?": asked in the inbox, decided there, taken back there or on the actor's page. Without script, as forms.</summary>
public sealed partial class MergeTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private ServerProcess _server = null!;
    private HttpClient _browser = null!;
    private string _last = "/";

    public async ValueTask InitializeAsync()
    {
        await using (var store = new SqliteClaimStore(new() { Path = Path.Combine(_folder.Path, SqliteOptions.FileName) }))
        {
            await store.MigrateAsync(default);
            await Story.TellAsync(store);
        }
        _server = await ServerProcess.StartAsync(_folder.Path);
        _browser = new HttpClient(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = true }) { BaseAddress = _server.Http.BaseAddress };
    }

    [Fact]
    public async Task A_suggestion_is_shown_with_its_reason_and_both_actors_claims()
    {
        var inbox = await PageAsync("/inbox?f=person");
        Assert.Contains("Same family name and initial.", inbox, StringComparison.Ordinal);
        Assert.Contains($"href=\"/actors/{Story.Varga.Id}\"", inbox, StringComparison.Ordinal);
        Assert.Contains($"href=\"/actors/{Story.VargaShort.Id}\"", inbox, StringComparison.Ordinal);
        Assert.Contains("Same person? 1", Words(inbox), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_are_the_same_become_one_and_can_be_split_again_from_the_inbox()
    {
        var merged = await DecideAsync("SAME");
        Assert.Contains("Saved: Same person", Words(merged), StringComparison.Ordinal);
        Assert.DoesNotContain("Same family name", await PageAsync("/inbox?f=person"), StringComparison.Ordinal);
        Assert.Contains("E. Varga", await PageAsync($"/actors/{Story.Varga.Id}"), StringComparison.Ordinal);

        await SubmitAsync(merged, "undo-merge", _last, ("UndoMerge", Value(merged, "UndoMerge")));
        Assert.Contains("Same family name", await PageAsync("/inbox?f=person"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_actors_page_says_who_was_merged_by_whom_and_splits_them_again()
    {
        await DecideAsync("SAME");
        var page = await PageAsync($"/actors/{Story.Varga.Id}");
        var handler = Handler().Matches(page).Select(m => m.Groups[1].Value).Single(h => h.StartsWith("undo-", StringComparison.Ordinal));
        var after = await SubmitAsync(page, handler, $"/actors/{Story.Varga.Id}");
        Assert.DoesNotContain(handler, after, StringComparison.Ordinal);
        Assert.Contains("Same family name", await PageAsync("/inbox?f=person"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_differ_are_not_asked_about_again()
    {
        await DecideAsync("DIFFERENT");
        Assert.DoesNotContain("Same family name", await PageAsync("/inbox?f=person"), StringComparison.Ordinal);
        Assert.Contains("E. Varga", await PageAsync($"/actors/{Story.VargaShort.Id}"), StringComparison.Ordinal);
    }

    private async Task<string> DecideAsync(string verdict)
    {
        var inbox = await PageAsync("/inbox?f=person");
        return await SubmitAsync(inbox, "verdict", "/inbox?f=person", ("Verdict.Target", Value(inbox, "Verdict.Target")), ("Verdict.Version", Value(inbox, "Verdict.Version")), ("Verdict.Verdict", verdict));
    }

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await _browser.GetStringAsync(address, TestContext.Current.CancellationToken));

    private async Task<string> SubmitAsync(string page, string handler, string address, params (string Name, string Value)[] fields)
    {
        var form = new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", Value(page, "__RequestVerificationToken")), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await _browser.PostAsync(address, form, TestContext.Current.CancellationToken);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.IsSuccessStatusCode, html);
        _last = answer.RequestMessage!.RequestUri!.PathAndQuery;
        return html;
    }

    private static string Value(string page, string name) => Regex.Match(page, $"name=\"{Regex.Escape(name)}\" value=\"([^\"]*)\"").Groups[1].Value;

    private static string Words(string html) => Regex.Replace(Regex.Replace(html, "<[^>]+>", " "), "\\s+", " ");

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex("name=\"_handler\" value=\"([^\"]+)\"")]
    private static partial Regex Handler();
}

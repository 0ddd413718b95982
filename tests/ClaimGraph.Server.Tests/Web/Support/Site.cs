using System.Text.Json;
using ClaimGraph.Server.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ClaimGraph.Server.Tests.Web.Support.Site))]

namespace ClaimGraph.Server.Tests.Web.Support;

/// <summary>One server with the sample articles and one browser for all tests of the pages; each starts when it is first asked for.</summary>
public sealed class Site : IAsyncDisposable
{
    /// <summary>Where Debian's Chromium is, unless <c>CLAIMGRAPH_TEST_CHROMIUM</c> says otherwise.</summary>
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CLAIMGRAPH_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    private readonly TempFolder _data = new();
    private readonly Lazy<Task<ServerProcess>> _server;
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _browser;
    private readonly Lazy<Task<Found>> _found;

    public Site()
    {
        _server = new(() => ServerProcess.StartAsync(_data.Path));
        _browser = new(LaunchAsync);
        _found = new(FindAsync);
    }

    /// <summary>Where screenshots of this run are kept.</summary>
    public static string Screens { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screens")).FullName;

    public Task<ServerProcess> ServerAsync() => _server.Value;

    /// <summary>Ids of things that the samples hold.</summary>
    public Task<Found> FoundAsync() => _found.Value;

    /// <summary>A new browser window without cookies. Skips the test where there is no browser; under <c>CI=true</c> that is a failure.</summary>
    public async Task<IBrowserContext> WindowAsync(int width = 1440, string theme = "light", bool script = true, int height = 900)
    {
        if (!File.Exists(Chromium))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"There is no browser at {Chromium}: install chromium.");
            Assert.Skip($"There is no browser at {Chromium}.");
        }
        var server = await ServerAsync();
        var (_, browser) = await _browser.Value;
        var window = await browser.NewContextAsync(new()
        {
            BaseURL = server.Http.BaseAddress!.ToString(), ViewportSize = new() { Width = width, Height = height }, ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce, TimezoneId = "Europe/London",
        });
        window.SetDefaultTimeout(30_000);
        window.SetDefaultNavigationTimeout(60_000);
        return window;
    }

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium, Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return (driver, browser);
    }

    private async Task<Found> FindAsync()
    {
        var server = await ServerAsync();
        var data = await server.AskAsync("""
            {
              conflicts(first: 1) { nodes { id question { id } later { id source { id } } } }
              actors(first: 5) { nodes { id claimCount timelines(first: 1) { contradictions } } }
              ingestionRuns(first: 1) { nodes { id } }
              reviewInbox(first: 20) { nodes { __typename ... on Candidate { id } } }
            }
            """);
        var conflict = First(data, "conflicts");
        var actors = data.GetProperty("actors").GetProperty("nodes").EnumerateArray().OrderByDescending(a => a.GetProperty("claimCount").GetInt32()).ToList();
        return new(
            Id(conflict), Id(conflict.GetProperty("question")), Id(conflict.GetProperty("later")), Id(conflict.GetProperty("later").GetProperty("source")),
            Id(actors[0]), Id(First(data, "ingestionRuns")),
            data.GetProperty("reviewInbox").GetProperty("nodes").EnumerateArray().Where(n => n.GetProperty("__typename").GetString() == "Candidate").Select(Id).FirstOrDefault());

        static JsonElement First(JsonElement data, string list) => data.GetProperty(list).GetProperty("nodes")[0];
        static string Id(JsonElement node) => node.GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated && _browser.Value.IsCompletedSuccessfully)
        {
            var (driver, browser) = await _browser.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully) await (await _server.Value).DisposeAsync();
        _data.Dispose();
    }
}

/// <param name="Candidate">Null where the samples leave no pair in doubt.</param>
public sealed record Found(string Conflict, string Question, string Claim, string Article, string Actor, string Run, string? Candidate);

/// <summary>Tests that drive the browser take turns: two cores, one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests
{
    public const string Name = "browser";
}

using System.Net.Http.Json;
using System.Text.Json;
using ClaimGraph.Api;
using ClaimGraph.Comparison;
using ClaimGraph.Extraction;
using ClaimGraph.Server.Reading;
using ClaimGraph.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Server.Tests.GraphQL.Support;

/// <summary>The API on a real port over a real SQLite file, or over the store that takes its place, with <see cref="Story"/> in it.</summary>
public sealed class ApiHost : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claimgraph-api-");
    private readonly WebApplication _app;

    public IClaimStore Store { get; }
    public Uri Address { get; private set; } = null!;
    public HttpClient Http { get; private set; } = null!;
    public IServiceProvider Services => _app.Services;
    public LogLines Log { get; } = new();

    private ApiHost(Action<ApiOptions>? configure, Func<IClaimStore, IClaimStore>? wrap, Action<WebApplication>? before)
    {
        var sqlite = new SqliteClaimStore(new() { Path = Path.Combine(_folder.FullName, SqliteOptions.FileName), SyncEveryCommit = false });
        Store = wrap is null ? sqlite : wrap(sqlite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Services.AddSingleton(Store);
        builder.Services.AddSingleton(s => new Ingest(Store, new ArticleReader(), new ClaimExtractor(TimeProvider.System), new RelationFinder(), TimeProvider.System, new IngestOptions()));
        builder.Services.AddRouting();
        builder.Services.AddClaimGraphApi(options =>
        {
            options.FeedInterval = TimeSpan.FromMilliseconds(20);
            configure?.Invoke(options);
        });
        _app = builder.Build();
        before?.Invoke(_app);
        _app.UseRouting();
        _app.MapClaimGraphApi();
    }

    /// <param name="tell">False where the story is in the store already.</param>
    public static async Task<ApiHost> StartAsync(Action<ApiOptions>? configure = null, Func<IClaimStore, IClaimStore>? wrap = null, Action<WebApplication>? before = null, bool tell = true)
    {
        var host = new ApiHost(configure, wrap, before);
        await host.Store.MigrateAsync(default);
        if (tell) await Story.TellAsync(host.Store);
        await host._app.StartAsync();
        host.Address = new Uri(host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        host.Http = new HttpClient { BaseAddress = host.Address };
        return host;
    }

    /// <summary>A request as a client sends it; the answer is parsed, whatever its status.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, object? extensions = null)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query, variables, extensions });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).Clone();
    }

    /// <summary>The data of an answer that has no errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>The code of the first error.</summary>
    public async Task<string?> CodeAsync(string query, object? variables = null) => CodeOf(await AskAsync(query, variables));

    public static string? CodeOf(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>What was logged.</summary>
public sealed class LogLines : ILoggerProvider
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Lines(this);

    public void Dispose() { }

    private sealed class Lines(LogLines owner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (owner._lines)
                owner._lines.Add($"{logLevel}: {formatter(state, exception)} {exception}");
        }
    }
}

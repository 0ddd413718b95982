using System.CommandLine;
using ClaimGraph.Comparison;
using ClaimGraph.Extraction;
using ClaimGraph.Server.Commands;
using ClaimGraph.Server.Reading;
using Serilog;
using Serilog.Core;

namespace ClaimGraph.Server.Hosting;

/// <summary>What every command works with: settings, log, an open and migrated store, ingestion over it.</summary>
public sealed class Engine : IAsyncDisposable
{
    public required StoreSettings Settings { get; init; }
    public required Logger Log { get; init; }
    public required IClaimStore Store { get; init; }
    public required Ingest Ingest { get; init; }
    /// <summary>The store was made by this call.</summary>
    public required bool IsNew { get; init; }

    /// <exception cref="StoreException">The folder or the store cannot be used; the message says what to do.</exception>
    public static Task<Engine> OpenAsync(ParseResult parse, Func<StoreSettings, IClaimStore> openStore, CancellationToken cancellation) =>
        OpenAsync(parse, openStore, new IngestOptions(), cancellation);

    /// <exception cref="StoreException">The folder or the store cannot be used; the message says what to do.</exception>
    public static async Task<Engine> OpenAsync(ParseResult parse, Func<StoreSettings, IClaimStore> openStore, IngestOptions options, CancellationToken cancellation)
    {
        var settings = StoreOptions.Read(parse);
        if (parse.GetValue(StoreOptions.Lexicon) is { } words) Lexicon.Use(words);
        DataFolder.Prepare(settings.Data);
        var log = Logs.Create(parse, settings, parse.CommandResult.Command.Name);
        var store = openStore(settings);
        try
        {
            var isNew = await store.MigrateAsync(cancellation);
            if (isNew) log.Information("Made a new {Store} store in {Data}", store.Name, settings.Data);
            return new Engine
            {
                Settings = settings,
                Log = log,
                Store = store,
                IsNew = isNew,
                Ingest = IngestInto(store, log, options),
            };
        }
        catch
        {
            await store.DisposeAsync();
            await log.DisposeAsync();
            throw;
        }
    }

    public static Ingest IngestInto(IClaimStore store, Logger log, IngestOptions options) =>
        new(store, new ArticleReader(), new ClaimExtractor(TimeProvider.System), new RelationFinder(), TimeProvider.System, options)
        {
            Fault = (article, fault) => log.Error(fault, "A fault kept {Article} out", article.Id ?? article.Path ?? article.Url ?? "an article"),
        };

    public async ValueTask DisposeAsync()
    {
        Ingest.Dispose();
        await Store.DisposeAsync();
        await Log.DisposeAsync();
    }
}

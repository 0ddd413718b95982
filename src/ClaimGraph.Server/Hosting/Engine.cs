using System.CommandLine;
using ClaimGraph.Comparison;
using ClaimGraph.Extraction;
using ClaimGraph.Server.Commands;
using ClaimGraph.Server.Reading;
using Serilog;
using Serilog.Core;

namespace ClaimGraph.Server.Hosting;

/// <summary>What every command works with: settings, log, a store, ingestion over it.</summary>
public sealed class Engine : IAsyncDisposable
{
    public required StoreSettings Settings { get; init; }
    public required Logger Log { get; init; }
    public required IClaimStore Store { get; init; }
    public required Ingest Ingest { get; init; }
    /// <summary>The store was made by <see cref="MigrateAsync"/>.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Opens the store, brought to this version's schema.</summary>
    /// <exception cref="StoreException">The folder or the store cannot be used; the message says what to do.</exception>
    public static Task<Engine> OpenAsync(ParseResult parse, Func<StoreSettings, IClaimStore> openStore, CancellationToken cancellation) =>
        OpenAsync(parse, openStore, new IngestOptions(), cancellation);

    /// <inheritdoc cref="OpenAsync(ParseResult, Func{StoreSettings, IClaimStore}, CancellationToken)"/>
    public static async Task<Engine> OpenAsync(ParseResult parse, Func<StoreSettings, IClaimStore> openStore, IngestOptions options, CancellationToken cancellation)
    {
        var engine = Create(parse, openStore, options);
        try
        {
            await engine.MigrateAsync(cancellation);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }
    }

    /// <summary>All but the store's schema: nothing has been asked of the store yet.</summary>
    /// <exception cref="StoreException">The folder or the store's settings cannot be used; the message says what to do.</exception>
    public static Engine Create(ParseResult parse, Func<StoreSettings, IClaimStore> openStore, IngestOptions options)
    {
        var settings = StoreOptions.Read(parse);
        if (parse.GetValue(StoreOptions.Lexicon) is { } words) Lexicon.Use(words);
        DataFolder.Prepare(settings.Data);
        var log = Logs.Create(parse, settings, parse.CommandResult.Command.Name);
        try
        {
            var store = openStore(settings);
            return new Engine { Settings = settings, Log = log, Store = store, Ingest = IngestInto(store, log, options) };
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    /// <summary>Brings the store to this version's schema, or makes it.</summary>
    /// <exception cref="StoreException">The store cannot be reached or used, or holds a copy by half; the message says what to do.</exception>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        var isNew = await Store.MigrateAsync(cancellation);
        await GraphCopy.RefuseHalfAsync(Store, cancellation);
        if (!isNew) return;
        IsNew = true;
        Log.Information("Made a new {Store} store in {Data}", Store.Name, Settings.Data);
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

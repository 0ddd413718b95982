using System.CommandLine;
using System.Runtime.CompilerServices;
using ClaimGraph.Server.Export;
using ClaimGraph.Server.Hosting;

namespace ClaimGraph.Server.Commands;

/// <summary>
/// <c>copy</c>: the articles of one store into another, as between the embedded store and Neo4j. They are read and compared anew: claims, relations
/// and actors get the ids that they had; people's verdicts stay behind.
/// </summary>
public static class CopyCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var data = new Option<string?>("--to-data") { Description = "The data folder to copy to.", HelpName = "DIR" };
        var store = new Option<string>("--to-store") { Description = "The store to copy to: sqlite or neo4j.", DefaultValueFactory = _ => "sqlite" };
        store.AcceptOnlyFromAmong("sqlite", "neo4j");
        var url = new Option<Uri>("--to-neo4j-url") { Description = "Its address.", HelpName = "URL", DefaultValueFactory = _ => new Uri("http://localhost:7474"), CustomParser = r => Uri.TryCreate(r.Tokens[0].Value, UriKind.Absolute, out var to) ? to : null };
        var command = new Command("copy", "Copies the articles of this store into another and compares them there; verdicts stay behind.") { data, store, url };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var from = await Engine.OpenAsync(parse, openStore, cancellation);
            var target = from.Settings with
            {
                Data = parse.GetValue(data) is { } folder ? Path.GetFullPath(folder) : from.Settings.Data,
                Store = parse.GetValue(store)!,
                Neo4jUrl = parse.GetValue(url) ?? throw new UsageException("--to-neo4j-url takes an address."),
                Neo4jPassword = from.Settings.Neo4jPassword ?? Environment.GetEnvironmentVariable("NEO4J_PASSWORD"),
            };
            if (target == from.Settings || (target.Store == "sqlite" && target.Store == from.Settings.Store && target.Data == from.Settings.Data))
                throw new UsageException("That is the same store: give another with --to-data or --to-store.");

            DataFolder.Prepare(target.Data);
            await using var into = openStore(target);
            await into.MigrateAsync(cancellation);
            using var ingest = Engine.IngestInto(into, from.Log, new IngestOptions());
            await using var progress = IngestReport.Create(json: false, total: null);
            return progress.Finish(await ingest.RunAsync(ArticlesAsync(from.Store, cancellation), null, null, progress, cancellation));
        });
        return command;
    }

    private static async IAsyncEnumerable<Article> ArticlesAsync(IClaimStore store, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var batch in store.ExportAsync(cancellation))
        {
            var articles = batch.Sources.Where(s => s is { Kind: SourceKind.Article, Document: not null, WithdrawnAt: null }).ToList();
            if (articles.Count == 0) continue;
            var texts = await store.TextsAsync([.. articles.Select(a => a.Id)], cancellation);
            foreach (var article in articles)
            {
                if (!texts.TryGetValue(article.Id, out var text)) continue;
                var row = RowMapper.ToRow(article);
                yield return new Article
                {
                    Id = article.Document, Text = text.Text, Furniture = text.Furniture, Title = article.Title, Outlet = article.OutletName,
                    Url = article.Url, Published = row.Published, Language = article.Language, Location = article.Document,
                };
            }
        }
    }
}

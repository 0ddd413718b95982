using System.CommandLine;
using ClaimGraph.Server.Hosting;
using ClaimGraph.Server.Samples;

namespace ClaimGraph.Server.Commands;

/// <summary><c>serve</c>: GraphQL and the pages over HTTP, on loopback unless told otherwise.</summary>
public static class ServeCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var noSamples = new Option<bool>("--no-samples") { Description = "Leave a new store empty; otherwise a few sample articles are read into it." };
        var max = Options.MaxArticleBytes();
        var options = new ServeOptions();
        var command = new Command("serve", "Serves GraphQL and the pages over HTTP.") { noSamples, max };
        foreach (var option in options.All) command.Add(option);

        command.SetAction(async (parse, cancellation) =>
        {
            var settings = options.Read(parse);
            await using var engine = await Engine.OpenAsync(parse, store => settings.Telemetry.Wanted ? ObservedStore.Around(openStore(store)) : openStore(store), new IngestOptions { MaxArticleBytes = parse.GetValue(max) }, cancellation);
            if (engine.IsNew && !parse.GetValue(noSamples))
            {
                var run = await SampleArticles.LoadAsync(engine.Ingest, cancellation);
                engine.Log.Information("Read {Articles} sample articles: {Claims} claims, {Conflicts} conflicts", run.Total, run.Claims, run.Conflicts);
            }
            await using var app = WebServer.Build(engine, settings);
            await WebServer.StartAsync(app, settings, cancellation);
            foreach (var address in app.Urls) await Console.Out.WriteLineAsync($"ClaimGraph is at {address}  (GraphQL: {address}/graphql)");
            await app.WaitForShutdownAsync(cancellation);
            return CommandLine.Done;
        });
        return command;
    }
}

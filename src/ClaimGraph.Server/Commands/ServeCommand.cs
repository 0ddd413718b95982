using System.CommandLine;
using ClaimGraph.Server.Hosting;

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
            await using var engine = Engine.Create(parse, store => AwaitedStore.Around(settings.Telemetry.Wanted ? ObservedStore.Around(openStore(store)) : openStore(store)), new IngestOptions { MaxArticleBytes = parse.GetValue(max) });
            var opening = new StoreOpening(engine, samples: !parse.GetValue(noSamples));
            var isOpen = await opening.TryAsync(cancellation);
            await using var app = WebServer.Build(engine, settings);
            await WebServer.StartAsync(app, settings, cancellation);
            foreach (var address in app.Urls) await Console.Out.WriteLineAsync($"ClaimGraph is at {address}  (GraphQL: {address}/graphql)");
            if (!isOpen) await opening.WaitAsync(app.Lifetime.ApplicationStopping, cancellation);
            await app.WaitForShutdownAsync(cancellation);
            return CommandLine.Done;
        });
        return command;
    }
}

using System.CommandLine;
using ClaimGraph.Server.Hosting;

namespace ClaimGraph.Server.Commands;

/// <summary><c>migrate</c> and <c>rebuild</c>: the store's upkeep.</summary>
public static class MaintenanceCommands
{
    public static Command Migrate(Func<StoreSettings, IClaimStore> openStore)
    {
        var command = new Command("migrate", "Brings the store to this version's schema, or makes it. Other commands do so too; this one does nothing else.");
        command.SetAction(async (parse, cancellation) =>
        {
            await using var engine = await Engine.OpenAsync(parse, openStore, cancellation);
            await Console.Out.WriteLineAsync(engine.IsNew ? $"Made a new {engine.Store.Name} store." : $"The {engine.Store.Name} store is up to date.");
            return CommandLine.Done;
        });
        return command;
    }

    public static Command Rebuild(Func<StoreSettings, IClaimStore> openStore)
    {
        var command = new Command("rebuild", "Computes every counter and projection of the store anew.");
        command.SetAction(async (parse, cancellation) =>
        {
            await using var engine = await Engine.OpenAsync(parse, openStore, cancellation);
            await engine.Store.RebuildAsync(new ProgressLines(), cancellation);
            await Console.Out.WriteLineAsync("Rebuilt.");
            return CommandLine.Done;
        });
        return command;
    }
}

using System.CommandLine;
using ClaimGraph.Server.Hosting;

namespace ClaimGraph.Server.Commands;

/// <summary>
/// <c>copy --to PLACE</c>: everything that a store holds into another, empty one, verdicts, merges, ids and times included. A copy that was cut goes on where it stopped;
/// at the end both stores are read and compared.
/// </summary>
public static class CopyCommand
{
    private const string Sqlite = "sqlite:", Neo4j = "neo4j:";

    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var from = new Option<string?>("--from") { Description = $"What to copy: {Sqlite}DIR or {Neo4j}URL; without it the store of --store and --data.", HelpName = "PLACE" };
        var to = new Option<string>("--to") { Description = $"The empty store to copy into: {Sqlite}DIR or {Neo4j}URL.", HelpName = "PLACE", Required = true };
        var command = new Command("copy", "Copies everything that a store holds into another, empty one; goes on with a copy that was cut.") { from, to };
        command.SetAction(async (parse, cancellation) =>
        {
            var given = StoreOptions.Read(parse);
            var origin = parse.GetValue(from) is { } place ? Place(place, "--from", given, parse) : given;
            var target = Place(parse.GetValue(to)!, "--to", given, parse);
            if (Name(origin) == Name(target)) throw new UsageException("That is the same store twice.");

            await using var store = await OpenAsync(openStore, origin, cancellation);
            await using var into = await OpenAsync(openStore, target, cancellation);
            foreach (var part in await GraphCopy.RunAsync(store, into, Name(origin), new ProgressLines(), cancellation))
                if (part.Count > 0) await Console.Out.WriteLineAsync($"{part.Part,-17} {part.Count,9}  {part.Digest}");
            await Console.Out.WriteLineAsync($"Copied {Name(origin)} to {Name(target)}; both hold the same.");
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<IClaimStore> OpenAsync(Func<StoreSettings, IClaimStore> openStore, StoreSettings settings, CancellationToken cancellation)
    {
        if (settings.Store == "sqlite") DataFolder.Prepare(settings.Data);
        var store = openStore(settings);
        try
        {
            await store.MigrateAsync(cancellation);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static StoreSettings Place(string place, string option, StoreSettings given, ParseResult parse)
    {
        if (place.StartsWith(Sqlite, StringComparison.Ordinal) && place.Length > Sqlite.Length) return given with { Store = "sqlite", Data = Path.GetFullPath(place[Sqlite.Length..]) };
        if (place.StartsWith(Neo4j, StringComparison.Ordinal) && Uri.TryCreate(place[Neo4j.Length..], UriKind.Absolute, out var url))
            return given with { Store = "neo4j", Neo4jUrl = url, Neo4jPassword = given.Neo4jPassword ?? StoreOptions.Password(parse) };
        throw new UsageException($"{option} takes {Sqlite}DIR or {Neo4j}URL, as {Neo4j}http://localhost:7474, not “{place}”.");
    }

    private static string Name(StoreSettings settings) => settings.Store == "sqlite" ? Sqlite + settings.Data : Neo4j + settings.Neo4jUrl;
}

using System.CommandLine;
using ClaimGraph.Server.Hosting;

namespace ClaimGraph.Server.Commands;

/// <summary><c>chain CLAIM</c>: who said it, who passed it on, where that ends, and how many independent origins stand behind it.</summary>
public static class ChainCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var id = new Argument<string>("claim") { HelpName = "CLAIM", Description = "The claim's id, as conflicts and export print it." };
        var json = Options.Json();
        var command = new Command("chain", "Prints the source chain of a claim.") { id, json };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var engine = await Engine.OpenAsync(parse, openStore, cancellation);
            var claim = (await engine.Store.ClaimsAsync([parse.GetValue(id)!], null, cancellation)).Values.SingleOrDefault();
            if (claim is null)
            {
                await Console.Error.WriteLineAsync($"There is no claim {parse.GetValue(id)}. List claims with: claimgraph conflicts");
                return CommandLine.Failed;
            }
            var row = await ReadAsync(engine.Store, claim, cancellation);
            if (parse.GetValue(json)) Output.Json(row);
            else Print(row);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<ClaimChain> ReadAsync(IClaimStore store, ClaimCard claim, CancellationToken cancellation)
    {
        var steps = (await store.ChainsAsync([claim.Id], cancellation))[claim.Id].OrderBy(s => s.Position).ToList();
        var origins = claim.PositionId is { } position ? (await store.OriginsAsync([position], null, cancellation))[position].ToList() : [];
        var citations = await store.CitationsAsync([claim.Source.Id, .. origins.Select(o => o.SourceId).Distinct().Where(s => s != claim.Source.Id)], cancellation);
        var chain = SourceChain.Of(steps, claim.Source.Id, citations);
        var support = Corroboration.Of(origins, citations.SelectMany(c => c).Distinct());
        return new ClaimChain(
            claim.Id, claim.Quote, claim.Asserted.Text, claim.Source.Title, claim.Source.OutletName,
            [.. chain.Steps.Select(s => new ClaimChainStep(s.Position, s.Role, s.Name, s.Cue, s.Stance, s.Inferred))],
            chain.Break, chain.Cycle, support.Claims, support.Articles, support.Origins.Low, support.Origins.High, support.Origins.Reason);
    }

    private static void Print(ClaimChain row)
    {
        Console.Out.WriteLine($"“{row.Quote}”");
        Console.Out.WriteLine($"{string.Join(", ", new[] { row.Title, row.Outlet, row.Asserted }.Where(t => t is not null))}");
        foreach (var step in row.Steps)
            Console.Out.WriteLine($"  {step.Position + 1}. {step.Name} ({Output.Words(step.Role)}{(step.Cue is null ? "" : $", “{step.Cue}”")}{(step.Inferred ? ", inferred" : "")})");
        Console.Out.WriteLine(row.Break is null ? "The chain is complete." : row.Break);
        if (row.Cycle is not null) Console.Out.WriteLine($"The sources cite each other in a circle: {string.Join(" -> ", row.Cycle)}");
        if (row.Claims == 0) return;
        var origins = row.OriginsLow == row.OriginsHigh ? Output.Count(row.OriginsLow, "independent origin") : $"{row.OriginsLow} to {row.OriginsHigh} independent origins";
        Console.Out.WriteLine($"{Output.Count(row.Claims, "claim")} in {Output.Count(row.Articles, "article")} say so: {origins}.{(row.OriginsReason is null ? "" : " " + row.OriginsReason)}");
    }
}

/// <summary>The line of <c>chain --json</c>.</summary>
/// <param name="Break">What is missing; null where the chain is complete.</param>
public sealed record ClaimChain(
    string Claim, string Quote, string Asserted, string? Title, string? Outlet, IReadOnlyList<ClaimChainStep> Steps, string? Break, IReadOnlyList<string>? Cycle,
    int Claims, int Articles, int OriginsLow, int OriginsHigh, string? OriginsReason);

public sealed record ClaimChainStep(int Position, ChainRole Role, string Name, string? Cue, Stance Stance, bool Inferred);

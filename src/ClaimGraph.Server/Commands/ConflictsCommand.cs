using System.CommandLine;
using ClaimGraph.Server.Hosting;

namespace ClaimGraph.Server.Commands;

/// <summary><c>conflicts</c>: what contradicts or replaces what, newest first, each with both quotes and the reason.</summary>
public static class ConflictsCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var first = Options.First(20);
        var trace = new Option<bool>("--trace") { Description = "Also print the rules that were tried, one a line." };
        var json = Options.Json();
        var command = new Command("conflicts", "Lists claims that contradict each other, newest first.") { first, trace, json };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var engine = await Engine.OpenAsync(parse, openStore, cancellation);
            var conflicts = new Filter<RelationFilter>.Leaf(new RelationFilter { Conflict = true });
            await foreach (var conflict in Pages.AllAsync(page => engine.Store.RelationsAsync(conflicts, RelationOrder.Newest, page, null, cancellation), parse.GetValue(first)))
            {
                if (parse.GetValue(json)) Output.Json(ConflictRow.Of(conflict));
                else Print(conflict, parse.GetValue(trace));
            }
            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(RelationCard card, bool trace)
    {
        var relation = card.Relation;
        Console.Out.WriteLine($"{(relation.Kind == RelationKind.Supersedes ? "Replaced" : "Contradiction")}: {relation.Explanation}");
        Print("earlier", card.Earlier);
        Print("later", card.Later);
        if (trace)
        {
            foreach (var step in relation.Trace)
                Console.Out.WriteLine($"  {(step.Decides ? '*' : ' ')} {step.Rule}: {step.Earlier} | {step.Later} -> {step.Outcome}{(step.Remark is null ? "" : $" ({step.Remark})")}");
        }
        Console.Out.WriteLine(System.FormattableString.Invariant($"  {relation.Id}, confidence {relation.Confidence:0.00}"));
    }

    private static void Print(string side, ClaimCard claim) =>
        Console.Out.WriteLine($"  {side,-8}“{claim.Quote}”{Environment.NewLine}          {string.Join(", ", new[] { claim.Speaker?.Name, claim.Source.OutletName ?? claim.Source.Title, claim.Asserted.Text }.Where(t => t is not null))}  {claim.Id}");
}

/// <summary>One line of <c>conflicts --json</c>.</summary>
public sealed record ConflictRow(string Id, RelationKind Kind, string Explanation, double Confidence, RelationStatus Status, string Rule, ConflictSide Earlier, ConflictSide Later, IReadOnlyList<TraceStep> Trace)
{
    public static ConflictRow Of(RelationCard card) => new(
        card.Relation.Id, card.Relation.Kind, card.Relation.Explanation, card.Relation.Confidence, card.Relation.Status, card.Relation.Rule, ConflictSide.Of(card.Earlier), ConflictSide.Of(card.Later), card.Relation.Trace);
}

/// <summary>A claim of a conflict.</summary>
public sealed record ConflictSide(string Claim, string Quote, string Value, string Asserted, string? Speaker, string? Outlet, string? Title)
{
    public static ConflictSide Of(ClaimCard card) => new(card.Id, card.Quote, card.Value.Text, card.Asserted.Text, card.Speaker?.Name, card.Source.OutletName, card.Source.Title);
}

using System.CommandLine;
using ClaimGraph.Server.Hosting;
using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Commands;

/// <summary><c>explain FILE</c>: how an article is read, sentence by sentence, and what its claims would relate to. Nothing is stored.</summary>
public static class ExplainCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "The article, or - for standard input." };
        var metadata = new MetadataOptions();
        var json = Options.Json();
        var max = Options.MaxArticleBytes();
        var command = new Command("explain", "Shows how an article is read, and stores nothing.") { file, json, max };
        foreach (var option in metadata.All) command.Add(option);
        command.SetAction(async (parse, cancellation) =>
        {
            var inputs = Inputs.Find([parse.GetValue(file)!], metadata.Format(parse));
            metadata.Check(parse, inputs);
            await using var engine = await Engine.OpenAsync(parse, openStore, cancellation);
            var exit = CommandLine.Done;
            await foreach (var article in Inputs.ReadAsync(inputs, parse.GetValue(max), cancellation))
            {
                var outcome = await engine.Ingest.OneAsync(metadata.Apply(parse, article), dryRun: true, cancellation);
                foreach (var problem in outcome.Errors.Concat(outcome.Warnings))
                    await Console.Error.WriteLineAsync($"{article.Location}{(problem.Line is { } line ? $":{line}" : "")}: {problem.Message}");
                if (outcome.Reading is not { } reading) exit = CommandLine.Failed;
                else if (parse.GetValue(json)) PrintJson(reading, outcome);
                else Print(reading, outcome);
            }
            return exit;
        });
        return command;
    }

    private static void Print(ClaimGraph.Reading reading, IngestOutcome outcome)
    {
        var claims = reading.Claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var sentence in reading.Sentences)
        {
            Console.Out.WriteLine($"[{Output.Words(sentence.Kind)}] {sentence.Span.Of(reading.Text).ReplaceLineEndings(" ")}");
            foreach (var found in sentence.Recognised) Console.Out.WriteLine($"    {found.What}: {found.Span.Of(reading.Text)} = {found.Value}");
            foreach (var claim in sentence.ClaimIds.Select(claims.GetValueOrDefault).OfType<Claim>())
            {
                Console.Out.WriteLine($"  > {claim.Proposition.ValueText}  ({claim.Proposition.Key ?? "no key: never compared"})");
                Console.Out.WriteLine($"    said by {string.Join(" < ", claim.Attribution.Select(s => s.Name))}; asserted {claim.Asserted.Text} ({claim.Asserted.Basis}); {Output.Words(claim.Proposition.Modality)}, {Output.Words(claim.Proposition.Polarity)}");
            }
            if (sentence.LeftOut is { } why) Console.Out.WriteLine($"  - {why}");
        }
        foreach (var relation in outcome.Grouping.Relations) Console.Out.WriteLine($"{Output.Words(relation.Kind)}: {relation.Explanation}");
        foreach (var candidate in outcome.Grouping.Candidates) Console.Out.WriteLine($"perhaps {Output.Words(candidate.Kind)}: {candidate.Doubt}");
    }

    private static void PrintJson(ClaimGraph.Reading reading, IngestOutcome outcome)
    {
        foreach (var sentence in reading.Sentences)
            Output.Json(new SentenceRow("sentence", sentence.Span.Start, sentence.Span.End, sentence.Kind, sentence.Span.Of(reading.Text), sentence.ClaimIds, sentence.Recognised, sentence.LeftOut));
        foreach (var claim in reading.Claims) Output.Json(new ReadClaimRow("claim", claim));
        foreach (var relation in outcome.Grouping.Relations) Output.Json(new FoundRelationRow("relation", relation));
    }
}

/// <summary>Lines of <c>explain --json</c>.</summary>
public sealed record SentenceRow(string Type, int Start, int End, SentenceKind Kind, string Text, IReadOnlyList<string> Claims, IReadOnlyList<Recognised> Recognised, string? LeftOut);

public sealed record ReadClaimRow(string Type, Claim Claim);

public sealed record FoundRelationRow(string Type, Relation Relation);

using System.CommandLine;
using ClaimGraph.Server.Hosting;
using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Commands;

/// <summary><c>ingest PATH...</c>: articles into the store. Exit code 3 where some inputs were refused and others were not.</summary>
public static class IngestCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var paths = new Argument<string[]>("path") { HelpName = "PATH", Description = "Files, folders, globs, or - for standard input (.txt, .md, .html; .jsonl with an article a line).", Arity = ArgumentArity.OneOrMore };
        var metadata = new MetadataOptions();
        var json = Options.Json();
        var max = Options.MaxArticleBytes();
        var command = new Command("ingest", "Reads articles, compares their claims with what is known, stores both.") { paths, json, max };
        foreach (var option in metadata.All) command.Add(option);

        command.SetAction(async (parse, cancellation) =>
        {
            var inputs = Inputs.Find(parse.GetValue(paths)!, metadata.Format(parse));
            metadata.Check(parse, inputs);
            await using var engine = await Engine.OpenAsync(parse, openStore, new IngestOptions { MaxArticleBytes = parse.GetValue(max) }, cancellation);
            var articles = Inputs.ReadAsync(inputs, parse.GetValue(max), cancellation).Select(article => metadata.Apply(parse, article));
            int? total = inputs.Any(i => i.Format == InputFormat.Lines) ? null : inputs.Count;
            await using var progress = IngestReport.Create(parse.GetValue(json), total);
            var run = await engine.Ingest.RunAsync(articles, total, null, progress, cancellation);
            return progress.Finish(run);
        });
        return command;
    }
}

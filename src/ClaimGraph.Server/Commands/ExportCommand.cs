using System.CommandLine;
using ClaimGraph.Server.Export;
using ClaimGraph.Server.Hosting;

namespace ClaimGraph.Server.Commands;

/// <summary><c>export</c>: everything in force, for other programs.</summary>
public static class ExportCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var format = new Option<string>("--format") { Description = "jsonl: an object a line.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var output = new Option<string?>("--output") { Description = "The file to write; standard output without it.", HelpName = "FILE" };
        var command = new Command("export", "Writes out everything in force.") { format, output };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var engine = await Engine.OpenAsync(parse, openStore, cancellation);
            await using var stream = parse.GetValue(output) is { } file ? File.Create(file) : Console.OpenStandardOutput();
            await JsonLinesExport.WriteAsync(engine.Store.ExportAsync(cancellation), stream, cancellation);
            return CommandLine.Done;
        });
        return command;
    }
}

using System.Collections;
using System.CommandLine;
using System.CommandLine.Invocation;
using ClaimGraph.Extraction;

namespace ClaimGraph.Server.Commands;

/// <summary>The command line: what is there, and how a call comes to its exit code.</summary>
public static class CommandLine
{
    public const int Done = 0, Failed = 1, WrongUse = 2, InPart = 3;

    public static async Task<int> RunAsync(string[] args, Func<StoreSettings, IClaimStore> openStore)
    {
        try
        {
            var root = Root(openStore);
            args = WithDefaultCommand(args, root);
            var parse = root.Parse(args);
            if (!IsAboutItself(parse))
            {
                if (parse.Errors.Count > 0) return await WrongAsync(parse, null);
                var added = Layers.For(parse, Variables());
                var end = Array.IndexOf(args, "--");
                parse = root.Parse(end < 0 ? [.. args, .. added.Arguments] : [.. args[..end], .. added.Arguments, .. args[end..]]);
                if (parse.Errors.Count > 0) return await WrongAsync(parse, added);
            }
            // The web server ends by itself within its own time when it is told to stop; an ingest finishes the running write.
            return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
        }
        catch (UsageException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return WrongUse;
        }
        catch (Exception problem) when (problem is StoreException or LexiconException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. What was reported as stored is stored.");
            return Failed;
        }
        catch (Exception fault)
        {
            // Ours, not the caller's: everything there is to know, for a report.
            await Console.Error.WriteLineAsync($"A fault in ClaimGraph: {fault}");
            return Failed;
        }
    }

    private static RootCommand Root(Func<StoreSettings, IClaimStore> openStore)
    {
        var root = new RootCommand("ClaimGraph finds where news articles contradict each other, and says why. Without a command it serves.");
        foreach (var option in StoreOptions.All) root.Add(option);
        root.SetAction(_ => WrongUse); // never reached: without a command the command is "serve"
        root.Add(ServeCommand.Create(openStore));
        root.Add(IngestCommand.Create(openStore));
        root.Add(QuestionsCommand.Create(openStore));
        root.Add(ConflictsCommand.Create(openStore));
        root.Add(ChainCommand.Create(openStore));
        root.Add(ExplainCommand.Create(openStore));
        root.Add(ExportCommand.Create(openStore));
        root.Add(MaintenanceCommands.Migrate(openStore));
        root.Add(MaintenanceCommands.Rebuild(openStore));
        root.Add(CopyCommand.Create(openStore));
        root.Add(SchemaCommand.Create());
        root.Add(KeysCommand.Create());
        root.Add(VersionCommand.Create());
        foreach (var command in root.Subcommands.Prepend(root)) Help.AddExamples(command);
        return root;
    }

    /// <summary>No command, or options alone, means <c>serve</c>.</summary>
    private static string[] WithDefaultCommand(string[] args, RootCommand root)
    {
        if (args.Length > 0 && !args[0].StartsWith('-')) return args;
        var parse = root.Parse(args);
        return parse.CommandResult.Command == root && !IsAboutItself(parse) ? ["serve", .. args] : args;
    }

    // Help and version answer whatever else is wrong with the call.
    private static bool IsAboutItself(ParseResult parse) => parse.Action is not (null or ParseErrorAction) && parse.CommandResult.Command.Action != parse.Action;

    private static Dictionary<string, string> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);

    private static async Task<int> WrongAsync(ParseResult parse, Layers.Added? added)
    {
        foreach (var error in parse.Errors)
        {
            var from = added is not null && error.SymbolResult is System.CommandLine.Parsing.OptionResult option ? added.From.GetValueOrDefault(option.Option.Name) : null;
            await Console.Error.WriteLineAsync(from is null ? error.Message : $"{error.Message} (from {from})");
        }
        var command = parse.CommandResult.Command;
        await Console.Error.WriteLineAsync($"See: claimgraph {(command is RootCommand ? "" : command.Name + " ")}--help");
        return WrongUse;
    }
}

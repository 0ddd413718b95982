using System.CommandLine;
using Spectre.Console;

namespace ClaimGraph.Server.Commands;

/// <summary>Which store, and where. Taken from the options that every command has.</summary>
/// <param name="Data">The data folder: the embedded store, logs, keys, <c>claimgraph.json</c>.</param>
public sealed record StoreSettings(string Data, string Store, Uri Neo4jUrl, string Neo4jUser, string? Neo4jPassword);

/// <summary>The options of every command.</summary>
public static class StoreOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "The data folder: the store, logs, keys and claimgraph.json.",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => DefaultFolder(),
    };

    public static readonly Option<string> Store = Listed(new("--store")
    {
        Description = "The store: sqlite (embedded) or neo4j (a server).",
        Recursive = true,
        DefaultValueFactory = _ => "sqlite",
    }, "sqlite", "neo4j");

    public static readonly Option<string> Neo4jUrl = new("--neo4j-url")
    {
        Description = "Address of Neo4j's HTTP interface.",
        HelpName = "URL",
        Recursive = true,
        DefaultValueFactory = _ => "http://localhost:7474",
    };

    public static readonly Option<string> Neo4jUser = new("--neo4j-user")
    {
        Description = "User of Neo4j; the password is read from NEO4J_PASSWORD, from --neo4j-password-file, or asked for.",
        HelpName = "NAME",
        Recursive = true,
        DefaultValueFactory = _ => "neo4j",
    };

    // There is no option for the password itself: a command line can be read by every user of the machine.
    public static readonly Option<string?> Neo4jPasswordFile = new("--neo4j-password-file")
    {
        Description = "A file with the password for Neo4j.",
        HelpName = "FILE",
        Recursive = true,
    };

    public static readonly Option<string?> Lexicon = new("--lexicon")
    {
        Description = "A folder with word lists of your own, added to the built-in ones.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static readonly Option<string> LogLevel = Listed(new("--log-level")
    {
        Description = "What is logged, to standard error and to the data folder: verbose, debug, information, warning, error.",
        HelpName = "LEVEL",
        Recursive = true,
        DefaultValueFactory = _ => "information",
    }, "verbose", "debug", "information", "warning", "error");

    public static readonly Option<string[]> LogOverride = new("--log-override")
    {
        Description = "A level for one part, as PREFIX=LEVEL (Microsoft.AspNetCore=debug); may be repeated.",
        HelpName = "PREFIX=LEVEL",
        Recursive = true,
    };

    public static IReadOnlyList<Option> All { get; } = [Data, Store, Neo4jUrl, Neo4jUser, Neo4jPasswordFile, Lexicon, LogLevel, LogOverride];

    /// <exception cref="UsageException">The address is none.</exception>
    public static StoreSettings Read(ParseResult parse)
    {
        var store = parse.GetValue(Store)!;
        if (!Uri.TryCreate(parse.GetValue(Neo4jUrl), UriKind.Absolute, out var url)) throw new UsageException($"--neo4j-url takes an address as http://localhost:7474, not “{parse.GetValue(Neo4jUrl)}”.");
        return new StoreSettings(Path.GetFullPath(parse.GetValue(Data)!), store, url, parse.GetValue(Neo4jUser)!, store == "neo4j" ? Password(parse) : null);
    }

    /// <summary>Neo4j's password: from the file, from the environment, or asked for; null where nobody can be asked.</summary>
    public static string? Password(ParseResult parse)
    {
        if (parse.GetValue(Neo4jPasswordFile) is { } file) return File.ReadAllText(file).TrimEnd('\r', '\n');
        if (Environment.GetEnvironmentVariable("NEO4J_PASSWORD") is { Length: > 0 } given) return given;
        return Console.IsInputRedirected || Console.IsErrorRedirected
            ? null
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Prompt(new TextPrompt<string>("Password for Neo4j:").Secret());
    }

    /// <summary>The platform's folder for a user's application data; below the home folder on Linux (<c>XDG_DATA_HOME</c> or <c>~/.local/share</c>).</summary>
    private static string DefaultFolder()
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length > 0 ? Path.Combine(root, "claimgraph") : Path.Combine(Environment.CurrentDirectory, "claimgraph-data");
    }

    internal static Option<string> Listed(Option<string> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}

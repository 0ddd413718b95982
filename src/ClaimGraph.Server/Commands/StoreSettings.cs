using System.CommandLine;

namespace ClaimGraph.Server.Commands;

/// <summary>Which store, and where. Taken from the options that every command has.</summary>
/// <param name="Data">The data folder: the embedded store, logs, keys, <c>claimgraph.json</c>.</param>
public sealed record StoreSettings(string Data, string Store, string Neo4jUrl, string Neo4jUser, string? Neo4jPassword);

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
        Description = "User of Neo4j; the password is read from CLAIMGRAPH_NEO4J_PASSWORD or claimgraph.json.",
        HelpName = "NAME",
        Recursive = true,
        DefaultValueFactory = _ => "neo4j",
    };

    // Not shown: a password on a command line can be read by every user of the machine.
    public static readonly Option<string?> Neo4jPassword = new("--neo4j-password") { Hidden = true, Recursive = true };

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

    public static IReadOnlyList<Option> All { get; } = [Data, Store, Neo4jUrl, Neo4jUser, Neo4jPassword, LogLevel, LogOverride];

    public static StoreSettings Read(ParseResult parse) => new(
        Path.GetFullPath(parse.GetValue(Data)!), parse.GetValue(Store)!, parse.GetValue(Neo4jUrl)!, parse.GetValue(Neo4jUser)!, parse.GetValue(Neo4jPassword));

    /// <summary>The platform's folder for a user's application data; below the home folder on Linux (<c>XDG_DATA_HOME</c> or <c>~/.local/share</c>).</summary>
    private static string DefaultFolder()
    {
        var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length > 0 ? Path.Combine(root, "claimgraph") : Path.Combine(Environment.CurrentDirectory, "claimgraph-data");
    }

    private static Option<string> Listed(Option<string> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}

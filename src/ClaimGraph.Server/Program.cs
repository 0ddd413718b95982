using ClaimGraph.Neo4j;
using ClaimGraph.Server.Commands;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Server;

/// <summary>Where the parts come together: the one file that names a store.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args, OpenStore);

    /// <exception cref="StoreException">The settings cannot be used.</exception>
    public static IClaimStore OpenStore(StoreSettings settings) => settings.Store switch
    {
        "sqlite" => new SqliteClaimStore(new SqliteOptions { Path = Path.Combine(settings.Data, SqliteOptions.FileName) }),
        "neo4j" => new Neo4jClaimStore(new Neo4jOptions { Url = settings.Neo4jUrl, User = settings.Neo4jUser, Password = settings.Neo4jPassword, Report = Console.Error.WriteLine }),
        _ => throw new StoreException(StoreFailure.Refused, $"There is no store called “{settings.Store}”: use sqlite or neo4j."),
    };
}

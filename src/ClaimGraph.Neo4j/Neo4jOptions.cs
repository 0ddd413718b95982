using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>How to reach the Neo4j server that keeps the graph.</summary>
public sealed record Neo4jOptions
{
    /// <summary>Its HTTP (or HTTPS) address: <c>http://localhost:7474</c>. Bolt addresses are refused.</summary>
    public required Uri Url { get; init; }
    public string? User { get; init; } = "neo4j";
    /// <summary>Never logged and in no message.</summary>
    public string? Password { get; init; }
    /// <summary>A bearer token for servers with single sign-on; beats user and password.</summary>
    public string? BearerToken { get; init; }
    public string Database { get; init; } = "neo4j";
    /// <summary>A PEM file with the authority that signed the server's certificate, where the machine does not know it.</summary>
    public string? AuthorityFile { get; init; }
    /// <summary>Statements at once; further ones wait.</summary>
    public int MaxConnections { get; init; } = 32;
    /// <summary>Of one statement; the server's <c>db.transaction.timeout</c> should be shorter.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(35);
    public TimeProvider Clock { get; init; } = TimeProvider.System;
    /// <summary>Takes one line for the operator, such as a statement that is sent again.</summary>
    public Action<string>? Report { get; init; }

    internal QueryApiOptions ToQueryApi() => new()
    {
        Address = Url,
        Database = Database,
        User = User,
        Password = Password,
        BearerToken = BearerToken,
        AuthorityFile = AuthorityFile,
        MaxConnections = MaxConnections,
        Timeout = Timeout,
        Report = Report,
    };
}

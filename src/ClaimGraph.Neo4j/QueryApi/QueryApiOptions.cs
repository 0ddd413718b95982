using System.Net.Http.Headers;
using System.Text;

namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>Where a Neo4j server is and how to talk to it over its HTTP Query API (5.25 or later, self-hosted or Aura).</summary>
public sealed record QueryApiOptions
{
    /// <summary>The server's HTTP address, without path: <c>http://localhost:7474</c>. Not the Bolt port.</summary>
    public required Uri Address { get; init; }
    public string Database { get; init; } = "neo4j";
    public string? User { get; init; }
    public string? Password { get; init; }
    /// <summary>For servers with single sign-on; beats <see cref="User"/> and <see cref="Password"/>.</summary>
    public string? BearerToken { get; init; }
    /// <summary>A PEM file with the authority that signed the server's certificate, where the machine does not know it.</summary>
    public string? AuthorityFile { get; init; }
    /// <summary>Requests at once; further ones wait. The server should have as many worker threads (<c>server.threads.worker_count</c>).</summary>
    public int MaxConnections { get; init; } = 32;
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);
    /// <summary>Of one attempt, to its last byte. Longer than the server's <c>db.transaction.timeout</c>, so that the server's own word comes first.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(35);
    /// <summary>Tries after the first one, for failures that may pass.</summary>
    public int Retries { get; init; } = 7;
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(40);
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(2);
    /// <summary>Takes one line for the operator when a statement is sent again.</summary>
    public Action<string>? Report { get; init; }

    internal AuthenticationHeaderValue? Authorization => (BearerToken, User) switch
    {
        ({ } token, _) => new("Bearer", token),
        (null, { } user) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{Password}"))),
        _ => null,
    };

    /// <summary>The address without a password that somebody wrote into it: for messages.</summary>
    internal string Display => Address.GetComponents(UriComponents.SchemeAndServer, UriFormat.Unescaped);
}

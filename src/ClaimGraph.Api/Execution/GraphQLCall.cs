using GraphQL;

namespace ClaimGraph.Api.Execution;

/// <summary>One GraphQL request as it came in, by whichever transport.</summary>
internal sealed record GraphQLCall(string? Query)
{
    public string? OperationName { get; init; }
    public Inputs? Variables { get; init; }
    public Inputs? Extensions { get; init; }
    public string? DocumentId { get; init; }
    /// <summary>Only queries may run: the request came by GET.</summary>
    public bool QueryOnly { get; init; }
    /// <summary>Mutations may not run: the request came by GET and asks for an event stream.</summary>
    public bool NoMutation { get; init; }

    /// <summary><c>extensions.persistedQuery.sha256Hash</c>.</summary>
    public string? PersistedHash =>
        Extensions?.TryGetValue("persistedQuery", out var value) == true && value is IReadOnlyDictionary<string, object?> persisted
            && persisted.TryGetValue("sha256Hash", out var hash) ? (hash as string)?.ToLowerInvariant() : null;

    /// <summary><c>extensions.costOnly</c>: work out the cost and run nothing.</summary>
    public bool CostOnly => Extensions?.TryGetValue("costOnly", out var value) == true && value is true;
}

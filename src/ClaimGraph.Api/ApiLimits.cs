namespace ClaimGraph.Api;

/// <summary>
/// What one request may cost the server. Every limit is on by default; a request that exceeds one is refused with a code of
/// <see cref="ErrorCodes"/> that says which, before anything is read from the store where that is possible.
/// </summary>
public sealed record ApiLimits
{
    /// <summary>Bytes of a request body or a WebSocket message.</summary>
    public int BodyBytes { get; init; } = 256 * 1024;
    public int DocumentCharacters { get; init; } = 50_000;
    public int Tokens { get; init; } = 2_000;
    /// <summary>Brackets of any kind inside each other, before parsing.</summary>
    public int Nesting { get; init; } = 64;
    public int Directives { get; init; } = 100;
    /// <summary>Operations and fragments of a document.</summary>
    public int Definitions { get; init; } = 100;
    /// <summary>Fields with every fragment spread out.</summary>
    public int Fields { get; init; } = 1_024;
    /// <summary>Fields inside each other, with fragments spread out.</summary>
    public int Depth { get; init; } = 15;
    /// <summary>The same for introspection fields.</summary>
    public int IntrospectionDepth { get; init; } = 30;
    /// <summary>Fields of the operation itself.</summary>
    public int RootFields { get; init; } = 20;
    /// <summary>See <c>Limits/README.md</c> for the price list.</summary>
    public int Cost { get; init; } = 20_000;
    public int PageSize { get; init; } = 100;
    public int DefaultPageSize { get; init; } = 20;
    public int IdsInList { get; init; } = 100;
    public int FilterDepth { get; init; } = 3;
    public int FilterLeaves { get; init; } = 20;
    public int SearchCharacters { get; init; } = 500;
    public int SearchTerms { get; init; } = 20;
    public int ReportedErrors { get; init; } = 20;
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>Bytes of request texts whose parsed form is kept.</summary>
    public int CachedDocumentBytes { get; init; } = 2 * 1024 * 1024;
    /// <summary>Bytes of documents registered by clients (automatic persisted queries).</summary>
    public int PersistedDocumentBytes { get; init; } = 4 * 1024 * 1024;
    /// <summary>Operations that run at once on one WebSocket.</summary>
    public int SocketOperations { get; init; } = 100;
    /// <summary>How long events wait for a subscriber that takes none, before it is told that it is too slow and cut off.</summary>
    public TimeSpan SubscriberPatience { get; init; } = TimeSpan.FromSeconds(20);
    /// <summary>Conflicts that are kept at hand for all subscribers together. One that is further behind has them read again.</summary>
    public int RecentConflicts { get; init; } = 2_000;
}

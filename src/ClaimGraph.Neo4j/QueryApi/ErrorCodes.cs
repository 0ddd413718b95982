namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>What Neo4j's codes mean for a client: decided by code, never by HTTP status (an error after the first row is a 202).</summary>
internal static class ErrorCodes
{
    /// <summary>A retry may help. Of the transient ones all but a statement that needs more memory than it may have, and one that somebody ended.</summary>
    public static bool MayRetry(string code) =>
        code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
        && code is not ("Neo.TransientError.General.MemoryPoolOutOfMemoryError" or "Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped")
        || code is "Neo.ClientError.Security.AuthorizationExpired" or "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase.NotALeader";

    public static bool IsTimeout(string code) => code.Contains("TimedOut", StringComparison.Ordinal) || code.Contains("Timeout", StringComparison.Ordinal);

    /// <summary>The transaction log could not be written: a full or broken disk. The server takes nothing more until it is restarted, and answers <see cref="IsDown"/>.</summary>
    public static bool IsLogFailure(string code) => code == "Neo.DatabaseError.Transaction.TransactionLogError";

    public static bool IsDown(string code) => code == "Neo.DatabaseError.Transaction.TransactionStartFailed" || code.Contains("DatabaseUnavailable", StringComparison.Ordinal);

    public static bool IsBookmark(string code) => code.Contains("Bookmark", StringComparison.Ordinal);

    public static QueryApiException ToException(string server, string database, string code, string message) => code switch
    {
        "Neo.ClientError.Security.AuthenticationRateLimit" => new(QueryFault.Caller, QueryApiMessages.RateLimited(server), code),
        "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.TokenExpired" => new(QueryFault.Caller, QueryApiMessages.Unauthorised(server), code),
        "Neo.ClientError.Database.DatabaseNotFound" => new(QueryFault.Caller, QueryApiMessages.NoSuchDatabase(server, database), code),
        _ when IsLogFailure(code) => new(QueryFault.Server, QueryApiMessages.LogFailure(server, message), code),
        _ when code == "Neo.DatabaseError.Transaction.TransactionStartFailed" => new(QueryFault.Server, QueryApiMessages.NeedsRestart(server, message), code),
        _ => new(
            code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal) || code is "Neo.ClientError.Request.Invalid" or "Neo.ClientError.Request.InvalidFormat" ? QueryFault.Caller : QueryFault.Server,
            QueryApiMessages.Said(server, code, message), code)
        {
            MayRetry = MayRetry(code),
            TimedOut = IsTimeout(code),
        },
    };
}

namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>Who is at fault.</summary>
public enum QueryFault
{
    /// <summary>The server understood and said no; <see cref="QueryApiException.Code"/> says why. Nothing was written.</summary>
    Server,
    /// <summary>No connection, or it broke, or what came back is no answer. A write may or may not have happened: see <see cref="QueryApiException.OutcomeUnknown"/>.</summary>
    Connection,
    /// <summary>Statement, parameters, address or credentials are wrong: the same call fails again.</summary>
    Caller,
}

/// <summary>The one exception of the client. Texts are in <see cref="QueryApiMessages"/>.</summary>
public sealed class QueryApiException(QueryFault fault, string message, string? code = null, Exception? inner = null) : Exception(message, inner)
{
    public QueryFault Fault { get; } = fault;

    /// <summary>Neo4j's code, such as <c>Neo.TransientError.Transaction.DeadlockDetected</c>; null where the server gave none.</summary>
    public string? Code { get; } = code;

    /// <summary>The same call may succeed later without anybody's doing.</summary>
    public bool MayRetry { get; init; }

    /// <summary>The request was on its way: a write in it may have been committed.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The deadline passed, the client's or the server's.</summary>
    public bool TimedOut { get; init; }
}

using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>The client's errors in the words of the port.</summary>
internal static class Faults
{
    public static StoreException ToStore(QueryApiException e) => new(Failure(e), e.Message, e.MayRetry || e.TimedOut, e);

    private static StoreFailure Failure(QueryApiException e) => e switch
    {
        { TimedOut: true } => StoreFailure.Timeout,
        { Fault: QueryFault.Connection } => StoreFailure.Unreachable,
        { Code: { } code } => Failure(code),
        _ => StoreFailure.Refused,
    };

    private static StoreFailure Failure(string code) => code switch
    {
        _ when ErrorCodes.IsDown(code) => StoreFailure.Unreachable,
        _ when ErrorCodes.IsLogFailure(code) || code.Contains("OutOfDiskSpace", StringComparison.Ordinal) || code.EndsWith("StorageExhausted", StringComparison.Ordinal) => StoreFailure.OutOfSpace,
        _ when code.Contains("ReadOnly", StringComparison.Ordinal) || code.EndsWith("Forbidden", StringComparison.Ordinal) => StoreFailure.NotWritable,
        _ when code.Contains("Corrupt", StringComparison.Ordinal) => StoreFailure.Corrupt,
        _ when code.StartsWith("Neo.TransientError.Transaction.", StringComparison.Ordinal) => StoreFailure.Locked,
        _ => StoreFailure.Refused,
    };
}

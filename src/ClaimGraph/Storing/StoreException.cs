namespace ClaimGraph;

/// <summary>Why a store could not answer; the text of the exception says what to do about it.</summary>
public enum StoreFailure { InvalidCursor, Unreachable, Locked, NewerSchema, NotWritable, OutOfSpace, Refused, Corrupt, Timeout }

/// <summary>The one exception of the stores.</summary>
/// <param name="mayRetry">The same call may succeed later without anybody's doing.</param>
public sealed class StoreException(StoreFailure failure, string message, bool mayRetry = false, Exception? inner = null) : Exception(message, inner)
{
    public StoreFailure Failure { get; } = failure;
    public bool MayRetry { get; } = mayRetry;
}

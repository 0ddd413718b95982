using System.Diagnostics;
using GraphQL.Execution;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Api.Execution;

/// <summary>Exceptions of resolvers to errors for the client. What is ours is masked; the correlation id stands in the answer and in the log.</summary>
internal sealed partial class Faults(ILogger<Faults> log)
{
    public Task HandleAsync(UnhandledExceptionContext context)
    {
        context.Exception = ErrorOf(context.OriginalException);
        return Task.CompletedTask;
    }

    public ApiError ErrorOf(Exception exception)
    {
        switch (exception)
        {
            case ApiError known:
                return known;
            case SlowConsumerException slow:
                return new ApiError(ErrorCodes.SlowConsumer, slow.Message);
            case StoreException { Failure: StoreFailure.InvalidCursor }:
                return new ApiError(ErrorCodes.InvalidCursor, "The cursor does not belong to this list and order.");
            case StoreException { Failure: StoreFailure.Refused } refused:
                return new ApiError(ErrorCodes.BadUserInput, refused.Message);
        }
        var correlation = Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N");
        Failed(log, exception, correlation);
        var error = exception is StoreException { MayRetry: var mayRetry }
            ? new ApiError(ErrorCodes.StoreUnavailable, mayRetry ? "The store does not answer at the moment. Try again." : "The store does not answer.")
            : new ApiError(ErrorCodes.Internal, "Something went wrong on our side.");
        error.Extensions = new Dictionary<string, object?> { ["correlationId"] = correlation };
        return error;
    }

    [LoggerMessage(LogLevel.Error, "A GraphQL field failed ({CorrelationId})")]
    private static partial void Failed(ILogger log, Exception exception, string correlationId);
}

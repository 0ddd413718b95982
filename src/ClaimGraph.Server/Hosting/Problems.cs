using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ClaimGraph.Server.Hosting;

/// <summary>Failures outside GraphQL as problem details (RFC 9457). Nothing internal is said; <c>traceId</c> finds the log's line.</summary>
public sealed class Problems(IProblemDetailsService details) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, title) = exception switch
        {
            BadHttpRequestException bad => (bad.StatusCode, "The request cannot be read."),
            StoreException { Failure: StoreFailure.InvalidCursor } => (StatusCodes.Status400BadRequest, "The page asked for does not exist."),
            StoreException => (StatusCodes.Status503ServiceUnavailable, "The store does not answer."),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => (499, "The client went away."),
            _ => (StatusCodes.Status500InternalServerError, "Something went wrong on our side."),
        };
        httpContext.Response.StatusCode = status;
        return await details.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = new ProblemDetails { Status = status, Title = title } });
    }
}

using System.Globalization;
using System.Threading.RateLimiting;

namespace ClaimGraph.Server.Security;

/// <summary>Requests a minute, and operations on WebSockets, for each key, token or address; health is free.</summary>
internal static class RateLimits
{
    /// <summary>One limiter for requests and for operations on WebSockets.</summary>
    public static PartitionedRateLimiter<HttpContext> Of(int requestsPerMinute) => PartitionedRateLimiter.Create<HttpContext, string>(context => context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetSlidingWindowLimiter(VisitorOf(context), _ => new SlidingWindowRateLimiterOptions { PermitLimit = requestsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 12 }));

    public static void AddRequestLimit(this IServiceCollection services, PartitionedRateLimiter<HttpContext> limit, int requestsPerMinute) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = limit;
        limiter.OnRejected = async (refused, _) =>
        {
            refused.HttpContext.Response.Headers.RetryAfter = (refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Ceiling(wait.TotalSeconds) : 5).ToString(CultureInfo.InvariantCulture);
            await Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too many requests.", detail: $"At most {requestsPerMinute} a minute.").ExecuteAsync(refused.HttpContext);
        };
    });

    private static string VisitorOf(HttpContext context) =>
        context.User.FindFirst(KeyAuthentication.HashClaim)?.Value ?? context.User.FindFirst("sub")?.Value ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
}

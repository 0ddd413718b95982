using Serilog.AspNetCore;
using Serilog.Events;

namespace ClaimGraph.Server.Hosting;

/// <summary>One line a request: method, path, GraphQL operation, outcome, duration. No query text, no article text.</summary>
internal static class RequestLog
{
    public static void Configure(RequestLoggingOptions options)
    {
        options.MessageTemplate = "{RequestMethod} {RequestPath} {Operation} {Outcome} {StatusCode} in {Elapsed:0.0} ms";
        options.EnrichDiagnosticContext = (context, request) =>
        {
            context.Set("Operation", request.Items["operation"] ?? "-");
            context.Set("Outcome", request.Items["outcome"] ?? (request.Response.StatusCode < 400 ? "ok" : request.Response.StatusCode < 500 ? "refused" : "failed"));
        };
        options.GetLevel = (request, _, failure) =>
            failure is not null || request.Response.StatusCode >= 500 ? LogEventLevel.Error
            : request.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    }
}

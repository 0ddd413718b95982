using ClaimGraph.Api;
using Serilog.AspNetCore;
using Serilog.Events;

namespace ClaimGraph.Server.Hosting;

/// <summary>One line a request: method, path, GraphQL operation, outcome, duration. No query text, no article text.</summary>
internal static class RequestLog
{
    public static void Configure(RequestLoggingOptions options, Serilog.ILogger log)
    {
        options.Logger = log;
        options.MessageTemplate = "{RequestMethod} {RequestPath} {Operation} {Outcome} {StatusCode} in {Elapsed:0.0} ms";
        options.EnrichDiagnosticContext = (context, request) =>
        {
            var operation = request.Features.Get<OperationOutcome>();
            context.Set("Operation", operation?.OperationName ?? operation?.OperationType ?? "-");
            context.Set("Outcome", operation?.Outcome ?? (request.Response.StatusCode < 400 ? "ok" : request.Response.StatusCode < 500 ? "refused" : "failed"));
            if (operation is null) return;
            context.Set("DocumentHash", operation.Hash);
            context.Set("Cost", operation.Cost);
        };
        options.GetLevel = (request, _, failure) =>
            failure is not null || request.Response.StatusCode >= 500 ? LogEventLevel.Error
            : request.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    }
}

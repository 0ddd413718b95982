using System.Diagnostics;
using System.Security.Claims;
using ClaimGraph.Api.Limits;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace ClaimGraph.Api.Execution;

/// <summary>An executed request: the answer, and what became of it.</summary>
internal sealed record Executed(ExecutionResult Result, OperationOutcome Outcome, ApiRequest? Request);

/// <summary>Runs GraphQL requests, by whichever transport they came: find the document, parse it within limits, validate it, pass the gate, execute.</summary>
internal sealed class Engine(ISchema schema, IDocumentExecuter executer, ApiParts parts, Faults faults)
{
    private readonly DocumentCache<ParsedDocument> _documents = new(parts.Options.Limits.CachedDocumentBytes);
    private readonly PersistedDocuments _persisted = new(parts.Options);
    private readonly GraphQLDocumentBuilder _parser = new() { MaxDepth = 128 };

    public ApiOptions Options => parts.Options;

    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task<Executed> ExecuteAsync(GraphQLCall call, ClaimsPrincipal user, IServiceProvider? services, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = ApiTelemetry.Activities.StartActivity("GraphQL");
        var request = new ApiRequest(parts, user) { CostOnly = call.CostOnly, QueryOnly = call.QueryOnly, NoMutation = call.NoMutation };
        ExecutionResult result;
        try
        {
            var document = request.Document = Parse(_persisted.Resolve(call));
            result = await executer.ExecuteAsync(OptionsOf(call, document, request, services, cancellation)).ConfigureAwait(false);
            if (document.Valid)
                _documents.Keep(document.Text, document, document.Text.Length);
        }
        catch (ExecutionError refusal)
        {
            result = new ExecutionResult(refusal);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Of the library or of ours, outside every field: masked and logged as those of fields are.
            result = new ExecutionResult(faults.ErrorOf(fault));
        }
        Finish(result, request);
        var outcome = OutcomeOf(call, result, request, Stopwatch.GetElapsedTime(started));
        Observe(outcome, activity);
        return new(result, outcome, request);
    }

    private ParsedDocument Parse(string text)
    {
        if (_documents.Find(text) is { } known)
            return known;
        if (DocumentGuard.Check(text, parts.Options.Limits) is { } refusal)
            throw refusal;
        GraphQLDocument document;
        try
        {
            LongLines.Check(text, _parser);
            document = _parser.Build(text);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw ApiError.Exceeded(ErrorCodes.NestedTooDeep, "The document is nested too deep.", parts.Options.Limits.Nesting, parts.Options.Limits.Nesting + 1);
        }
        DocumentMeasure.Check(document, text, parts.Options.Limits);
        return new(document, text, PersistedDocuments.HashOf(text));
    }

    private ExecutionOptions OptionsOf(GraphQLCall call, ParsedDocument document, ApiRequest request, IServiceProvider? services, CancellationToken cancellation) => new()
    {
        Schema = schema,
        Query = document.Text,
        Document = document.Document,
        OperationName = string.IsNullOrEmpty(call.OperationName) ? null : call.OperationName,
        Variables = call.Variables,
        Extensions = call.Extensions,
        UserContext = request,
        User = request.User,
        RequestServices = services,
        CancellationToken = cancellation,
        Timeout = parts.Options.Limits.Timeout,
        // A document that was found valid stays valid: the schema does not change.
        ValidationRules = document.Valid ? [] : null,
        Listeners = { OperationGate.Instance },
        UnhandledExceptionDelegate = faults.HandleAsync,
    };

    /// <summary>Reports the cost, and no more errors than anybody reads.</summary>
    private void Finish(ExecutionResult result, ApiRequest request)
    {
        if (result.Errors is [ApiError only] && ReferenceEquals(only, OperationGate.CostOnly))
        {
            result.Errors = null;
            result.Executed = true;
        }
        if (!request.MaySeeSchema)
            KeptBack.Apply(result);
        if (result.Errors?.Count > parts.Options.Limits.ReportedErrors)
        {
            var hidden = result.Errors.Count - parts.Options.Limits.ReportedErrors;
            var shown = new ExecutionErrors();
            shown.AddRange(result.Errors.Take(parts.Options.Limits.ReportedErrors));
            result.Errors = shown;
            (result.Extensions ??= [])["moreErrors"] = hidden;
        }
        if (request.Cost > 0)
            (result.Extensions ??= [])["cost"] = request.Cost;
    }

    private static OperationOutcome OutcomeOf(GraphQLCall call, ExecutionResult result, ApiRequest request, TimeSpan duration) => new(
        NameOf(result.Operation?.Name?.StringValue ?? call.OperationName), result.Operation?.Operation.ToString().ToLowerInvariant(), request.Document?.Hash, request.Cost, duration,
        result.Errors is not { Count: > 0 } errors ? "ok" : result.Executed ? "errors" : ErrorInfo.CodeOf(errors[0]));

    // Logs and traces have no room for a name that somebody made up to fill them.
    private static string? NameOf(string? name) => name is { Length: > 200 } ? name[..200] : name;

    private static void Observe(OperationOutcome outcome, Activity? activity)
    {
        var tags = new TagList { { "graphql.operation.type", outcome.OperationType ?? "none" }, { "outcome", outcome.Outcome } };
        ApiTelemetry.Duration.Record(outcome.Duration.TotalMilliseconds, tags);
        ApiTelemetry.Cost.Record(outcome.Cost, tags);
        if (activity is null)
            return;
        activity.DisplayName = outcome.OperationName is { } name ? $"{outcome.OperationType} {name}" : outcome.OperationType ?? "GraphQL";
        activity.SetTag("graphql.operation.name", outcome.OperationName);
        activity.SetTag("graphql.operation.type", outcome.OperationType);
        activity.SetTag("graphql.document.hash", outcome.Hash);
        activity.SetTag("claimgraph.cost", outcome.Cost);
        activity.SetTag("claimgraph.outcome", outcome.Outcome);
        if (outcome.Outcome != "ok")
            activity.SetStatus(ActivityStatusCode.Error, outcome.Outcome);
    }
}

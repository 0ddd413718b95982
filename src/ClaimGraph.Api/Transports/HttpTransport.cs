using System.Text.Json;
using ClaimGraph.Api.Execution;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ClaimGraph.Api.Transports;

/// <summary>
/// GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/): queries by GET, everything by POST of JSON, no batches. That a body must be JSON is also
/// the guard against requests that a page elsewhere makes a browser send: those cannot be JSON without asking first.
/// </summary>
internal sealed class HttpTransport(Engine engine, IGraphQLTextSerializer json, IHostApplicationLifetime lifetime)
{
    public const string Response = "application/graphql-response+json", Json = "application/json", EventStream = "text/event-stream";

    private readonly EventStreamTransport _events = new(engine, lifetime.ApplicationStopping);

    public async Task HandleAsync(HttpContext http)
    {
        var accepted = Negotiation.Of(http.Request.Headers.Accept);
        http.Response.Headers.Vary = StringValues.Concat(http.Response.Headers.Vary, "Accept");
        GraphQLCall call;
        try
        {
            if (accepted is null)
                throw new Refusal(406, ErrorCodes.NotAcceptable, "This server answers in application/graphql-response+json, application/json and text/event-stream.");
            call = HttpMethods.IsGet(http.Request.Method) ? FromQuery(http.Request)
                : HttpMethods.IsPost(http.Request.Method) ? await FromBodyAsync(http).ConfigureAwait(false)
                : throw new Refusal(405, ErrorCodes.MethodNotAllowed, "GraphQL is asked by GET and POST.") { Allow = "GET, POST" };
        }
        catch (Refusal refusal)
        {
            await RefuseAsync(http, accepted ?? Json, refusal).ConfigureAwait(false);
            return;
        }
        if (accepted == EventStream)
        {
            await _events.HandleAsync(http, call).ConfigureAwait(false);
            return;
        }
        var executed = await engine.ExecuteAsync(call, http.User, http.RequestServices, http.RequestAborted).ConfigureAwait(false);
        http.Features.Set(executed.Outcome);
        var status = StatusOf(executed, accepted!);
        if (executed.Result.Streams is { Count: > 0 } streams)
        {
            foreach (var stream in streams.Values)
                stream.Subscribe(Nobody.Instance).Dispose();
            status = 400;
            executed.Result.Executed = false;
            executed.Result.Errors = [new ApiError(ErrorCodes.BadRequest, "A subscription needs a WebSocket (graphql-transport-ws) or `Accept: text/event-stream`.")];
        }
        if (status == 405)
            http.Response.Headers.Allow = "POST";
        await WriteAsync(http, status, accepted!, executed.Result).ConfigureAwait(false);
    }

    private static int StatusOf(Executed executed, string accepted) => executed.Outcome.Outcome switch
    {
        _ when executed.Result.Executed => 200,
        ErrorCodes.MethodNotAllowed => 405,
        ErrorCodes.Unauthenticated when accepted == Response => 401,
        ErrorCodes.Forbidden when accepted == Response => 403,
        ErrorCodes.Timeout when accepted == Response => 503,
        ErrorCodes.Internal when accepted == Response => 500,
        ErrorCodes.BadRequest => 400,
        _ => accepted == Response ? 400 : 200,
    };

    private async Task<GraphQLCall> FromBodyAsync(HttpContext http)
    {
        var request = http.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            || type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new Refusal(415, ErrorCodes.UnsupportedMediaType, "Send the body as application/json in UTF-8.");
        if (request.Headers.ContentEncoding.Count > 0 && !request.Headers.ContentEncoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
            throw new Refusal(415, ErrorCodes.UnsupportedMediaType, "Send the body as it is, without a Content-Encoding.");
        var body = await BoundedBody.ReadAsync(http, engine.Options.Limits.BodyBytes).ConfigureAwait(false);
        try
        {
            // A byte order mark may stand before JSON and means nothing (RFC 8259, 8.1).
            using var document = JsonDocument.Parse(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
                throw new Refusal(400, ErrorCodes.BatchingNotSupported, "One request at a time: batches are not taken.");
            return Checked(RequestReader.Read(document.RootElement, json));
        }
        catch (Exception problem) when (RequestReader.IsMalformed(problem))
        {
            throw new Refusal(400, ErrorCodes.BadRequest, "The body is no GraphQL request in JSON.");
        }
    }

    private GraphQLCall FromQuery(HttpRequest request)
    {
        try
        {
            return Checked(new GraphQLCall(One("query"))
            {
                OperationName = One("operationName"),
                DocumentId = One("documentId"),
                Variables = json.Deserialize<Inputs>(One("variables")),
                Extensions = json.Deserialize<Inputs>(One("extensions")),
                QueryOnly = true,
            });
        }
        catch (Exception problem) when (RequestReader.IsMalformed(problem))
        {
            throw new Refusal(400, ErrorCodes.BadRequest, "The query string is no GraphQL request.");
        }

        string? One(string key) => !request.Query.TryGetValue(key, out var values) ? null : values.Count == 1 ? values[0] : throw new FormatException($"`{key}` is given twice.");
    }

    private static GraphQLCall Checked(GraphQLCall call) => string.IsNullOrEmpty(call.Query) && call.DocumentId is null && call.PersistedHash is null
        ? throw new Refusal(400, ErrorCodes.BadRequest, "A query is required.")
        : call;

    private static Task RefuseAsync(HttpContext http, string accepted, Refusal refusal)
    {
        if (refusal.Allow is { } allow)
            http.Response.Headers.Allow = allow;
        http.Features.Set(new OperationOutcome(null, null, null, 0, TimeSpan.Zero, refusal.Error.Code!));
        return WriteAsync(http, refusal.Status, accepted == EventStream ? Json : accepted, new ExecutionResult { Errors = [refusal.Error] });
    }

    private static async Task WriteAsync(HttpContext http, int status, string type, ExecutionResult result)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type == Response ? "application/graphql-response+json; charset=utf-8" : "application/json; charset=utf-8";
        ResultWriter.Write(http.Response.BodyWriter, result);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    private sealed class Nobody : IObserver<ExecutionResult>
    {
        public static readonly Nobody Instance = new();
        public void OnCompleted() { }
        public void OnError(Exception error) { }
        public void OnNext(ExecutionResult value) { }
    }
}

using System.Buffers;
using ClaimGraph.Api.Execution;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Api.Transports;

/// <summary>
/// GraphQL over server-sent events, distinct connections mode (https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md): one operation a request,
/// <c>next</c> for each result, then <c>complete</c>.
/// </summary>
internal sealed class EventStreamTransport(Engine engine, CancellationToken stopping)
{
    // Proxies close connections that are silent for a minute; a comment keeps them open.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(12);

    public async Task HandleAsync(HttpContext http, GraphQLCall call)
    {
        var gone = http.RequestAborted;
        // A subscription changes nothing, so that it may come by GET as browsers' EventSource sends it.
        var executed = await engine.ExecuteAsync(call with { QueryOnly = false, NoMutation = call.QueryOnly }, http.User, http.RequestServices, http.RequestAborted).ConfigureAwait(false);
        http.Features.Set(executed.Outcome);
        http.Response.StatusCode = 200;
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        // The client is told at once that it is listening, not when the first event comes.
        await http.Response.BodyWriter.FlushAsync(gone).ConfigureAwait(false);
        if (executed.Result.Streams is { Count: > 0 } streams)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(gone, stopping);
            try
            {
                await StreamAsync(http, executed, streams.Values.First(), ended.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested && !gone.IsCancellationRequested)
            {
                // The server stops: the stream is completed, so that its client comes back elsewhere.
            }
        }
        else
            await EventAsync(http, "next", executed.Result, gone).ConfigureAwait(false);
        await EventAsync(http, "complete", null, gone).ConfigureAwait(false);
    }

    private async Task StreamAsync(HttpContext http, Executed executed, IObservable<ExecutionResult> stream, CancellationToken cancellation)
    {
        using var events = new EventQueue(stream, executed.Request!.Flow);
        var welcome = new Welcome(engine.Options, http.User);
        while (await welcome.HoldsAsync(cancellation).ConfigureAwait(false))
        {
            var waiting = events.NextAsync(cancellation);
            while (await Task.WhenAny(waiting, Task.Delay(engine.Options.StillValid is null ? KeepAlive : engine.Options.RecheckInterval, cancellation)).ConfigureAwait(false) != waiting)
            {
                if (!await welcome.HoldsAsync(cancellation).ConfigureAwait(false))
                    return;
                await http.Response.WriteAsync(":\n\n", cancellation).ConfigureAwait(false);
                await http.Response.Body.FlushAsync(cancellation).ConfigureAwait(false);
            }
            if (await waiting.ConfigureAwait(false) is not { } result)
                return;
            await EventAsync(http, "next", result, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task EventAsync(HttpContext http, string name, ExecutionResult? result, CancellationToken cancellation)
    {
        var output = http.Response.BodyWriter;
        output.Write("event: "u8);
        output.Write(System.Text.Encoding.ASCII.GetBytes(name));
        output.Write("\ndata: "u8);
        if (result is not null)
            ResultWriter.Write(output, result);
        output.Write("\n\n"u8);
        await output.FlushAsync(cancellation).ConfigureAwait(false);
    }
}

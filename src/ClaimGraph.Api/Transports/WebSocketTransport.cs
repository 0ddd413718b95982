using ClaimGraph.Api.Execution;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Api.Transports;

/// <summary>GraphQL over WebSocket, subprotocol <c>graphql-transport-ws</c> (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md).</summary>
internal sealed class WebSocketTransport(Engine engine, IGraphQLTextSerializer json)
{
    public const string Protocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext http, CancellationToken stopping)
    {
        if (!MayOpen(http.Request))
        {
            http.Response.StatusCode = 403;
            await http.Response.WriteAsync("Pages of this origin may not open a WebSocket here.", http.RequestAborted).ConfigureAwait(false);
            return;
        }
        if (!http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync($"The WebSocket must speak {Protocol}.", http.RequestAborted).ConfigureAwait(false);
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync(Protocol).ConfigureAwait(false);
        await using var session = new SocketSession(socket, http, engine, json);
        await session.RunAsync(stopping).ConfigureAwait(false);
    }

    /// <summary>
    /// Browsers let every page open a WebSocket to every address, asking nobody first, and say whose page it is (RFC 6455, 10.2). Programs send no origin.
    /// </summary>
    private bool MayOpen(HttpRequest request) => request.Headers.Origin is not [{ } origin]
        ? request.Headers.Origin.Count == 0
        : engine.Options.Origins.Any(o => o == "*" || o.TrimEnd('/').Equals(origin, StringComparison.OrdinalIgnoreCase))
            || Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}

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
}

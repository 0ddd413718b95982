using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ClaimGraph.Server.Tests.GraphQL.Support;

/// <summary>A WebSocket client that speaks graphql-transport-ws, message by message.</summary>
public sealed class Socket : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static Task<Socket> OpenAsync(ApiHost host, bool initialise = true, object? payload = null) => OpenAsync(host.Address, initialise, payload);

    public static async Task<Socket> OpenAsync(Uri server, bool initialise = true, object? payload = null)
    {
        var socket = new Socket();
        socket._socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/graphql" }.Uri, TestContext.Current.CancellationToken);
        if (initialise)
        {
            await socket.SendAsync(new { type = "connection_init", payload });
            Assert.Equal("connection_ack", (await socket.NextAsync()).GetProperty("type").GetString());
        }
        return socket;
    }

    public Task SendAsync(object message) =>
        _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    public Task SubscribeAsync(string id, string query, object? variables = null) => SendAsync(new { id, type = "subscribe", payload = new { query, variables } });

    /// <summary>The next message; fails where the socket is closed instead.</summary>
    public async Task<JsonElement> NextAsync()
    {
        var text = await ReceiveAsync();
        Assert.False(text is null, $"The socket was closed: {(int?)_socket.CloseStatus} {_socket.CloseStatusDescription}");
        return JsonSerializer.Deserialize<JsonElement>(text!);
    }

    /// <summary>Reads until the server closes; with which code.</summary>
    public async Task<int> ClosedAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }
        return (int)_socket.CloseStatus!;
    }

    private async Task<string?> ReceiveAsync()
    {
        var buffer = new ArraySegment<byte>(new byte[1 << 16]);
        var text = new StringBuilder();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            text.Append(Encoding.UTF8.GetString(buffer.Array!, 0, received.Count));
            if (received.EndOfMessage)
                return text.ToString();
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}

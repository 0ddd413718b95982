using System.Buffers;
using System.Net.WebSockets;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;
using ClaimGraph.Api.Execution;
using GraphQL;

namespace ClaimGraph.Api.Transports;

/// <summary>Everything that goes out on one WebSocket, in order. A client that does not read for half a minute is cut off; until then its operations wait.</summary>
internal sealed class SocketSender(WebSocket socket)
{
    private const int Waiting = 64;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Channel<Message> _messages = Channel.CreateBounded<Message>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private CloseCode? _close;

    private readonly record struct Message(string Type, string? Id, object? Payload);

    /// <summary>Waits while the queue is full. A message after the close is dropped.</summary>
    /// <param name="payload">An <see cref="ExecutionResult"/>, errors, or nothing.</param>
    public async ValueTask SendAsync(string type, string? id, object? payload, CancellationToken cancellation)
    {
        while (await _messages.Writer.WaitToWriteAsync(cancellation).ConfigureAwait(false))
        {
            if (_messages.Writer.TryWrite(new(type, id, payload)))
                return;
        }
    }

    /// <summary>Closes the socket once what is queued has gone out. The first reason counts.</summary>
    public void Close(CloseCode code)
    {
        Interlocked.CompareExchange(ref _close, code, null);
        _messages.Writer.TryComplete();
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        try
        {
            await foreach (var message in _messages.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
            {
                buffer.ResetWrittenCount();
                Write(buffer, message);
                await WithinPatience(stop => socket.SendAsync(buffer.WrittenMemory, WebSocketMessageType.Text, true, stop).AsTask(), cancellation).ConfigureAwait(false);
            }
            var close = _close ?? CloseCode.Normal;
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await WithinPatience(stop => socket.CloseOutputAsync((WebSocketCloseStatus)close.Code, close.Reason, stop), cancellation).ConfigureAwait(false);
            // The client has a moment to answer the close; what it sends meanwhile is read and dropped by the reader.
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            Close(CloseCode.TooSlow);
            socket.Abort();
        }
    }

    private static async Task WithinPatience(Func<CancellationToken, Task> send, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        await send(patience.Token).ConfigureAwait(false);
    }

    private static void Write(IBufferWriter<byte> output, Message message)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        if (message.Id is { } id)
            json.WriteString("id", id);
        json.WriteString("type", message.Type);
        if (message.Payload is ExecutionResult result)
        {
            json.WritePropertyName("payload");
            ResultWriter.Write(json, result);
        }
        else if (message.Payload is IEnumerable<ExecutionError> errors)
        {
            json.WritePropertyName("payload");
            ResultWriter.WriteErrors(json, errors);
        }
        json.WriteEndObject();
    }
}

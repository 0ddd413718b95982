using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using ClaimGraph.Api.Execution;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Api.Transports;

/// <summary>One WebSocket: reads messages in order, runs operations beside each other, sends through one bounded queue.</summary>
internal sealed class SocketSession(WebSocket socket, HttpContext http, Engine engine, IGraphQLTextSerializer json) : IAsyncDisposable
{
    private sealed record Operation(CancellationTokenSource Stop)
    {
        public Task Running { get; set; } = Task.CompletedTask;
    }

    private readonly ConcurrentDictionary<string, Operation> _operations = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
    private readonly SocketSender _sender = new(socket);
    private bool _initialised;
    private ClaimsPrincipal? _visitor;

    /// <summary>Returns when the socket is closed, by whichever side.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        var sending = _sender.RunAsync(_ended.Token);
        using var stop = stopping.Register(() => _sender.Close(CloseCode.GoingAway));
        var watching = WatchAsync();
        try
        {
            await ReadAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The other side is gone without a word: nothing to answer.
        }
        _sender.Close(CloseCode.Normal);
        foreach (var operation in _operations.Values)
            await operation.Stop.CancelAsync().ConfigureAwait(false);
        await sending.ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll([watching, .. _operations.Values.Select(o => o.Running)]).ConfigureAwait(false);
    }

    private async Task ReadAsync()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        while (socket.State == WebSocketState.Open)
        {
            buffer.ResetWrittenCount();
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.GetMemory(4096), _ended.Token).ConfigureAwait(false);
                buffer.Advance(received.Count);
                if (buffer.WrittenCount > engine.Options.Limits.BodyBytes)
                {
                    _sender.Close(CloseCode.MessageTooBig);
                    return;
                }
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Close)
                return;
            var close = received.MessageType == WebSocketMessageType.Text ? await HandleAsync(buffer.WrittenMemory).ConfigureAwait(false) : CloseCode.BadMessage;
            if (close is not null)
            {
                _sender.Close(close);
                return;
            }
        }
    }

    /// <returns>With what the socket is to be closed, or null to go on.</returns>
    private async Task<CloseCode?> HandleAsync(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var message = document.RootElement;
            if (message.ValueKind != JsonValueKind.Object)
                return CloseCode.BadMessage;
            return Text(message, "type") switch
            {
                "connection_init" => await InitialiseAsync(message).ConfigureAwait(false),
                "ping" => await Pong().ConfigureAwait(false),
                "pong" => null,
                "subscribe" => Subscribe(message),
                "complete" => Text(message, "id") is { Length: > 0 } id ? Stop(id) : CloseCode.BadMessage,
                _ => CloseCode.BadMessage,
            };
        }
        catch (Exception problem) when (RequestReader.IsMalformed(problem))
        {
            return CloseCode.BadMessage;
        }

        async Task<CloseCode?> Pong()
        {
            await _sender.SendAsync("pong", null, null, _ended.Token).ConfigureAwait(false);
            return null;
        }
    }

    private async Task<CloseCode?> InitialiseAsync(JsonElement message)
    {
        if (_initialised)
            return CloseCode.TooManyInits;
        _initialised = true;
        JsonElement? payload = message.TryGetProperty("payload", out var given) && given.ValueKind == JsonValueKind.Object ? given : null;
        var visitor = engine.Options.AuthenticateSocket is { } authenticate ? await authenticate(http, payload, _ended.Token).ConfigureAwait(false) : http.User;
        if (visitor is null)
            return CloseCode.Forbidden;
        // Who asks is known from here on, for whatever looks at the request: its limit, for one.
        http.User = _visitor = visitor;
        await _sender.SendAsync("connection_ack", null, null, _ended.Token).ConfigureAwait(false);
        return null;
    }

    private CloseCode? Subscribe(JsonElement message)
    {
        if (_visitor is not { } visitor)
            return CloseCode.Unauthorized;
        if (Text(message, "id") is not { Length: > 0 } id || !message.TryGetProperty("payload", out var payload))
            return CloseCode.BadMessage;
        var call = RequestReader.Read(payload, json);
        if (call.Query is null && call.DocumentId is null && call.PersistedHash is null)
            return CloseCode.BadMessage;
        var operation = new Operation(CancellationTokenSource.CreateLinkedTokenSource(_ended.Token));
        if (!_operations.TryAdd(id, operation))
        {
            operation.Stop.Dispose();
            return CloseCode.Exists(id);
        }
        operation.Running = Task.Run(() => ExecuteAsync(id, operation, call, visitor), CancellationToken.None);
        return null;
    }

    private CloseCode? Stop(string id)
    {
        if (_operations.TryRemove(id, out var operation))
            operation.Stop.Cancel();
        return null;
    }

    private async Task ExecuteAsync(string id, Operation operation, GraphQLCall call, ClaimsPrincipal visitor)
    {
        var stop = operation.Stop.Token;
        try
        {
            if (_operations.Count > engine.Options.Limits.SocketOperations)
            {
                var most = engine.Options.Limits.SocketOperations;
                await FinishAsync(id, operation, "error", [ApiError.Exceeded(ErrorCodes.TooManyOperations, $"At most {most} operations run at once on one WebSocket.", most, _operations.Count)], stop).ConfigureAwait(false);
                return;
            }
            if (engine.Options.MayAsk is { } mayAsk && !mayAsk(http))
            {
                await FinishAsync(id, operation, "error", [new ApiError(ErrorCodes.RateLimited, "Too many operations in a minute. Wait some seconds.")], stop).ConfigureAwait(false);
                return;
            }
            var executed = await engine.ExecuteAsync(call, visitor, http.RequestServices, stop).ConfigureAwait(false);
            if (executed.Result.Streams is { Count: > 0 } streams)
            {
                await StreamAsync(id, operation, streams.Values.First(), executed.Request!.Flow, stop).ConfigureAwait(false);
                return;
            }
            if (!executed.Result.Executed || executed.Result.Data is null && executed.Outcome.OperationType == "subscription")
            {
                await FinishAsync(id, operation, "error", executed.Result.Errors, stop).ConfigureAwait(false);
                return;
            }
            await _sender.SendAsync("next", id, executed.Result, stop).ConfigureAwait(false);
            await FinishAsync(id, operation, "complete", null, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The client took it back, or is gone.
        }
        finally
        {
            operation.Stop.Dispose();
        }
    }

    private async Task StreamAsync(string id, Operation operation, IObservable<ExecutionResult> stream, SubscriptionFlow flow, CancellationToken stop)
    {
        using var events = new EventQueue(stream, flow);
        while (await events.NextAsync(stop).ConfigureAwait(false) is { } result)
        {
            if (result is { Executed: false, Errors: { } errors })
            {
                await FinishAsync(id, operation, "error", errors, stop).ConfigureAwait(false);
                return;
            }
            await _sender.SendAsync("next", id, result, stop).ConfigureAwait(false);
        }
        await FinishAsync(id, operation, "complete", null, stop).ConfigureAwait(false);
    }

    // The id is free again before the client hears so, for it may use it at once.
    private async Task FinishAsync(string id, Operation operation, string type, IEnumerable<ExecutionError>? errors, CancellationToken stop)
    {
        if (_operations.TryRemove(KeyValuePair.Create(id, operation)))
            await _sender.SendAsync(type, id, errors, stop).ConfigureAwait(false);
    }

    /// <summary>Closes a socket that says nothing in time, and one whose visitor is no longer welcome.</summary>
    private async Task WatchAsync()
    {
        try
        {
            await Task.Delay(engine.Options.SocketInitTimeout, _ended.Token).ConfigureAwait(false);
            if (!_initialised)
                _sender.Close(CloseCode.InitTimeout);
            while (engine.Options.StillValid is { } stillValid)
            {
                await Task.Delay(engine.Options.RecheckInterval, _ended.Token).ConfigureAwait(false);
                if (_visitor is { } visitor && !await stillValid(visitor, _ended.Token).ConfigureAwait(false))
                {
                    _sender.Close(CloseCode.Forbidden);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The socket is closed.
        }
    }

    private static string? Text(JsonElement message, string name) => message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        _ended.Dispose();
    }
}

/// <summary>Why a socket is closed: the codes of the protocol, and those of RFC 6455.</summary>
internal sealed record CloseCode(int Code, string Reason)
{
    public static readonly CloseCode
        Normal = new(1000, ""),
        GoingAway = new(1001, "The server stops"),
        MessageTooBig = new(1009, "Message too big"),
        TooSlow = new(4008, "Messages are not read"),
        BadMessage = new(4400, "Invalid message received"),
        Unauthorized = new(4401, "Unauthorized"),
        Forbidden = new(4403, "Forbidden"),
        InitTimeout = new(4408, "Connection initialisation timeout"),
        TooManyInits = new(4429, "Too many initialisation requests");

    public static CloseCode Exists(string id) => new(4409, $"Subscriber for {(id.Length > 60 ? id[..60] : id)} already exists");
}

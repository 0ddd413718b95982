using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ClaimGraph.Stores.Tests;

/// <summary>An HTTP server that answers each request by the next line of a script (the last repeats) and notes what it was sent: for the failures that a real server does not give on demand.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    public delegate Task Reply(NetworkStream connection, CancellationToken stopped);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Reply[] _script;
    private readonly List<JsonElement> _bodies = [];
    private readonly List<string> _heads = [];
    private readonly Task _loop;
    private int _next;

    public ScriptedServer(params Reply[] script)
    {
        _script = script;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Bodies of the statements, cancels by tag left out.</summary>
    public IReadOnlyList<JsonElement> Statements => Snapshot(b => !IsCancel(b));

    public IReadOnlyList<JsonElement> Cancels => Snapshot(IsCancel);

    public IReadOnlyList<string> Heads
    {
        get { lock (_bodies) return [.. _heads]; }
    }

    public static Reply Rows(params string[] rows) => Json(200, Body(rows));

    public static Reply Error(string code, int status = 400) => Json(status, $$"""{"errors":[{"code":"{{code}}","message":"scripted"}]}""");

    public static Reply RowsThenError(string code) => Json(202, $$"""{"data":{"fields":["n"],"values":[[1],[2]]},"errors":[{"code":"{{code}}","message":"scripted"}]}""");

    public static Reply Json(int status, string body) => Raw(status, "application/json", body, body.Length);

    public static Reply Html(int status) => Raw(status, "text/html", "<html><body>Welcome</body></html>", null);

    /// <summary>Promises more bytes than it sends.</summary>
    public static Reply HalfBody => Raw(200, "application/json", Body(["1", "2"])[..40], 400);

    /// <summary>Sends all that was promised, but the JSON stops in the middle.</summary>
    public static Reply HalfJson => Raw(200, "application/json", Body(["1", "2"])[..40], 40);

    /// <summary>Closes the connection without a byte.</summary>
    public static Reply Cut => (connection, _) =>
    {
        connection.Socket.LingerState = new LingerOption(true, 0);
        connection.Socket.Close();
        return Task.CompletedTask;
    };

    /// <summary>Says nothing until the client goes.</summary>
    public static Reply Silent => (_, stopped) => Task.Delay(Timeout.Infinite, stopped);

    /// <summary>Two rows, then nothing more.</summary>
    public static Reply RowsThenSilence => async (connection, stopped) =>
    {
        await WriteAsync(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n" + """{"data":{"fields":["n"],"values":[[1],[2],""", stopped);
        await Task.Delay(Timeout.Infinite, stopped);
    };

    private static string Body(string[] rows) =>
        """{"data":{"fields":["n"],"values":[""" + string.Join(',', rows.Select(r => $"[{r}]")) + """]},"notifications":[{"code":"x","position":{"offset":1}}],"bookmarks":["FB:1"]}""";

    private static Reply Raw(int status, string type, string body, int? length) => async (connection, stopped) =>
    {
        await WriteAsync(connection, $"HTTP/1.1 {status} Scripted\r\nContent-Type: {type}\r\n" + (length is { } n ? $"Content-Length: {n}\r\n" : "Connection: close\r\n") + "\r\n" + body, stopped);
        if (length != body.Length) connection.Socket.Close();
    };

    private static async Task WriteAsync(NetworkStream connection, string text, CancellationToken stopped) => await connection.WriteAsync(Encoding.UTF8.GetBytes(text), stopped);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = ServeAsync(client);
            }
        }
        catch (OperationCanceledException) { }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadRequestAsync(stream) is var (head, body))
            {
                Reply reply;
                lock (_bodies)
                {
                    var json = JsonDocument.Parse(body).RootElement;
                    _bodies.Add(json);
                    _heads.Add(head);
                    reply = IsCancel(json) ? Rows("\"Transaction terminated.\"") : _script[Math.Min(_next++, _script.Length - 1)];
                }
                await reply(stream, _stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException) { /* the client left, as many tests make it do */ }
    }

    private async Task<(string Head, string Body)?> ReadRequestAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!(bytes.Count >= 4 && bytes[^1] == '\n' && bytes[^2] == '\r' && bytes[^3] == '\n'))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0) return null;
            bytes.Add(one[0]);
        }
        var head = Encoding.ASCII.GetString([.. bytes]);
        var length = head.Split("\r\n").First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return (head, Encoding.UTF8.GetString(body));
    }

    private static bool IsCancel(JsonElement body) => body.GetProperty("statement").GetString()!.Contains("TERMINATE", StringComparison.Ordinal);

    private List<JsonElement> Snapshot(Func<JsonElement, bool> of)
    {
        lock (_bodies) return [.. _bodies.Where(of)];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
    }
}

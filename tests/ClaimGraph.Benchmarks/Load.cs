using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ClaimGraph.Benchmarks;

/// <summary><c>load</c>: keeps a running server busy with queries while articles come in and subscribers listen, and says how it fared.</summary>
internal static class Load
{
    private static readonly (string Name, string Query)[] Queries =
    [
        ("board", "{ questions(first: 20) { nodes { id text claimCount conflictCount positions(first: 4) { value { text } claimCount articleCount independentOrigins { low high } } } } }"),
        ("conflicts", "{ conflicts(first: 25) { nodes { id kind confidence explanation earlier { quote source { title outlet { title } } } later { quote source { title outlet { title } } } } } }"),
        ("chains", "{ claims(first: 25) { nodes { id quote asserted { text } speaker { name } source { title outlet { title } } sourceChain { complete steps { role cue actor { name } source { title } } } } } }"),
        ("corroboration", "{ claims(first: 10) { nodes { quote corroboration { claims articles independentOrigins { low high reason } } relations(first: 5) { nodes { kind explanation } } } } }"),
    ];

    // What the articles' countries send troops to: eight articles contradict each other before the next is taken up.
    private static readonly string[] Hosts =
    [
        "Ukraine", "Moldova", "Georgia", "Armenia", "Lebanon", "Mali", "Niger", "Chad", "Sudan", "Somalia", "Kenya", "Haiti", "Iraq", "Syria", "Jordan", "Libya", "Yemen", "Kosovo", "Cyprus", "Estonia",
        "Latvia", "Lithuania", "Poland", "Romania", "Bulgaria", "Finland", "Norway", "Taiwan", "Philippines", "Ecuador", "Colombia", "Peru", "Mozambique", "Rwanda", "Burundi", "Nigeria", "Cameroon", "Senegal", "Ghana", "Benin",
    ];

    /// <summary>What the subscribers were told, conflict by conflict, and when the last of them was told of anything.</summary>
    private sealed class Told
    {
        private readonly ConcurrentDictionary<string, int> _times = new(StringComparer.Ordinal);
        private long _last = Stopwatch.GetTimestamp();

        /// <summary>What a subscription was ended with.</summary>
        public ConcurrentQueue<string> Ends { get; } = new();
        public ICollection<int> Times => _times.Values;
        public TimeSpan Silence => Stopwatch.GetElapsedTime(Volatile.Read(ref _last));

        public void Add(string conflict)
        {
            _times.AddOrUpdate(conflict, 1, (_, n) => n + 1);
            Volatile.Write(ref _last, Stopwatch.GetTimestamp());
        }
    }

    public static Command Command()
    {
        var url = new Option<Uri>("--url") { Description = "The server, as http://localhost:5080", Required = true, CustomParser = given => new Uri(given.Tokens[0].Value) };
        var seconds = new Option<int>("--seconds") { Description = "How long", DefaultValueFactory = _ => 60 };
        var connections = new Option<int>("--connections") { Description = "Queries under way at once", DefaultValueFactory = _ => 32 };
        var subscribers = new Option<int>("--subscribers") { Description = "WebSockets that listen for conflicts", DefaultValueFactory = _ => 0 };
        var pid = new Option<int?>("--pid") { Description = "The server's process, for its memory and CPU time" };
        var command = new Command("load", "Prints requests a second, latencies, errors and memory of a running server under load.") { url, seconds, connections, subscribers, pid };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(url), TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(connections), parsed.GetValue(subscribers), parsed.GetValue(pid) is { } id ? Process.GetProcessById(id) : null, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Uri server, TimeSpan length, int connections, int subscribers, Process? process, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections + 4 }) { BaseAddress = server };
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var told = new Told();
        var listening = Enumerable.Range(0, subscribers).Select(_ => ListenAsync(server, told, end.Token)).ToList();
        // A subscription is not acknowledged: all must have begun before the first conflict.
        await Task.Delay(TimeSpan.FromSeconds(subscribers > 0 ? 3 + subscribers / 50 : 0), cancellation);

        foreach (var (_, query) in Queries) await AskAsync(http, query, null, cancellation);
        var (before, cpu) = Memory(process);
        var known = await ConflictsAsync(http, cancellation);
        Console.WriteLine($"{connections} connections, {subscribers} subscribers, {length.TotalSeconds:0} s");
        var times = Queries.ToDictionary(q => q.Name, _ => new ConcurrentBag<double>());
        var errors = new ConcurrentQueue<string>();
        var started = Stopwatch.StartNew();
        var writing = Task.Run(() => WriteAsync(http, started, length, errors, cancellation), cancellation);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(async () =>
        {
            for (var n = i; started.Elapsed < length; n++)
            {
                var (name, query) = Queries[n % Queries.Length];
                var asked = Stopwatch.GetTimestamp();
                if (await AskAsync(http, query, null, cancellation) is { } error) errors.Enqueue($"{name}: {error}");
                times[name].Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }
        }, cancellation)));
        var articles = await writing;
        while (subscribers > 0 && told.Silence < TimeSpan.FromSeconds(5)) await Task.Delay(200, cancellation);
        var stored = await ConflictsAsync(http, cancellation) - known;
        var (after, spent) = Memory(process);
        await end.CancelAsync();
        await Task.WhenAll(listening);

        Console.WriteLine($"{"query",-16}{"requests",10}{"p50 ms",10}{"p99 ms",10}{"max ms",10}");
        foreach (var (name, list) in times)
        {
            double[] sorted = [.. list.Order()];
            Console.WriteLine($"{name,-16}{sorted.Length,10}{sorted[sorted.Length / 2],10:0.0}{sorted[sorted.Length * 99 / 100],10:0.0}{sorted[^1],10:0.0}");
        }
        var requests = times.Values.Sum(t => t.Count);
        Console.WriteLine($"{requests / length.TotalSeconds:0} requests/s, {articles} articles read, {errors.Count} errors");
        if (process is not null) Console.WriteLine($"memory {before / 1048576.0:0} MB before, {after / 1048576.0:0} MB after; CPU {(spent - cpu).TotalMicroseconds / Math.Max(1, requests):0} us a request, reading included");
        var whole = told.Times.Count(n => n == subscribers);
        if (subscribers > 0) Console.WriteLine($"{stored} conflicts stored, {told.Times.Count} told, {whole} of them to each of {subscribers} subscribers once");
        foreach (var error in errors.Concat(told.Ends).Take(5)) Console.WriteLine(error);
        return errors.IsEmpty && told.Ends.IsEmpty && (subscribers == 0 || whole == stored) ? 0 : 1;
    }

    private static async Task<int> ConflictsAsync(HttpClient http, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query = "{ statistics { conflicts } }" }, cancellation);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("data").GetProperty("statistics").GetProperty("conflicts").GetInt32();
    }

    /// <returns>What went wrong, or null.</returns>
    private static async Task<string?> AskAsync(HttpClient http, string query, object? variables, CancellationToken cancellation)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query, variables }, cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return answer.TryGetProperty("errors", out var errors) ? errors[0].ToString() : response.IsSuccessStatusCode ? null : response.StatusCode.ToString();
    }

    /// <summary>Reads articles one after another; each tells another number, so that it conflicts with those before it on the same country.</summary>
    private static async Task<int> WriteAsync(HttpClient http, Stopwatch started, TimeSpan length, ConcurrentQueue<string> errors, CancellationToken cancellation)
    {
        var articles = 0;
        while (started.Elapsed < length)
        {
            var number = 20 + articles++;
            var input = new { title = $"Countries and troops {number}", outlet = $"Load Courier {number % 7}", published = new DateOnly(2025, 1, 1).AddDays(articles % 300).ToString("O"), text = $"{number} countries have formally committed to sending troops to {Hosts[articles / 8 % Hosts.Length]}, President Macron said on Thursday." };
            if (await AskAsync(http, "mutation($input: IngestArticleInput!) { ingestArticle(input: $input) { errors { message } } }", new { input }, cancellation) is { } error) errors.Enqueue($"reading: {error}");
            await Task.Delay(50, cancellation);
        }
        return articles;
    }

    private static async Task ListenAsync(Uri server, Told told, CancellationToken cancellation)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        try
        {
            await socket.ConnectAsync(new UriBuilder(server) { Scheme = server.Scheme == "https" ? "wss" : "ws", Path = "/graphql" }.Uri, cancellation);
            foreach (var message in new[] { """{"type":"connection_init"}""", """{"type":"subscribe","id":"c","payload":{"query":"subscription { conflictFound { id } }"}}""" })
                await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, cancellation);
            var buffer = new byte[4096];
            while (await socket.ReceiveAsync(buffer, cancellation) is { MessageType: WebSocketMessageType.Text, Count: var count })
            {
                var message = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, count));
                if (message.GetProperty("type").GetString() == "next") told.Add(message.GetProperty("payload").GetProperty("data").GetProperty("conflictFound").GetProperty("id").GetString()!);
                else if (message.GetProperty("type").GetString() is "error" or "complete") told.Ends.Enqueue($"a subscriber was cut: {message}");
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The measurement is over.
        }
    }

    private static (long Memory, TimeSpan Cpu) Memory(Process? process)
    {
        process?.Refresh();
        return (process?.WorkingSet64 ?? 0, process?.TotalProcessorTime ?? default);
    }
}

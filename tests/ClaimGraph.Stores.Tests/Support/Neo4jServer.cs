using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using ClaimGraph.Neo4j.QueryApi;
using Xunit;
using ClaimGraph.Stores.Tests;

[assembly: AssemblyFixture(typeof(Neo4jServer))]

namespace ClaimGraph.Stores.Tests;

/// <summary>
/// One real Neo4j for the whole run, started when the first test asks: the server that <c>NEO4J_HTTP</c> (<c>NEO4J_USER</c>, <c>NEO4J_PASSWORD</c>) names, else the one of <c>../shared/neo4j</c>
/// beside the repository. Without either a test is skipped with the reason; under <c>CI=true</c> with the folder present it fails instead.
/// </summary>
public sealed class Neo4jServer : IAsyncDisposable
{
    /// <summary>The collection of tests that share the database: they empty it, hence run one after the other.</summary>
    public const string Shared = "Neo4j";

    /// <summary>The repository.</summary>
    public static readonly string Root = FindRoot();

    private static readonly string? Folder = FindFolder();
    private readonly Lazy<Task<Started?>> _started = new(StartAsync);

    public sealed record Started(Uri Address, string? User, string? Password, string? Home, Uri? Bolt = null, string? Authority = null);

    /// <summary>Settings that <c>docker/compose.yml</c> gives to a server, but for waits that a crowded machine needs; plans are kept although facts empty the database.</summary>
    public static readonly string[] Settings =
    [
        "server.threads.worker_count=64", "db.transaction.timeout=60s", "db.lock.acquisition.timeout=10s", "db.memory.transaction.max=256m", "db.memory.transaction.total.max=512m",
        "dbms.cypher.min_replan_interval=1h", "dbms.security.allow_csv_import_from_file_urls=false",
    ];

    public async Task<QueryApiOptions> OptionsAsync()
    {
        Started? server = null;
        var why = "no Neo4j server: set NEO4J_HTTP, or keep a test server in ../shared/neo4j beside the repository";
        try
        {
            server = await _started.Value;
        }
        catch (InvalidOperationException e)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true") throw;
            why = e.Message;
        }
        Assert.SkipWhen(server is null, why);
        return new QueryApiOptions { Address = server!.Address, User = server.User, Password = server.Password };
    }

    public static ClaimGraph.Neo4j.Neo4jOptions StoreOptions(QueryApiOptions server) => new() { Url = server.Address, User = server.User, Password = server.Password };

    /// <summary>Empties the database: nodes and relationships in slices, the schema stays, and the record of its migrations.</summary>
    public static async Task WipeAsync(QueryApiClient client, CancellationToken cancellation) =>
        await client.ExecuteWriteAsync(new Statement("MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"), TestJson.Default.Int64, cancellation);

    /// <summary>Starts a further server of its own for a test that breaks it, or skips.</summary>
    public static async Task<Started> OwnAsync(params string[] arguments)
    {
        Assert.SkipWhen(Folder is null, "this test starts and kills a server of its own, and there is none in ../shared/neo4j");
        return await RunAsync(arguments);
    }

    public static async Task StopAsync(string home, bool kill = false)
    {
        using var stop = Process.Start(new ProcessStartInfo(Path.Combine(Folder!, "stop"), kill ? [home, "--kill"] : [home]))!;
        await stop.WaitForExitAsync();
    }

    public static async Task<Started> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder!, "start"), ["--with", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var values = new Dictionary<string, string>();
        // The server keeps the pipe open after the script has ended: read up to the last line that the script prints.
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var (name, value) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            values[name] = value;
            if (name == "NEO4J_HOME") break;
        }
        if (!values.TryGetValue("NEO4J_HOME", out var home)) throw new InvalidOperationException("The test server of ../shared/neo4j did not start: " + await process.StandardError.ReadToEndAsync());
        return new Started(new Uri(values["NEO4J_HTTP"]), values.GetValueOrDefault("NEO4J_USER"), values.GetValueOrDefault("NEO4J_PASSWORD"), home,
            new Uri(values["NEO4J_URI"]), values.GetValueOrDefault("NEO4J_CA"));
    }

    /// <summary>A port of loopback that nothing listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<Started?> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("NEO4J_HTTP") is { Length: > 0 } given)
        {
            return new Started(new Uri(given), Environment.GetEnvironmentVariable("NEO4J_USER") ?? "neo4j", Environment.GetEnvironmentVariable("NEO4J_PASSWORD"), null);
        }
        return Folder is null ? null : await RunAsync([.. Settings.SelectMany(s => (string[])["--conf", s])]);
    }

    private static string FindRoot()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "ClaimGraph.sln"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return root;
    }

    private static string? FindFolder() => Path.GetFullPath(Path.Combine(Root, "..", "shared", "neo4j")) is var folder && File.Exists(Path.Combine(folder, "start")) ? folder : null;

    public async ValueTask DisposeAsync()
    {
        if (_started is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result.Home: { } home } }) await StopAsync(home);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
[JsonSerializable(typeof(TestRow))]
internal sealed partial class TestJson : JsonSerializerContext;

internal sealed record TestRow(string Id, long? Number, IReadOnlyList<string>? Words);

using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ClaimGraph.Server.Tests.Support;

/// <summary>A server in a process of its own, on a free port of loopback, ready to answer.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private ServerProcess(Process process, Task<string> error, Uri address)
    {
        _process = process;
        _error = error;
        Http = new HttpClient { BaseAddress = address };
    }

    public HttpClient Http { get; }
    public int Id => _process.Id;

    public static Task<ServerProcess> StartAsync(string data, params string[] arguments) => StartAsync(null, data, arguments);

    /// <summary>The server of a published folder.</summary>
    public static Task<ServerProcess> StartPublishedAsync(string folder, string data) => StartAsync(folder, data, []);

    private static async Task<ServerProcess> StartAsync(string? folder, string data, string[] arguments)
    {
        var process = Executable.Start(["serve", "--data", data, "--port", "0", .. arguments], folder: folder);
        var error = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (Address().Match(line) is { Success: true } match) return new ServerProcess(process, error, new Uri(match.Value));
        }
        throw new InvalidOperationException("The server did not start: " + await error);
    }

    /// <summary>Asks GraphQL and expects an answer without errors.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Http.PostAsJsonAsync("/graphql", new { query, variables });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{(int)response.StatusCode} {errors}");
        return answer.GetProperty("data");
    }

    /// <summary>Tells it to stop, as a service manager does, and waits.</summary>
    /// <returns>Exit code and standard error.</returns>
    public async Task<(int ExitCode, string Error)> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        return await EndAsync();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Exit code and standard error.</returns>
    public async Task<(int ExitCode, string Error)> EndAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(late.Token);
        return (_process.ExitCode, await _error);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://[\w.\[\]:]+")]
    private static partial Regex Address();
}

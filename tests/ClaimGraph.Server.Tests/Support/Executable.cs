using System.Diagnostics;
using System.Text;

namespace ClaimGraph.Server.Tests.Support;

/// <summary>What a call of the command line left behind.</summary>
public sealed record CommandResult(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The real executable, in a process of its own.</summary>
public static class Executable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(arguments, null, null);

    public static async Task<CommandResult> RunAsync(string[] arguments, byte[]? input, IReadOnlyDictionary<string, string>? environment)
    {
        using var process = Start(arguments, environment, redirectInput: input is not null);
        using var late = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var error = process.StandardError.ReadToEndAsync(late.Token);
        if (input is not null)
        {
            await process.StandardInput.BaseStream.WriteAsync(input, late.Token);
            process.StandardInput.Close();
        }
        await process.WaitForExitAsync(late.Token);
        return new CommandResult(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it and leaves it running; the caller ends it.</summary>
    public static Process Start(string[] arguments, IReadOnlyDictionary<string, string>? environment = null, bool redirectInput = false, string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = redirectInput,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(folder ?? AppContext.BaseDirectory, "ClaimGraph.Server.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("CLAIMGRAPH_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}

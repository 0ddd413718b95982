using System.Diagnostics;
using ClaimGraph.Server.Tests.GraphQL.Support;
using ClaimGraph.Server.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>Real clients of the npm world (<c>tests/clients</c>) against a running server.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Clients_generate_code_ask_and_listen()
    {
        if (Missing("node", "npm") is { } missing)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{missing} is missing.");
            Assert.Skip($"{missing} is missing.");
        }
        using var folder = new TempFolder();
        var source = Path.Combine(Repository.Root, "tests", "clients");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(f => !f.Contains("node_modules", StringComparison.Ordinal)))
            folder.File(Path.GetRelativePath(source, file), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var (installed, log) = await RunAsync(folder.Path, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        if (installed != 0 && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip($"npm cannot install the clients: {log}");
        Assert.True(installed == 0, log);

        IClaimStore store = null!;
        var number = 0;
        await using var host = await ApiHost.StartAsync(before: app => app.MapPost("/conflict", async () => (await Story.OneMoreAsync(store, Interlocked.Increment(ref number))).Id));
        store = host.Store;
        var (exit, output) = await RunAsync(folder.Path, "node", "run.mjs", new Uri(host.Address, "/graphql").ToString(), new Uri(host.Address, "/conflict").ToString());
        Assert.True(exit == 0, output);
        foreach (var client in new[] { "graphql-codegen", "relay-compiler", "urql", "graphql-ws", "graphql-sse" })
            Assert.Contains($"ok    {client}", output);
    }

    private static string? Missing(params string[] programs) =>
        programs.FirstOrDefault(p => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).All(folder => !File.Exists(Path.Combine(folder, p))));

    private static async Task<(int Exit, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}

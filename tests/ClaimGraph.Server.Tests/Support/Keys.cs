namespace ClaimGraph.Server.Tests.Support;

/// <summary>API keys made by the command line.</summary>
public static class Keys
{
    public static async Task<string> CreateAsync(string data, string name, string role)
    {
        var result = await Executable.RunAsync("keys", "create", name, "--role", role, "--data", data);
        Assert.Equal(0, result.ExitCode);
        return result.Lines.Single().Trim();
    }
}

using System.Text.Json;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.CommandLine;

public class UsageTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("ingest")]
    [InlineData("export")]
    [InlineData("questions")]
    [InlineData("conflicts")]
    [InlineData("chain")]
    [InlineData("explain")]
    public async Task Every_command_explains_itself_with_examples(string command)
    {
        var result = await Executable.RunAsync(command, "--help");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Examples:", result.Out, StringComparison.Ordinal);
        Assert.Contains($"claimgraph {command}", result.Out, StringComparison.Ordinal);
        Assert.Contains("--data", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("ingst", "a.txt")]
    [InlineData("serve", "--port", "http")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("questions", "--first", "0")]
    [InlineData("export", "--format", "xml")]
    [InlineData("--stroe", "sqlite")]
    [InlineData("questions", "--store", "oracle")]
    public async Task Wrong_use_says_so_on_standard_error_and_exits_2(params string[] arguments)
    {
        var result = await Executable.RunAsync(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_text_or_JSON()
    {
        Assert.StartsWith("ClaimGraph ", (await Executable.RunAsync("version")).Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await Executable.RunAsync("version", "--json")).Out);
        Assert.NotEmpty(json.RootElement.GetProperty("version").GetString()!);
    }

    [Fact]
    public async Task An_option_beats_the_environment_and_the_environment_beats_the_file()
    {
        using var folder = new TempFolder();
        folder.File("data/claimgraph.json", """{ "max-article-bytes": 10, "log-level": "error" } """);
        var article = folder.File("a.txt", "Twelve ministers met in Geneva on Monday.");
        string[] call = ["ingest", article, "--data", Path.Combine(folder.Path, "data")];

        var byFile = await Executable.RunAsync(call);
        var byEnvironment = await Executable.RunAsync(call, null, new Dictionary<string, string> { ["CLAIMGRAPH_MAX_ARTICLE_BYTES"] = "20" });
        var byOption = await Executable.RunAsync([.. call, "--max-article-bytes", "1000"], null, new Dictionary<string, string> { ["CLAIMGRAPH_MAX_ARTICLE_BYTES"] = "20" });

        Assert.Contains("limit is 10", byFile.Error, StringComparison.Ordinal);
        Assert.Contains("limit is 20", byEnvironment.Error, StringComparison.Ordinal);
        Assert.Equal(0, byOption.ExitCode);
    }

    [Fact]
    public async Task A_wrong_value_from_elsewhere_says_where_it_came_from()
    {
        var result = await Executable.RunAsync(["serve"], null, new Dictionary<string, string> { ["CLAIMGRAPH_PORT"] = "abc" });
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CLAIMGRAPH_PORT", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_configuration_file_is_named()
    {
        using var folder = new TempFolder();
        var file = folder.File("claimgraph.json", "{ port: ");
        var result = await Executable.RunAsync("questions", "--data", folder.Path);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(file, result.Error, StringComparison.Ordinal);
    }
}

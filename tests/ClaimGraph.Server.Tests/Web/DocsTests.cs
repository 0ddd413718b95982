using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using ClaimGraph.Api;
using ClaimGraph.Server.Tests.Support;
using ClaimGraph.Server.Tests.Web.Support;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>The documentation: generated from the schema, complete, and only for those who may see it.</summary>
public sealed partial class DocsTests(Site site)
{
    [Fact]
    public async Task Every_type_is_listed_with_its_description_and_has_a_page_with_every_field_and_argument()
    {
        var server = await site.ServerAsync();
        var index = WebUtility.HtmlDecode(await server.Http.GetStringAsync("/docs", TestContext.Current.CancellationToken));
        var schema = await server.AskAsync("""
            { __schema { types { name description fields(includeDeprecated: true) { name description args { name description } } inputFields { name description } enumValues { name description } } } }
            """);
        foreach (var type in schema.GetProperty("__schema").GetProperty("types").EnumerateArray())
        {
            var name = type.GetProperty("name").GetString()!;
            if (name.StartsWith("__", StringComparison.Ordinal)) continue;
            Assert.Contains($"href=\"/docs/types/{name}\"", index, StringComparison.Ordinal);
            Assert.Contains(type.GetProperty("description").GetString() ?? "", index, StringComparison.Ordinal);
            var page = WebUtility.HtmlDecode(await server.Http.GetStringAsync($"/docs/types/{name}", TestContext.Current.CancellationToken));
            foreach (var list in new[] { "fields", "inputFields", "enumValues" })
            {
                if (type.GetProperty(list) is not { ValueKind: System.Text.Json.JsonValueKind.Array } members) continue;
                foreach (var member in members.EnumerateArray())
                {
                    Assert.Contains($"id=\"{member.GetProperty("name")}\"", page, StringComparison.Ordinal);
                    Assert.Contains(member.GetProperty("description").GetString()!, page, StringComparison.Ordinal);
                    if (!member.TryGetProperty("args", out var args)) continue;
                    foreach (var arg in args.EnumerateArray()) Assert.Contains(arg.GetProperty("name").GetString() + ": ", page, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Every_error_code_is_explained()
    {
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.Equal(codes, ErrorGuide.All.Select(e => e.Code));
        var html = await (await site.ServerAsync()).Http.GetStringAsync("/docs", TestContext.Current.CancellationToken);
        Assert.All(codes, code => Assert.Contains($"<code>{code}</code>", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_is_a_query_for_each_group_of_users_that_runs_in_the_console()
    {
        var server = await site.ServerAsync();
        var html = await server.Http.GetStringAsync("/docs", TestContext.Current.CancellationToken);
        foreach (var group in new[] { "Fact-checkers", "Editors", "Explorers" }) Assert.Contains($"<h3>{group}: ", html, StringComparison.Ordinal);
        var links = RunLink().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
        Assert.Equal(10, links.Count);
        foreach (var link in links)
        {
            var console = await server.Http.GetStringAsync(link, TestContext.Current.CancellationToken);
            Assert.Contains("&quot;data&quot;", console, StringComparison.Ordinal);
            Assert.DoesNotContain("role=\"alert\"", console, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_schema_that_is_kept_back_is_kept_back_here_too()
    {
        using var folder = new TempFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path, "--no-samples", "--no-introspection");
        var html = await server.Http.GetStringAsync("/docs", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("/docs/types/", html, StringComparison.Ordinal);
        Assert.Contains("COST_EXCEEDED", html, StringComparison.Ordinal);
        Assert.DoesNotContain("recordedUpTo", await server.Http.GetStringAsync("/docs/types/Statistics", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_for_the_shell_name_the_address_that_was_asked()
    {
        var server = await site.ServerAsync();
        Assert.Contains($"curl {server.Http.BaseAddress}graphql", await server.Http.GetStringAsync("/docs", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_that_does_not_exist_is_a_404_page()
    {
        using var answer = await (await site.ServerAsync()).Http.GetAsync("/docs/types/Nothing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [GeneratedRegex("href=\"(/query\\?example=[^\"]+)\"")]
    private static partial Regex RunLink();
}

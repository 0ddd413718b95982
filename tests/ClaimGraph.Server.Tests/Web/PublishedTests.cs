using System.Diagnostics;
using System.Net;
using System.Reflection;
using ClaimGraph.Server.Tests.GraphQL.Support;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>The folder that <c>dotnet publish</c> makes, run as its users run it: what a browser loads arrives whole, packed and within its weight.</summary>
public sealed class PublishedTests : IDisposable
{
    private readonly TempFolder _app = new(), _data = new();

    [Fact]
    public async Task Pages_and_assets_arrive_packed_and_within_their_weights()
    {
        await PublishAsync();
        await using var server = await ServerProcess.StartPublishedAsync(_app.Path, _data.Path);
        foreach (var encoding in new[] { "gzip", "br" })
        {
            using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = server.Http.BaseAddress };
            foreach (var (address, mark, most) in new[] { ("/conflicts", "</html>", 15_000), ("/style.css", "@layer", 10_000), ("/cg.js", "customElements.define", 8_000), ("/_framework/blazor.web.js", "Blazor", 60_000) })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.AcceptEncoding.ParseAdd(encoding);
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
                Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
                Assert.True(bytes.Length <= most, $"{address}: {bytes.Length} bytes as {encoding}");
                Assert.Contains(mark, Weights.Unpacked(bytes, encoding), StringComparison.Ordinal);
            }
        }
    }

    private async Task PublishAsync()
    {
        var configuration = typeof(PublishedTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "src", "ClaimGraph.Server"), "--no-build", "-c", configuration, "-o", _app.Path, "--nologo", "-v", "q"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var publish = Process.Start(start)!;
        var output = publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(publish.ExitCode == 0, await output);
    }

    public void Dispose()
    {
        _app.Dispose();
        _data.Dispose();
    }
}

using System.Diagnostics;
using System.Text;
using ClaimGraph.Server.Hosting;
using ClaimGraph.Server.Tests.GraphQL.Support;
using ClaimGraph.Server.Tests.Support;

namespace ClaimGraph.Server.Tests.Hosting;

/// <summary>What an operator can observe: spans of store calls, and traces that arrive at a collector.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Each_call_of_the_store_is_a_span_inside_the_operation_that_made_it()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        await using var host = await ApiHost.StartAsync(wrap: ObservedStore.Around);
        await host.DataAsync("query Mine { claims(first: 2) { nodes { quote question { text } } } }");

        Activity[] all;
        lock (spans) all = [.. spans];
        var operation = Assert.Single(all, s => s.DisplayName == "query Mine");
        var calls = all.Where(s => s.ParentSpanId == operation.SpanId).OrderBy(s => s.StartTimeUtc).ToList();
        Assert.Equal(["store Claims", "store Questions"], calls.Select(c => c.DisplayName));
        Assert.All(calls, c => Assert.Equal("sqlite", c.GetTagItem("db.system.name")));
        Assert.All(calls, c => Assert.True(c.IsStopped && c.Duration <= operation.Duration));
    }

    [Fact]
    public async Task A_call_that_fails_says_how()
    {
        var spans = new List<Activity>();
        using var listener = Listen(spans);
        await using var host = await ApiHost.StartAsync(wrap: store =>
        {
            var (counted, counts) = CountedStore.Around(store);
            counts.Before = method => { if (method.Name == nameof(IClaimStore.StatisticsAsync)) throw new StoreException(StoreFailure.Unreachable, "gone", mayRetry: true); };
            return ObservedStore.Around(counted);
        });
        Assert.Equal("STORE_UNAVAILABLE", await host.CodeAsync("query Broken { statistics { claims } }"));
        lock (spans)
        {
            var operation = spans.Single(s => s.DisplayName == "query Broken");
            var call = spans.Single(s => s.ParentSpanId == operation.SpanId);
            Assert.Equal((ActivityStatusCode.Error, "Unreachable"), (call.Status, call.GetTagItem("error.type")));
        }
    }

    [Fact]
    public async Task Traces_and_metrics_arrive_at_a_collector_as_protobuf_over_HTTP()
    {
        using var folder = new TempFolder();
        await using var collector = await WebPeer.StartAsync();
        await using (var server = await ServerProcess.StartAsync(folder.Path, "--no-samples", "--otlp-endpoint", collector.Address.ToString(), "--otlp-protocol", "http"))
        {
            await server.AskAsync("query Observed { statistics { claims } }");
            // What is still waiting is sent when the server stops.
            Assert.Equal(0, (await server.StopAsync()).ExitCode);
        }
        var received = collector.Received.ToList();
        Assert.All(received, r => Assert.Equal("application/x-protobuf", r.ContentType));
        var traces = string.Concat(received.Where(r => r.Path == "/v1/traces").Select(r => Encoding.UTF8.GetString(r.Body)));
        Assert.Contains("query Observed", traces, StringComparison.Ordinal);
        Assert.Contains("store Statistics", traces, StringComparison.Ordinal);
        var metrics = string.Concat(received.Where(r => r.Path == "/v1/metrics").Select(r => Encoding.UTF8.GetString(r.Body)));
        Assert.Contains("claimgraph.store.duration", metrics, StringComparison.Ordinal);
    }

    private static ActivityListener Listen(List<Activity> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("ClaimGraph", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => { lock (spans) spans.Add(span); },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}

using System.Diagnostics.Metrics;
using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>Five hundred subscribers on WebSockets of their own.</summary>
public sealed class ManySubscribersTests
{
    private const int Subscribers = 500, Conflicts = 8;

    [Fact]
    public async Task Each_of_five_hundred_receives_every_conflict_once_and_in_order_and_memory_does_not_grow_with_what_was_told()
    {
        var open = 0;
        using var metrics = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Name == "claimgraph.graphql.subscriptions") listener.EnableMeasurementEvents(instrument); } };
        metrics.SetMeasurementEventCallback<int>((_, by, _, _) => Interlocked.Add(ref open, by));
        metrics.Start();

        await using var host = await ApiHost.StartAsync();
        var sockets = await Task.WhenAll(Enumerable.Range(0, Subscribers).Select(_ => Socket.OpenAsync(host)));
        await Task.WhenAll(sockets.Select(s => s.SubscribeAsync("c", "subscription { conflictFound { id } }")));
        while (Volatile.Read(ref open) < Subscribers) await Task.Delay(20, TestContext.Current.CancellationToken);

        await RoundAsync(0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var round = 1; round < 4; round++) await RoundAsync(round);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 32 << 20, $"{grown / 1024} KB more after {3 * Conflicts * Subscribers} events");
        foreach (var socket in sockets) await socket.DisposeAsync();

        async Task RoundAsync(int round)
        {
            var told = new List<string?>();
            for (var i = 0; i < Conflicts; i++) told.Add((await Story.OneMoreAsync(host.Store, round * Conflicts + i, TestContext.Current.CancellationToken)).Id);
            await Task.WhenAll(sockets.Select(async socket =>
            {
                var received = new List<string?>();
                while (received.Count < Conflicts) received.Add((await socket.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("conflictFound").GetProperty("id").GetString());
                Assert.Equal(told, received);
            }));
        }
    }
}

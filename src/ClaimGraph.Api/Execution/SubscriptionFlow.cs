namespace ClaimGraph.Api.Execution;

/// <summary>
/// Keeps a stream of events from running ahead of the connection that carries them: the source waits for room before it gives an event,
/// the transport makes room when the event is on its way. GraphQL.NET's own queue between them is unbounded.
/// </summary>
internal sealed class SubscriptionFlow(TimeSpan patience) : IDisposable
{
    // Few, so that the subscriptions of one socket take turns when much is found at once.
    private const int UnderWay = 4;

    private readonly SemaphoreSlim _room = new(UnderWay);

    /// <exception cref="SlowConsumerException">The connection has taken no event for too long.</exception>
    public async ValueTask RoomAsync(CancellationToken cancellation)
    {
        if (!await _room.WaitAsync(patience, cancellation).ConfigureAwait(false))
            throw new SlowConsumerException(patience);
    }

    public void Delivered()
    {
        if (_room.CurrentCount < UnderWay)
            _room.Release();
    }

    public void Dispose() => _room.Dispose();
}

/// <summary>A subscriber has left events waiting for longer than is waited for it.</summary>
internal sealed class SlowConsumerException(TimeSpan patience) : Exception($"This subscriber took no event in {patience.TotalSeconds:0.#} s while others waited. Subscribe again with `after`.");

namespace ClaimGraph.Api.Execution;

/// <summary>
/// Keeps a stream of events from running ahead of the connection that carries them: the source waits for room before it gives an event,
/// the transport makes room when the event is on its way. GraphQL.NET's own queue between them is unbounded.
/// </summary>
internal sealed class SubscriptionFlow : IDisposable
{
    // Few, so that the subscriptions of one socket take turns when much is found at once.
    private const int UnderWay = 4;

    private readonly SemaphoreSlim _room = new(UnderWay);

    public Task RoomAsync(CancellationToken cancellation) => _room.WaitAsync(cancellation);

    public void Delivered()
    {
        if (_room.CurrentCount < UnderWay)
            _room.Release();
    }

    public void Dispose() => _room.Dispose();
}

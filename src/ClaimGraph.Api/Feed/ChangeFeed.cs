using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Api.Feed;

/// <summary>A conflict and the number of the change that brought it.</summary>
internal sealed record FoundConflict(long Sequence, RelationCard Card);

/// <summary>
/// Tells listeners of conflicts, whichever process stored them: the store's feed of changes is asked for what came after the last number seen,
/// by one loop for all listeners, and only while there are any. Each listener has a bounded queue; one that is full ends.
/// </summary>
internal sealed partial class ChangeFeed(IClaimStore store, ApiOptions options, TimeProvider clock, ILogger<ChangeFeed> log) : IAsyncDisposable
{
    private const int Batch = 200;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<Listener> _listeners = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task? _loop;
    private long _seen;

    /// <summary>Begins to listen: every conflict that is stored from now on will be told.</summary>
    public async Task<Listener> ListenAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_loop is null)
            {
                _seen = await store.LastChangeAsync(cancellation).ConfigureAwait(false);
                _loop = Task.Run(LoopAsync, CancellationToken.None);
            }
            var listener = new Listener(this, _seen, options.Limits.SubscriberQueue);
            lock (_listeners)
                _listeners.Add(listener);
            return listener;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The relations that some changes made conflicts, in their order, as they are now: one that is none any more is left out.</summary>
    public async Task<IReadOnlyList<FoundConflict>> ConflictsOfAsync(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var ids = changes.SelectMany(c => c.Conflicts).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var cards = await store.RelationsAsync(ids, null, cancellation).ConfigureAwait(false);
        return [.. from change in changes
                   from id in change.Conflicts
                   where cards.TryGetValue(id, out var found) && found.Relation.Conflict
                   select new FoundConflict(change.Sequence, cards[id])];
    }

    private async Task LoopAsync()
    {
        var stop = _stopping.Token;
        try
        {
            while (await AnybodyAsync().ConfigureAwait(false))
            {
                try
                {
                    if (await store.LastChangeAsync(stop).ConfigureAwait(false) > _seen)
                        await TellAsync(stop).ConfigureAwait(false);
                }
                catch (StoreException problem)
                {
                    Unreadable(log, problem);
                }
                await Task.Delay(options.FeedInterval, clock, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops: listeners end with their connections.
        }
    }

    private async Task TellAsync(CancellationToken stop)
    {
        while (await store.ChangesAsync(_seen, Batch, stop).ConfigureAwait(false) is { Count: > 0 } changes)
        {
            var conflicts = await ConflictsOfAsync(changes, stop).ConfigureAwait(false);
            await _gate.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                _seen = changes[^1].Sequence;
                lock (_listeners)
                {
                    foreach (var listener in _listeners)
                        listener.Tell(conflicts);
                }
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    private async Task<bool> AnybodyAsync()
    {
        await _gate.WaitAsync(_stopping.Token).ConfigureAwait(false);
        try
        {
            lock (_listeners)
            {
                if (_listeners.Count > 0)
                    return true;
            }
            _loop = null;
            return false;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_loop is { } loop)
            await loop.ConfigureAwait(false);
        _stopping.Dispose();
        _gate.Dispose();
    }

    /// <summary>One subscriber's place in the feed.</summary>
    internal sealed class Listener(ChangeFeed feed, long from, int capacity) : IDisposable
    {
        private readonly Channel<FoundConflict> _queue = Channel.CreateBounded<FoundConflict>(new BoundedChannelOptions(capacity) { SingleReader = true });

        /// <summary>The last change before those that are told.</summary>
        public long From => from;

        /// <summary>Ends with <see cref="SlowConsumerException"/> where the subscriber did not keep up.</summary>
        public IAsyncEnumerable<FoundConflict> ReadAsync(CancellationToken cancellation) => _queue.Reader.ReadAllAsync(cancellation);

        public void Tell(IReadOnlyList<FoundConflict> conflicts)
        {
            foreach (var conflict in conflicts)
            {
                if (conflict.Sequence > from && !_queue.Writer.TryWrite(conflict))
                {
                    _queue.Writer.TryComplete(new SlowConsumerException(capacity));
                    return;
                }
            }
        }

        public void Dispose()
        {
            lock (feed._listeners)
                feed._listeners.Remove(this);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The feed of changes cannot be read; subscribers wait")]
    private static partial void Unreadable(ILogger log, Exception problem);
}

/// <summary>A subscriber has left more events waiting than its queue holds.</summary>
internal sealed class SlowConsumerException(int capacity) : Exception($"More than {capacity} events waited for this subscriber. Subscribe again with `after`.");

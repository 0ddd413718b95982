using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Api.Feed;

/// <summary>
/// Tells listeners of conflicts, whichever process stored them. One loop for all listeners asks the store for the last number of its feed of changes,
/// and only while there are any; each listener then reads on from its own place, as quickly as its subscriber takes what it is given.
/// Nothing waits in memory for a listener: one that is behind reads what it has missed from the store.
/// </summary>
internal sealed partial class ChangeFeed : IAsyncDisposable
{
    private readonly IClaimStore _store;
    private readonly ApiOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<ChangeFeed> _log;
    private readonly FeedPages _pages;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _listeners;
    private Task? _loop;
    private volatile Head _head = new(0);

    /// <summary>The last change that is known of, and what completes when there is a later one.</summary>
    private sealed record Head(long Sequence)
    {
        public TaskCompletionSource Moved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public ChangeFeed(IClaimStore store, ApiOptions options, TimeProvider clock, ILogger<ChangeFeed> log)
    {
        (_store, _options, _clock, _log) = (store, options, clock, log);
        _pages = new(store, options.Limits, log, _stopping.Token);
    }

    /// <summary>The present end of the feed: who reads from here is told of every conflict that is stored from now on.</summary>
    public async Task<FeedPlace> EndAsync(CancellationToken cancellation) => new(await _store.LastChangeAsync(cancellation).ConfigureAwait(false), 0);

    /// <summary>
    /// The conflicts after a place, in their order, without end. A relation is told as it is when it is read; one that is no conflict in force
    /// any more by then (dismissed, withdrawn with its article) is left out.
    /// </summary>
    public async IAsyncEnumerable<FoundConflict> ReadAsync(FeedPlace place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Join();
        try
        {
            while (true)
            {
                var head = _head;
                if (head.Sequence <= place.After)
                {
                    await head.Moved.Task.WaitAsync(cancellation).ConfigureAwait(false);
                    continue;
                }
                var page = await PageAsync(place, cancellation).ConfigureAwait(false);
                foreach (var conflict in page.Conflicts)
                    yield return conflict;
                place = page.Next;
            }
        }
        finally
        {
            Leave();
        }
    }

    private async Task<FeedPage> PageAsync(FeedPlace place, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await _pages.AfterAsync(place).WaitAsync(cancellation).ConfigureAwait(false);
            }
            catch (StoreException)
            {
                // Logged where the page was read, once for all who wanted it.
                await Task.Delay(_options.FeedInterval, _clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    private void Join()
    {
        lock (_lock)
        {
            _listeners++;
            _loop ??= Task.Run(LoopAsync, CancellationToken.None);
        }
    }

    private void Leave()
    {
        lock (_lock)
            _listeners--;
    }

    private async Task LoopAsync()
    {
        var stop = _stopping.Token;
        try
        {
            while (Anybody())
            {
                try
                {
                    if (await _store.LastChangeAsync(stop).ConfigureAwait(false) is var last && last > _head.Sequence)
                        Move(last);
                }
                catch (StoreException problem)
                {
                    Unreadable(_log, problem);
                }
                await Task.Delay(_options.FeedInterval, _clock, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops: listeners end with their connections.
        }
    }

    private bool Anybody()
    {
        lock (_lock)
        {
            if (_listeners == 0)
                _loop = null;
            return _loop is not null;
        }
    }

    private void Move(long last)
    {
        var before = _head;
        _head = new(last);
        before.Moved.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        if (_loop is { } loop)
            await loop.ConfigureAwait(false);
        _stopping.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "The feed of changes cannot be read; subscribers wait")]
    internal static partial void Unreadable(ILogger log, Exception problem);
}

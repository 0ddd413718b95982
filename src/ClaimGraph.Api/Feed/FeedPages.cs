using ClaimGraph.Api.Loading;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Api.Feed;

/// <summary>A place in the feed of changes.</summary>
/// <param name="After">The last change whose conflicts have all been told.</param>
/// <param name="Told">How many conflicts of the next change have been.</param>
internal readonly record struct FeedPlace(long After, int Told);

/// <summary>A stretch of the feed: its conflicts in their order, and the place behind them.</summary>
internal sealed record FeedPage(IReadOnlyList<FoundConflict> Conflicts, FeedPlace Next);

/// <summary>A conflict as it is told to everybody who listens.</summary>
internal sealed class FoundConflict(RelationCard card, Func<Snapshot> snapshot)
{
    private readonly WeakReference<Snapshot> _at = new(null!);

    public RelationCard Card => card;

    /// <summary>The store as this event sees it: subscribers who are told at about the same time share what is looked up for it. Lives as long as one of them uses it.</summary>
    public Snapshot At
    {
        get
        {
            lock (_at)
            {
                if (!_at.TryGetTarget(out var at))
                    _at.SetTarget(at = snapshot());
                return at;
            }
        }
    }
}

/// <summary>
/// Reads the feed of changes page by page, once for all who are at the same place: those who keep up read the newest page together,
/// and those who fell behind meet at the same older ones.
/// </summary>
/// <param name="stop">Ends the reading of pages: the server's, for a page belongs to no single subscriber.</param>
internal sealed class FeedPages(IClaimStore store, ApiLimits limits, ILogger log, CancellationToken stop)
{
    private const int MostChanges = 50, MostConflicts = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<FeedPlace, Task<FeedPage>> _pages = [];
    private readonly Queue<FeedPlace> _byAge = new();

    /// <summary>What comes after a place; to be called only where something does.</summary>
    /// <exception cref="StoreException">The store does not answer. The next call asks it again.</exception>
    public Task<FeedPage> AfterAsync(FeedPlace place)
    {
        lock (_lock)
        {
            if (_pages.TryGetValue(place, out var known) && known is { IsFaulted: false, IsCanceled: false })
                return known;
            if (known is null)
                _byAge.Enqueue(place);
            while (_byAge.Count > Math.Max(1, limits.RecentConflicts / MostConflicts))
                _pages.Remove(_byAge.Dequeue());
            return _pages[place] = Task.Run(() => ReadAsync(place), stop);
        }
    }

    private async Task<FeedPage> ReadAsync(FeedPlace place)
    {
        try
        {
            return await PageAsync(place).ConfigureAwait(false);
        }
        catch (StoreException problem)
        {
            ChangeFeed.Unreadable(log, problem);
            throw;
        }
    }

    private async Task<FeedPage> PageAsync(FeedPlace place)
    {
        var ids = new List<string>();
        foreach (var change in await store.ChangesAsync(place.After, MostChanges, stop).ConfigureAwait(false))
        {
            var told = Math.Min(change.Conflicts.Count, place.Told + MostConflicts - ids.Count);
            ids.AddRange(change.Conflicts.Skip(place.Told).Take(told - place.Told));
            place = told == change.Conflicts.Count ? new(change.Sequence, 0) : place with { Told = told };
            if (ids.Count == MostConflicts)
                break;
        }
        if (ids.Count == 0)
            return new([], place);
        var cards = await store.RelationsAsync(ids, null, stop).ConfigureAwait(false);
        return new([.. from id in ids
                       where cards.TryGetValue(id, out var found) && InForce(found)
                       select new FoundConflict(cards[id], () => new Snapshot(store, null, limits, stop))], place);
    }

    private static bool InForce(RelationCard card) =>
        card is { Relation: { Conflict: true, Status: not RelationStatus.Dismissed }, Earlier.WithdrawnAt: null, Later.WithdrawnAt: null };
}

using System.Runtime.CompilerServices;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Loading;

namespace ClaimGraph.Api.Feed;

/// <summary>Where in the feed a conflict stands: the change that brought it, and its id within that change.</summary>
internal sealed record FeedPlace(long Sequence, string RelationId);

/// <summary>The conflicts for one subscriber: first those between the place it resumes at and the present, then live.</summary>
internal sealed class ConflictStream(ApiRequest request, ChangeFeed.Listener listener, Filter<RelationFilter>? where, FeedPlace? start)
{
    private const int Batch = 200;
    // How far back a subscriber may resume: a day's work of a busy server.
    private const int MostChanges = 100_000;

    public async IAsyncEnumerable<(RelationCard Card, Snapshot At)> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using (listener)
        {
            if (start is not null)
            {
                await foreach (var conflict in MissedAsync(start, cancellation).ConfigureAwait(false))
                {
                    if (await HoldsAsync(conflict.Card, cancellation).ConfigureAwait(false))
                    {
                        await request.Flow.RoomAsync(cancellation).ConfigureAwait(false);
                        yield return (conflict.Card, request.Fresh());
                    }
                }
            }
            await foreach (var conflict in listener.ReadAsync(cancellation).ConfigureAwait(false))
            {
                if (await HoldsAsync(conflict.Card, cancellation).ConfigureAwait(false))
                {
                    await request.Flow.RoomAsync(cancellation).ConfigureAwait(false);
                    yield return (conflict.Card, request.Fresh());
                }
            }
        }
    }

    /// <exception cref="ApiError">The relation is in no change that can be resumed at.</exception>
    public static async Task<FeedPlace> PlaceOfAsync(ApiParts parts, string relationId, CancellationToken cancellation)
    {
        var end = await parts.Store.LastChangeAsync(cancellation).ConfigureAwait(false);
        for (var to = end; to > 0 && end - to < MostChanges; to -= Batch)
        {
            var changes = await parts.Store.ChangesAsync(Math.Max(0, to - Batch), Batch, cancellation).ConfigureAwait(false);
            foreach (var conflict in (await parts.Feed.ConflictsOfAsync([.. changes.Where(c => c.Conflicts.Contains(relationId))], cancellation).ConfigureAwait(false)).Reverse())
            {
                if (conflict.Card.Relation.Id == relationId)
                    return new(conflict.Sequence, relationId);
            }
        }
        throw new ApiError(ErrorCodes.InvalidCursor, "There is no conflict with this id to go on after.");
    }

    private async IAsyncEnumerable<FoundConflict> MissedAsync(FeedPlace from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var passed = false;
        for (var after = from.Sequence - 1; after < listener.From;)
        {
            var changes = await request.Parts.Store.ChangesAsync(after, Batch, cancellation).ConfigureAwait(false);
            if (changes.Count == 0)
                yield break;
            foreach (var conflict in await request.Parts.Feed.ConflictsOfAsync([.. changes.Where(c => c.Sequence <= listener.From)], cancellation).ConfigureAwait(false))
            {
                if (passed)
                    yield return conflict;
                passed |= conflict.Sequence == from.Sequence && conflict.Card.Relation.Id == from.RelationId;
            }
            after = changes[^1].Sequence;
        }
    }

    /// <summary>The store decides what a filter means: it is asked for the conflicts of this pair's articles and question that hold for it.</summary>
    private async Task<bool> HoldsAsync(RelationCard card, CancellationToken cancellation)
    {
        if (where is null)
            return true;
        Filter<RelationFilter> narrow = new Filter<RelationFilter>.Leaf(new() { Conflict = true, Questions = [card.Relation.QuestionId], Sources = [card.Later.Source.Id] });
        var page = new PageRequest(First: 100);
        while (true)
        {
            var found = await request.Parts.Store.RelationsAsync(new Filter<RelationFilter>.And([narrow, where]), RelationOrder.Newest, page, null, cancellation).ConfigureAwait(false);
            if (found.Edges.Any(e => e.Node.Relation.Id == card.Relation.Id))
                return true;
            if (!found.HasNext || found.Edges.Count == 0)
                return false;
            page = page with { After = found.Edges[^1].Cursor };
        }
    }
}

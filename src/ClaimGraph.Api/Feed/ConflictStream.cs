using System.Runtime.CompilerServices;
using ClaimGraph.Api.Execution;

namespace ClaimGraph.Api.Feed;

/// <summary>The conflicts for one subscriber, from a place in the feed on, as quickly as it takes them.</summary>
internal sealed class ConflictStream(ApiRequest request, Filter<RelationFilter>? where, FeedPlace start)
{
    private const int Batch = 200;
    // How far back a subscriber may resume: a day's work of a busy server.
    private const int MostChanges = 100_000;

    public async IAsyncEnumerable<FoundConflict> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var conflict in request.Parts.Feed.ReadAsync(start, cancellation).ConfigureAwait(false))
        {
            if (!await HoldsAsync(conflict.Card, cancellation).ConfigureAwait(false))
                continue;
            await request.Flow.RoomAsync(cancellation).ConfigureAwait(false);
            yield return conflict;
        }
    }

    /// <summary>The place right behind a conflict that was told, whatever became of it since.</summary>
    /// <exception cref="ApiError">The relation is in no change that can be resumed at.</exception>
    public static async Task<FeedPlace> PlaceBehindAsync(ApiParts parts, string relationId, CancellationToken cancellation)
    {
        var end = await parts.Store.LastChangeAsync(cancellation).ConfigureAwait(false);
        for (var to = end; to > 0 && end - to < MostChanges; to -= Batch)
        {
            foreach (var change in await parts.Store.ChangesAsync(Math.Max(0, to - Batch), Batch, cancellation).ConfigureAwait(false))
            {
                for (var i = 0; i < change.Conflicts.Count; i++)
                {
                    if (change.Conflicts[i] == relationId)
                        return new(change.Sequence - 1, i + 1);
                }
            }
        }
        throw new ApiError(ErrorCodes.InvalidCursor, "There is no conflict with this id to go on after.");
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

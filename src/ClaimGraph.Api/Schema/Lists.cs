using ClaimGraph.Api.Loading;

namespace ClaimGraph.Api.Schema;

/// <summary>Lists of claims and relations, as connections that read when they are asked.</summary>
internal static class Lists
{
    public static Filter<ClaimGraph.RelationFilter> ConflictsOnly() => new Filter<ClaimGraph.RelationFilter>.Leaf(new() { Conflict = true });

    /// <summary>The claims of one of many parents. Nodes of one field share their input objects, so that they share the look-up.</summary>
    public static Connection<Claim> ClaimsOf(ClaimParent parent, string id, ClaimFilter? where, ClaimOrder order, int? first, string? after, Snapshot at) =>
        new(new Listing<ClaimCard, Claim>(
            at.ClaimsOf(parent, where, () => ClaimFilter.ToDomain(where, at.Limits), order, Paging.Forward(first, after, at.Limits)),
            at.ClaimsOf(parent, where, () => ClaimFilter.ToDomain(where, at.Limits), order, Paging.Count),
            id, card => new Claim(card, at)));

    /// <summary>A list that hangs on nothing.</summary>
    public static Listing<TNode> Root<TCard, TNode>(Func<PageRequest, CancellationToken, Task<Page<TCard>>> read, PageRequest page, Func<TCard, TNode> node) =>
        new Listing<TCard, TNode>(Snapshot.List(stop => read(page, stop)), Snapshot.List(stop => read(Paging.Count, stop)), "", node);

    public static RelationConnection Relations(Filter<ClaimGraph.RelationFilter>? where, RelationOrder order, PageRequest page, Snapshot at) => new(
        Root((p, stop) => at.Store.RelationsAsync(where, order, p, at.AsOf, stop), page, (RelationCard card) => new Relation(card, at)),
        async stop =>
        {
            var (kinds, status) = await at.Store.RelationFacetsAsync(where, at.AsOf, stop).ConfigureAwait(false);
            return new RelationFacets(kinds, status);
        });

    /// <summary>Conflicts that hold for the filter.</summary>
    public static Filter<ClaimGraph.RelationFilter> Conflicts(Filter<ClaimGraph.RelationFilter>? where) => where switch
    {
        null => ConflictsOnly(),
        // One leaf stays one leaf: stores answer it from one index.
        Filter<ClaimGraph.RelationFilter>.Leaf leaf => new Filter<ClaimGraph.RelationFilter>.Leaf(leaf.Value with { Conflict = true }),
        _ => new Filter<ClaimGraph.RelationFilter>.And([ConflictsOnly(), where]),
    };
}

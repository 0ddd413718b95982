using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Description("One page of a list. Pages are found by cursor, so that nothing is seen twice or missed while articles come in.")]
internal class Connection<TNode>(Listing<TNode> list) where TNode : class
{
    [Description("The items of this page, each with its cursor.")]
    public IDataLoaderResult<IReadOnlyList<Edge<TNode>>> Edges() =>
        list.Page<IReadOnlyList<Edge<TNode>>>(page => [.. page.Edges.Select(e => new Edge<TNode>(e.Node, e.Cursor))]);

    [Description("The items of this page without their cursors.")]
    public IDataLoaderResult<IReadOnlyList<TNode>> Nodes() => list.Page<IReadOnlyList<TNode>>(page => [.. page.Edges.Select(e => e.Node)]);

    [Description("Whether there is more, and the cursors to go on with.")]
    public IDataLoaderResult<PageInfo> PageInfo() => list.Page(page =>
        new PageInfo(page.HasNext, page.HasPrevious, page.Edges.Count == 0 ? null : page.Edges[0].Cursor, page.Edges.Count == 0 ? null : page.Edges[^1].Cursor));

    [Description("How many the whole list has. Exact where a counter is kept, else counted to 10,000 and null beyond. Counted only when it is asked for.")]
    public IDataLoaderResult<int?> TotalCount() => list.Total();
}

[Description("One item of a page with its place in the list.")]
internal sealed class Edge<TNode>(TNode node, string cursor) where TNode : class
{
    [Description("Where the item stands: give it as `after` or `before`. It belongs to the list and order that it came from.")]
    public string Cursor => cursor;

    [Description("The item.")]
    public TNode Node => node;
}

[Description("Where a page stands in its list.")]
internal sealed class PageInfo(bool hasNextPage, bool hasPreviousPage, string? startCursor, string? endCursor)
{
    [Description("There is more after `endCursor`.")]
    public bool HasNextPage => hasNextPage;

    [Description("There is more before `startCursor`.")]
    public bool HasPreviousPage => hasPreviousPage;

    [Description("The cursor of the first item; null for an empty page.")]
    public string? StartCursor => startCursor;

    [Description("The cursor of the last item; null for an empty page.")]
    public string? EndCursor => endCursor;
}

[Description("One page of a list of relations, with counts of the whole list.")]
internal sealed class RelationConnection(Listing<Relation> list, Func<CancellationToken, Task<RelationFacets>>? facets) : Connection<Relation>(list)
{
    [Description("The whole list counted by kind and by status, one entry; null on the lists below a claim or a question.")]
    public async Task<IReadOnlyList<RelationFacets>?> Facets(CancellationToken cancellation) =>
        facets is null ? null : [await facets(cancellation).ConfigureAwait(false)];
}

[Description("Counts of a list of relations.")]
internal sealed class RelationFacets(IReadOnlyDictionary<RelationKind, int> kinds, IReadOnlyDictionary<RelationStatus, int> status)
{
    [Description("How many of each kind.")]
    public IReadOnlyList<Facet> Kinds => [.. kinds.OrderBy(k => k.Key).Select(k => new Facet(EnumNames.Of(k.Key), k.Value))];

    [Description("How many with each verdict.")]
    public IReadOnlyList<Facet> Status => [.. status.OrderBy(s => s.Key).Select(s => new Facet(EnumNames.Of(s.Key), s.Value))];
}

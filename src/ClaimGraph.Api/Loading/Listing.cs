using GraphQL.DataLoader;

namespace ClaimGraph.Api.Loading;

/// <summary>A page that has not been read yet, and the count beside it: each is read when a field asks for it, and then once.</summary>
internal abstract class Listing<TNode>
{
    public abstract IDataLoaderResult<TResult> Page<TResult>(Func<Page<TNode>, TResult> then);

    /// <summary>How many the whole list has; null beyond 10,000 where no counter is kept.</summary>
    public abstract IDataLoaderResult<int?> Total();
}

/// <param name="pages">Of one page request; by parent for a nested list.</param>
/// <param name="totals">The same list asked for its count alone.</param>
/// <param name="parent">The key of both: a parent's id.</param>
internal sealed class Listing<TCard, TNode>(Loader<Page<TCard>> pages, Loader<Page<TCard>> totals, string parent, Func<TCard, TNode> node) : Listing<TNode>
{
    public override IDataLoaderResult<TResult> Page<TResult>(Func<Page<TNode>, TResult> then) => pages.Load(parent, page => then(Nodes(page)));

    public override IDataLoaderResult<int?> Total() => totals.Load(parent, page => page is null ? 0 : page.TotalCount);

    private Page<TNode> Nodes(Page<TCard>? page)
    {
        if (page is null)
            return ClaimGraph.Page<TNode>.Empty;
        var edges = new Edge<TNode>[page.Edges.Count];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = new(node(page.Edges[i].Node), page.Edges[i].Cursor);
        return new(edges, page.HasNext, page.HasPrevious, page.TotalCount);
    }
}

namespace ClaimGraph.Server.Commands;

/// <summary>Lists of the store, page after page.</summary>
internal static class Pages
{
    /// <param name="first">How many in all.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<PageRequest, Task<Page<T>>> read, int first)
    {
        string? after = null;
        while (first > 0)
        {
            var page = await read(new PageRequest(Math.Min(first, 100), after));
            foreach (var edge in page.Edges) yield return edge.Node;
            if (!page.HasNext || page.Edges.Count == 0) yield break;
            first -= page.Edges.Count;
            after = page.Edges[^1].Cursor;
        }
    }
}

namespace ClaimGraph.Stores.Tests.Support;

/// <summary>Short ways to say what every test says.</summary>
internal static class StoreSupport
{
    public static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    public static readonly PageRequest Ten = new(10);

    /// <summary>Reads the blocks and the document, and writes: what ingestion does.</summary>
    public static async Task<WriteOutcome> StoreAsync(this IClaimStore store, Draft draft)
    {
        var outcome = (await store.WriteAsync([await store.PrepareAsync(draft)], Cancellation))[0];
        Assert.Null(outcome.Fault);
        Assert.NotEqual(WriteResult.Stale, outcome.Result);
        return outcome;
    }

    public static async Task<ArticleWrite> PrepareAsync(this IClaimStore store, Draft draft)
    {
        var reading = draft.Reading;
        var known = await store.DocumentsAsync([reading.Source.Document!], Cancellation);
        var blocks = await store.BlocksAsync(Comparison.RelationFinder.BlocksOf(reading), [], 400, Cancellation);
        return new ArticleWrite(reading, draft.Grouping, blocks.Revisions, known.GetValueOrDefault(reading.Source.Document!));
    }

    public static Filter<ClaimFilter> Where(ClaimFilter filter) => new Filter<ClaimFilter>.Leaf(filter);

    public static Filter<RelationFilter> Where(RelationFilter filter) => new Filter<RelationFilter>.Leaf(filter);

    public static Filter<QuestionFilter> Where(QuestionFilter filter) => new Filter<QuestionFilter>.Leaf(filter);

    public static IEnumerable<T> Nodes<T>(this Page<T> page) => page.Edges.Select(e => e.Node);
}

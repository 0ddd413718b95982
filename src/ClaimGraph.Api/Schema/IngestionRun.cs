using System.ComponentModel;
using System.Globalization;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("Articles that came in together, and how far they are.")]
internal sealed class IngestionRun(ClaimGraph.IngestionRun run, Snapshot at) : INode
{
    [Id]
    [Description("The run's id.")]
    public string Id => run.Id;

    [Description("When it began.")]
    public DateTimeOffset StartedAt => run.StartedAt;

    [Description("When the last article was done; null while it goes on.")]
    public DateTimeOffset? FinishedAt => run.FinishedAt;

    [Description("How many articles it has.")]
    public int Total => run.Total;

    [Description("How many of them are done, whatever came of them.")]
    public int Done => run.Done;

    [Description("Claims that were read so far.")]
    public int Claims => run.Claims;

    [Description("Conflicts that were found so far.")]
    public int Conflicts => run.Conflicts;

    [Description("The articles in the order in which they were given.")]
    public Connection<IngestedArticle> Articles(int? first = null, string? after = null) => new(new ArticleListing(run, Paging.Forward(first, after, at.Limits), at));

    /// <summary>The articles stand in the run itself; the cursor is the place in it.</summary>
    private sealed class ArticleListing(ClaimGraph.IngestionRun run, PageRequest page, Snapshot at) : Listing<IngestedArticle>
    {
        public override IDataLoaderResult<int?> Total() => LoaderResults.Known<int?>(run.Total);

        public override IDataLoaderResult<TResult> Page<TResult>(Func<Page<IngestedArticle>, TResult> then)
        {
            var from = 0;
            if (page.After is { } cursor && (!int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out from) || from > run.Total))
                throw new StoreException(StoreFailure.InvalidCursor, "The cursor does not belong to this list.");
            var edges = run.Articles.Skip(from).Take(page.First)
                .Select((article, i) => new ClaimGraph.Edge<IngestedArticle>(new(article, at), (from + i + 1).ToString(CultureInfo.InvariantCulture))).ToList();
            return LoaderResults.Known(then(new(edges, from + edges.Count < run.Total, from > 0, run.Total)));
        }
    }
}

[Description("One article of a run.")]
internal sealed class IngestedArticle(ClaimGraph.IngestedArticle article, Snapshot at)
{
    [Description("Its title, where it has one.")]
    public string? Title => article.Title;

    [Description("How far it is.")]
    public RunState State => article.State;

    [Description("The article as stored; null until it is, and where it was refused.")]
    public IDataLoaderResult<Source?> Source() => article.SourceId is { } id
        ? at.Sources.Load(id, found => found is null ? null : new Source(found, at))
        : LoaderResults.Known<Source?>(null);

    [Description("Claims that were read from it.")]
    public int ClaimCount => article.ClaimCount;

    [Description("Conflicts that it brought.")]
    public int ConflictCount => article.ConflictCount;

    [Description("What went wrong or is worth knowing, in words.")]
    public IReadOnlyList<Problem> Problems => Problem.Of(article.Problems);
}

[Description("Progress of a run: told when it begins and after each article.")]
internal sealed class IngestionEvent(IngestionRun run, IngestedArticle? article, int done, int total)
{
    [Description("The run.")]
    public IngestionRun Run => run;

    [Description("The article that is done; null when the run begins.")]
    public IngestedArticle? Article => article;

    [Description("How many articles are done.")]
    public int Done => done;

    [Description("How many articles the run has.")]
    public int Total => total;
}

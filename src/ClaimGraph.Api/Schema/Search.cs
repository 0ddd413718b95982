using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace ClaimGraph.Api.Schema;

[Name("SearchConnection")]
[Description("One page of search hits, and how many there are of each kind.")]
internal sealed class SearchConnection(Listing<SearchHit> list, Func<CancellationToken, Task<IReadOnlyDictionary<SearchKind, int>>> counts)
{
    [Description("The hits of this page, each with its cursor.")]
    public IDataLoaderResult<IReadOnlyList<SearchEdge>> Edges() => list.Page<IReadOnlyList<SearchEdge>>(page => [.. page.Edges.Select(e => new SearchEdge(e.Node, e.Cursor))]);

    [Description("The hits of this page.")]
    public IDataLoaderResult<IReadOnlyList<SearchHit>> Nodes() => list.Page<IReadOnlyList<SearchHit>>(page => [.. page.Edges.Select(e => e.Node)]);

    [Description("Whether there is more, and the cursors to go on with.")]
    public IDataLoaderResult<PageInfo> PageInfo() => new Connection<SearchHit>(list).PageInfo();

    [Description("How many hits there are, counted to 10,000 and null beyond.")]
    public IDataLoaderResult<int?> TotalCount() => list.Total();

    [Description("Hits by kind, each counted to 10,000.")]
    public async Task<IReadOnlyList<SearchCount>> Counts(CancellationToken cancellation) =>
        [.. (await counts(cancellation).ConfigureAwait(false)).OrderBy(c => c.Key).Select(c => new SearchCount(c.Key, c.Value))];
}

[Description("One hit with its place in the list.")]
internal sealed class SearchEdge(SearchHit node, string cursor)
{
    [Description("Where the hit stands: give it as `after`.")]
    public string Cursor => cursor;

    [Description("The hit.")]
    public SearchHit Node => node;
}

[Description("Something that was found.")]
internal sealed class SearchHit(ClaimGraph.SearchHit hit, Snapshot at)
{
    [OutputType(typeof(NonNullGraphType<SearchResultType>))]
    [Description("What was found.")]
    public IDataLoaderResult<object> Item() => hit.Kind switch
    {
        SearchKind.Claim => at.Claims.Load<object>(hit.Id, found => new Claim(Found.Or(found, "claim", hit.Id), at)),
        SearchKind.Question => at.Questions.Load<object>(hit.Id, found => new Question(Found.Or(found, "question", hit.Id), at)),
        SearchKind.Source => at.Sources.Load<object>(hit.Id, found => new Source(Found.Or(found, "source", hit.Id), at)),
        _ => at.Actors.Load<object>(hit.Id, found => new Actor(Found.Or(found, "actor", hit.Id), at)),
    };

    [Description("The text in which the words were found.")]
    public string Text => hit.Text;

    [Description("The words in that text.")]
    public IReadOnlyList<Span> Highlights => Span.Of(hit.Highlights);
}

[Description("How many hits of a kind there are.")]
internal sealed class SearchCount(SearchKind kind, int total)
{
    [Description("The kind.")]
    public SearchKind Kind => kind;

    [Description("How many, counted to 10,000.")]
    public int Total => total;
}

internal sealed class SearchResultType : UnionGraphType
{
    public SearchResultType()
    {
        Name = "SearchResult";
        Description = "What a search finds.";
        Type<AutoRegisteringObjectGraphType<Claim>>();
        Type<AutoRegisteringObjectGraphType<Question>>();
        Type<AutoRegisteringObjectGraphType<Source>>();
        Type<AutoRegisteringObjectGraphType<Actor>>();
    }
}

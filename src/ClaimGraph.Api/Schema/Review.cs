using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace ClaimGraph.Api.Schema;

[Name("ReviewConnection")]
[Description("One page of the review inbox: what most hangs on comes first.")]
internal sealed class ReviewConnection(Listing<object> list, Func<CancellationToken, Task<ReviewFacets>> facets)
{
    [Description("The items of this page, each with its cursor.")]
    public IDataLoaderResult<IReadOnlyList<ReviewEdge>> Edges() => list.Page<IReadOnlyList<ReviewEdge>>(page => [.. page.Edges.Select(e => new ReviewEdge(e.Node, e.Cursor))]);

    [OutputType(typeof(NonNullGraphType<ListGraphType<NonNullGraphType<ReviewItemType>>>))]
    [Description("The items of this page.")]
    public IDataLoaderResult<IReadOnlyList<object>> Nodes() => list.Page<IReadOnlyList<object>>(page => [.. page.Edges.Select(e => e.Node)]);

    [Description("Whether there is more, and the cursors to go on with.")]
    public IDataLoaderResult<PageInfo> PageInfo() => new Connection<object>(list).PageInfo();

    [Description("How many items wait, counted to 10,000 and null beyond.")]
    public IDataLoaderResult<int?> TotalCount() => list.Total();

    [Description("What waits by kind: the kinds of relations, `CANDIDATE` and `MERGE`.")]
    public async Task<IReadOnlyList<Facet>> Facets(CancellationToken cancellation)
    {
        var found = await facets(cancellation).ConfigureAwait(false);
        return [.. Enum.GetValues<RelationKind>().Select(k => new Facet(EnumNames.Of(k), found.Relations.GetValueOrDefault(k))), new("CANDIDATE", found.Candidates), new("MERGE", found.Merges)];
    }
}

[Description("One item of the inbox with its place.")]
internal sealed class ReviewEdge(object node, string cursor)
{
    [Description("Where the item stands: give it as `after`.")]
    public string Cursor => cursor;

    [OutputType(typeof(NonNullGraphType<ReviewItemType>))]
    [Description("The item.")]
    public object Node => node;
}

internal sealed class ReviewItemType : UnionGraphType
{
    public ReviewItemType()
    {
        Name = "ReviewItem";
        Description = "What waits for a person: a relation that was found, a candidate that is not certain, two actors that may be one.";
        Type<AutoRegisteringObjectGraphType<Relation>>();
        Type<AutoRegisteringObjectGraphType<Candidate>>();
        Type<AutoRegisteringObjectGraphType<MergeSuggestion>>();
    }

    public static object Shown(ReviewItem item, Snapshot at) => item switch
    {
        { Relation: { } relation } => new Relation(relation, at),
        { Candidate: { } candidate } => new Candidate(candidate, at),
        { Suggestion: { } suggestion } => new MergeSuggestion(suggestion, at),
        _ => throw new InvalidOperationException("An item of the inbox is empty."),
    };
}

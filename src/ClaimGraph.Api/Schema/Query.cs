using System.ComponentModel;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Loading;
using ClaimGraph.Api.Security;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Description("Everything that can be asked. `asOf` on a field shows what was recorded and in force at that time, for everything below it.")]
internal sealed class Query
{
    [Description("Anything by its id; null where there is nothing with it.")]
    public static IDataLoaderResult<INode?> Node(IResolveFieldContext context, [Id] string id, DateTimeOffset? asOf = null) => NodeById.Of(id, context.Request().At(asOf));

    [Description("Several things by their ids, in the order given; null where there is nothing with an id.")]
    public static IDataLoaderResult<IReadOnlyList<INode?>> Nodes(IResolveFieldContext context, [Id] IEnumerable<string> ids, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        var wanted = ids.ToList();
        Paging.CheckIds(wanted, "ids", at.Limits);
        return LoaderResults.All([.. wanted.Select(id => NodeById.Of(id, at))]);
    }

    [Description("The board: questions, by default those with most conflicts first.")]
    public static Connection<Question> Questions(IResolveFieldContext context, QuestionFilter? where = null, QuestionOrder orderBy = QuestionOrder.MostConflicts,
        int? first = null, string? after = null, int? last = null, string? before = null, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        var filter = QuestionFilter.ToDomain(where, at.Limits);
        if (asOf is not null && orderBy == QuestionOrder.MostConflicts)
            context.SetOutputExtension("order", "Of the past, questions come in the order of their latest conflict.");
        return new(Lists.Root((p, stop) => at.Store.QuestionsAsync(filter, orderBy, p, asOf, stop), Paging.Either(first, after, last, before, at.Limits), (QuestionCard card) => new Question(card, at)));
    }

    [Description("Conflicts: contradictions, and later claims that replace earlier ones with an incompatible value.")]
    public static RelationConnection Conflicts(IResolveFieldContext context, RelationFilter? where = null, RelationOrder orderBy = RelationOrder.Newest,
        int? first = null, string? after = null, int? last = null, string? before = null, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        return Lists.Relations(Lists.Conflicts(RelationFilter.ToDomain(where, at.Limits)), orderBy, Paging.Either(first, after, last, before, at.Limits), at);
    }

    [Description("Relations of every kind.")]
    public static RelationConnection Relations(IResolveFieldContext context, RelationFilter? where = null, RelationOrder orderBy = RelationOrder.Newest,
        int? first = null, string? after = null, int? last = null, string? before = null, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        return Lists.Relations(RelationFilter.ToDomain(where, at.Limits), orderBy, Paging.Either(first, after, last, before, at.Limits), at);
    }

    [Description("Claims.")]
    public static Connection<Claim> Claims(IResolveFieldContext context, ClaimFilter? where = null, ClaimOrder orderBy = ClaimOrder.Newest,
        int? first = null, string? after = null, int? last = null, string? before = null, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        var filter = ClaimFilter.ToDomain(where, at.Limits);
        return new(Lists.Root((p, stop) => at.Store.ClaimsAsync(filter, orderBy, p, asOf, stop), Paging.Either(first, after, last, before, at.Limits), (ClaimCard card) => new Claim(card, at)));
    }

    [Description("People, countries, organisations and groups, those with most claims first.")]
    public static Connection<Actor> Actors(IResolveFieldContext context, ActorFilter? where = null, int? first = null, string? after = null, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        var filter = ActorFilter.ToDomain(where, at.Limits);
        return new(Lists.Root((p, stop) => at.Store.ActorsAsync(filter, p, asOf, stop), Paging.Forward(first, after, at.Limits), (ActorCard card) => new Actor(card, at)));
    }

    [Description("Articles, outlets, reports, statements and documents.")]
    public static Connection<Source> Sources(IResolveFieldContext context, SourceFilter? where = null, int? first = null, string? after = null, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        var filter = SourceFilter.ToDomain(where, at.Limits);
        return new(Lists.Root((p, stop) => at.Store.SourcesAsync(filter, p, asOf, stop), Paging.Forward(first, after, at.Limits), (ClaimGraph.Source source) => new Source(source, at)));
    }

    [Description("Claims, questions, sources and actors by words; no order is promised.")]
    public static SearchConnection Search(IResolveFieldContext context, string text,
        [Description("Only these kinds; all where it is left out.")] IEnumerable<SearchKind>? kinds = null,
        SearchFilter? where = null, int? first = null, string? after = null, DateTimeOffset? asOf = null)
    {
        var at = context.Request().At(asOf);
        var request = new SearchRequest(FilterTree.Words(text, at.Limits)!, [.. (kinds ?? Enum.GetValues<SearchKind>()).Distinct()])
        {
            Speakers = FilterTree.Ids(where?.Speakers, "speakers", at.Limits),
            Outlets = FilterTree.Ids(where?.Outlets, "outlets", at.Limits),
            AssertedFrom = where?.AssertedFrom,
            AssertedTo = where?.AssertedTo,
            Precision = where?.Precision,
        };
        return new(
            Lists.Root((p, stop) => at.Store.SearchAsync(request, p, asOf, stop), Paging.Forward(first, after, at.Limits), (ClaimGraph.SearchHit hit) => new SearchHit(hit, at)),
            stop => at.Store.SearchCountsAsync(request, asOf, stop));
    }

    [Description("What hangs together around one node, the most certain links first.")]
    public static async Task<Graph> Neighbourhood(IResolveFieldContext context, [Id] string of,
        [Description("How many links away, 1 to 4.")] int hops = 1,
        [Description("Only over links of these kinds.")] IEnumerable<LinkKind>? links = null,
        [Description("At most so many nodes, up to 200.")] int first = 100, DateTimeOffset? asOf = null)
    {
        Paging.Check(first, GraphLimits.Nodes);
        GraphLimits.Check("hops", hops, GraphLimits.Hops);
        var graph = await context.Request().Parts.Store.NeighbourhoodAsync(of, hops, links?.Distinct().ToList(), first, asOf, context.CancellationToken).ConfigureAwait(false);
        return graph is null ? throw new ApiError(ErrorCodes.NotFound, $"There is nothing with the id {of}.") : new(graph);
    }

    [Description("A shortest path between two nodes; null where there is none so short.")]
    public static async Task<Graph?> Path(IResolveFieldContext context, [Id] string from, [Id] string to, [Description("At most so many links, 1 to 8.")] int maxLength = 6, DateTimeOffset? asOf = null)
    {
        GraphLimits.Check("maxLength", maxLength, GraphLimits.PathLength);
        return await context.Request().Parts.Store.PathAsync(from, to, maxLength, asOf, context.CancellationToken).ConfigureAwait(false) is { } graph ? new(graph) : null;
    }

    [Description("What waits for a person, in the order of how much hangs on it.")]
    public static ReviewConnection ReviewInbox(IResolveFieldContext context, ReviewFilter? where = null, int? first = null, string? after = null, DateTimeOffset? asOf = null)
    {
        var request = context.Request();
        var at = request.At(asOf);
        var filter = ReviewFilter.ToDomain(where, request.Name, at.Limits);
        return new(
            Lists.Root((p, stop) => at.Store.ReviewInboxAsync(filter, p, asOf, stop), Paging.Forward(first, after, at.Limits), (ReviewItem item) => ReviewItemType.Shown(item, at)),
            stop => at.Store.ReviewFacetsAsync(filter, asOf, stop));
    }

    [Description("How much is stored.")]
    public static async Task<Statistics> Statistics(IResolveFieldContext context) =>
        new(await context.Request().Parts.Store.StatisticsAsync(context.CancellationToken).ConfigureAwait(false));

    [Requires(Role.Anonymous)]
    [Description("Who asks, and what it may do.")]
    public static Viewer Viewer(IResolveFieldContext context)
    {
        var request = context.Request();
        var midnight = new DateTimeOffset(request.Parts.Clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        return new(request.User.Identity?.IsAuthenticated == true ? request.Name : null, request.Role, stop => request.Parts.Store.AssessmentCountAsync(request.Name, midnight, stop));
    }

    [Description("A run of ingestion by its id.")]
    public static IDataLoaderResult<IngestionRun?> IngestionRun(IResolveFieldContext context, [Id] string id)
    {
        var at = context.Request().At(null);
        return at.Runs.Load(id, run => run is null ? null : new IngestionRun(run, at));
    }

    [Description("Runs of ingestion, newest first.")]
    public static Connection<IngestionRun> IngestionRuns(IResolveFieldContext context, int? first = null, string? after = null)
    {
        var at = context.Request().At(null);
        return new(Lists.Root(at.Store.RunsAsync, Paging.Forward(first, after, at.Limits), (ClaimGraph.IngestionRun run) => new IngestionRun(run, at)));
    }

    [Description("Actors that may be one, the likeliest first.")]
    public static Connection<MergeSuggestion> MergeSuggestions(IResolveFieldContext context, int? first = null, string? after = null)
    {
        var at = context.Request().At(null);
        return new(Lists.Root(at.Store.MergeSuggestionsAsync, Paging.Forward(first, after, at.Limits), (ClaimGraph.MergeSuggestion suggestion) => new MergeSuggestion(suggestion, at)));
    }
}

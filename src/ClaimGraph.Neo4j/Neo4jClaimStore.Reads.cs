namespace ClaimGraph.Neo4j;

// Reads: by id, and lists.
public sealed partial class Neo4jClaimStore
{
    public Task<IReadOnlyDictionary<string, ClaimCard>> ClaimsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.ClaimsAsync(ids, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, Claim>> ClaimDetailsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => _byId.DetailsAsync(ids, cancellation);

    public Task<IReadOnlyDictionary<string, Source>> SourcesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.SourcesAsync(ids, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, StoredText>> TextsAsync(IReadOnlyCollection<string> sourceIds, CancellationToken cancellation) => _byId.TextsAsync(sourceIds, cancellation);

    public Task<IReadOnlyDictionary<string, ActorCard>> ActorsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.ActorsAsync(ids, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, QuestionCard>> QuestionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.QuestionsAsync(ids, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, PositionCard>> PositionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.PositionsAsync(ids, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, RelationCard>> RelationsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.RelationsAsync(ids, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, Candidate>> CandidatesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.CandidatesAsync(ids, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, Assessment>> AssessmentsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => _byId.AssessmentsAsync(ids, cancellation);

    public Task<IReadOnlyDictionary<string, MergeSuggestion>> MergeSuggestionsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => _byId.SuggestionsAsync(ids, cancellation);

    public Task<IReadOnlyDictionary<string, IngestionRun>> RunsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => _byId.RunsAsync(ids, cancellation);

    public Task<ILookup<string, AttributionStep>> ChainsAsync(IReadOnlyCollection<string> claimIds, CancellationToken cancellation) => _byId.ChainsAsync(claimIds, cancellation);

    public Task<ILookup<string, ActorMention>> MentionsAsync(IReadOnlyCollection<string> claimIds, CancellationToken cancellation) => _byId.MentionsAsync(claimIds, cancellation);

    public Task<ILookup<string, Citation>> CitationsAsync(IReadOnlyCollection<string> sourceIds, CancellationToken cancellation) => _byId.CitationsAsync(sourceIds, cancellation);

    public Task<ILookup<string, Assessment>> AssessmentsOfAsync(IReadOnlyCollection<string> targetIds, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.AssessmentsOfAsync(targetIds, asOf, cancellation);

    public Task<ILookup<string, OriginClaim>> OriginsAsync(IReadOnlyCollection<string> positionIds, DateTimeOffset? asOf, CancellationToken cancellation) => _byId.OriginsAsync(positionIds, asOf, cancellation);

    public Task<ILookup<string, SetApart>> SetApartAsync(IReadOnlyCollection<string> questionIds, CancellationToken cancellation) => _byId.SetApartAsync(questionIds, cancellation);

    public Task<ILookup<string, ActorMerge>> MergesAsync(IReadOnlyCollection<string> actorIds, CancellationToken cancellation) => _byId.MergesAsync(actorIds, cancellation);

    public Task<Page<QuestionCard>> QuestionsAsync(Filter<QuestionFilter>? where, QuestionOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _lists.QuestionsAsync(where, order, page, asOf, cancellation);

    public Task<Page<RelationCard>> RelationsAsync(Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _relations.PageAsync(where, order, page, asOf, cancellation);

    public Task<Page<ClaimCard>> ClaimsAsync(Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _claims.PageAsync(where, order, page, asOf, cancellation);

    public Task<Page<ActorCard>> ActorsAsync(ActorFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => _lists.ActorsAsync(where, page, asOf, cancellation);

    public Task<Page<Source>> SourcesAsync(SourceFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => _lists.SourcesAsync(where, page, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, Page<ClaimCard>>> ClaimsOfAsync(
        ClaimParent parent, IReadOnlyCollection<string> ids, Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _claims.PagesOfAsync(parent, ids, where, order, page, asOf, cancellation);

    public Task<IReadOnlyDictionary<string, Page<RelationCard>>> RelationsOfAsync(
        RelationParent parent, IReadOnlyCollection<string> ids, Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _relations.PagesOfAsync(parent, ids, where, order, page, asOf, cancellation);

    public Task<ILookup<string, PositionCard>> PositionsOfAsync(IReadOnlyCollection<string> questionIds, int first, bool notable, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _byId.PositionsOfAsync(questionIds, first, notable, asOf, cancellation);

    public Task<(IReadOnlyDictionary<RelationKind, int> Kinds, IReadOnlyDictionary<RelationStatus, int> Status)> RelationFacetsAsync(Filter<RelationFilter>? where, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _relations.FacetsAsync(where, asOf, cancellation);

    public Task<Page<SearchHit>> SearchAsync(SearchRequest request, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => _search.PageAsync(request, page, asOf, cancellation);

    public Task<IReadOnlyDictionary<SearchKind, int>> SearchCountsAsync(SearchRequest request, DateTimeOffset? asOf, CancellationToken cancellation) => _search.CountsAsync(request, asOf, cancellation);

    public Task<Page<ReviewItem>> ReviewInboxAsync(ReviewFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => _inbox.PageAsync(where, page, asOf, cancellation);

    public Task<ReviewFacets> ReviewFacetsAsync(ReviewFilter? where, DateTimeOffset? asOf, CancellationToken cancellation) => _inbox.FacetsAsync(where, asOf, cancellation);

    public Task<Page<MergeSuggestion>> MergeSuggestionsAsync(PageRequest page, CancellationToken cancellation) => _inbox.SuggestionsAsync(page, cancellation);

    public Task<Page<IngestionRun>> RunsAsync(PageRequest page, CancellationToken cancellation) => _inbox.RunsAsync(page, cancellation);

    public Task<Graph?> NeighbourhoodAsync(string id, int hops, IReadOnlyCollection<LinkKind>? links, int first, DateTimeOffset? asOf, CancellationToken cancellation) =>
        _graphs.NeighbourhoodAsync(id, hops, links, first, asOf, cancellation);

    public Task<Graph?> PathAsync(string from, string to, int maxLength, DateTimeOffset? asOf, CancellationToken cancellation) => _graphs.PathAsync(from, to, maxLength, asOf, cancellation);

    public IAsyncEnumerable<ExportBatch> ExportAsync(CancellationToken cancellation) => new Exporter(_connection).BatchesAsync(cancellation);

    public async Task<Statistics> StatisticsAsync(CancellationToken cancellation)
    {
        var row = (await _connection.ReadAsync(Query("statistics"), Neo4jJson.Default.StatisticsRow, cancellation))[0];
        int Counter(string name) => (int)(row.Counters.FirstOrDefault(c => c.Name == name)?.By ?? 0);
        return new Statistics(Counter("claims"), row.Questions, Counter("conflicts"), row.Sources, row.Actors, Counter("unreviewed"), Stored.TimeOrNull(row.RecordedUpTo));
    }
}

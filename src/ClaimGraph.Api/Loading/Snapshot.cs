using System.Collections.Concurrent;

namespace ClaimGraph.Api.Loading;

/// <summary>
/// The store as everything below one root field sees it: at one recorded time, with a loader for each kind of look-up, so that a level of a query
/// costs one store call a field. Lives as long as its request, or as the event of a subscription that is told to many.
/// </summary>
/// <param name="asOf">Recorded time; null is now.</param>
/// <param name="shared">For one that several operations share: what ends its reading, since the operation that asks first may be given up before the others.</param>
internal sealed class Snapshot(IClaimStore store, DateTimeOffset? asOf, ApiLimits limits, CancellationToken? shared = null)
{
    private readonly ConcurrentDictionary<object, object> _loaders = new();

    public IClaimStore Store => store;
    public DateTimeOffset? AsOf => asOf;
    public ApiLimits Limits => limits;

    public Loader<ClaimCard> Claims => ById("claims", (ids, stop) => store.ClaimsAsync(ids, asOf, stop));
    public Loader<Claim> ClaimDetails => ById("details", store.ClaimDetailsAsync);
    public Loader<Source> Sources => ById("sources", (ids, stop) => store.SourcesAsync(ids, asOf, stop));
    public Loader<StoredText> Texts => ById("texts", store.TextsAsync);
    public Loader<ActorCard> Actors => ById("actors", (ids, stop) => store.ActorsAsync(ids, asOf, stop));
    public Loader<QuestionCard> Questions => ById("questions", (ids, stop) => store.QuestionsAsync(ids, asOf, stop));
    public Loader<PositionCard> Positions => ById("positions", (ids, stop) => store.PositionsAsync(ids, asOf, stop));
    public Loader<RelationCard> Relations => ById("relations", (ids, stop) => store.RelationsAsync(ids, asOf, stop));
    public Loader<Candidate> Candidates => ById("candidates", (ids, stop) => store.CandidatesAsync(ids, asOf, stop));
    public Loader<Assessment> Assessments => ById("assessments", store.AssessmentsAsync);
    public Loader<MergeSuggestion> MergeSuggestions => ById("suggestions", store.MergeSuggestionsAsync);
    public Loader<IngestionRun> Runs => ById("runs", store.RunsAsync);

    public Loader<IReadOnlyList<AttributionStep>> Chains => ManyById("chains", store.ChainsAsync);
    public Loader<IReadOnlyList<ActorMention>> Mentions => ManyById("mentions", store.MentionsAsync);
    /// <summary>Every citation within reach of a source, itself and further ones: what counting origins and finding circles needs.</summary>
    public Loader<Reach> Reaches => ById("reaches", CitationReachAsync);
    public Loader<IReadOnlyList<Assessment>> AssessmentsOf => ManyById("assessmentsOf", (ids, stop) => store.AssessmentsOfAsync(ids, asOf, stop));
    public Loader<IReadOnlyList<OriginClaim>> Origins => ManyById("origins", (ids, stop) => store.OriginsAsync(ids, asOf, stop));
    public Loader<IReadOnlyList<SetApart>> SetApart => ManyById("setApart", store.SetApartAsync);
    public Loader<IReadOnlyList<ActorMerge>> Merges => ManyById("merges", store.MergesAsync);

    /// <summary>The positions of questions, at most <paramref name="first"/> each.</summary>
    public Loader<IReadOnlyList<PositionCard>> PositionsOf(int first, bool notable) =>
        ManyById((first, notable), (ids, stop) => store.PositionsOfAsync(ids, first, notable, asOf, stop));

    /// <summary>A page of claims for each of many parents.</summary>
    /// <param name="key">Equal for the nodes of one field: what the caller asks with.</param>
    public Loader<Page<ClaimCard>> ClaimsOf(ClaimParent parent, object? key, Func<Filter<ClaimFilter>?> where, ClaimOrder order, PageRequest page) =>
        ById((parent, key, order, page), (ids, stop) => store.ClaimsOfAsync(parent, ids, where(), order, page, asOf, stop));

    /// <summary>A page of relations for each of many parents.</summary>
    public Loader<Page<RelationCard>> RelationsOf(RelationParent parent, object? key, Func<Filter<RelationFilter>?> where, RelationOrder order, PageRequest page) =>
        ById((parent, key, order, page), (ids, stop) => store.RelationsOfAsync(parent, ids, where(), order, page, asOf, stop));

    /// <summary>A list that hangs on nothing but its own request: read once for the fields that ask for it.</summary>
    public static Loader<Page<T>> List<T>(Func<CancellationToken, Task<Page<T>>> read) =>
        new(async (keys, stop) => new Dictionary<string, Page<T>> { [keys.First()] = await read(stop).ConfigureAwait(false) });

    private Loader<T> ById<T>(object name, Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, T>>> fetch) where T : class =>
        (Loader<T>)_loaders.GetOrAdd(name, static (_, read) => new Loader<T>(read), shared is { } end ? (ids, _) => fetch(ids, end) : fetch);

    private Loader<IReadOnlyList<T>> ManyById<T>(object name, Func<IReadOnlyCollection<string>, CancellationToken, Task<ILookup<string, T>>> fetch) =>
        (Loader<IReadOnlyList<T>>)_loaders.GetOrAdd(name, static (_, read) => new Loader<IReadOnlyList<T>>(async (ids, stop) =>
        {
            var found = await read(ids, stop).ConfigureAwait(false);
            return ids.ToDictionary(id => id, id => (IReadOnlyList<T>)[.. found[id]], StringComparer.Ordinal);
        }), shared is { } end ? (ids, _) => fetch(ids, end) : fetch);

    private async Task<IReadOnlyDictionary<string, Reach>> CitationReachAsync(IReadOnlyCollection<string> sourceIds, CancellationToken cancellation)
    {
        var reach = new Reach(await store.CitationsAsync(sourceIds, cancellation).ConfigureAwait(false));
        return sourceIds.ToDictionary(id => id, _ => reach, StringComparer.Ordinal);
    }
}

/// <summary>Citations by the source that they leave, as far as they reach from the sources of one level of a query.</summary>
internal sealed record Reach(ILookup<string, Citation> Citations)
{
    public static readonly Reach Nothing = new(Array.Empty<Citation>().ToLookup(c => c.FromId));
}

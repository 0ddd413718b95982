using ClaimGraph.Comparison;
using ClaimGraph.Comparison.Actors;

namespace ClaimGraph;

/// <summary>
/// The one port to the stores. Set-based: a read takes many ids and answers many, so that a page of any depth costs one call a level.
/// Every method is cancellable and may throw <see cref="StoreException"/>. <c>asOf</c> is recorded time: what was stored and in force then; null is now.
/// Reads by id answer in no fixed order and leave out what does not exist.
/// </summary>
public interface IClaimStore : IClaimWriter, IClaimsById, IClaimLists, IClaimGraph, IGraphTransfer, IAsyncDisposable
{
    /// <summary>"sqlite" or "neo4j", for messages and health.</summary>
    string Name { get; }

    /// <summary>Creates or migrates the schema. Idempotent; safe against a second migrator.</summary>
    /// <returns>True where the store was new.</returns>
    Task<bool> MigrateAsync(CancellationToken cancellation);

    /// <summary>Answers within a second or throws: for readiness.</summary>
    Task PingAsync(CancellationToken cancellation);
}

/// <summary>A document as the store knows it.</summary>
public sealed record StoredDocument(string Document, string SourceId, int Version, string ContentHash);

/// <summary>A stored claim as comparison sees it, with where it stands now.</summary>
public sealed record BlockClaim(Claim Claim, SourceCard Source, IReadOnlyList<uint> Signature, string? QuestionId, string? PositionId, string? QuestionKey);

/// <summary>
/// One state of some blocks: every claim in force in them (up to the cap asked for: beyond it, the nearest in time to the days asked for in each position), the relations and
/// candidates among those claims, and the revision of each block.
/// </summary>
public sealed record BlockState(
    IReadOnlyDictionary<string, long> Revisions,
    IReadOnlyList<BlockClaim> Claims,
    IReadOnlyList<Relation> Relations,
    IReadOnlyList<Candidate> Candidates,
    IReadOnlyList<ScopeVerdict> ScopeVerdicts);

/// <summary>A person's "different scope" on a pair of claims: it holds for the positions that the two are in, so that no member of one makes a relation with a member of the other.</summary>
/// <param name="PositionA">Where the claim stands now; null where it has no position.</param>
public sealed record ScopeVerdict(string ClaimA, string ClaimB, string? PositionA, string? PositionB);

/// <summary>An article with its comparison, to be written whole or not at all.</summary>
/// <param name="Revisions">The revisions of the blocks that it was compared with; another now means stale.</param>
/// <param name="Expected">The version that it was compared against as the document's current one; null for a new document.</param>
public sealed record ArticleWrite(Reading Reading, Grouping Grouping, IReadOnlyDictionary<string, long> Revisions, StoredDocument? Expected, string? RunId = null);

/// <summary>What became of an article: stored; the same content was there; what it was compared with has moved on; or it could not be written, and nothing of it was.</summary>
public enum WriteResult { Stored, Unchanged, Stale, Refused }

/// <param name="Sequence">The number of its change in the feed; 0 where nothing was written.</param>
public sealed record WriteOutcome(WriteResult Result, string SourceId, long Sequence, int Conflicts)
{
    /// <summary>With <see cref="WriteResult.Refused"/>: why, for the log.</summary>
    public Exception? Fault { get; init; }

    /// <summary>Whether a fault lies in what was to be written, so that other articles can be: a value that does not fit, a fault of ours; not a lock, a disk or a lost connection.</summary>
    public static bool IsOfOneArticle(Exception fault) => fault is StoreException { Failure: StoreFailure.Refused } or not (StoreException or OperationCanceledException or OutOfMemoryException);

    public static WriteOutcome Refused(ArticleWrite article, Exception fault) => new(WriteResult.Refused, article.Reading.Source.Id, 0, 0) { Fault = fault };
}

/// <summary>One entry of the feed of changes, appended in the transaction that it tells of. Numbers have no gap.</summary>
/// <param name="Relations">Ids of relations added or rewritten.</param>
/// <param name="Conflicts">Those of them that were never a conflict in force before, and are since this change: a relation stands here in one change at most.</param>
public sealed record Change(long Sequence, DateTimeOffset At, string? SourceId, string? AssessmentId, IReadOnlyList<string> Relations, IReadOnlyList<string> Conflicts, string? RunId);

public enum AssessResult { Done, NotFound, SomebodyWasQuicker, Refused }

/// <param name="Latest">With <see cref="AssessResult.SomebodyWasQuicker"/>: the verdict that came before.</param>
/// <param name="Why">With <see cref="AssessResult.Refused"/>: the reason, for the reader.</param>
public sealed record AssessOutcome(AssessResult Result, Assessment? Assessment = null, Assessment? Latest = null, string? Why = null);

/// <summary>A verdict to be stored.</summary>
/// <param name="ExpectedVersion">The target's version that the person saw; null where the target has none (claims).</param>
/// <param name="Kind">For a confirmed candidate: another kind than the one proposed.</param>
public sealed record AssessmentRequest(string TargetId, Verdict Verdict, string By, string? Reason, int? ExpectedVersion, RelationKind? Kind = null);

public interface IClaimWriter
{
    /// <summary>The current version of each document that is known.</summary>
    Task<IReadOnlyDictionary<string, StoredDocument>> DocumentsAsync(IReadOnlyCollection<string> documents, CancellationToken cancellation);

    /// <summary>Reads blocks in one consistent state.</summary>
    /// <param name="around">Days that matter where a block exceeds <paramref name="cap"/>.</param>
    Task<BlockState> BlocksAsync(IReadOnlyCollection<string> blocks, IReadOnlyCollection<DateOnly> around, int cap, CancellationToken cancellation);

    /// <summary>
    /// Actors in the store that share one of the keys of names (<see cref="SameActor.KeysOf"/>). Of a key that very many have, only some; merged ones answer for themselves.
    /// </summary>
    Task<IReadOnlyList<Actor>> ActorsNamedLikeAsync(IReadOnlyCollection<string> nameKeys, CancellationToken cancellation);

    /// <summary>
    /// Writes articles, each whole or not at all, under one commit; returns after the commit, in the order given. One that cannot be written is
    /// refused and leaves its neighbours alone.
    /// </summary>
    /// <exception cref="StoreException">The store cannot write at all.</exception>
    Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<ArticleWrite> articles, CancellationToken cancellation);

    /// <summary>
    /// Appends a verdict on a relation, candidate, claim or merge suggestion and applies it: status, kind, conflict, counters, projections, feed, in one transaction.
    /// Confirming a candidate stores its relation. SamePerson merges the actors of a suggestion. Misread and NotAClaim withdraw the claim from lists and counters.
    /// </summary>
    Task<AssessOutcome> AssessAsync(AssessmentRequest request, CancellationToken cancellation);

    /// <summary>Undoes one assessment (or merge, by its assessment) and restores what it changed.</summary>
    Task<AssessOutcome> UndoAsync(string assessmentId, string by, string? reason, CancellationToken cancellation);

    /// <summary>Stores the state of an ingestion run, new or newer.</summary>
    Task SaveRunAsync(IngestionRun run, CancellationToken cancellation);

    /// <summary>Changes after a number, oldest first.</summary>
    Task<IReadOnlyList<Change>> ChangesAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>How many verdicts a person has given since a time, undone ones included.</summary>
    Task<int> AssessmentCountAsync(string by, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>The last number of the feed; 0 for an empty store. Cheap enough to be asked often.</summary>
    Task<long> LastChangeAsync(CancellationToken cancellation);

    /// <summary>Computes every counter and projection anew from the rows that they summarise.</summary>
    Task RebuildAsync(IProgress<string>? progress, CancellationToken cancellation);
}

public interface IClaimsById
{
    Task<IReadOnlyDictionary<string, ClaimCard>> ClaimsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>The whole stored records, for a claim's own page, export and explain.</summary>
    Task<IReadOnlyDictionary<string, Claim>> ClaimDetailsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, Source>> SourcesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>The stored text of articles, with furniture and notices.</summary>
    Task<IReadOnlyDictionary<string, StoredText>> TextsAsync(IReadOnlyCollection<string> sourceIds, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, ActorCard>> ActorsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>A question that was merged into another answers with the survivor, under the id asked for.</summary>
    Task<IReadOnlyDictionary<string, QuestionCard>> QuestionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, PositionCard>> PositionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, RelationCard>> RelationsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, Candidate>> CandidatesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, Assessment>> AssessmentsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, MergeSuggestion>> MergeSuggestionsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    Task<IReadOnlyDictionary<string, IngestionRun>> RunsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation);

    /// <summary>The attribution steps of claims, in order.</summary>
    Task<ILookup<string, AttributionStep>> ChainsAsync(IReadOnlyCollection<string> claimIds, CancellationToken cancellation);

    Task<ILookup<string, ActorMention>> MentionsAsync(IReadOnlyCollection<string> claimIds, CancellationToken cancellation);

    /// <summary>Every <c>CITES</c> edge within eight hops of the sources, by the source that it leaves; cycle-safe.</summary>
    Task<ILookup<string, Citation>> CitationsAsync(IReadOnlyCollection<string> sourceIds, CancellationToken cancellation);

    /// <summary>The history of verdicts on relations, candidates, claims or suggestions, oldest first.</summary>
    Task<ILookup<string, Assessment>> AssessmentsOfAsync(IReadOnlyCollection<string> targetIds, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>Claims of positions as counting origins needs them, at most 1,000 a position.</summary>
    Task<ILookup<string, OriginClaim>> OriginsAsync(IReadOnlyCollection<string> positionIds, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<ILookup<string, SetApart>> SetApartAsync(IReadOnlyCollection<string> questionIds, CancellationToken cancellation);

    /// <summary>Merges in force, by the actor that survived.</summary>
    Task<ILookup<string, ActorMerge>> MergesAsync(IReadOnlyCollection<string> actorIds, CancellationToken cancellation);
}

public sealed record StoredText(string SourceId, string Text, IReadOnlyList<Span> Furniture, IReadOnlyList<SourceNotice> Notices);

public enum ClaimParent { Question, Position, Source, Actor }

public enum RelationParent { Question, Claim }

/// <summary>One hit of a search: the kind, the id, and for claims the card.</summary>
public sealed record SearchHit(SearchKind Kind, string Id, string Text, IReadOnlyList<Span> Highlights);

public sealed record SearchRequest(string Text, IReadOnlyList<SearchKind> Kinds)
{
    public IReadOnlyList<string>? Speakers { get; init; }
    public IReadOnlyList<string>? Outlets { get; init; }
    public DateOnly? AssertedFrom { get; init; }
    public DateOnly? AssertedTo { get; init; }
    public IReadOnlyList<DatePrecision>? Precision { get; init; }
}

/// <summary>One item of the review inbox: exactly one member is set.</summary>
public sealed record ReviewItem(RelationCard? Relation, Candidate? Candidate, MergeSuggestion? Suggestion);

/// <summary>How many items of each kind wait; a kind of relation with none is left out.</summary>
public sealed record ReviewFacets(IReadOnlyDictionary<RelationKind, int> Relations, int Candidates, int Merges);

public sealed record Statistics(int Claims, int Questions, int Conflicts, int Sources, int Actors, int Unreviewed, DateTimeOffset? RecordedUpTo);

public interface IClaimLists
{
    Task<Page<QuestionCard>> QuestionsAsync(Filter<QuestionFilter>? where, QuestionOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<Page<RelationCard>> RelationsAsync(Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<Page<ClaimCard>> ClaimsAsync(Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<Page<ActorCard>> ActorsAsync(ActorFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<Page<Source>> SourcesAsync(SourceFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<Page<SearchHit>> SearchAsync(SearchRequest request, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>Hits by kind, each counted to 10,000.</summary>
    Task<IReadOnlyDictionary<SearchKind, int>> SearchCountsAsync(SearchRequest request, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>What waits for a person, in the order of how much hangs on it.</summary>
    Task<Page<ReviewItem>> ReviewInboxAsync(ReviewFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>What waits by kind, each counted to 10,000.</summary>
    Task<ReviewFacets> ReviewFacetsAsync(ReviewFilter? where, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<Page<MergeSuggestion>> MergeSuggestionsAsync(PageRequest page, CancellationToken cancellation);

    Task<Page<IngestionRun>> RunsAsync(PageRequest page, CancellationToken cancellation);

    /// <summary>The claims of each of many parents, each with a page of its own from the same request.</summary>
    Task<IReadOnlyDictionary<string, Page<ClaimCard>>> ClaimsOfAsync(ClaimParent parent, IReadOnlyCollection<string> ids, Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>The relations of each of many parents; of a claim: those on either side.</summary>
    Task<IReadOnlyDictionary<string, Page<RelationCard>>> RelationsOfAsync(RelationParent parent, IReadOnlyCollection<string> ids, Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>The positions of questions in time order, at most <paramref name="first"/> each.</summary>
    /// <param name="notable">Only the oldest, those in conflict, and the latest.</param>
    Task<ILookup<string, PositionCard>> PositionsOfAsync(IReadOnlyCollection<string> questionIds, int first, bool notable, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>So many relations of a list are counted by kind and by status at least, where stores keep no counters for it; a sum as high as this may be higher in truth.</summary>
    const int FacetsCounted = 2_000;

    /// <summary>Counts of a list of relations by kind and by status: the facets beside it. Whole where kind and status alone are filtered, else of the first <see cref="FacetsCounted"/> or more.</summary>
    Task<(IReadOnlyDictionary<RelationKind, int> Kinds, IReadOnlyDictionary<RelationStatus, int> Status)> RelationFacetsAsync(Filter<RelationFilter>? where, DateTimeOffset? asOf, CancellationToken cancellation);

    Task<Statistics> StatisticsAsync(CancellationToken cancellation);
}

public enum NodeKind { Claim, Source, Actor, Question }

public enum LinkKind { Contradicts, Supersedes, Refines, Corroborates, Answers, AppearsIn, AttributedTo, Mentions, Cites, PublishedBy }

public sealed record GraphNode(string Id, string Label, NodeKind Kind, string? Sub, DateOnly? At);

public sealed record GraphLink(string From, string To, LinkKind Kind, double? Confidence, string? Source, RelationStatus? Status, bool Directed);

/// <param name="Total">Nodes within reach before the cut, counted to 10,000.</param>
public sealed record Graph(IReadOnlyList<GraphNode> Nodes, IReadOnlyList<GraphLink> Links, int Total, IReadOnlyDictionary<LinkKind, (int Shown, int Total)> Counts);

public interface IClaimGraph
{
    /// <summary>What hangs together around a node: most certain links first, at most <paramref name="first"/> nodes.</summary>
    /// <returns>Null where the id is unknown.</returns>
    Task<Graph?> NeighbourhoodAsync(string id, int hops, IReadOnlyCollection<LinkKind>? links, int first, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>A shortest path, or null where there is none within <paramref name="maxLength"/> links.</summary>
    Task<Graph?> PathAsync(string from, string to, int maxLength, DateTimeOffset? asOf, CancellationToken cancellation);

    /// <summary>Everything in force, streamed in batches for export: documents with text, then what was decided about their claims.</summary>
    IAsyncEnumerable<ExportBatch> ExportAsync(CancellationToken cancellation);
}

/// <summary>A slice of an export; a reader takes the lists in the order given.</summary>
public sealed record ExportBatch
{
    public IReadOnlyList<Source> Sources { get; init; } = [];
    public IReadOnlyList<Actor> Actors { get; init; } = [];
    public IReadOnlyList<(Claim Claim, string? QuestionId, string? PositionId)> Claims { get; init; } = [];
    public IReadOnlyList<Relation> Relations { get; init; } = [];
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];
}

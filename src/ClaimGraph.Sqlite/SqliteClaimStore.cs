using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace ClaimGraph.Sqlite;

/// <summary>
/// The embedded store: one SQLite file in WAL mode. Each method is one transaction; reads run on the caller's thread while a reader is free, writes take turns. Safe for many threads,
/// and for several processes on one file.
/// </summary>
public sealed class SqliteClaimStore : IClaimStore
{
    private readonly SqliteOptions _options;
    private readonly Connections _connections;
    private readonly BlockReader _blocks = new();

    static SqliteClaimStore()
    {
        SQLitePCL.Batteries_V2.Init();
        // Each connection is used by one thread at a time, and nobody reads SQLite's own statistics: its locks around either are saved (https://sqlite.org/threadsafe.html).
        // An application that used SQLite before keeps its own settings, which are as safe.
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public SqliteClaimStore(SqliteOptions options)
    {
        _options = options;
        _connections = new Connections(options);
    }

    public string Name => "sqlite";

    private long Now => _options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<bool> MigrateAsync(CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(() => Schema.Migrate(_options), cancellation);
        }
        catch (SqliteException failure)
        {
            throw Failures.Of(failure, _options.Path, cancellation);
        }
    }

    public Task PingAsync(CancellationToken cancellation) => Read(db => db.Prepare("SELECT n FROM counter WHERE name = 'claims'").RunForInt(), cancellation);

    // Writing

    public Task<IReadOnlyDictionary<string, StoredDocument>> DocumentsAsync(IReadOnlyCollection<string> documents, CancellationToken cancellation) =>
        Read(db => ById.Documents(db, documents), cancellation);

    public Task<IReadOnlyList<Actor>> ActorsNamedLikeAsync(IReadOnlyCollection<string> nameKeys, CancellationToken cancellation) => Read(db => Actors.NamedLike(db, nameKeys), cancellation);

    public Task<BlockState> BlocksAsync(IReadOnlyCollection<string> blocks, IReadOnlyCollection<DateOnly> around, int cap, CancellationToken cancellation) =>
        Read(db => _blocks.Read(db, blocks, around, cap), cancellation);

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<ArticleWrite> articles, CancellationToken cancellation) =>
        _connections.WriteAsync<IReadOnlyList<WriteOutcome>>(db => [.. articles.Select(a => WriteOne(db, a))], cancellation);

    /// <summary>Each article in a savepoint of its own, so that one that cannot be written takes nothing else with it.</summary>
    private WriteOutcome WriteOne(Connection db, ArticleWrite article)
    {
        db.Run("SAVEPOINT article");
        try
        {
            var outcome = new ArticleWriter(db, Now).Write(article);
            db.Run("RELEASE article");
            return outcome;
        }
        catch (Exception fault) when (db.InTransaction && Failures.IsOfOneArticle(fault))
        {
            db.Run("ROLLBACK TO article");
            db.Run("RELEASE article");
            return WriteOutcome.Refused(article, fault);
        }
    }

    public Task<AssessOutcome> AssessAsync(AssessmentRequest request, CancellationToken cancellation) =>
        _connections.WriteAsync(db => new Assessor(db, Now).Assess(request), cancellation);

    public Task<AssessOutcome> UndoAsync(string assessmentId, string by, string? reason, CancellationToken cancellation) =>
        _connections.WriteAsync(db => new Assessor(db, Now).Undo(assessmentId, by, reason), cancellation);

    public Task SaveRunAsync(IngestionRun run, CancellationToken cancellation) => _connections.WriteAsync(db =>
    {
        db.Prepare("INSERT INTO run(ext, started_at, json) VALUES(?, ?, ?) ON CONFLICT(ext) DO UPDATE SET json = excluded.json").Add(run.Id).Add(run.StartedAt.ToUnixTimeMilliseconds()).Add(ClaimJson.Write(run)).Run();
        return true;
    }, cancellation);

    public Task<IReadOnlyList<Change>> ChangesAsync(long after, int limit, CancellationToken cancellation) => Read(db => Feed.After(db, after, limit), cancellation);

    public Task<int> AssessmentCountAsync(string by, DateTimeOffset since, CancellationToken cancellation) => Read(db => Verdicts.CountSince(db, by, since), cancellation);

    public Task<long> LastChangeAsync(CancellationToken cancellation) => Read(Feed.Last, cancellation);

    public Task RebuildAsync(IProgress<string>? progress, CancellationToken cancellation) => _connections.WriteAsync(db =>
    {
        Rebuild.All(db, progress, cancellation);
        return true;
    }, cancellation);

    /// <summary>Lets SQLite look at how its tables are filled (ANALYZE) and empties the log into the file: after a bulk load.</summary>
    public Task OptimiseAsync(CancellationToken cancellation) => _connections.WithWriterAsync(db => db.Script("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)"), cancellation);

    // By id

    public Task<IReadOnlyDictionary<string, ClaimCard>> ClaimsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => ById.Claims(db, ids, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, Claim>> ClaimDetailsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => Read(db => ById.Details(db, ids), cancellation);

    public Task<IReadOnlyDictionary<string, Source>> SourcesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Sources.ById(db, ids, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, StoredText>> TextsAsync(IReadOnlyCollection<string> sourceIds, CancellationToken cancellation) => Read(db => ById.Texts(db, sourceIds), cancellation);

    public Task<IReadOnlyDictionary<string, ActorCard>> ActorsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Actors.ById(db, ids, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, QuestionCard>> QuestionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Questions.ById(db, ids, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, PositionCard>> PositionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Positions.ById(db, ids, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, RelationCard>> RelationsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => ById.Relations(db, ids, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, Candidate>> CandidatesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => ById.Candidates(db, ids, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, Assessment>> AssessmentsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        Read<IReadOnlyDictionary<string, Assessment>>(db => Verdicts.ById(db, ids), cancellation);

    public Task<IReadOnlyDictionary<string, MergeSuggestion>> MergeSuggestionsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => Read(db => Inbox.SuggestionsById(db, ids), cancellation);

    public Task<IReadOnlyDictionary<string, IngestionRun>> RunsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => Read(db => ById.Runs(db, ids), cancellation);

    public Task<ILookup<string, AttributionStep>> ChainsAsync(IReadOnlyCollection<string> claimIds, CancellationToken cancellation) => Read(db => Attributions.Chains(db, claimIds), cancellation);

    public Task<ILookup<string, ActorMention>> MentionsAsync(IReadOnlyCollection<string> claimIds, CancellationToken cancellation) => Read(db => Attributions.Mentions(db, claimIds), cancellation);

    public Task<ILookup<string, Citation>> CitationsAsync(IReadOnlyCollection<string> sourceIds, CancellationToken cancellation) => Read(db => Attributions.Citations(db, sourceIds), cancellation);

    public Task<ILookup<string, Assessment>> AssessmentsOfAsync(IReadOnlyCollection<string> targetIds, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Verdicts.Of(db, targetIds, asOf), cancellation);

    public Task<ILookup<string, OriginClaim>> OriginsAsync(IReadOnlyCollection<string> positionIds, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Positions.Origins(db, positionIds, asOf), cancellation);

    public Task<ILookup<string, SetApart>> SetApartAsync(IReadOnlyCollection<string> questionIds, CancellationToken cancellation) => Read(db => Questions.SetApart(db, questionIds), cancellation);

    public Task<ILookup<string, ActorMerge>> MergesAsync(IReadOnlyCollection<string> actorIds, CancellationToken cancellation) => Read(db => ActorMerges.Of(db, actorIds), cancellation);

    // Lists

    public Task<Page<QuestionCard>> QuestionsAsync(Filter<QuestionFilter>? where, QuestionOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => Questions.Page(db, where, order, page, asOf), cancellation);

    public Task<Page<RelationCard>> RelationsAsync(Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => RelationLists.Page(db, where, order, page, asOf), cancellation);

    public Task<Page<ClaimCard>> ClaimsAsync(Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => ClaimLists.Page(db, where, order, page, asOf), cancellation);

    public Task<Page<ActorCard>> ActorsAsync(ActorFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Actors.Page(db, where, page, asOf), cancellation);

    public Task<Page<Source>> SourcesAsync(SourceFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Sources.Page(db, where, page, asOf), cancellation);

    public Task<Page<SearchHit>> SearchAsync(SearchRequest request, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Search.Page(db, request, page, asOf), cancellation);

    public Task<IReadOnlyDictionary<SearchKind, int>> SearchCountsAsync(SearchRequest request, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Search.Counts(db, request, asOf), cancellation);

    public Task<Page<ReviewItem>> ReviewInboxAsync(ReviewFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Inbox.Page(db, where, page, asOf), cancellation);

    public Task<ReviewFacets> ReviewFacetsAsync(ReviewFilter? where, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Inbox.Facets(db, where, asOf), cancellation);

    public Task<Page<MergeSuggestion>> MergeSuggestionsAsync(PageRequest page, CancellationToken cancellation) => Read(db => Inbox.OpenSuggestions(db, page), cancellation);

    public Task<Page<IngestionRun>> RunsAsync(PageRequest page, CancellationToken cancellation) => Read(db => Inbox.RunPage(db, page), cancellation);

    public Task<IReadOnlyDictionary<string, Page<ClaimCard>>> ClaimsOfAsync(ClaimParent parent, IReadOnlyCollection<string> ids, Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => ClaimLists.PagesOf(db, parent, ids, where, order, page, asOf), cancellation);

    public Task<IReadOnlyDictionary<string, Page<RelationCard>>> RelationsOfAsync(RelationParent parent, IReadOnlyCollection<string> ids, Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => RelationLists.PagesOf(db, parent, ids, where, order, page, asOf), cancellation);

    public Task<ILookup<string, PositionCard>> PositionsOfAsync(IReadOnlyCollection<string> questionIds, int first, bool notable, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => Positions.OfQuestions(db, questionIds, first, notable, asOf), cancellation);

    public Task<(IReadOnlyDictionary<RelationKind, int> Kinds, IReadOnlyDictionary<RelationStatus, int> Status)> RelationFacetsAsync(Filter<RelationFilter>? where, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => Facets.Of(db, where, asOf), cancellation);

    public Task<Statistics> StatisticsAsync(CancellationToken cancellation) => Read(Counters.All, cancellation);

    // Graph

    public Task<Graph?> NeighbourhoodAsync(string id, int hops, IReadOnlyCollection<LinkKind>? links, int first, DateTimeOffset? asOf, CancellationToken cancellation) =>
        Read(db => Graphs.Neighbourhood(db, id, hops, links, first, asOf), cancellation);

    public Task<Graph?> PathAsync(string from, string to, int maxLength, DateTimeOffset? asOf, CancellationToken cancellation) => Read(db => Graphs.Path(db, from, to, maxLength, asOf), cancellation);

    public async IAsyncEnumerable<ExportBatch> ExportAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // Rows of this millisecond may still be coming; those before are all there.
        var until = _options.TimeProvider.GetUtcNow();
        await Task.Yield();
        await foreach (var batch in Exporter.Batches(read => Read(read, cancellation), until)) yield return batch;
    }

    // Copying

    public Task<IReadOnlyList<Kept>> ReadPartAsync(GraphPart part, string reached, int most, CancellationToken cancellation) => Read(db => KeptReader.Read(db, part, reached, most), cancellation);

    public Task<CopyMark?> CopyMarkAsync(CancellationToken cancellation) => Read(CopyMarks.Read, cancellation);

    public Task BeginCopyAsync(CopyMark mark, CancellationToken cancellation) => _connections.WriteAsync(db =>
    {
        CopyMarks.Begin(db, mark);
        return true;
    }, cancellation);

    public Task TakeAsync(CopyMark mark, IReadOnlyList<Kept> page, CopyMark moved, CancellationToken cancellation) => _connections.WriteAsync(db =>
    {
        if (CopyMarks.Read(db) != mark) return false;
        new KeptWriter(db).Write(page);
        CopyMarks.Write(db, moved);
        return true;
    }, cancellation);

    public Task EndCopyAsync(IProgress<string>? progress, CancellationToken cancellation) => _connections.WriteAsync(db =>
    {
        KeptWriter.Finish(db);
        Rebuild.All(db, progress, cancellation);
        CopyMarks.Remove(db);
        return true;
    }, cancellation);

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private Task<T> Read<T>(Func<Connection, T> read, CancellationToken cancellation) => _connections.ReadAsync(read, cancellation);
}

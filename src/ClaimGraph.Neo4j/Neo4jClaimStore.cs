using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>
/// The scale-out store: the graph in Neo4j, reached over its HTTP Query API. Nothing is opened before the first call, so a process may start before its database does.
/// Several processes may share one database. The statements are in <c>cypher/queries</c>.
/// </summary>
public sealed partial class Neo4jClaimStore : IClaimStore
{
    private readonly Connection _connection;
    private readonly ById _byId;
    private readonly Blocks _blocks;
    private readonly ClaimLists _claims;
    private readonly RelationLists _relations;
    private readonly OtherLists _lists;
    private readonly Inbox _inbox;
    private readonly Search _search;
    private readonly Graphs _graphs;

    /// <exception cref="StoreException">The options cannot be used: no HTTP address, an unreadable authority file.</exception>
    public Neo4jClaimStore(Neo4jOptions options)
    {
        _connection = new Connection(options);
        _byId = new ById(_connection);
        _blocks = new Blocks(_connection);
        _claims = new ClaimLists(_connection);
        _relations = new RelationLists(_connection);
        _lists = new OtherLists(_connection);
        _inbox = new Inbox(_connection, _byId);
        _search = new Search(_connection);
        _graphs = new Graphs(_connection);
    }

    public string Name => "neo4j";

    public Task<bool> MigrateAsync(CancellationToken cancellation) => new Migrator(_connection).RunAsync(cancellation);

    public async Task PingAsync(CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            await _connection.AskAsync(new Statement("RETURN 1"), Neo4jJson.Default.Int64, deadline.Token);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreException(StoreFailure.Timeout, $"Neo4j at {_connection.Server} did not answer within a second.", mayRetry: true, e);
        }
    }

    public async Task<IReadOnlyDictionary<string, StoredDocument>> DocumentsAsync(IReadOnlyCollection<string> documents, CancellationToken cancellation) =>
        (await _connection.ReadAsync(Query("documents", ("documents", documents.ToList())), Neo4jJson.Default.DocumentRow, cancellation))
            .ToDictionary(d => d.Id, d => new StoredDocument(d.Id, d.SourceId!, d.Version, d.ContentHash ?? ""), StringComparer.Ordinal);

    public async Task<IReadOnlyList<Actor>> ActorsNamedLikeAsync(IReadOnlyCollection<string> nameKeys, CancellationToken cancellation)
    {
        const int mostKeys = 200, mostActors = 1000;
        var actors = new Dictionary<string, Actor>(StringComparer.Ordinal);
        // The index takes a bounded number of words in one question.
        foreach (var keys in nameKeys.Chunk(mostKeys))
            foreach (var row in await _connection.ReadAsync(Query("actors-named-like", ("keys", string.Join(' ', keys)), ("most", mostActors)), Neo4jJson.Default.NamedActorRow, cancellation))
                actors.TryAdd(row.Id, row.ToActor());
        return [.. actors.Values];
    }

    public Task<BlockState> BlocksAsync(IReadOnlyCollection<string> blocks, IReadOnlyCollection<DateOnly> around, int cap, CancellationToken cancellation) =>
        _blocks.ReadAsync(blocks, around, cap, cancellation);

    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<ArticleWrite> articles, CancellationToken cancellation)
    {
        // One statement an article: it is atomic by itself, and what was written before a failure stays written, as after a crash.
        var outcomes = new List<WriteOutcome>(articles.Count);
        foreach (var article in articles) outcomes.Add(await WriteOneAsync(article, cancellation));
        return outcomes;
    }

    private async Task<WriteOutcome> WriteOneAsync(ArticleWrite article, CancellationToken cancellation)
    {
        try
        {
            return await new ArticlePlan(_connection, article).RunAsync(cancellation);
        }
        catch (Exception fault) when (WriteOutcome.IsOfOneArticle(fault))
        {
            return WriteOutcome.Refused(article, fault);
        }
    }

    public Task<AssessOutcome> AssessAsync(AssessmentRequest request, CancellationToken cancellation) =>
        request.TargetId.StartsWith(Ids.SuggestionPrefix, StringComparison.Ordinal)
            ? new MergePlan(_connection, _byId).AssessAsync(request, cancellation)
            : VerdictPlan.AssessAsync(_connection, _byId, request, cancellation);

    public async Task<AssessOutcome> UndoAsync(string assessmentId, string by, string? reason, CancellationToken cancellation)
    {
        if (await _connection.ReadAsync(Query("verdict", ("id", assessmentId)), Neo4jJson.Default.AppendedRow, cancellation) is not [var verdict]) return new AssessOutcome(AssessResult.NotFound);
        if (verdict.Undone) return new AssessOutcome(AssessResult.Refused, Why: "This verdict has been undone already.");
        if (verdict.Before is not null && verdict.HasLater) return new AssessOutcome(AssessResult.Refused, Why: "A later verdict on the same thing stands on this one. Undo that one first.");
        return verdict.TargetId.StartsWith(Ids.SuggestionPrefix, StringComparison.Ordinal)
            ? await new MergePlan(_connection, _byId).UndoAsync(verdict, by, reason, cancellation)
            : await VerdictPlan.UndoAsync(_connection, _byId, verdict, by, reason, cancellation);
    }

    public Task SaveRunAsync(IngestionRun run, CancellationToken cancellation) =>
        _connection.WriteAsync(Query("save-run", ("id", run.Id), ("sortKey", $"{Stored.Time(run.StartedAt)}_{run.Id}"), ("json", ClaimJson.Write(run))), Neo4jJson.Default.JsonElement, cancellation);

    public async Task<IReadOnlyList<Change>> ChangesAsync(long after, int limit, CancellationToken cancellation) =>
        [.. (await _connection.ReadAsync(Query("changes", ("after", after), ("limit", limit)), Neo4jJson.Default.ChangeRow, cancellation))
            .Select(r => new Change(r.Sequence, Stored.Time(r.At), r.SourceId, r.AssessmentId, r.Relations ?? [], r.Conflicts ?? [], r.RunId))];

    public async Task<int> AssessmentCountAsync(string by, DateTimeOffset since, CancellationToken cancellation) =>
        (int)(await _connection.ReadAsync(Query("count-assessments", ("by", by), ("since", Stored.Time(since))), Neo4jJson.Default.Int64, cancellation))[0];

    public async Task<long> LastChangeAsync(CancellationToken cancellation) => await _connection.ReadAsync(Query("last-change"), Neo4jJson.Default.Int64, cancellation) is [var last] ? last : 0;

    public Task RebuildAsync(IProgress<string>? progress, CancellationToken cancellation) => new Rebuild(_connection).RunAsync(progress, cancellation);

    public Task<IReadOnlyList<Kept>> ReadPartAsync(GraphPart part, string reached, int most, CancellationToken cancellation) => new KeptReader(_connection, reached, most, cancellation).ReadAsync(part);

    public Task<CopyMark?> CopyMarkAsync(CancellationToken cancellation) => new KeptWriter(_connection, _byId).MarkAsync(cancellation);

    public Task BeginCopyAsync(CopyMark mark, CancellationToken cancellation) => new KeptWriter(_connection, _byId).BeginAsync(mark, cancellation);

    public Task TakeAsync(CopyMark mark, IReadOnlyList<Kept> page, CopyMark moved, CancellationToken cancellation) => new KeptWriter(_connection, _byId).TakeAsync(mark, page, moved, cancellation);

    public async Task EndCopyAsync(IProgress<string>? progress, CancellationToken cancellation)
    {
        await RebuildAsync(progress, cancellation);
        await new KeptWriter(_connection, _byId).EndAsync(cancellation);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static Statement Query(string name, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var all = new Dictionary<string, object?>(parameters.Length, StringComparer.Ordinal);
        foreach (var (parameter, value) in parameters) all.Add(parameter, value);
        return new Statement(Cypher.Query(name), all);
    }
}

using ClaimGraph.Comparison;
using ClaimGraph.Comparison.Actors;
using ClaimGraph.Extraction;

namespace ClaimGraph;

/// <summary>Articles in, explained conflicts out: read, extract, compare, store.</summary>
public sealed class Ingest(IClaimStore store, IArticleReader reader, ClaimExtractor extractor, RelationFinder finder, TimeProvider clock, IngestOptions options) : IDisposable
{
    // Writers of this process queue here; those of other processes are noticed by the store, which answers "stale".
    private readonly SemaphoreSlim _oneWriter = new(1, 1);

    /// <summary>Told of an article that a fault of ours kept from being read, compared or stored, for the log. A run goes on with the next one.</summary>
    public Action<Article, Exception>? Fault { get; init; }

    /// <summary>One article; with <paramref name="dryRun"/> nothing is stored.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task<IngestOutcome> OneAsync(Article article, bool dryRun, CancellationToken cancellation)
    {
        using var activity = IngestTelemetry.Activities.StartActivity("ingest article");
        var read = await Task.Run(() => Read(article), cancellation);
        if (read.Reading is not { } reading) return read;
        if (dryRun) return Outcome(await CompareAsync(article, reading, null, null, cancellation));

        using var turn = await TurnAsync(cancellation);
        var outcome = await StoreAsync(article, reading, null, cancellation);
        IngestTelemetry.Count(outcome);
        return outcome;
    }

    /// <summary>
    /// Many articles: extraction on all cores, storing by one writer in the order given, several articles a commit.
    /// The same document twice: the later is the newer version, whichever extraction ends first.
    /// </summary>
    /// <param name="run">An id for the run, to be found in the store; null for a new one.</param>
    /// <exception cref="StoreException">The store cannot be read or written; what was reported as done is stored.</exception>
    public async Task<IngestionRun> RunAsync(IAsyncEnumerable<Article> articles, int? total, string? run, IProgress<IngestProgress>? progress, CancellationToken cancellation)
    {
        using var activity = IngestTelemetry.Activities.StartActivity("ingest run");
        var record = new RunRecord(new IngestionRun(run ?? Ids.New(Ids.RunPrefix), clock.GetUtcNow()), total, store, clock, progress);
        await record.SaveAsync(cancellation);

        var group = new CommitGroup(options.ArticlesPerCommit);
        var readers = options.Readers > 0 ? options.Readers : Environment.ProcessorCount;
        await foreach (var ((article, read), nextIsReady) in ReadAhead.InOrder(articles, ReadOrFail, readers, cancellation))
        {
            using var turn = await TurnAsync(cancellation);
            var place = record.Begin(article);
            if (read.Reading is not { } reading) await record.DoneAsync(place, read, cancellation);
            else await AddAsync(group, place, article, reading, record, cancellation);

            if (group.IsFull || !nextIsReady) await CommitAsync(group, record, cancellation);
        }
        return await record.FinishAsync(cancellation);
    }

    /// <summary>Refusal, or everything that there is to read in the article.</summary>
    private IngestOutcome Read(Article article)
    {
        var prepared = Preparation.Prepare(article, reader, options.MaxArticleBytes);
        if (prepared.Refusal is { } refusal) return new IngestOutcome(null, Grouping.Empty, WriteResult.Unchanged, prepared.Warnings, [refusal]);

        var reading = extractor.Read(prepared.Article, prepared.Text, prepared.Furniture);
        if (prepared.Warnings.Count > 0) reading = reading with { Warnings = [.. prepared.Warnings, .. reading.Warnings] };
        return new IngestOutcome(reading, Grouping.Empty, WriteResult.Stored, reading.Warnings, []);
    }

    /// <param name="waiting">What is stored before this article, under the same commit; null where nothing is.</param>
    private async Task<Compared> CompareAsync(Article article, Reading reading, string? runId, CommitGroup? waiting, CancellationToken cancellation)
    {
        var document = reading.Source.Document!;
        var stored = (await store.DocumentsAsync([document], cancellation)).GetValueOrDefault(document);
        if (stored?.ContentHash == reading.ContentHash) return new Compared(article, reading, Grouping.Empty, null, []);

        DateOnly[] days = [.. reading.Claims.Select(c => c.Asserted.SortDay).OfType<DateOnly>().Distinct()];
        var blocks = await store.BlocksAsync(RelationFinder.BlocksOf(reading), days, options.BlockCap, cancellation);
        string[] names = [.. reading.Actors.SelectMany(SameActor.KeysOf).Distinct(StringComparer.Ordinal)];
        var alike = names.Length == 0 ? [] : await store.ActorsNamedLikeAsync(names, cancellation);
        var grouping = finder.Compare(reading, blocks, stored?.SourceId) with { MergeSuggestions = SameActor.Suggest(reading, [.. alike, .. waiting?.NamedLike(names) ?? []], blocks.Claims) };
        return new Compared(article, reading, grouping, new ArticleWrite(reading, grouping, blocks.Revisions, stored, runId), [.. blocks.Claims.Select(c => c.Claim.Id)]);
    }

    /// <summary>Compares and stores; where another writer changed what was compared with, again.</summary>
    private async Task<IngestOutcome> StoreAsync(Article article, Reading reading, string? runId, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < options.Tries; attempt++)
        {
            var compared = await CompareAsync(article, reading, runId, null, cancellation);
            if (compared.Write is null) return Outcome(compared);

            var written = (await store.WriteAsync([compared.Write], cancellation))[0];
            if (written.Result != WriteResult.Stale) return Stored(compared, written);

            IngestTelemetry.CountStale();
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 10 << Math.Min(attempt, 5))), clock, cancellation);
        }
        return Failed(reading, "BUSY", "Others kept changing the same questions; nothing was stored. Ingest the article again.");
    }

    /// <summary>Compares an article and puts it into the group; what it could touch there is committed first, so that it is seen.</summary>
    private async Task AddAsync(CommitGroup group, int place, Article article, Reading reading, RunRecord record, CancellationToken cancellation)
    {
        if (group.Holds(reading.Source.Document)) await CommitAsync(group, record, cancellation);
        var compared = await CompareOrFailAsync(article, reading, record.Id, group, cancellation);
        if (compared?.Write is not null && group.Touches(compared))
        {
            await CommitAsync(group, record, cancellation);
            compared = await CompareOrFailAsync(article, reading, record.Id, group, cancellation);
        }

        if (compared is null) await record.DoneAsync(place, Failed(reading, "FAULT", OurFault), cancellation);
        else if (compared.Write is null) await record.DoneAsync(place, Outcome(compared), cancellation);
        else group.Add(place, compared);
    }

    /// <summary>Stores a group under one commit. Articles are reported as done after it; what went stale is compared and stored again, one by one.</summary>
    private async Task CommitAsync(CommitGroup group, RunRecord record, CancellationToken cancellation)
    {
        if (group.Members.Count == 0) return;
        var members = group.Members.ToList();
        group.Clear();
        var written = await store.WriteAsync([.. members.Select(m => m.Article.Write!)], cancellation);
        for (var i = 0; i < members.Count; i++)
        {
            var (place, article) = members[i];
            var outcome = written[i].Result == WriteResult.Stale ? await StoreAsync(article.Article, article.Reading, record.Id, cancellation) : Stored(article, written[i]);
            await record.DoneAsync(place, outcome, cancellation);
        }
    }

    private const string OurFault = "A fault in ClaimGraph kept this article out; nothing of it was stored. The log has the details.";

    private (Article Article, IngestOutcome Outcome) ReadOrFail(Article article)
    {
        try
        {
            return (article, Read(article));
        }
        catch (Exception fault) when (IsOurs(fault))
        {
            Fault?.Invoke(article, fault);
            return (article, Failed(null, "FAULT", OurFault));
        }
    }

    private async Task<Compared?> CompareOrFailAsync(Article article, Reading reading, string runId, CommitGroup waiting, CancellationToken cancellation)
    {
        try
        {
            return await CompareAsync(article, reading, runId, waiting, cancellation);
        }
        catch (Exception fault) when (IsOurs(fault))
        {
            Fault?.Invoke(article, fault);
            return null;
        }
    }

    private static bool IsOurs(Exception fault) => fault is not (StoreException or OperationCanceledException or OutOfMemoryException);

    private static IngestOutcome Outcome(Compared compared) =>
        new(compared.Reading, compared.Grouping, compared.Write is null ? WriteResult.Unchanged : WriteResult.Stored, compared.Reading.Warnings, []);

    private IngestOutcome Stored(Compared compared, WriteOutcome written)
    {
        if (written.Fault is not { } fault) return Outcome(compared) with { Result = written.Result, Conflicts = written.Conflicts };
        Fault?.Invoke(compared.Article, fault);
        return Failed(compared.Reading, "FAULT", OurFault);
    }

    private static IngestOutcome Failed(Reading? reading, string code, string message) =>
        new(reading, Grouping.Empty, WriteResult.Unchanged, reading?.Warnings ?? [], [new Problem(code, message)]);

    private async Task<IDisposable> TurnAsync(CancellationToken cancellation)
    {
        await _oneWriter.WaitAsync(cancellation);
        return new Turn(_oneWriter);
    }

    public void Dispose() => _oneWriter.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}

using System.Collections.Immutable;

namespace ClaimGraph;

/// <summary>Keeps the record of a run while it goes on: reports each article, saves the record about once a second and at the end.</summary>
internal sealed class RunRecord(IngestionRun run, int? total, IClaimStore store, TimeProvider clock, IProgress<IngestProgress>? progress)
{
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromSeconds(1);

    private ImmutableList<IngestedArticle> _articles = [.. Enumerable.Repeat(new IngestedArticle(null, RunState.Waiting), total ?? 0)];
    private IngestionRun _run = run;
    private long _saved;
    private int _begun, _done, _claims, _relations;
    private long _pairs;

    public string Id => _run.Id;

    /// <summary>Takes the next article's place in the record.</summary>
    public int Begin(Article given)
    {
        var article = new IngestedArticle(given.Title, RunState.Reading) { Name = given.Location ?? given.Path ?? given.Id ?? given.Url };
        _articles = _begun < _articles.Count ? _articles.SetItem(_begun, article) : _articles.Add(article);
        return _begun++;
    }

    public async Task DoneAsync(int place, IngestOutcome outcome, CancellationToken cancellation)
    {
        var stored = !outcome.Refused && outcome.Result == WriteResult.Stored;
        var article = _articles[place] with
        {
            Title = outcome.Reading?.Source.Title ?? _articles[place].Title,
            State = State(outcome),
            SourceId = outcome.Refused ? null : outcome.Reading?.Source.Id,
            ClaimCount = outcome.Refused ? 0 : outcome.Reading?.Claims.Count ?? 0,
            ConflictCount = outcome.Conflicts,
            Problems = [.. outcome.Errors, .. outcome.Warnings],
        };
        _articles = _articles.SetItem(place, article);
        IngestTelemetry.Count(outcome);
        _done++;
        if (stored)
        {
            _claims += article.ClaimCount;
            _relations += outcome.Grouping.Relations.Count;
            _pairs += outcome.Grouping.PairsCompared;
        }
        _run = _run with { Articles = _articles };
        progress?.Report(new IngestProgress(_run, article, _done, _claims, _relations, _pairs, total));
        if (clock.GetElapsedTime(_saved) > BetweenSaves) await SaveAsync(cancellation);
    }

    public async Task SaveAsync(CancellationToken cancellation)
    {
        _run = _run with { Articles = _articles };
        await store.SaveRunAsync(_run, cancellation);
        _saved = clock.GetTimestamp();
    }

    public async Task<IngestionRun> FinishAsync(CancellationToken cancellation)
    {
        // Fewer articles than announced: the rest never came.
        _articles = _articles.RemoveAll(a => a.State == RunState.Waiting);
        _run = _run with { FinishedAt = clock.GetUtcNow() };
        await SaveAsync(cancellation);
        return _run;
    }

    private static RunState State(IngestOutcome outcome) =>
        outcome.Refused ? RunState.Failed : outcome.Result == WriteResult.Unchanged ? RunState.Unchanged : RunState.Done;
}

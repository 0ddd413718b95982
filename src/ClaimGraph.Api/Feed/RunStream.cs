using System.Runtime.CompilerServices;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Schema;

namespace ClaimGraph.Api.Feed;

/// <summary>Progress of runs as the store records it, whichever process they run in: one event when a run is first seen, then one for each article that is done.</summary>
internal sealed class RunStream(ApiRequest request, string? runId)
{
    // A listener to every run follows those that are new enough to be going on.
    private static readonly PageRequest Newest = new(First: 20);

    private readonly Dictionary<string, HashSet<int>> _told = new(StringComparer.Ordinal);

    public async IAsyncEnumerable<IngestionEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (store, clock, options) = (request.Parts.Store, request.Parts.Clock, request.Parts.Options);
        var since = clock.GetUtcNow();
        while (true)
        {
            var runs = await RunsAsync(store, cancellation).ConfigureAwait(false);
            foreach (var run in runs.Where(r => runId is not null || r.FinishedAt is null || r.FinishedAt >= since))
            {
                foreach (var happened in EventsOf(run))
                {
                    await request.Flow.RoomAsync(cancellation).ConfigureAwait(false);
                    yield return happened;
                }
            }
            if (runId is not null && (runs.Count == 0 || runs[0].FinishedAt is not null))
                yield break;
            await Task.Delay(options.FeedInterval, clock, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<ClaimGraph.IngestionRun>> RunsAsync(IClaimStore store, CancellationToken cancellation) => runId is { } id
        ? [.. (await store.RunsAsync([id], cancellation).ConfigureAwait(false)).Values]
        : [.. (await store.RunsAsync(Newest, cancellation).ConfigureAwait(false)).Edges.Select(e => e.Node)];

    private IEnumerable<IngestionEvent> EventsOf(ClaimGraph.IngestionRun run)
    {
        var at = request.Fresh();
        var shown = new Schema.IngestionRun(run, at);
        if (!_told.TryGetValue(run.Id, out var told))
        {
            _told.Add(run.Id, told = []);
            yield return new(shown, null, run.Done, run.Total);
        }
        for (var i = 0; i < run.Articles.Count; i++)
        {
            if (run.Articles[i].State > RunState.Reading && told.Add(i))
                yield return new(shown, new Schema.IngestedArticle(run.Articles[i], at), told.Count, run.Total);
        }
    }
}

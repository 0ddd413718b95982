using System.Runtime.CompilerServices;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Schema;

namespace ClaimGraph.Api.Feed;

/// <summary>Progress of runs, whichever process they run in: one event when a run is first seen, then one for each article that is done.</summary>
internal sealed class RunStream(ApiRequest request, string? runId)
{
    // A listener to every run follows those that are new enough to be going on.
    private static readonly PageRequest Newest = new(First: 20);

    private readonly Dictionary<string, HashSet<int>> _told = new(StringComparer.Ordinal);

    public IAsyncEnumerable<IngestionEvent> ReadAsync(CancellationToken cancellation = default) => runId is { } id ? OneAsync(id, cancellation) : AllAsync(cancellation);

    private async IAsyncEnumerable<IngestionEvent> OneAsync(string id, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (store, clock, options) = (request.Parts.Store, request.Parts.Clock, request.Parts.Options);
        while (true)
        {
            // What runs here says itself when it has moved on; what runs elsewhere is looked up in the store.
            var (run, moved) = request.Parts.Runs.Find(id) is { } here ? here.Now : ((await store.RunsAsync([id], cancellation).ConfigureAwait(false)).GetValueOrDefault(id), null);
            if (run is null)
                yield break;
            foreach (var happened in EventsOf(run))
            {
                await request.Flow.RoomAsync(cancellation).ConfigureAwait(false);
                yield return happened;
            }
            if (run.FinishedAt is not null)
                yield break;
            await (moved?.WaitAsync(cancellation) ?? Task.Delay(options.FeedInterval, clock, cancellation)).ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<IngestionEvent> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var (store, clock, options) = (request.Parts.Store, request.Parts.Clock, request.Parts.Options);
        var since = clock.GetUtcNow();
        while (true)
        {
            foreach (var run in (await store.RunsAsync(Newest, cancellation).ConfigureAwait(false)).Edges.Select(e => e.Node).Where(r => r.FinishedAt is null || r.FinishedAt >= since))
            {
                foreach (var happened in EventsOf(run))
                {
                    await request.Flow.RoomAsync(cancellation).ConfigureAwait(false);
                    yield return happened;
                }
            }
            await Task.Delay(options.FeedInterval, clock, cancellation).ConfigureAwait(false);
        }
    }

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

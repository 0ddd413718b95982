using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Api.Feed;

/// <summary>Runs of ingestion that nobody waits for. When the server stops, the article that is being written is finished and the rest is left.</summary>
internal sealed partial class BackgroundRuns(Ingest ingest, IClaimStore store, TimeProvider clock, ILogger<BackgroundRuns> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, RunningHere> _running = new(StringComparer.Ordinal);

    /// <summary>Begins a run and answers with its record as soon as that is stored.</summary>
    public async Task<IngestionRun> StartAsync(IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        var run = new IngestionRun(Ids.New(Ids.RunPrefix), clock.GetUtcNow()) { Articles = [.. articles.Select(a => new IngestedArticle(a.Title, RunState.Waiting))] };
        await store.SaveRunAsync(run, cancellation).ConfigureAwait(false);
        var here = _running[run.Id] = new RunningHere(run);
        here.Work = Task.Run(() => RunAsync(here, articles), CancellationToken.None);
        return run;
    }

    /// <summary>A run that goes on in this process; null for one that has ended or runs elsewhere.</summary>
    public RunningHere? Find(string id) => _running.GetValueOrDefault(id);

    private async Task RunAsync(RunningHere here, IReadOnlyList<Article> articles)
    {
        var run = here.Run;
        try
        {
            await ingest.RunAsync(articles.ToAsyncEnumerable(), articles.Count, run.Id, here, _stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            Stopped(log, run.Id);
        }
        catch (Exception problem)
        {
            // Nobody awaits this task: the log is where the fault can be seen, and the run's record says how far it came.
            Failed(log, problem, run.Id);
        }
        finally
        {
            _running.TryRemove(run.Id, out _);
            here.Move(here.Run);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running.Values.Select(r => r.Work)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _stopping.Dispose();

    [LoggerMessage(LogLevel.Information, "Ingestion run {Run} was stopped with the server")]
    private static partial void Stopped(ILogger log, string run);

    [LoggerMessage(LogLevel.Error, "Ingestion run {Run} failed")]
    private static partial void Failed(ILogger log, Exception problem, string run);
}

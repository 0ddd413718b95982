using ClaimGraph.Server.Samples;

namespace ClaimGraph.Server.Hosting;

/// <summary>
/// Opens the store of a server. One that cannot be reached keeps no server from starting: it is waited for, and brought to this version's schema when it comes.
/// What waiting cannot mend (a wrong password, a newer schema) ends the server with the reason.
/// </summary>
/// <param name="samples">Read the sample articles into a store that was new.</param>
internal sealed class StoreOpening(Engine engine, bool samples)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private string? _said;

    /// <returns>False where the store is not there.</returns>
    /// <exception cref="StoreException">The store cannot be used, and will not mend by itself; the message says what to do.</exception>
    public async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            await engine.MigrateAsync(cancellation);
            if (engine.IsNew && samples)
            {
                var run = await SampleArticles.LoadAsync(engine.Ingest, cancellation);
                engine.Log.Information("Read {Articles} sample articles: {Claims} claims, {Conflicts} conflicts", run.Total, run.Claims, run.Conflicts);
            }
            return true;
        }
        catch (StoreException problem) when (problem is { MayRetry: true, Failure: StoreFailure.Unreachable or StoreFailure.Timeout })
        {
            if (_said != problem.Message) engine.Log.Warning("The store is not there, and is waited for: {Problem}", _said = problem.Message);
            return false;
        }
    }

    /// <summary>Tries until the store is open or the server stops.</summary>
    /// <exception cref="StoreException">The store came, and cannot be used.</exception>
    public async Task WaitAsync(CancellationToken stopping, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellation);
        try
        {
            do await Task.Delay(Pause, end.Token);
            while (!await TryAsync(end.Token));
            engine.Log.Information("The store is there");
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The server stops without having had its store.
        }
    }
}

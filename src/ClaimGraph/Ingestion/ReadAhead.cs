using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ClaimGraph;

internal static class ReadAhead
{
    /// <summary>
    /// Reads items on several cores and hands the results over in the order of the items. Memory is bounded: at most four results a reader wait.
    /// </summary>
    /// <returns>Each result, and whether the next one would come without waiting.</returns>
    public static async IAsyncEnumerable<(TResult Result, bool NextIsReady)> InOrder<T, TResult>(
        IAsyncEnumerable<T> items, Func<T, TResult> read, int readers, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var slots = new SemaphoreSlim(readers);
        var queue = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(readers * 4) { SingleReader = true, SingleWriter = true });
        var last = Task.CompletedTask;

        async Task PumpAsync()
        {
            try
            {
                await foreach (var item in items.WithCancellation(stop.Token))
                {
                    await slots.WaitAsync(stop.Token);
                    var reading = Task.Run(() =>
                    {
                        try
                        {
                            return read(item);
                        }
                        finally
                        {
                            slots.Release();
                        }
                    });
                    last = Task.WhenAll(last, reading);
                    await queue.Writer.WriteAsync(reading, stop.Token);
                }
                queue.Writer.Complete();
            }
            catch (Exception problem)
            {
                queue.Writer.Complete(problem); // thrown where the results are read
            }
        }

        var pump = Task.Run(PumpAsync, CancellationToken.None);
        try
        {
            await foreach (var reading in queue.Reader.ReadAllAsync(cancellation))
            {
                var result = await reading;
                yield return (result, queue.Reader.TryPeek(out var next) && next.IsCompleted);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await pump;
            await last.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}

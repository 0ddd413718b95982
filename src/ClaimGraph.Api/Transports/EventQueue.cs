using System.Threading.Channels;
using ClaimGraph.Api.Execution;
using GraphQL;

namespace ClaimGraph.Api.Transports;

/// <summary>The results of a subscription, to be taken one by one. Taking one makes room for the source to give the next.</summary>
internal sealed class EventQueue : IObserver<ExecutionResult>, IDisposable
{
    private readonly Channel<ExecutionResult> _results = Channel.CreateUnbounded<ExecutionResult>(new() { SingleReader = true });
    private readonly SubscriptionFlow _flow;
    private readonly IDisposable _subscription;

    // The channel needs no bound of its own: the flow lets only a few events be under way.
    public EventQueue(IObservable<ExecutionResult> stream, SubscriptionFlow flow)
    {
        _flow = flow;
        ApiTelemetry.Subscriptions.Add(1);
        _subscription = stream.Subscribe(this);
    }

    /// <summary>Null when the subscription has ended.</summary>
    public async Task<ExecutionResult?> NextAsync(CancellationToken cancellation)
    {
        while (await _results.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            if (_results.Reader.TryRead(out var result))
            {
                _flow.Delivered();
                return result;
            }
        }
        return null;
    }

    public void OnNext(ExecutionResult value) => _results.Writer.TryWrite(value);

    public void OnError(Exception error)
    {
        _results.Writer.TryWrite(new ExecutionResult { Errors = [error as ExecutionError ?? new ApiError(ErrorCodes.Internal, "Something went wrong on our side.")] });
        _results.Writer.TryComplete();
    }

    public void OnCompleted() => _results.Writer.TryComplete();

    public void Dispose()
    {
        _subscription.Dispose();
        ApiTelemetry.Subscriptions.Add(-1);
    }
}

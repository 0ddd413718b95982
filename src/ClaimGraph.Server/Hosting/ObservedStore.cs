using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace ClaimGraph.Server.Hosting;

/// <summary>
/// Passes every call of the port on to a store, with a span and a duration for each, named by the method. A proxy, so that a method that the port gains is observed too;
/// put around the store only where telemetry is wanted.
/// </summary>
public class ObservedStore : DispatchProxy
{
    public const string TelemetryName = "ClaimGraph.Store";

    private static readonly ActivitySource Activities = new(TelemetryName);
    private static readonly Meter Meter = new(TelemetryName);
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("claimgraph.store.duration", "ms", "How long calls of the store took");

    private IClaimStore _store = null!;

    public static IClaimStore Around(IClaimStore store)
    {
        var proxy = Create<IClaimStore, ObservedStore>();
        ((ObservedStore)(object)proxy)._store = store;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        // Streams and properties are no calls with an end.
        if (!typeof(Task).IsAssignableFrom(targetMethod.ReturnType)) return Pass(targetMethod, args);

        var around = Activity.Current;
        var activity = Activities.StartActivity("store " + Word(name), ActivityKind.Client);
        activity?.SetTag("db.system.name", _store.Name).SetTag("db.operation.name", Word(name));
        var call = new Call(Word(name), _store.Name, activity, Stopwatch.GetTimestamp());
        try
        {
            var task = (Task)Pass(targetMethod, args)!;
            if (task.IsCompleted) call.End(task);
            else task.ContinueWith(static (done, state) => ((Call)state!).End(done), call, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return task;
        }
        catch (Exception fault)
        {
            call.End(Task.FromException(fault));
            throw;
        }
        finally
        {
            // The caller goes on in its own span; the call's ends when its task does.
            Activity.Current = around;
        }
    }

    private object? Pass(MethodInfo method, object?[]? args) => method.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);

    private static string Word(string method) => method.EndsWith("Async", StringComparison.Ordinal) ? method[..^"Async".Length] : method;

    private sealed record Call(string Method, string Store, Activity? Activity, long Started)
    {
        public void End(Task task)
        {
            var failure = task.IsFaulted ? task.Exception.InnerException is StoreException store ? store.Failure.ToString() : task.Exception.InnerException!.GetType().Name : task.IsCanceled ? "Cancelled" : null;
            Duration.Record(Stopwatch.GetElapsedTime(Started).TotalMilliseconds, new("method", Method), new("store", Store), new("outcome", failure ?? "ok"));
            if (Activity is null) return;
            if (failure is not null) Activity.SetStatus(ActivityStatusCode.Error, failure).SetTag("error.type", failure);
            Activity.Dispose();
        }
    }
}

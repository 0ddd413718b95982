using System.Reflection;

namespace ClaimGraph.Server.Hosting;

/// <summary>A store that may not be there yet: until it has been migrated every other call fails at once with the reason, and may be tried again. A proxy, as <see cref="ObservedStore"/> is.</summary>
public class AwaitedStore : DispatchProxy
{
    private IClaimStore _store = null!;
    private volatile StoreException? _missing = new(StoreFailure.Unreachable, "The store is not open yet.", mayRetry: true);

    public static IClaimStore Around(IClaimStore store)
    {
        var proxy = Create<IClaimStore, AwaitedStore>();
        ((AwaitedStore)(object)proxy)._store = store;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IClaimStore.MigrateAsync)) return MigrateAsync((CancellationToken)args![0]!);
        if (_missing is { } missing && targetMethod.Name is not ("get_" + nameof(IClaimStore.Name) or nameof(IAsyncDisposable.DisposeAsync)))
            throw new StoreException(missing.Failure, missing.Message, mayRetry: true); // its cause was logged when it was met, and would be logged again for each field
        return targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    private async Task<bool> MigrateAsync(CancellationToken cancellation)
    {
        try
        {
            var isNew = await _store.MigrateAsync(cancellation);
            _missing = null;
            return isNew;
        }
        catch (StoreException problem)
        {
            _missing = problem;
            throw;
        }
    }
}

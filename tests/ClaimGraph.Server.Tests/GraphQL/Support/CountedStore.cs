using System.Collections.Concurrent;
using System.Reflection;

namespace ClaimGraph.Server.Tests.GraphQL.Support;

/// <summary>Passes every call on to a real store and counts it.</summary>
public class CountedStore : DispatchProxy
{
    private IClaimStore _store = null!;

    public ConcurrentDictionary<string, int> Calls { get; } = new();

    /// <summary>Called before each call is passed on.</summary>
    public Action<MethodInfo>? Before { get; set; }

    public static (IClaimStore Store, CountedStore Counts) Around(IClaimStore store)
    {
        var proxy = Create<IClaimStore, CountedStore>();
        var counts = (CountedStore)(object)proxy;
        counts._store = store;
        return (proxy, counts);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Calls.AddOrUpdate(targetMethod!.Name, 1, (_, count) => count + 1);
        Before?.Invoke(targetMethod);
        try
        {
            return targetMethod.Invoke(_store, args);
        }
        catch (TargetInvocationException wrapped)
        {
            throw wrapped.InnerException!;
        }
    }
}

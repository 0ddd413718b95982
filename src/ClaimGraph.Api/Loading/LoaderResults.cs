using GraphQL.DataLoader;

namespace ClaimGraph.Api.Loading;

/// <summary>A result that may be there already; the executor then takes it without waiting.</summary>
internal interface IReadyResult
{
    bool TryGet(out object? value);
}

internal static class LoaderResults
{
    /// <summary>A value that needs no look-up, where the field's type allows for one.</summary>
    public static IDataLoaderResult<T> Known<T>(T value) => new KnownResult<T>(value);

    /// <summary>Several look-ups as one: all have gathered their keys before the first is asked.</summary>
    public static IDataLoaderResult<IReadOnlyList<T>> All<T>(IReadOnlyList<IDataLoaderResult<T>> parts) => new AllResults<T>(parts);

    /// <summary>
    /// One look-up after another as one result. The executor, which asks by the untyped method, is given the second look-up itself,
    /// so that it asks it only when the whole level has gathered its keys.
    /// </summary>
    public static IDataLoaderResult<TResult> Then<T, TResult>(this IDataLoaderResult<T> first, Func<T, IDataLoaderResult<TResult>> then) => new ThenResult<T, TResult>(first, then);

    private sealed class KnownResult<T>(T value) : IDataLoaderResult<T>, IReadyResult
    {
        public bool TryGet(out object? known)
        {
            known = value;
            return true;
        }

        public Task<T> GetResultAsync(CancellationToken cancellationToken = default) => Task.FromResult(value);
        Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => Task.FromResult<object?>(value);
    }

    private sealed class AllResults<T>(IReadOnlyList<IDataLoaderResult<T>> parts) : IDataLoaderResult<IReadOnlyList<T>>
    {
        public async Task<IReadOnlyList<T>> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var results = new T[parts.Count];
            for (var i = 0; i < results.Length; i++)
                results[i] = await parts[i].GetResultAsync(cancellationToken).ConfigureAwait(false);
            return results;
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken).ConfigureAwait(false);
    }

    private sealed class ThenResult<T, TResult>(IDataLoaderResult<T> first, Func<T, IDataLoaderResult<TResult>> then) : IDataLoaderResult<TResult>
    {
        public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var value = await first.GetResultAsync(cancellationToken).ConfigureAwait(false);
            return await then(value).GetResultAsync(cancellationToken).ConfigureAwait(false);
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await ((IDataLoaderResult)first).GetResultAsync(cancellationToken).ConfigureAwait(false) is var value && value is IDataLoaderResult<T> pending
                ? new ThenResult<T, TResult>(pending, then)
                : then((T)value!);
    }
}

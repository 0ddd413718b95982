using GraphQL.DataLoader;

namespace ClaimGraph.Api.Loading;

/// <summary>
/// Collects the keys that the fields of one level ask for and fetches them in one store call. What was fetched is kept for the request.
/// GraphQL.NET asks the first result once every other field of the level has run: that is when the call is made.
/// </summary>
/// <param name="fetch">Many keys to what exists of them; never called without a key.</param>
internal sealed class Loader<TValue>(Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlyDictionary<string, TValue>>> fetch) where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private List<Entry> _waiting = [];

    /// <summary>What <paramref name="then"/> makes of the value, or of null where the key does not exist.</summary>
    public IDataLoaderResult<TResult> Load<TResult>(string key, Func<TValue?, TResult> then) => new Result<TResult>(this, Of(key), then);

    /// <summary>The same for many keys of one field; what does not exist is left out.</summary>
    public IDataLoaderResult<TResult> LoadMany<TResult>(IEnumerable<string> keys, Func<IReadOnlyList<TValue>, TResult> then) =>
        new ManyResult<TResult>(this, [.. keys.Select(Of)], then);

    /// <summary>As <see cref="Load"/>, where what is wanted hangs on another look-up: that one waits for its own level, so that it is batched too.</summary>
    public IDataLoaderResult<TResult> LoadThen<TResult>(string key, Func<TValue?, IDataLoaderResult<TResult>> then) => Load(key, value => value).Then(then);

    /// <summary>Gives what another call brought along, so that it is not fetched again.</summary>
    public void Know(string key, TValue value)
    {
        lock (_lock)
        {
            if (!_entries.ContainsKey(key))
                _entries.Add(key, new Entry(key) { Value = value, Fetched = Task.CompletedTask });
        }
    }

    private Entry Of(string key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _entries.Add(key, entry = new Entry(key));
                _waiting.Add(entry);
            }
            return entry;
        }
    }

    private Task Fetched(Entry entry, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (entry.Fetched is null)
            {
                var batch = _waiting;
                _waiting = [];
                var fetching = Fetch(batch, cancellation);
                foreach (var waiting in batch)
                    waiting.Fetched = fetching;
            }
            return entry.Fetched!;
        }
    }

    private async Task Fetch(List<Entry> batch, CancellationToken cancellation)
    {
        var values = await fetch([.. batch.Select(e => e.Key)], cancellation).ConfigureAwait(false);
        foreach (var entry in batch)
            entry.Value = values.GetValueOrDefault(entry.Key);
    }

    private sealed class Entry(string key)
    {
        public string Key { get; } = key;
        public TValue? Value { get; set; }
        public Task? Fetched { get; set; }
    }

    private sealed class Result<TResult>(Loader<TValue> loader, Entry entry, Func<TValue?, TResult> then) : IDataLoaderResult<TResult>, IReadyResult
    {
        public bool TryGet(out object? value)
        {
            var ready = entry.Fetched is { IsCompletedSuccessfully: true };
            value = ready ? then(entry.Value) : null;
            return ready;
        }

        public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default)
        {
            await loader.Fetched(entry, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return then(entry.Value);
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken).ConfigureAwait(false);
    }

    private sealed class ManyResult<TResult>(Loader<TValue> loader, Entry[] entries, Func<IReadOnlyList<TValue>, TResult> then) : IDataLoaderResult<TResult>
    {
        public async Task<TResult> GetResultAsync(CancellationToken cancellationToken = default)
        {
            foreach (var entry in entries)
                await loader.Fetched(entry, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return then([.. entries.Select(e => e.Value).OfType<TValue>()]);
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) => await GetResultAsync(cancellationToken).ConfigureAwait(false);
    }
}

namespace ClaimGraph.Api.Execution;

/// <summary>Texts to something worked out from them, the least recently used given up first, bounded by the bytes of the texts.</summary>
internal sealed class DocumentCache<T>(int bytes) where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = [];
    private long _held;

    private sealed record Entry(string Key, T Value, long Bytes);

    public T? Find(string key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
                return null;
            if (_byUse.First != node)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
            }
            return node.Value.Value;
        }
    }

    /// <summary>Keeps a value; one that is larger than a quarter of the whole is not kept.</summary>
    public void Keep(string key, T value, int characters)
    {
        var size = characters * 2L + 64;
        if (size > bytes / 4)
            return;
        lock (_lock)
        {
            if (_entries.ContainsKey(key))
                return;
            _entries.Add(key, _byUse.AddFirst(new Entry(key, value, size)));
            _held += size;
            while (_held > bytes && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _entries.Remove(oldest.Value.Key);
                _held -= oldest.Value.Bytes;
            }
        }
    }
}

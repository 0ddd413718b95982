namespace ClaimGraph.Extraction;

/// <summary>Words and phrases (blanks as underscores) with a value each. Remembers which words open or close a longer phrase, so that most look-ups build no text.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _opening = new(StringComparer.Ordinal), _closing = new(StringComparer.Ordinal);

    /// <summary>Keeps the first value of a phrase.</summary>
    public void Add(string phrase, T value)
    {
        if (!_values.TryAdd(phrase, value)) return;
        var words = phrase.Split('_', '-');
        if (words.Length == 1) return;
        _opening.Add(words[0]);
        _closing.Add(words[^1]);
    }

    public T this[string word] => _values[word];

    public bool ContainsKey(string word) => _values.ContainsKey(word);

    public bool TryGetValue(string word, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => _values.TryGetValue(word, out value);

    public T? GetValueOrDefault(string word) => _values.GetValueOrDefault(word);

    /// <summary>The longest phrase that begins at a piece; null where none does.</summary>
    public (T Value, int End)? At(SentenceView v, int i)
    {
        if (i < 0 || i >= v.Pieces.Count) return null;
        var first = v.Pieces[i].Lower;
        if (_opening.Contains(first))
        {
            for (var length = Math.Min(3, v.Pieces.Count - i); length > 1; length--)
                if (_values.TryGetValue(v.Phrase(i, i + length), out var longer)) return (longer, i + length);
        }
        return _values.TryGetValue(first, out var value) ? (value, i + 1) : null;
    }

    /// <summary>The longest phrase that ends before a piece.</summary>
    public (T Value, int Start)? Before(SentenceView v, int end)
    {
        if (end <= 0 || end > v.Pieces.Count) return null;
        var last = v.Pieces[end - 1].Lower;
        if (_closing.Contains(last))
        {
            for (var length = Math.Min(3, end); length > 1; length--)
                if (_values.TryGetValue(v.Phrase(end - length, end), out var longer)) return (longer, end - length);
        }
        return _values.TryGetValue(last, out var value) ? (value, end - 1) : null;
    }
}

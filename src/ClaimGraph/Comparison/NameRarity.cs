namespace ClaimGraph.Comparison;

/// <summary>
/// How much it says that two articles share a name, 0..1: from a fixed table of much-used names plus the counts inside one block, so that five articles work like five
/// hundred and what other blocks hold changes nothing.
/// </summary>
internal sealed class NameRarity
{
    // As if the block stood among so many other articles, in which an unlisted name occurs once.
    private const double Background = 500, Listed = 40;

    private static readonly HashSet<string> Common = Read();

    private readonly Dictionary<string, int> _articles = new(StringComparer.Ordinal);
    private readonly double _total;

    public NameRarity(IReadOnlyCollection<Side> block)
    {
        var articles = block.GroupBy(s => s.Document, StringComparer.Ordinal).ToList();
        _total = Background + articles.Count;
        foreach (var article in articles)
            foreach (var name in article.SelectMany(s => s.Names.Concat(s.LeadNames)).Distinct(StringComparer.Ordinal))
                _articles[name] = _articles.GetValueOrDefault(name) + 1;
    }

    public double Of(string name) => Math.Log(_total / ((Common.Contains(name) ? Listed : 1) + _articles.GetValueOrDefault(name))) / Math.Log(_total);

    /// <summary>The summed rarity of the names in both lists, which are sorted and distinct.</summary>
    public double Shared(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < a.Count && j < b.Count)
        {
            var order = string.CompareOrdinal(a[i], b[j]);
            if (order == 0) sum += Of(a[i]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return sum;
    }

    private static HashSet<string> Read()
    {
        using var stream = typeof(NameRarity).Assembly.GetManifestResourceStream("ClaimGraph.Comparison.Lexicon.CommonNames.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToHashSet(StringComparer.Ordinal);
    }
}

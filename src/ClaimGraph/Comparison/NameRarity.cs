namespace ClaimGraph.Comparison;

/// <summary>
/// How much it says that two articles share a name, 0..1: from a fixed table of much-used names plus the counts inside one block, so that five articles work like five
/// hundred and what other blocks hold changes nothing.
/// </summary>
internal sealed class NameRarity
{
    // As if the block stood among so many other articles, in which an unlisted name occurs once.
    private const double Background = 500, Listed = 40;

    private static readonly HashSet<string> Common = ComparisonList.Read("CommonNames");

    private readonly Dictionary<int, double> _rarity = [];

    /// <param name="block">The block's claims, whose words are numbers of <paramref name="vocabulary"/>.</param>
    public NameRarity(IReadOnlyCollection<Side> block, Vocabulary vocabulary)
    {
        var articles = new Dictionary<int, int>();
        var documents = 0;
        foreach (var article in block.GroupBy(s => s.Document, StringComparer.Ordinal))
        {
            documents++;
            foreach (var name in article.SelectMany(s => s.Words.Names.Concat(s.Words.LeadNames)).Distinct()) articles[name] = articles.GetValueOrDefault(name) + 1;
        }
        var total = Background + documents;
        foreach (var (name, count) in articles) _rarity[name] = Math.Log(total / ((Common.Contains(vocabulary[name]) ? Listed : 1) + count)) / Math.Log(total);
    }

    public double Of(int name) => _rarity.GetValueOrDefault(name);

    /// <summary>The summed rarity of the names in both lists.</summary>
    public double Shared(int[] a, int[] b)
    {
        var (i, j, sum) = (0, 0, 0.0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i] - b[j];
            if (order == 0) sum += _rarity.GetValueOrDefault(a[i]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return sum;
    }
}

namespace ClaimGraph.Comparison;

/// <summary>A claim's words and names as sorted, distinct numbers, so that two claims are compared without touching text.</summary>
internal sealed record WordSets(int[] Terms, int[] LeadTerms, int[] Names, int[] LeadNames, int[] Places, int[] ScopePlaces, int[] Story)
{
    public static readonly WordSets None = new([], [], [], [], [], [], []);

    /// <summary>The kinds of place where it happened (a school, a bus), in the sentence and in title and lead.</summary>
    public int[] Settings { get; init; } = [];
    public int[] LeadSettings { get; init; } = [];
    /// <summary>What the sentence counts besides, and of that the numbers that are hardly shared by chance.</summary>
    public int[] Beside { get; init; } = [];
    public int[] BesideLarge { get; init; } = [];

    /// <summary>Whether the claim's sentence or its article's title and lead name a place.</summary>
    public bool Knows(int place) => Has(Places, place) || Has(Names, place) || Has(LeadNames, place);

    private static bool Has(int[] sorted, int word) => Array.BinarySearch(sorted, word) >= 0;
}

/// <summary>Words as numbers, for one comparison.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private static readonly HashSet<string> SettingWords = ComparisonList.Read("Settings");

    private readonly Dictionary<IReadOnlyList<string>, int[]> _leads = new(ReferenceEqualityComparer.Instance), _settings = new(ReferenceEqualityComparer.Instance);

    public string this[int number] => _words[number];

    public WordSets Of(Side side) => side.Evidence is not { } e
        ? WordSets.None
        : new WordSets(Numbers(e.Terms), Lead(e.LeadTerms), Numbers(e.Names), Lead(e.LeadNames), Numbers(e.Places), Numbers([.. side.Facets.Where(f => f.Name == "place").Select(f => f.Value)]), Lead(e.StoryNames))
        {
            Settings = Numbers([.. e.Terms.Where(SettingWords.Contains)]),
            LeadSettings = LeadSettings(e.LeadTerms),
            Beside = Numbers(e.Beside),
            BesideLarge = Numbers([.. e.Beside.Where(f => f.Length - f.LastIndexOf('=') > 2)]),
        };

    private int[] LeadSettings(IReadOnlyList<string> terms) => _settings.TryGetValue(terms, out var known) ? known : _settings[terms] = Numbers([.. terms.Where(SettingWords.Contains)]);

    // The claims of one reading share their lead.
    private int[] Lead(IReadOnlyList<string> words) => _leads.TryGetValue(words, out var known) ? known : _leads[words] = Numbers(words);

    private int[] Numbers(IReadOnlyList<string> words)
    {
        if (words.Count == 0) return [];
        var numbers = new int[words.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!_numbers.TryGetValue(words[i], out numbers[i]))
            {
                _numbers[words[i]] = numbers[i] = _words.Count;
                _words.Add(words[i]);
            }
        }
        Array.Sort(numbers);
        return numbers.Distinct().ToArray();
    }
}

namespace ClaimGraph.Extraction;

/// <summary>A class of predicates that meet in one key.</summary>
internal sealed record PredicateClass(string Name, string Of)
{
    public bool Person => Of is "person" or "any";
    public bool Thing => Of is "thing" or "any";
}

/// <summary>The closed word classes of proposition reading, from <c>Lexicon/</c>.</summary>
internal static class WordClasses
{
    public static readonly Phrases<PredicateClass> Active = new(), Passive = new(), Nominal = new();
    public static readonly Dictionary<string, string> Persons = new(StringComparer.Ordinal);
    public static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal);
    public static readonly Dictionary<string, string> Events = new(StringComparer.Ordinal);
    public static readonly Dictionary<string, string> Amounts = new(StringComparer.Ordinal);
    public static readonly Dictionary<string, (string Aspect, string Dimension)> Aspects = new(StringComparer.Ordinal);

    static WordClasses()
    {
        foreach (var row in WordList.Rows("predicates"))
        {
            var cls = new PredicateClass(row[0], row[1]);
            foreach (var w in WordList.Words(row[2])) Active.Add(w, cls);
            foreach (var w in WordList.Words(row[3])) Passive.Add(w, cls);
            foreach (var w in WordList.Words(row[4])) Nominal.Add(w, cls);
        }
        Fill(Persons, "persons");
        Fill(Synonyms, "synonyms");
        Fill(Events, "events");
        Fill(Amounts, "amounts");
        foreach (var row in WordList.Rows("dimensions")) foreach (var w in WordList.Words(row[2])) Aspects.TryAdd(row[1] + ":" + w, (row[0], row[1]));
    }

    private static void Fill(Dictionary<string, string> table, string name)
    {
        foreach (var row in WordList.Rows(name)) foreach (var w in WordList.Words(row[1])) table.TryAdd(w, row[0]);
    }

    public static (T Value, int End)? At<T>(Phrases<T> table, SentenceView v, int i) => table.At(v, i);

    public static (T Value, int Start)? Before<T>(Phrases<T> table, SentenceView v, int end) => table.Before(v, end);

    /// <summary>The group of a person noun ("any" restricts nothing), or null for things.</summary>
    public static string? PersonGroup(string? head)
    {
        if (head is null) return null;
        if (Persons.TryGetValue(head, out var group)) return group;
        // -ers, -ists and -ees are people, but for the machines among them.
        return head.Length > 5 && (head.EndsWith("ist", StringComparison.Ordinal) || head.EndsWith("ian", StringComparison.Ordinal) || head.EndsWith("goer", StringComparison.Ordinal)) ? "any" : null;
    }

    public static string Noun(string head) => Synonyms.GetValueOrDefault(head, head);
}

namespace ClaimGraph.Extraction.Naming;

/// <summary>Words by which names are told apart: <c>Lexicon/words.txt</c>.</summary>
internal sealed class NameWords
{
    public static NameWords Shared => Loaded.Value;

    private static readonly Lazy<NameWords> Loaded = new(() => new NameWords());

    public HashSet<string> Titles { get; }
    public HashSet<string> Organisations { get; }
    public HashSet<string> Outlets { get; }
    public HashSet<string> Places { get; }
    public HashSet<string> PlacePrepositions { get; }
    public HashSet<string> FirstNames { get; }
    public HashSet<string> NotNames { get; }

    private NameWords()
    {
        var sections = WordList.Sections("words");
        HashSet<string> Words(string section) => new(sections[section], StringComparer.Ordinal);
        (Titles, Organisations, Outlets, Places) = (Words("titles"), Words("organisation words"), Words("outlet words"), Words("place words"));
        (PlacePrepositions, FirstNames, NotNames) = (Words("place prepositions"), Words("first names"), Words("not names"));
        // Titles of two words are read word by word.
        foreach (var title in Titles.ToArray()) foreach (var word in title.Split(' ')) Titles.Add(word);
    }
}

namespace ClaimGraph.Extraction;

/// <summary>What a field of a line holds, and by what its words are divided.</summary>
internal enum FieldKind { Value, Number, Words, Phrases, Names, Pairs }

/// <param name="Values">The closed set that a value is from; null where any is allowed.</param>
/// <param name="Optional">May be empty or left out at the end of a line.</param>
/// <param name="Check">Whether each of the words can be read; null where any can.</param>
internal sealed record ListField(string Name, FieldKind Kind, string[]? Values = null, bool Optional = false, Func<string, bool>? Check = null)
{
    public bool IsList => Kind is not (FieldKind.Value or FieldKind.Number);

    public char Divider => Kind switch { FieldKind.Phrases => ';', FieldKind.Names => ',', _ => ' ' };
}

/// <summary>A word list: <c>FOLDER/Lexicon/NAME.txt</c>, and what its lines look like.</summary>
/// <param name="Fields">Between bars; none where the list has sections of words divided by commas.</param>
/// <param name="OpenSections">Sections may be added.</param>
internal sealed record ListShape(string Folder, string Name, ListField[] Fields, bool OpenSections = false)
{
    public bool HasSections => Fields.Length == 0;

    /// <summary>A name stands for itself; a class without words says nothing.</summary>
    public bool NeedsWords => Folder != "Naming";

    /// <summary>For messages: <c>unit | dimension | factor (a number) | forms …</c>.</summary>
    public string Line => HasSections ? "[section], then words divided by commas" : string.Join(" | ", Fields.Select(Described));

    private static string Described(ListField field) => field switch
    {
        { Values: { } values } => $"{field.Name} ({string.Join(", ", values)})",
        { Kind: FieldKind.Number } => $"{field.Name} (a number)",
        { Kind: FieldKind.Pairs } => $"{field.Name} (WORD NUMBER …)",
        { Kind: FieldKind.Phrases } => $"{field.Name} (divided by ;)",
        { Kind: FieldKind.Names } => $"{field.Name} (divided by commas)",
        { Kind: FieldKind.Words } => $"{field.Name} (divided by blanks)",
        _ => field.Name,
    };
}

/// <summary>All word lists of extraction.</summary>
internal static class ListShapes
{
    public static IReadOnlyList<ListShape> All { get; } =
    [
        new("Words", "irregular", []),
        new("Layout", "furniture", [], OpenSections: true),
        new("Naming", "words", []),
        new("Speech", "cues", []),
        new("Naming", "countries", [Value("name"), Names("other names"), Names("demonyms"), Names("capitals"), Names("seats")]),
        new("Naming", "organisations", [Value("name"), Names("other names")]),
        new("Naming", "outlets", [Value("name"), Names("other names")]),
        new("Naming", "people", [Value("name"), Names("other spellings"), Value("country", optional: true), new("offices as TITLE FROM..TO", FieldKind.Phrases, null, true, term => Naming.Office.Read(term) is not null)]),
        new("Quantities", "units", [Value("unit"), Value("dimension"), new("factor", FieldKind.Number), Words("forms")]),
        new("Quantities", "currencies", [Value("ISO code"), Words("forms")]),
        new("Quantities", "nouns", [Value("class", "plural", "label"), new("words", FieldKind.Phrases)]),
        new("Quantities", "comparators", [Value("place", "before", "after"), Value("bound", [.. Enum.GetNames<Bound>().Select(b => b.ToLowerInvariant())]), Phrases("phrases")]),
        new("Quantities", "changes", [Value("direction", "up", "down", "to"), Value("place", "verb", "noun"), Words("words")]),
        new("Quantities", "numbers", [Value("class", "small", "tens", "scale", "glued", "group", "vague", "denominator", "ordinal"), new("words", FieldKind.Pairs)]),
        new("Propositions", "acts", [Value("act"), Words("verbs"), Words("nouns")]),
        new("Propositions", "amounts", [Value("class"), Words("words")]),
        new("Propositions", "common-names", [Words("words")]),
        new("Propositions", "dimensions", [Value("aspect"), Value("dimension"), Words("words")]),
        new("Propositions", "events", [Value("kind"), Words("words")]),
        new("Propositions", "ladder", [Value("rung", "refused", "not_committed", "undecided", "considering", "willing", "ready", "committed", "planned", "necessary", "possible"), Words("words")]),
        new("Propositions", "persons", [Value("group"), Words("words")]),
        new("Propositions", "predicates", [Value("class"), Value("of", "person", "thing", "any", "loose"), Words("active"), Words("passive"), Words("nouns")]),
        new("Propositions", "synonyms", [Value("class"), Words("words")]),
    ];

    public static ListShape? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    private static ListField Value(string name, params string[] values) => new(name, FieldKind.Value, values.Length > 0 ? values : null);

    private static ListField Value(string name, bool optional) => new(name, FieldKind.Value, null, optional);

    private static ListField Words(string name) => new(name, FieldKind.Words, null, true);

    private static ListField Names(string name) => new(name, FieldKind.Names, null, true);

    private static ListField Phrases(string name) => new(name, FieldKind.Phrases, null, true);
}

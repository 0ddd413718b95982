using System.Reflection;

namespace ClaimGraph.Extraction;

/// <summary>The word lists beside the code that reads them, with what a <see cref="Lexicon"/> adds to them and takes from them.</summary>
internal static class WordList
{
    /// <summary>The rows of a list: a string for each of the shape's fields, empty ones included.</summary>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        var shape = Shape(name);
        var rows = BuiltIn(shape).ConvertAll(l => l.Fields);
        foreach (var line in Lexicon.Lines(shape))
            if (!line.TakesAway) rows.Add(line.Fields);
            else if (!TakeAway(rows, shape, line.Fields)) throw ListReader.Wrong(line.File, line.Number, shape, "there is nothing to take away: no such entry is in the list");
        return rows;
    }

    /// <summary>The sections of a list, each with its words.</summary>
    public static IReadOnlyDictionary<string, List<string>> Sections(string name)
    {
        var shape = Shape(name);
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in BuiltIn(shape)) Section(line).AddRange(line.Fields);
        foreach (var line in Lexicon.Lines(shape))
        {
            if (!sections.ContainsKey(line.Section!) && !shape.OpenSections) throw ListReader.Wrong(line.File, line.Number, shape, $"there is no section “{line.Section}”, only {string.Join(", ", sections.Keys)}");
            if (!line.TakesAway) Section(line).AddRange(line.Fields);
            else foreach (var word in line.Fields)
                if (Section(line).RemoveAll(w => w == word) == 0) throw ListReader.Wrong(line.File, line.Number, shape, $"“{word}” is not in the section and cannot be taken away");
        }
        return sections;

        List<string> Section(ListLine line) => sections.TryGetValue(line.Section!, out var words) ? words : sections[line.Section!] = [];
    }

    public static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string[] Phrases(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string[] Names(string field) => field.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static Stream Open(string folder, string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"ClaimGraph.Extraction.{folder}.Lexicon.{file}")
        ?? throw new InvalidOperationException($"The list {folder}/Lexicon/{file} is not part of this build.");

    private static ListShape Shape(string name) => ListShapes.Find(name) ?? throw new InvalidOperationException($"No list is called {name}.");

    private static List<ListLine> BuiltIn(ListShape shape)
    {
        using var text = new StreamReader(Open(shape.Folder, shape.Name + ".txt"));
        return ListReader.Read(text, shape, shape.Name + ".txt");
    }

    /// <summary>Takes words out of the rows that have the values given; where no words are given, takes the rows.</summary>
    private static bool TakeAway(List<string[]> rows, ListShape shape, string[] fields)
    {
        bool Same(string[] row) => Enumerable.Range(0, fields.Length).All(i => shape.Fields[i].IsList || fields[i].Length == 0 || row[i] == fields[i]);

        var lists = Enumerable.Range(0, fields.Length).Where(i => shape.Fields[i].IsList && fields[i].Length > 0).ToList();
        if (lists.Count == 0) return rows.RemoveAll(r => Same(r)) > 0;
        var found = lists.ToDictionary(i => i, _ => 0);
        for (var r = 0; r < rows.Count; r++)
        {
            if (!Same(rows[r])) continue;
            var row = (string[])rows[r].Clone();
            foreach (var i in lists)
            {
                var (left, taken) = Without(row[i], fields[i], shape.Fields[i]);
                (row[i], found[i]) = (left, found[i] + taken);
            }
            rows[r] = row;
        }
        return lists.TrueForAll(i => found[i] >= Split(fields[i], shape.Fields[i]).Length);
    }

    private static (string Left, int Taken) Without(string field, string words, ListField shape)
    {
        var (away, left, taken) = (Split(words, shape), new List<string>(), 0);
        var entries = Split(field, shape);
        var step = shape.Kind == FieldKind.Pairs ? 2 : 1;
        for (var i = 0; i < entries.Length; i += step)
        {
            if (Array.IndexOf(away, entries[i]) >= 0) taken++;
            else left.AddRange(entries.Skip(i).Take(step));
        }
        return (string.Join(shape.Divider, left), taken);
    }

    private static string[] Split(string field, ListField shape) => field.Split(shape.Divider, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

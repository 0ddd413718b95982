using System.Globalization;

namespace ClaimGraph.Extraction;

/// <summary>A line of a list: fields, or words of a section. One that takes away names what an earlier line gave.</summary>
internal sealed record ListLine(string File, int Number, bool TakesAway, string? Section, string[] Fields);

/// <summary>
/// The one reader of word lists. A line is an entry; <c>#</c> opens a remark, by itself or behind a blank; <c>[name]</c> opens a section; <c>-</c> before an entry takes it away.
/// </summary>
internal static class ListReader
{
    /// <exception cref="LexiconException">A line is not as the shape says: file, line, and what is expected.</exception>
    public static List<ListLine> Read(TextReader text, ListShape shape, string file)
    {
        var lines = new List<ListLine>();
        string? section = null;
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var entry = WithoutRemark(line).Trim();
            if (entry.Length == 0) continue;
            if (shape.HasSections && entry[0] == '[' && entry[^1] == ']') section = entry[1..^1];
            else if (shape.HasSections && section is null) throw Wrong(file, number, shape, "no section is open");
            else lines.Add(Entry(entry, shape, file, number, section));
        }
        return lines;
    }

    public static LexiconException Wrong(string file, int line, ListShape shape, string why) => new($"{file}:{line}: {why}. A line of {shape.Name} is: {shape.Line}");

    private static string WithoutRemark(string line)
    {
        for (var i = 0; i < line.Length; i++) if (line[i] == '#' && (i == 0 || char.IsWhiteSpace(line[i - 1]))) return line[..i];
        return line;
    }

    private static ListLine Entry(string entry, ListShape shape, string file, int number, string? section)
    {
        var takes = entry.Length > 1 && entry[0] == '-';
        if (takes) entry = entry[1..].TrimStart();
        if (shape.HasSections) return new(file, number, takes, section, entry.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var given = entry.Split('|', StringSplitOptions.TrimEntries);
        if (given.Length > shape.Fields.Length) throw Wrong(file, number, shape, $"there are {given.Length} fields");
        var fields = new string[shape.Fields.Length];
        for (var i = 0; i < fields.Length; i++) fields[i] = i < given.Length ? given[i] : "";
        if (!takes) Check(fields, shape, file, number);
        return new(file, number, takes, null, fields);
    }

    private static void Check(string[] fields, ListShape shape, string file, int number)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            var (field, value) = (shape.Fields[i], fields[i]);
            if (value.Length == 0) { if (!field.Optional) throw Wrong(file, number, shape, $"“{field.Name}” is missing"); }
            else if (field.Values is { } values && Array.IndexOf(values, value) < 0) throw Wrong(file, number, shape, $"“{value}” is no {field.Name}");
            else if (field.Kind == FieldKind.Number && !IsNumber(value)) throw Wrong(file, number, shape, $"“{value}” is no number");
            else if (field.Kind == FieldKind.Pairs && !ArePairs(value)) throw Wrong(file, number, shape, "each word takes a number behind it");
            else if (field.Check is { } check && !value.Split(field.Divider, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(check)) throw Wrong(file, number, shape, $"“{value}” cannot be read");
        }
        if (shape.NeedsWords && Enumerable.Range(0, fields.Length).All(i => !shape.Fields[i].IsList || fields[i].Length == 0)) throw Wrong(file, number, shape, "there are no words");
    }

    private static bool IsNumber(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static bool ArePairs(string value) => value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && words.Length % 2 == 0 && words.Where((_, i) => i % 2 == 1).All(IsNumber);
}

using System.Reflection;

namespace ClaimGraph.Extraction;

/// <summary>The word lists beside the code that reads them: <c>FOLDER/Lexicon/NAME.txt</c>, one entry a line, <c>#</c> opens a comment.</summary>
internal static class WordList
{
    /// <summary>The entries of a list, trimmed, in file order.</summary>
    public static IReadOnlyList<string> Lines(string folder, string name)
    {
        using var reader = new StreamReader(Open(folder, name + ".txt"));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var entry = (comment < 0 ? line : line[..comment]).Trim();
            if (entry.Length > 0) lines.Add(entry);
        }
        return lines;
    }

    public static HashSet<string> Set(string folder, string name) => new(Lines(folder, name), StringComparer.Ordinal);

    /// <summary>Sections of a list: a line <c>[name]</c> opens one; words stand one or many a line, divided by commas.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections(string folder, string name)
    {
        var sections = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        List<string>? open = null;
        foreach (var line in Lines(folder, name))
        {
            if (line[0] == '[' && line[^1] == ']') sections[line[1..^1]] = open = [];
            else open?.AddRange(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }
        return sections;
    }

    public static Stream Open(string folder, string file) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"ClaimGraph.Extraction.{folder}.Lexicon.{file}")
        ?? throw new InvalidOperationException($"The list {folder}/Lexicon/{file} is not part of this build.");
}

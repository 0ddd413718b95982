namespace ClaimGraph.Extraction;

/// <summary>A word list of the user's cannot be used; the message names file and line, and what is expected.</summary>
public sealed class LexiconException(string message) : Exception(message);

/// <summary>
/// Words of the user's own, from a folder with files of the same names and lines as the built-in lists (<c>Lexicon/*.txt</c>): added to them, or taken away by a line that begins with <c>-</c>.
/// The lists are read once for a process, before its first article.
/// </summary>
public static class Lexicon
{
    private static readonly Dictionary<string, List<ListLine>> Own = new(StringComparer.Ordinal);

    /// <summary>Takes the lists of a folder into use.</summary>
    /// <exception cref="LexiconException">There is no such folder, a file is named like no list, or a line cannot be read.</exception>
    public static void Use(string folder)
    {
        if (!Directory.Exists(folder)) throw new LexiconException($"There is no folder {folder} with word lists.");
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var shape = ListShapes.Find(Path.GetFileNameWithoutExtension(file))
                ?? throw new LexiconException($"{file}: no list is called so. The lists are {string.Join(", ", ListShapes.All.Select(s => s.Name).Order(StringComparer.Ordinal))}.");
            using var text = new StreamReader(file);
            Own[shape.Name] = ListReader.Read(text, shape, file);
            // What is taken away must be there.
            if (shape.HasSections) WordList.Sections(shape.Name);
            else WordList.Rows(shape.Name);
        }
    }

    internal static IReadOnlyList<ListLine> Lines(ListShape shape) => Own.GetValueOrDefault(shape.Name) ?? [];
}

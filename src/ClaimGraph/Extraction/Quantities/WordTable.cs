namespace ClaimGraph.Extraction;

/// <summary>A word list in <c>Lexicon/</c>: lines of fields between bars, <c>#</c> for remarks.</summary>
internal static class WordTable
{
    /// <param name="name">Folder and file below <c>Extraction</c>: <c>Quantities.units</c>.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        var (folder, file) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        using var reader = new StreamReader(WordList.Open(folder, file + ".txt"));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('|');
        }
    }

    public static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string[] Phrases(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

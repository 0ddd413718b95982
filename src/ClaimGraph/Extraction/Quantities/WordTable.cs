using System.Reflection;

namespace ClaimGraph.Extraction;

/// <summary>A word list in <c>Lexicon/</c>: lines of fields between bars, <c>#</c> for remarks.</summary>
internal static class WordTable
{
    /// <param name="name">Folder and file below <c>Extraction</c>: <c>Quantities.units</c>.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        var (folder, file) = (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
        var resource = $"ClaimGraph.Extraction.{folder}.Lexicon.{file}.txt";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The word list {resource} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('|');
        }
    }

    public static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string[] Phrases(string field) => field.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

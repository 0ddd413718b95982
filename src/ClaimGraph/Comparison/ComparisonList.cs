namespace ClaimGraph.Comparison;

/// <summary>The word lists of comparison: <c>Lexicon/NAME.txt</c>, one entry a line, <c>#</c> opens a comment line.</summary>
internal static class ComparisonList
{
    public static HashSet<string> Read(string name) => Lines(name).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(ComparisonList).Assembly.GetManifestResourceStream($"ClaimGraph.Comparison.Lexicon.{name}.txt")
            ?? throw new InvalidOperationException($"The list Comparison/Lexicon/{name}.txt is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');
    }
}

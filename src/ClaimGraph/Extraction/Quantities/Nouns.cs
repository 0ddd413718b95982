namespace ClaimGraph.Extraction;

/// <summary>Number of English nouns: enough to find the head of a counted noun run and to name it in the singular.</summary>
internal static class Nouns
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal);
    private static readonly HashSet<string> LabelWords = Load();

    private static HashSet<string> Load()
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in WordList.Rows("nouns"))
        {
            foreach (var phrase in WordList.Phrases(row[1]))
            {
                var words = WordList.Words(phrase);
                if (row[0] == "plural") Irregular[words[0]] = words[1];
                else labels.Add(words[0]);
            }
        }
        return labels;
    }

    /// <summary>"Flight 370", "AK 47": the number names, it does not count.</summary>
    public static bool IsLabel(string lower) => LabelWords.Contains(lower);

    public static bool IsPlural(string lower) =>
        Irregular.ContainsKey(lower) || (lower.Length > 3 && lower[^1] == 's' && !lower.EndsWith("ss", StringComparison.Ordinal) && !lower.EndsWith("us", StringComparison.Ordinal)
            && !lower.EndsWith("is", StringComparison.Ordinal) && !lower.EndsWith("'s", StringComparison.Ordinal) && lower is not ("was" or "has" or "does" or "this" or "less" or "always" or "perhaps" or "besides" or "across" or "years'"));

    public static string Singular(string lower)
    {
        if (Irregular.TryGetValue(lower, out var singular)) return singular;
        if (!IsPlural(lower)) return lower;
        if (lower.EndsWith("ies", StringComparison.Ordinal) && lower.Length > 4) return lower[..^3] + "y";
        if (lower.EndsWith("sses", StringComparison.Ordinal) || lower.EndsWith("shes", StringComparison.Ordinal) || lower.EndsWith("ches", StringComparison.Ordinal) || lower.EndsWith("xes", StringComparison.Ordinal) || lower.EndsWith("zzes", StringComparison.Ordinal)) return lower[..^2];
        return lower[..^1];
    }
}

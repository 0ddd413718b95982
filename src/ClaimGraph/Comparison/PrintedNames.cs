using ClaimGraph.Extraction;

namespace ClaimGraph.Comparison;

/// <summary>Evidence keeps names folded, for comparison; a reader gets the words of a quote that fold to them, or nothing.</summary>
internal static class PrintedNames
{
    private const int LongestName = 5;

    private static readonly char[] Blanks = [' ', '\n', '\r', '\t', '\u00A0'];

    private static readonly char[] Marks = [',', '.', ';', ':', '!', '?', '(', ')', '“', '”', '‘', '"'];

    /// <summary>The names that fold to one of those given, each once, in the order of the quotes; of two that begin at one word the longer.</summary>
    public static IEnumerable<string> Of(IEnumerable<Side> claims, IReadOnlyCollection<string> folded) =>
        claims.SelectMany(c => In(c.Claim.Quote, folded)).DistinctBy(n => n.Folded).Select(n => n.Name);

    private static IEnumerable<(string Folded, string Name)> In(string quote, IReadOnlyCollection<string> folded)
    {
        var words = quote.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < words.Length; first++)
        {
            if (!char.IsUpper(words[first][0])) continue;
            (string Folded, string Name)? found = null;
            for (var last = first; last < Math.Min(first + LongestName, words.Length); last++)
            {
                var written = string.Join(' ', words[first..(last + 1)]).Trim(Marks);
                foreach (var name in (string[])[written, WithoutPossessive(written)])
                    if (name.Length > 0 && NameFolding.Fold(name) is var fold && fold != found?.Folded && folded.Contains(fold)) found = (fold, name);
            }
            if (found is { } longest) yield return longest;
        }
    }

    private static string WithoutPossessive(string name) => name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
}

using System.Text.RegularExpressions;
using ClaimGraph.Extraction;

namespace ClaimGraph.Comparison;

/// <summary>Names as a reader knows them, where the comparison has only their folded forms (<see cref="NameFolding"/>).</summary>
internal static partial class PrintedNames
{
    private const int MostWords = 4;

    /// <summary>The names of a text that are wanted, in its order, the longest reading of each.</summary>
    public static IEnumerable<(string Folded, string Name)> Of(string text, IReadOnlySet<string> wanted)
    {
        foreach (Match run in Capitals().Matches(text))
        {
            var words = run.Value.Split(' ');
            for (var from = 0; from < words.Length; from++)
            {
                for (var count = Math.Min(MostWords, words.Length - from); count > 0; count--)
                {
                    var name = string.Join(' ', words, from, count);
                    if (!wanted.Contains(NameFolding.Fold(name))) continue;
                    yield return (NameFolding.Fold(name), name);
                    from += count - 1;
                    break;
                }
            }
        }
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*")]
    private static partial Regex Capitals();
}

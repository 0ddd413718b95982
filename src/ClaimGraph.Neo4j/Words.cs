using System.Globalization;
using System.Text;

namespace ClaimGraph.Neo4j;

/// <summary>Text as words for search: lower case, letters without their marks, one blank between. The same on both sides, in the index and in a search.</summary>
internal static class Words
{
    // À .. ſ without their marks; a blank keeps the letter.
    private const string Plain =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    public static IReadOnlyList<string> Of(string? text) => [.. Each(text ?? "").Select(w => w.Word)];

    /// <summary>Where some words stand in a text.</summary>
    public static IReadOnlyList<Span> SpansOf(string text, IReadOnlySet<string> wanted) => [.. Each(text).Where(w => wanted.Contains(w.Word)).Select(w => w.Span)];

    /// <summary>The words between blanks, with one before and behind: " w " is found by <c>CONTAINS</c>.</summary>
    public static string Stored(params IEnumerable<string?> texts) => $" {string.Join(' ', texts.SelectMany(Of))} ";

    private static IEnumerable<(string Word, Span Span)> Each(string text)
    {
        var word = new StringBuilder();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                if (word.Length == 0) start = i;
                word.Append(Fold(text[i]));
            }
            else if (i == text.Length || char.GetUnicodeCategory(text[i]) is not UnicodeCategory.NonSpacingMark)
            {
                if (word.Length > 0) yield return (word.ToString(), new Span(start, i));
                word.Clear();
            }
        }
    }

    private static char Fold(char c) => c is >= 'À' and <= 'ſ' && c - 'À' < Plain.Length && Plain[c - 'À'] is var plain and not ' ' ? plain : char.ToLowerInvariant(c);
}

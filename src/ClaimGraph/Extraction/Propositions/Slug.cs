using System.Text;

namespace ClaimGraph.Extraction;

/// <summary>Words as parts of a key: lower case, letters folded to ASCII where a table has them, one hyphen between words.</summary>
internal static class Slug
{
    private const string From = "àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįıķłļñńňņòóôõöøōőŕřśşšșţťțùúûüūůűųýÿźżžßþæœ’'";
    private static readonly string[] To =
        ["a", "a", "a", "a", "a", "a", "a", "a", "a", "c", "c", "c", "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "i", "i", "i", "i", "i", "i", "i", "k", "l", "l", "n", "n", "n", "n",
         "o", "o", "o", "o", "o", "o", "o", "o", "r", "r", "s", "s", "s", "s", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "y", "y", "z", "z", "z", "ss", "th", "ae", "oe", "", ""];

    public static string Of(string words)
    {
        if (IsSlug(words)) return words;
        var slug = new StringBuilder(words.Length);
        foreach (var raw in words)
        {
            var c = char.ToLowerInvariant(raw);
            var at = From.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0) slug.Append(To[at]);
            else if (char.IsLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }

    private static bool IsSlug(string words)
    {
        foreach (var c in words) if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) return false;
        return true;
    }
}

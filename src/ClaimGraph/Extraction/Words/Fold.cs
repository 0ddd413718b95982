namespace ClaimGraph.Extraction.Words;

/// <summary>
/// Folding of letters for look-ups. Tables instead of <c>string.Normalize</c>, which does nothing under invariant globalization.
/// </summary>
internal static class Fold
{
    // À .. ſ without their marks; a blank keeps the letter as it is.
    private const string Latin =
        "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>A letter without its mark (é is e, š is s); every other character as it is.</summary>
    public static char Plain(char c) => c is >= 'À' and <= 'ſ' && Latin[c - 'À'] is var plain and not ' ' ? plain : c;

    /// <summary>Whether any letter is a small one.</summary>
    public static bool HasLower(string text)
    {
        foreach (var c in text) if (char.IsLower(c)) return true;
        return false;
    }

    /// <summary>Lower case, straight quotes, plain blanks: the form in which words are looked up.</summary>
    public static char Lower(char c) => c switch
    {
        '‘' or '’' or '‛' or '′' or 'ʼ' or '`' or '´' => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' => '"',
        '\u00A0' or '\u202F' or '\u2009' or '\u2007' => ' ',
        '‐' or '‑' => '-',
        _ => char.ToLowerInvariant(c),
    };

    public static string Lower(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        for (var i = 0; i < text.Length; i++) folded[i] = Lower(text[i]);
        return new string(folded);
    }

    /// <summary>A name for comparison: lower case, no marks, no points, single blanks, no leading article.</summary>
    public static string Name(string name)
    {
        Span<char> folded = name.Length <= 256 ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            var plain = Plain(Lower(c));
            if (char.IsLetterOrDigit(plain)) folded[length++] = char.ToLowerInvariant(plain);
            else if (plain is '.' or '\'') continue;
            else if (length > 0 && folded[length - 1] != ' ') folded[length++] = ' ';
        }
        ReadOnlySpan<char> text = folded[..length].TrimEnd();
        if (text.StartsWith("the ", StringComparison.Ordinal)) text = text[4..];
        return text.SequenceEqual(name) ? name : new string(text);
    }
}

using System.Text;

namespace ClaimGraph.Extraction;

/// <summary>
/// Names from different transcriptions made alike: without article ("al-", "the"), doubled letters, vowel differences and a last h.
/// "Khan Sheikhoun", "Khan Sheikhun" and "Khan Shaykhun" fold to one; "Central Aceh" stays apart from "Aceh".
/// </summary>
public static class NameFolding
{
    public static string Fold(string name)
    {
        var slug = Slug.Of(name);
        var folded = new StringBuilder(slug.Length);
        foreach (var word in slug.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "al" or "el" or "the" or "ad" or "ash" or "an" or "as" or "ar" or "at" or "az" or "of" or "de" or "la" or "le" && slug.Length > word.Length + 1) continue;
            var skeleton = Word(word);
            if (skeleton.Length == 0) continue;
            if (folded.Length > 0) folded.Append(' ');
            folded.Append(skeleton);
        }
        return folded.ToString();
    }

    /// <summary>A consonant skeleton where four consonants are left (three, if the name begins with one); else the word with like vowels made one.</summary>
    private static string Word(string word)
    {
        var plain = word.EndsWith('s') && word.Length > 4 && word[^2] == '\'' ? word[..^2] : word;
        Span<char> consonants = plain.Length <= 128 ? stackalloc char[plain.Length] : new char[plain.Length];
        Span<char> vowels = plain.Length <= 128 ? stackalloc char[plain.Length] : new char[plain.Length];
        int hard = 0, all = 0;
        var last = '\0';
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i] switch { 'q' => 'k', 'c' => 'k', 'y' when i > 0 => 'i', 'j' => 'j', 'z' => 's', _ => plain[i] };
            if (c == 'h' && i == plain.Length - 1) continue;
            if (c == last) continue;
            last = c;
            var vowel = c is 'a' or 'e' or 'i' or 'o' or 'u';
            if (!vowel) consonants[hard++] = c;
            if (vowel) { var v = c is 'e' or 'i' ? 'i' : c is 'o' or 'u' ? 'u' : 'a'; if (all == 0 || vowels[all - 1] != v) vowels[all++] = v; }
            else vowels[all++] = c;
        }
        var startsWithConsonant = plain.Length > 0 && plain[0] is not ('a' or 'e' or 'i' or 'o' or 'u');
        if (hard >= 4 || (hard == 3 && startsWithConsonant)) return startsWithConsonant ? new string(consonants[..hard]) : string.Concat(plain.AsSpan(0, 1), consonants[..hard]);
        return new string(vowels[..all]);
    }
}

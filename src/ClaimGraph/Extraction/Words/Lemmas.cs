namespace ClaimGraph.Extraction.Words;

/// <summary>Nouns and verbs to their dictionary form: a list of irregular forms, then suffix rules. Every other word is its own lemma.</summary>
internal static class Lemmas
{
    public static string Of(string lower, Tag tag) => tag switch
    {
        Tag.Noun => Irregular.Value.Nouns.GetValueOrDefault(lower) ?? Singular(lower),
        Tag.Verb or Tag.Aux => Irregular.Value.Verbs.GetValueOrDefault(lower) ?? Infinitive(lower),
        _ => lower,
    };

    private static readonly Lazy<(Dictionary<string, string> Verbs, Dictionary<string, string> Nouns, HashSet<string> Mute)> Irregular = new(Load);

    private static (Dictionary<string, string>, Dictionary<string, string>, HashSet<string>) Load()
    {
        var sections = WordList.Sections("irregular");
        return (Pairs(sections["verbs"]), Pairs(sections["nouns"]), new HashSet<string>(sections["mute e"], StringComparer.Ordinal));

        static Dictionary<string, string> Pairs(IReadOnlyList<string> entries)
        {
            var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var words in entries.Select(e => e.Split(' ')))
                foreach (var form in words.Skip(1)) pairs.TryAdd(form, words[0]);
            return pairs;
        }
    }

    private static string Singular(string w)
    {
        if (w.Length < 4 || w[^1] != 's' || w.EndsWith("ss", StringComparison.Ordinal) || w.EndsWith("us", StringComparison.Ordinal) || w.EndsWith("is", StringComparison.Ordinal)) return w;
        if (w.EndsWith("ies", StringComparison.Ordinal) && w.Length > 4) return w[..^3] + "y";
        if (w.EndsWith("ches", StringComparison.Ordinal) || w.EndsWith("shes", StringComparison.Ordinal) || w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("xes", StringComparison.Ordinal)) return w[..^2];
        return w[..^1];
    }

    private static string Infinitive(string w)
    {
        if (w.Length < 4) return w;
        if (w.EndsWith("ies", StringComparison.Ordinal) || w.EndsWith("ied", StringComparison.Ordinal)) return w.Length > 4 ? w[..^3] + "y" : w[..^1];
        if (w.EndsWith("ches", StringComparison.Ordinal) || w.EndsWith("shes", StringComparison.Ordinal) || w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("xes", StringComparison.Ordinal) || w.EndsWith("zzes", StringComparison.Ordinal)) return w[..^2];
        if (w[^1] == 's' && w[^2] != 's' && w[^2] != 'u' && w[^2] != 'i') return w[..^1];
        if (w.EndsWith("eed", StringComparison.Ordinal)) return w is "agreed" or "freed" or "guaranteed" or "decreed" or "refereed" ? w[..^1] : w;
        if (w.EndsWith("ed", StringComparison.Ordinal)) return Stem(w[..^2]);
        if (w.EndsWith("ing", StringComparison.Ordinal) && w.Length > 5) return Stem(w[..^3]);
        return w;
    }

    /// <summary>A stem that has lost its ending: doubled letters are undone, a mute e comes back where the stem needs one.</summary>
    private static string Stem(string s)
    {
        if (s.Length < 2) return s;
        if (Irregular.Value.Mute.Contains(s)) return s + "e";
        char last = s[^1], before = s[^2];
        if (last == before && last is not ('l' or 's' or 'z' or 'f' or 'e' or 'o')) return s[..^1];
        if (last == 'l' && before == 'l' && s.Length > 4 && s is not ("install" or "enroll" or "stall" or "recall" or "swell" or "spell" or "smell" or "drill" or "spill" or "skill" or "shell" or "stroll" or "scroll" or "instill")) return s[..^1];
        if (last is 'c' or 'v' or 'u' && s.Length > 2) return s + "e";
        if (last == 'g' && before is 'n' or 'd' or 'r' or 'a' or 'e' or 'l' && s is not ("bring" or "hang" or "belong" or "long" or "ring" or "sing" or "bang" or "cling" or "swing")) return before is 'n' && s.Length < 6 && s is not ("chang" or "rang" or "arrang" or "plung" or "lung" or "hing" or "binge") ? s : s + "e";
        if (last == 's' && before is 'a' or 'e' or 'i' or 'o' or 'u' or 'n' or 'r' or 'p' && s is not ("focus" or "bias")) return s + "e";
        if (last == 'z' && before is 'i' or 'y' or 'a') return s + "e";
        if (last == 't' && before == 'a' && s.Length > 4 && !IsVowel(s[^3]) || s.EndsWith("iat", StringComparison.Ordinal) || s.EndsWith("eat", StringComparison.Ordinal) && s.EndsWith("creat", StringComparison.Ordinal) || s.EndsWith("uat", StringComparison.Ordinal)) return s + "e";
        if (last == 'r' && before is 'i' or 'u' && s.Length > 2 && !IsVowel(s[^3])) return s + "e";
        if (last == 'l' && before is 'b' or 'p' or 't' or 'd' or 'g' or 'k' or 'f' or 'z') return s + "e";
        return s;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}

namespace ClaimGraph.Extraction.Tagging;

/// <summary>A tag from closed word classes and endings: what is left where there are no weights, and a feature for those that are.</summary>
internal static class SuffixTagger
{
    public static Tag Guess(IReadOnlyList<Token> tokens, int i)
    {
        var (text, w) = (tokens[i].Text, tokens[i].Lower);
        if (Closed.TryGetValue(w, out var closed)) return closed;
        if (char.IsAsciiDigit(w[0])) return Tag.Num;
        if (!char.IsLetterOrDigit(w[0]) && w[0] != '\'') return w[0] is '$' or '€' or '£' or '%' or '+' or '=' or '¥' || char.IsSurrogate(w[0]) ? Tag.Sym : Tag.Punct;
        var previous = i > 0 ? tokens[i - 1].Lower : "";
        if (char.IsUpper(text[0]) && i > 0 && !".:\"'(".Contains(previous[0], StringComparison.Ordinal)) return Tag.Propn;
        if (w.EndsWith("ly", StringComparison.Ordinal)) return Tag.Adv;
        if (previous is "to" or "will" or "would" or "can" or "could" or "should" or "may" or "might" or "must" or "not" or "n't") return Tag.Verb;
        if (w.EndsWith("ed", StringComparison.Ordinal) || SpeechPast.Contains(w) || w.EndsWith("ing", StringComparison.Ordinal) && previous is "is" or "are" or "was" or "were" or "been" or "be") return Tag.Verb;
        foreach (var ending in AdjectiveEndings) if (w.EndsWith(ending, StringComparison.Ordinal)) return Tag.Adj;
        return char.IsUpper(text[0]) && i > 0 ? Tag.Propn : Tag.Noun;
    }

    private static readonly string[] AdjectiveEndings = ["ous", "ful", "able", "ible", "ive", "ical", "ish", "less", "ary", "ial"];

    private static readonly HashSet<string> SpeechPast = new("said says say told tells tell wrote writes found made went came took gave knew thought saw held led left won lost fell rose began became kept sent built spent met paid".Split(' '), StringComparer.Ordinal);

    private static readonly Dictionary<string, Tag> Closed = Load(
        (Tag.Det, "the a an this that these those no every each some any all both another which whose"),
        (Tag.Pron, "i you he she it we they me him her us them my your his its our their who whom what someone somebody anyone nobody everyone nothing something none there itself himself herself themselves"),
        (Tag.Adp, "of in on at by for with from to into onto over under after before between among against during without within through about across near toward towards despite amid per via upon since until"),
        (Tag.Aux, "is are was were be been being am has have had do does did will would can could should may might must shall 's 're 've 'll 'd 'm"),
        (Tag.Cconj, "and or but nor yet"),
        (Tag.Sconj, "if because although though while whether unless as than when where"),
        (Tag.Adv, "also already still now then later however meanwhile so far very too just only even again never ever not here soon once almost about"),
        (Tag.Part, "n't not to '"),
        (Tag.Num, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion"));

    private static Dictionary<string, Tag> Load(params ReadOnlySpan<(Tag Tag, string Words)> classes)
    {
        var words = new Dictionary<string, Tag>(StringComparer.Ordinal);
        foreach (var (tag, list) in classes)
            foreach (var word in list.Split(' ')) words.TryAdd(word, tag);
        return words;
    }
}

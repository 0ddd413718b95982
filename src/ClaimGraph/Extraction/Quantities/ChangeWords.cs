namespace ClaimGraph.Extraction;

/// <summary>Whether a number is a level or a change, from the words around it.</summary>
internal static class ChangeWords
{
    private static readonly Dictionary<string, QuantityChange> Verbs = new(StringComparer.Ordinal), ByNoun = new(StringComparer.Ordinal);

    static ChangeWords()
    {
        foreach (var row in WordList.Rows("changes"))
        {
            var table = row[1] == "verb" ? Verbs : ByNoun;
            foreach (var word in WordList.Words(row[2])) table[word.Replace('_', ' ')] = Enum.Parse<QuantityChange>(row[0], ignoreCase: true);
        }
    }

    /// <param name="start">Where comparator and number begin.</param>
    /// <param name="relative">A percentage or amount: "sales rose 4 percent". A plain count after a verb of change is a level ("lost 12 men").</param>
    public static (QuantityChange Change, bool ByVerb) Read(List<Piece> p, int start, int end, bool relative, bool percent)
    {
        var (at, by, to) = (start - 1, false, false);
        if (at >= 0 && p[at].Is("by")) { by = true; at--; }
        else if (at >= 0 && p[at].Is("to")) { to = true; at--; }
        else if (at >= 0 && p[at].Lower is "a" or "an" or "of") at--;
        // the verb directly, or over its object: "boost production by", "grow sales by", "dropped 7% to"
        for (int i = at, steps = 0; i >= 0 && steps < (by || to ? 6 : 2); i--, steps++)
        {
            if (p[i].Kind == PieceKind.Mark && p[i].Text is not ("%" or "$" or "€" or "£" or "." or "/")) break;
            if (Verbs.TryGetValue(p[i].Lower, out var change) && !NotThere(p, i))
            {
                // "Lost 4,600 barrels", "cut $5m": what went, not by how much something else moved.
                if (!percent && !by && !to && p[i].Lower is "lost" or "lose" or "loses" or "losing" or "shed" or "cut" or "cuts" or "cutting" or "added" or "adding" or "raised" or "raise" or "raising" or "gained" or "gains" or "lifted" or "reduced") return (QuantityChange.Level, false);
                if (to) return (QuantityChange.To, true);
                if (by || relative) return (change, true);
                return (QuantityChange.Level, false);
            }
            if (p[i].Lower is "from" or "with" or "at" or "said") break;
        }
        // "an increase of 5 percent", "a 4 percent drop"
        if (start > 1 && p[start - 1].Is("of") && ByNoun.TryGetValue(Nouns.Singular(p[start - 2].Lower), out var named) && (percent || Nouns.Singular(p[start - 2].Lower) is not ("cut" or "loss" or "gain" or "reduction" or "raise" or "boost"))) return (named, false);
        for (var i = end; i < p.Count && i < end + 2 && p[i].Kind == PieceKind.Word; i++)
        {
            if (ByNoun.TryGetValue(p[i].Lower, out var noun) && (percent || p[i].Lower is not ("loss" or "losses" or "gain" or "cut" or "reduction" or "fall"))) return (noun, false);
            if (p[i].Lower is "higher") return (QuantityChange.Up, false);
            if (p[i].Lower is "lower") return (QuantityChange.Down, false);
        }
        return (QuantityChange.Level, false);
    }

    private static bool NotThere(List<Piece> p, int i) => p[i].Lower is "down" or "up" or "cut" or "added" && i > 0 && p[i - 1].Lower is "shot" or "broke" or "set" or "gave" or "end" or "ended" or "made" or "make" or "makes" or "took" or "grew up" or "he" or "she" or "picked";

    /// <summary>"from 740 to 610 million": after a verb of change the second number is where it stands now.</summary>
    public static bool IsVerb(string lower) => Verbs.ContainsKey(lower);
}

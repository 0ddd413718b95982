namespace ClaimGraph.Extraction;

internal enum Bound : byte { More, Least, Less, Most, About, Exact }

/// <summary>Comparator phrases around a number.</summary>
internal static class ComparatorWords
{
    private static readonly Dictionary<string, Bound> Before = new(StringComparer.Ordinal), After = new(StringComparer.Ordinal);

    static ComparatorWords()
    {
        foreach (var row in WordList.Rows("comparators"))
        {
            var table = row[0] == "before" ? Before : After;
            foreach (var phrase in WordList.Phrases(row[2])) table[phrase] = Enum.Parse<Bound>(row[1], ignoreCase: true);
        }
    }

    /// <summary>The comparators that end right before <paramref name="start"/>, outermost last; quotes between are skipped.</summary>
    public static int ReadBefore(List<Piece> p, int start, List<Bound> found)
    {
        var at = start;
        // "sub-7 nanometre"
        if (start > 1 && p[start - 1].Dash && p[start - 1].Glued && p[start].Glued && p[start - 2].Is("sub")) { found.Add(Bound.Less); return start - 2; }
        for (var round = 0; round < 3; round++)
        {
            var end = at;
            while (end > 0 && (p[end - 1].Text is "\"" or "“" or "”" or "'" or "‘" or "’" or "(" or "„" or "«")) end--;
            var (phrase, best, words) = ("", -1, 0);
            for (var i = end - 1; i >= 0 && words < 5; i--)
            {
                if (p[i].Kind == PieceKind.Mark && p[i].Text is not ("<" or ">" or "~" or "≈" or "≥" or "≤" or "∼")) break;
                phrase = phrase.Length == 0 ? p[i].Lower : p[i].Lower + " " + phrase;
                words++;
                if (Before.TryGetValue(phrase, out var bound) && Fits(p, i, phrase))
                {
                    if (best >= 0) found.RemoveAt(found.Count - 1);
                    found.Add(bound);
                    best = i;
                }
            }
            if (best < 0) break;
            at = best;
        }
        // "left more 50 people": feeds lose the "than".
        if (at == start && start > 0 && p[start - 1].Is("more") && start > 1 && p[start - 2].Kind == PieceKind.Word && p[start].Kind == PieceKind.Digits) { found.Add(Bound.More); at = start - 1; }
        return at;
    }

    /// <summary>Prepositions of place are no comparators: "spread over 5 acres" stays ambiguous and is read as written, "in just under a week" is one.</summary>
    private static bool Fits(List<Piece> p, int i, string phrase) => phrase switch
    {
        "all" => i == 0 || p[i - 1].Lower is not ("at" or "of" or "in" or "after" or "above"),
        "under" => i == 0 || p[i - 1].Lower is not ("kids" or "children" or "those" or "those aged" or "aged" or "anyone"),
        "near" => false,
        "within" => i == 0 || !p[i - 1].Is("from"),
        "about" => i == 0 || p[i - 1].Lower is not ("what" or "how" or "all" or "talk" or "talking" or "worried" or "concerned" or "report"),
        "around" => i == 0 || !p[i - 1].Is("all"),
        _ => true,
    };

    /// <summary>A comparator that follows, and where it ends; -1 where none does.</summary>
    public static int ReadAfter(List<Piece> p, int end, List<Bound> found)
    {
        if (end < p.Count && p[end].Is("+") && p[end].Glued) { found.Add(Bound.Least); return end + 1; }
        var phrase = "";
        for (var i = end; i < p.Count && i < end + 3 && p[i].Kind == PieceKind.Word; i++)
        {
            phrase = phrase.Length == 0 ? p[i].Lower : phrase + " " + p[i].Lower;
            if (After.TryGetValue(phrase, out var bound)) { found.Add(bound); return i + 1; }
        }
        return -1;
    }
}

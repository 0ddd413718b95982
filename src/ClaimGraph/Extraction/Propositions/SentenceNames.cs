using System.Text;

namespace ClaimGraph.Extraction;

/// <summary>The names in a sentence, folded, for telling events apart; those after a preposition of place also as places.</summary>
internal sealed record SentenceNames(IReadOnlyList<string> All, IReadOnlyList<string> Places)
{
    private static readonly HashSet<string> Common = [.. WordList.Rows("common-names").SelectMany(r => WordList.Words(r[0]))];
    private static readonly HashSet<string> PlacePrepositions = new(["in", "at", "near", "outside", "around", "of", "from", "to", "on", "across", "off", "into", "over", "between", "towards", "toward", "inside"], StringComparer.Ordinal);

    /// <summary>Runs of capital words: at the sentence's opening only where a tag or a second capital says so.</summary>
    public static SentenceNames Read(List<Piece> p)
    {
        List<string> names = [], places = [], surnames = [];
        for (var i = 0; i < p.Count; i++)
        {
            if (!IsName(p, i)) continue;
            var end = i + 1;
            while (end < p.Count)
            {
                if (IsName(p, end) && (p[end].Start <= p[end - 1].End + 1)) end++;
                else if (p[end].Dash && p[end].Glued && end + 1 < p.Count && p[end + 1].Glued && p[end + 1].Kind == PieceKind.Word) end += 2;
                else if (p[end].Lower is "al" or "el" or "bin" or "ibn" or "de" or "la" or "van" or "von" or "abu" && end + 1 < p.Count && IsName(p, end + 1)) end += 2;
                else break;
            }
            var opens = i == 0 || p[i - 1].Text is "." or "“" or "\"" or ":";
            var start = i;
            if (opens && end == i + 1 && p[i].Tag is not Tag.Propn && !(p[i].Tag is Tag.X && p[i].Text.Length > 3 && !Ordinary(p[i].Lower))) { i = end - 1; continue; }
            // Common words at either end are no part of the name: "Syrian Observatory", "President Obama".
            while (start < end && Common.Contains(p[start].Lower)) start++;
            var last = end;
            while (last > start && Common.Contains(p[last - 1].Lower)) last--;
            if (start < last)
            {
                var folded = NameFolding.Fold(Words(p, start, last));
                if (folded.Length > 1)
                {
                    var place = (start > 0 && PlacePrepositions.Contains(p[start - 1].Lower)) || (last < p.Count && p[last].Lower is "province" or "town" or "district" or "village" or "city" or "camp" or "governorate" or "region" or "neighbourhood" or "neighborhood" or "suburb" or "county");
                    if (place && !places.Contains(folded)) places.Add(folded);
                    if (!names.Contains(folded)) names.Add(folded);
                    // "Yvonne Hiller" is "Hiller" later on; "Central Aceh" is not Aceh.
                    if (last - start is 2 or 3 && !place && p[last - 1].Kind == PieceKind.Word && NameFolding.Fold(WithoutPossessive(p[last - 1].Text)) is { Length: > 2 } surname && !surnames.Contains(surname)) surnames.Add(surname);
                }
            }
            i = end - 1;
        }
        foreach (var surname in surnames) if (!names.Contains(surname)) names.Add(surname);
        return new(names, places);
    }

    private static string Words(List<Piece> p, int start, int end)
    {
        if (end == start + 1) return WithoutPossessive(p[start].Text);
        var words = new StringBuilder();
        for (var i = start; i < end; i++) if (p[i].Kind == PieceKind.Word) words.Append(words.Length > 0 ? " " : "").Append(WithoutPossessive(p[i].Text));
        return words.ToString();
    }

    private static string WithoutPossessive(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    private static bool Ordinary(string lower) => lower is "this" or "that" or "these" or "those" or "they" or "there" or "when" or "while" or "after" or "before" or "however" or "meanwhile" or "with" or "from" or "some" or "more" or "most" or "many" or "several" or "according" or "earlier" or "later"
        or "also" or "activists" or "officials" or "police" or "residents" or "witnesses" or "local" or "about" or "around" or "over" or "nearly" or "almost" or "least" or "since" or "what" or "where" or "which" or "their" or "then" or "other" or "another" or "both" or "each" or "under" or "during" or "only"
        || Nouns.IsPlural(lower) || lower.EndsWith("ing", StringComparison.Ordinal) || lower.EndsWith("ly", StringComparison.Ordinal) || Numerals.IsSmall(lower);

    private static bool IsName(List<Piece> p, int i) => p[i].Capital && p[i].Text.Length > 1 && p[i].Lower is not ("i" or "the" or "a" or "an" or "i'm" or "it" or "he" or "she" or "we" or "but" or "and" or "in" or "on" or "at" or "of" or "for" or "as" or "if") && !Numerals.IsSmall(p[i].Lower) && !(p[i].Tag is Tag.Verb or Tag.Adp or Tag.Pron or Tag.Det or Tag.Adv or Tag.Sconj or Tag.Cconj or Tag.Aux);

    /// <summary>"Syria's Idlib" is Idlib.</summary>
    public static string WithoutCommonWords(string name) =>
        string.Join(' ', name.Split(' ').Where(w => !Common.Contains(w.ToLowerInvariant()) && !Common.Contains(w.ToLowerInvariant().Replace("'s", "", StringComparison.Ordinal).TrimEnd('s'))));
}

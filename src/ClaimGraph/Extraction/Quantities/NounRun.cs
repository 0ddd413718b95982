namespace ClaimGraph.Extraction;

/// <summary>The nouns that a number counts: "12 armed Somali <b>pirates</b>".</summary>
/// <param name="Head">Singular, lower case; null for pronouns ("of them").</param>
internal readonly record struct NounRun(string? Head, int Start, int End, IReadOnlyList<string> Modifiers, bool Partitive)
{
    private const int MostWords = 7;

    private static readonly HashSet<string> Stops = new(
        ["the", "a", "an", "of", "in", "on", "at", "by", "for", "from", "to", "with", "and", "or", "but", "as", "that", "which", "who", "whom", "whose", "when", "where", "while", "after", "before", "since",
         "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "will", "would", "could", "should", "may", "might", "can", "did", "do", "does", "not", "n't", "so", "far", "than", "then", "there",
         "said", "says", "say", "killed", "died", "injured", "wounded", "left", "including", "into", "over", "under", "across", "near", "around", "out", "up", "down", "off", "about", "against", "between", "during",
         "through", "ago", "later", "earlier", "each", "per", "it", "he", "she", "they", "we", "his", "her", "their", "its", "our", "my", "also", "still", "yet", "already", "now", "every", "if", "because", "although", "though",
         "more", "less", "inside", "outside", "within", "without", "among", "amid", "despite", "until", "upon", "apart", "away", "back", "together", "last", "this", "next", "just", "only", "even", "too", "very", "most"], StringComparer.Ordinal);

    /// <param name="many">The number is not one: the first plural noun ends the run.</param>
    public static NounRun? Read(List<Piece> p, int i, bool many)
    {
        var (at, partitive) = (i, false);
        if (at < p.Count && p[at].Dash && p[at].Glued) at++;
        if (at < p.Count && p[at].Is("of") || at > i && at > 0 && p[at - 1].Is("of"))
        {
            if (p[at].Is("of")) at++;
            partitive = true;
        }
        else if (at > 0 && p[at - 1].Is("of") && at == i) partitive = false;
        while (at < p.Count && p[at].Lower is "the" or "these" or "those" or "its" or "their" or "his" or "her" or "our" or "all" or "whole" && p[at].Kind == PieceKind.Word && (partitive || (i > 0 && p[i - 1].Is("of"))))
        {
            at++;
            partitive = true;
        }
        // "Nine of Baldwin County's 14 beaches", "two of their nine deputies": what is counted stands behind the second number.
        if (partitive)
        {
            for (var k = at; k < Math.Min(p.Count, at + 6); k++)
            {
                if (Numerals.Read(p, k) is { Form: NumeralForm.Digits or NumeralForm.Words } whole && k > i && !(k == at && p[k].Kind == PieceKind.Digits && NotQuantities.LooksLikeYear(p[k].Text))) { at = whole.End; break; }
                if (!(p[k].Capital || p[k].Lower is "the" or "their" or "its" or "his" or "her" or "our" or "'s" or "’s" || p[k].Text is "'" or "’")) break;
            }
        }
        if (at < p.Count && p[at].Text is "”" or "\"" or "“" && at == i) at++;
        if (at >= p.Count || p[at].Kind != PieceKind.Word) return null;
        if (p[at].Lower is "them" or "whom" or "us" or "you" or "which" && (partitive || p[i - 1].Is("of"))) return new NounRun(null, at, at + 1, [], true);
        var start = at;
        // "27-member union", "five-boat attack": the hyphen binds the number to the one word behind it.
        if (!partitive && at == i + 1 && i < p.Count && p[i].Dash && p[i].Glued && p[at].Glued && !(at + 1 < p.Count && p[at + 1].Dash && p[at + 1].Glued)) return new NounRun(Nouns.Singular(p[at].Lower), at, at + 1, [], false);
        var last = -1;
        for (var words = 0; at < p.Count && words < MostWords; words++)
        {
            var piece = p[at];
            if (piece.Kind == PieceKind.Mark)
            {
                // "rocket-propelled", "tank/artillery", 'armed "militants"'
                if (piece.Dash && piece.Glued && at + 1 < p.Count && p[at + 1].Kind == PieceKind.Word && p[at + 1].Glued) { at++; continue; }
                if (piece.Text is "\"" or "“" or "”" or "‘" or "'" or "’" && at == start) { at++; start = at; continue; }
                break;
            }
            if (piece.Kind == PieceKind.Digits || (Stops.Contains(piece.Lower) && !(piece.Lower is "and" && Joins(p, at, last)))) break;
            if (piece.Lower.EndsWith("'s", StringComparison.Ordinal)) { at++; continue; }
            if (piece.Lower is "and") { at++; continue; }
            if (last >= 0 && many && Nouns.IsPlural(p[last].Lower) && !GoesOn(p, last, at)) break;
            if (IsVerb(p, at, last)) break;
            if (piece.Lower.EndsWith("ly", StringComparison.Ordinal) && piece.Tag is not (Tag.Noun or Tag.Propn or Tag.Adj) && piece.Lower is not ("family" or "assembly" or "early" or "elderly" or "friendly" or "ally" or "likely")) { if (last >= 0) break; at++; continue; }
            if (piece.Tag is Tag.Adj or Tag.Verb or Tag.Adv or Tag.Det or Tag.Num && !(many && Nouns.IsPlural(piece.Lower) && piece.Tag != Tag.Verb)) { at++; if (last < 0 || piece.Tag == Tag.Adj) continue; break; }
            last = at;
            at++;
        }
        // Untagged text has no nouns to go by: the last word of the run stands in.
        if (last < 0) last = at - 1 >= start && p[at - 1].Kind == PieceKind.Word && !Stops.Contains(p[at - 1].Lower) && !p[at - 1].Lower.EndsWith("ly", StringComparison.Ordinal) ? at - 1 : -1;
        if (last < start) return null;
        List<string> modifiers = [];
        for (var j = start; j < last; j++) if (p[j].Kind == PieceKind.Word && p[j].Lower != "and") modifiers.Add(p[j].Lower);
        return new NounRun(Nouns.Singular(p[last].Lower), start, last + 1, modifiers, partitive);
    }

    /// <summary>"Somali and Yemeni pirates": "and" joins two modifiers, not two counted things.</summary>
    private static bool Joins(List<Piece> p, int and, int last) =>
        and > 0 && and + 1 < p.Count && !(last == and - 1 && Nouns.IsPlural(p[last].Lower)) && p[and - 1].Kind == PieceKind.Word
        && p[and + 1].Kind == PieceKind.Word && (p[and - 1].Tag is Tag.Adj || (p[and - 1].Capital && p[and + 1].Capital && and + 2 < p.Count && p[and + 2].Kind == PieceKind.Word && Nouns.IsPlural(p[and + 2].Lower)));

    /// <summary>After a plural only a noun goes on: "sports cars", "arms dealers"; "people Saturday" does not.</summary>
    private static bool GoesOn(List<Piece> p, int last, int at) =>
        last == at - 1 && !p[at].Capital && p[at].Tag is Tag.Noun && Nouns.IsPlural(p[at].Lower) && p[last].Lower is not ("people" or "civilians" or "children" or "women" or "men" or "others");

    /// <summary>A verb ends the run; a participle before a noun does not ("armed men").</summary>
    private static bool IsVerb(List<Piece> p, int at, int last)
    {
        var piece = p[at];
        if (piece.Tag is Tag.Aux or Tag.Adp or Tag.Sconj or Tag.Pron or Tag.Part) return true;
        if (piece.Tag != Tag.Verb) return false;
        if (last >= 0) return true;
        return at + 1 >= p.Count || p[at + 1].Kind != PieceKind.Word || p[at + 1].Tag is not (Tag.Noun or Tag.Adj or Tag.Propn or Tag.Verb);
    }
}

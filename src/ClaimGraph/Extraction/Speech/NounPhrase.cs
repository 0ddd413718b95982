using ClaimGraph.Extraction.Dating;
using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction.Speech;

/// <summary>The noun phrase that ends or begins at a place of a sentence, read by tags.</summary>
internal static class NounPhrase
{
    /// <summary>The phrase whose last token stands before <paramref name="end"/>, with an explaining clause between commas.</summary>
    /// <returns>Whole: with what explains it; head: without.</returns>
    public static (Run Whole, Run Head)? Before(IReadOnlyList<Token> tokens, int end, int from)
    {
        var j = end - 1;
        if (j < from) return null;
        var headEnd = end;
        if (tokens[j].Text is "," or ")" or "–" or "—" or "-")
        {
            var opening = Opening(tokens, j, from);
            if (opening < 0) return null;
            headEnd = opening;
        }
        // "a poll released on Friday shows": the participle explains the head.
        else if (IsTime(tokens[j].Lower))
        {
            var participle = j - 1;
            if (participle > from && tokens[participle].Tag == Tag.Adp) participle--;
            if (participle > from && tokens[participle].Tag == Tag.Verb && tokens[participle].Lower.EndsWith("ed", StringComparison.Ordinal) && tokens[participle - 1].Tag is Tag.Noun or Tag.Propn) headEnd = participle;
        }
        // "Rep. Jim Jordan (R-Ohio), a panel member, said".
        if (headEnd > from + 2 && headEnd < end && tokens[headEnd - 1].Text == ")" && Opening(tokens, headEnd - 1, from) is var bracket and > 0) headEnd = bracket;
        if (headEnd <= from) return null;
        if (Left(tokens, headEnd, from) is not { } first) return null;
        // "A note that appeared on its website says": the relative clause explains the note.
        if (first - 4 >= from && tokens[first - 1].Tag == Tag.Adp && tokens[first - 2].Tag == Tag.Verb && tokens[first - 3].Lower is "that" or "which" && tokens[first - 4].Tag is Tag.Noun && Left(tokens, first - 3, from) is { } head) return (new(head, end), new(head, headEnd));
        return (new(first, end), new(first, headEnd));
    }

    /// <summary>Where the inserted words that end at <paramref name="close"/> begin.</summary>
    private static int Opening(IReadOnlyList<Token> tokens, int close, int from)
    {
        if (tokens[close].Text == ")")
        {
            for (var k = close - 1; k >= from; k--) if (tokens[k].Text == "(") return k;
            return -1;
        }
        for (var k = close - 1; k >= from && k > close - 34; k--)
        {
            if (tokens[k].Text != tokens[close].Text) continue;
            if (k + 1 == close || k == from) return -1;
            var w = tokens[k + 1];
            // Another comma may stand within the insertion: "X, the head of A, B and C, said".
            if (w.Lower is "who" or "which" or "whose" or "whom" or "where" || w.Tag is Tag.Det or Tag.Num or Tag.Noun or Tag.Propn or Tag.Adj || w.Lower is "himself" or "herself" or "now" or "then" or "also" or "one" or "himself" or "speaking" or "citing" or "referring" or "in" or "on" or "like" or "including" or "as" or "writing" or "asked" or "along" or "at" or "for" or "with" || w.Tag == Tag.Verb)
            {
                if (w.Tag is Tag.Noun or Tag.Propn or Tag.Adj or Tag.Num && Earlier(tokens, k, from) is var outer and >= 0) return outer;
                return k;
            }
        }
        return -1;
    }

    private static int Earlier(IReadOnlyList<Token> tokens, int k, int from)
    {
        for (var e = k - 1; e >= from && e > k - 20; e--)
        {
            if (tokens[e].Text == "," && e + 1 < k && tokens[e + 1].Lower is "who" or "which" or "whose" or "a" or "the" or "an") return e > from && tokens[e - 1].Tag is Tag.Propn or Tag.Noun ? e : -1;
            if (tokens[e].Text is "." or ";" or ":" || QuoteMap.IsDouble(tokens[e].Text)) return -1;
        }
        return -1;
    }

    /// <summary>A surname that the tagger does not know, right before the verb: "Lena Falk said".</summary>
    private static bool IsUnknownName(IReadOnlyList<Token> tokens, int k, int end) =>
        k == end - 1 && k > 0 && char.IsUpper(tokens[k].Text[0]) && tokens[k].Text.Length > 2 && tokens[k].Text.Any(char.IsLower) && tokens[k].Tag is Tag.X or Tag.Verb or Tag.Adv or Tag.Adj && char.IsUpper(tokens[k - 1].Text[0]);

    public static bool HasVerb(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var k = from; k < to; k++) if (tokens[k].Tag is Tag.Verb or Tag.Aux) return true;
        return false;
    }

    /// <summary>The first token of the phrase that ends before <paramref name="end"/>, or null where none does.</summary>
    private static int? Left(IReadOnlyList<Token> tokens, int end, int from)
    {
        var last = tokens[end - 1];
        if (last.Tag == Tag.Pron || last.Lower is "he" or "she" or "they" or "it" or "we" or "i" or "you" or "who" or "which" or "that" or "this" or "these" or "those" or "one" or "some" or "many" or "others" or "both" or "none" or "all" or "another")
        {
            if (last.Lower is "them" or "these" && end - 3 >= from && tokens[end - 2].Lower == "of") return tokens[end - 3].Lower is "all" or "some" or "most" or "many" or "both" or "none" or "one" ? end - 3 : null;
            // "Those close to him", "people around her".
            if (last.Lower is "him" or "her" or "them" or "us" && end - 3 >= from && tokens[end - 2].Tag == Tag.Adp) return tokens[end - 3].Tag is Tag.Adj && end - 4 >= from ? end - 4 : end - 3;
            return last.Lower is "him" or "her" or "me" or "us" or "itself" or "himself" or "what" or "there" or "my" or "your" or "their" or "his" ? null : end - 1;
        }
        var (first, nominal, andSeen) = (end, false, false);
        for (var k = end - 1; k >= from; k--)
        {
            var t = tokens[k];
            if (t.Tag is Tag.Noun or Tag.Propn or Tag.Sym || t.Tag == Tag.Num || IsUnknownName(tokens, k, end) || nominal && NameWords.Shared.Titles.Contains(t.Lower))
            {
                if (nominal && first < end && t.Tag == Tag.Noun && tokens[first].Tag == Tag.Propn && char.IsLower(t.Text[0]) && !IsRole(t.Lower)) break;
                if (nominal && (IsTime(t.Lower) || DateWords.MonthOf(t.Lower) > 0 && t.Lower != "may" || DateWords.YearOf(t.Lower) > 0) && tokens[k + 1].Lower is not "'s") break;
                first = k;
                nominal = true;
            }
            else if (t.Tag is Tag.Adj or Tag.Det || t.Lower is "his" or "her" or "its" or "their" or "our" or "my" or "your" or "whose")
            {
                first = k;
                if ((t.Tag == Tag.Det || t.Tag == Tag.Pron) && !(k > from && tokens[k - 1].Lower is "all" or "both" or "half" or "of" or "for" or "at" or "from" or "with" or "in" or "on" or "by" or "and" or "to" or "or" or "near" or "against" or "about" or "over")) break;
            }
            else if (t.Lower is "'s" or "'" or "’" && k > from && tokens[k - 1].Tag is Tag.Noun or Tag.Propn) first = k;
            else if (t.Tag == Tag.Adp && nominal && k > from && t.Lower is "of" or "for" or "at" or "in" or "from" or "with" or "on" or "to" or "near" or "against" or "by" or "about" or "over" or "behind" or "inside" or "under")
            {
                var before = tokens[k - 1];
                if (before.Tag is Tag.Noun or Tag.Propn or Tag.Num or Tag.Adj || t.Lower == "of" && before.Tag is Tag.Pron or Tag.Det) first = k;
                else if (before.Lower is "out" or "up" && k - 3 >= from && tokens[k - 2].Tag == Tag.Verb && tokens[k - 3].Tag is Tag.Noun or Tag.Propn) { first = k - 2; k -= 2; }
                else if (before.Tag == Tag.Verb && before.Lower.EndsWith("ed", StringComparison.Ordinal) && k - 2 >= from && tokens[k - 2].Tag is Tag.Noun or Tag.Propn or Tag.Adv) { first = k - 1; k--; }
                else break;
            }
            else if (t.Lower is "and" or "or" or "&" && nominal && k > from && tokens[k - 1].Tag is Tag.Noun or Tag.Propn or Tag.Num or Tag.Adj)
            {
                first = k;
                andSeen = true;
            }
            // "France, Italy and Spain said"; but in "houses were built, Ann Reed and Bob Hale said" the comma ends what they said.
            else if (t.Text == "," && andSeen && k > from && !HasVerb(tokens, from, k) && tokens[k - 1].Tag is Tag.Propn or Tag.Noun && tokens[k + 1].Tag is Tag.Propn or Tag.Noun or Tag.Det or Tag.Adj) first = k;
            else if (t.Text is "-" or "/" or "." && nominal && k > from && k + 1 < end && tokens[k - 1].Tag is Tag.Propn or Tag.Noun or Tag.Adj or Tag.Num) first = k;
            else if (t.Tag == Tag.Verb && nominal && (t.Lower.EndsWith("ing", StringComparison.Ordinal) || t.Lower.EndsWith("ed", StringComparison.Ordinal)) && k > from && tokens[k - 1].Tag is Tag.Det or Tag.Adj or Tag.Adv) first = k;
            else if (t.Tag == Tag.Adv && nominal && k > from && tokens[k - 1].Tag == Tag.Det) first = k;
            else break;
        }
        if (!nominal)
        {
            // "The French said", "several said": an adjective or number may stand alone.
            return first < end && tokens[end - 1].Tag is Tag.Adj or Tag.Num ? first : null;
        }
        while (first < end && tokens[first].Text is "," or "and" or "or" or "-" or "/" or "." or "'s") first++;
        while (first < end && tokens[first].Tag == Tag.Adp) first++;
        return first < end ? Trimmed(tokens, first, end) : null;
    }

    /// <summary>A phrase that opens with a time ("Last week police") begins after it.</summary>
    private static int? Trimmed(IReadOnlyList<Token> tokens, int first, int end)
    {
        if (end - first >= 3 && tokens[first].Lower is "last" or "this" or "next" && tokens[first + 1].Lower is "week" or "month" or "year" or "night") return first + 2;
        return end - first == 1 && (IsTime(tokens[first].Lower) || DateWords.MonthOf(tokens[first].Lower) > 0 && tokens[first].Lower != "may") ? null : first;
    }

    /// <summary>The phrase that begins at <paramref name="first"/>: up to a verb, a comma or a final mark.</summary>
    public static Run? After(IReadOnlyList<Token> tokens, int first, int to)
    {
        var k = first;
        var nominal = false;
        while (k < to)
        {
            var t = tokens[k];
            if (t.Tag is Tag.Noun or Tag.Propn or Tag.Sym || nominal && NameWords.Shared.Titles.Contains(t.Lower))
            {
                if (nominal && IsTime(t.Lower)) break;
                nominal = true;
            }
            else if (nominal && k + 1 < to && t.Lower is "do" or "da" or "de" or "dos" or "del" or "di" or "van" or "von" or "al" or "el" or "la" or "der" && char.IsUpper(tokens[k - 1].Text[0]) && char.IsUpper(tokens[k + 1].Text[0])) { }
            else if (nominal && k > first && char.IsUpper(t.Text[0]) && (t.Text.Length > 2 || t.Text.Length == 2 && t.Text[1] == '.') && t.Tag is Tag.Verb or Tag.Adj or Tag.Adv or Tag.X && !IsTime(t.Lower)) { }
            // "Representative Charles B. Hale": a title that the tagger does not know.
            else if (k == first && t.Tag == Tag.X && char.IsUpper(t.Text[0]) && k + 1 < to && tokens[k + 1].Tag == Tag.Propn) nominal = true;
            else if (t.Tag is Tag.Num && DateWords.YearOf(t.Lower) == 0) nominal |= k == first;
            else if (t.Tag is Tag.Adj or Tag.Det && (!nominal || k > first && tokens[k - 1].Tag is Tag.Adp or Tag.Cconj or Tag.Det or Tag.Adj || tokens[k - 1].Lower == "'s")) { }
            else if (t.Tag == Tag.Pron)
            {
                if (k == first && t.Lower is "he" or "she" or "they" or "it" or "we" or "i" or "who" or "one" or "another" or "some" or "many" or "others") return new(first, first + 1);
                if (t.Lower is not ("his" or "her" or "its" or "their" or "my" or "our")) break;
            }
            else if (t.Lower is "'s" or "'" or "’" && nominal && k + 1 < to && tokens[k + 1].Tag is Tag.Noun or Tag.Propn or Tag.Adj or Tag.Num or Tag.Verb) { }
            else if (t.Tag == Tag.Adp && nominal && t.Lower is "of" or "for" or "at" or "from" or "with" && k + 1 < to && tokens[k + 1].Tag is Tag.Noun or Tag.Propn or Tag.Det or Tag.Adj or Tag.Pron or Tag.Num) { }
            else if (t.Tag == Tag.Adp && nominal && t.Lower is "in" or "on" && k + 1 < to && tokens[k + 1].Tag is Tag.Propn or Tag.Det or Tag.Noun && !IsTime(tokens[k + 1].Lower) && DateWords.MonthOf(tokens[k + 1].Lower) == 0 && tokens[k + 1].Lower is not ("a" or "an" or "remarks" or "comments" or "testimony" or "court")) { }
            else if (t.Lower is "and" && nominal && k + 1 < to && tokens[k + 1].Tag is Tag.Noun or Tag.Propn or Tag.Adj && !(k + 2 < to && tokens[k + 2].Tag is Tag.Verb or Tag.Aux)) { }
            else if (t.Text is "-" or "/" && (nominal || k > first && tokens[k - 1].Tag == Tag.Num) && k + 1 < to && tokens[k + 1].Tag is Tag.Propn or Tag.Noun) { }
            else if (t.Tag == Tag.Verb && !nominal && k > first && (t.Lower.EndsWith("ing", StringComparison.Ordinal) || t.Lower.EndsWith("ed", StringComparison.Ordinal))) { }
            else break;
            k++;
        }
        while (k > first && tokens[k - 1].Tag is Tag.Adp or Tag.Det or Tag.Cconj) k--;
        // "a person familiar with the deliberations", "sources close to the talks".
        if (nominal && k + 1 < to && tokens[k].Lower is "familiar" or "close" or "briefed" or "involved" or "privy" or "linked" or "loyal" && tokens[k + 1].Tag == Tag.Adp && After(tokens, k + 2, to) is { } known) k = known.End;
        return nominal && k > first ? new(first, k) : null;
    }

    internal static bool IsTime(string w) => DateWords.WeekdayOf(w) is not null && w.Length > 3 || w is "today" or "yesterday" or "tomorrow" or "tonight" or "morning" or "night" or "afternoon" or "evening" or "earlier" or "later" or "week" or "month" or "year" or "weekend";

    /// <summary>A common noun that may stand before a person's name: "spokesman Conrad Voss".</summary>
    internal static bool IsRole(string w) =>
        NameWords.Shared.Titles.Contains(w) || w.EndsWith("ist", StringComparison.Ordinal) || w.EndsWith("man", StringComparison.Ordinal) || w.EndsWith("woman", StringComparison.Ordinal) || w.EndsWith("person", StringComparison.Ordinal) || w.EndsWith("er", StringComparison.Ordinal) && w is not ("summer" or "winter" or "number" or "order" or "paper" or "dinner" or "offer" or "matter" or "power" or "letter" or "water" or "border" or "weather" or "computer" or "river") || w.EndsWith("or", StringComparison.Ordinal) || w.EndsWith("ian", StringComparison.Ordinal) || w is "guard" or "agency" or "newspaper" or "magazine" or "network" or "paper" or "website" or "daily" or "site" or "channel" or "group" or "watchdog" or "company" or "firm" or "operator" or "party" or "mp" or "star" or "president" or "rival" or "colleague" or "aide" or "ally" or "veteran" or "nurse" or "surrogate" or "critic" or "operative";
}

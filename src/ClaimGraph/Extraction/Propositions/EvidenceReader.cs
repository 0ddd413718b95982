using System.Runtime.CompilerServices;

namespace ClaimGraph.Extraction;

/// <summary>What one sentence has for telling events apart, the same for all its claims.</summary>
internal sealed record SentenceEvidence(IReadOnlyList<string> Names, IReadOnlyList<string> Places, IReadOnlyList<string> Terms, string? Kind);

/// <summary>Names, places, kinds and terms around a claim, for telling events apart. What holds for the whole article is read once.</summary>
internal static class EvidenceReader
{
    private sealed record ArticleEvidence(IReadOnlyList<string> LeadNames, IReadOnlyList<string> LeadPlaces, IReadOnlyList<string> LeadTerms, IReadOnlyList<string> StoryNames, string? Kind);

    private static readonly HashSet<string> Common = [.. WordTable.Rows("Propositions.common-names").SelectMany(r => WordTable.Words(r[0]))];
    private static readonly HashSet<string> PlacePrepositions = new(["in", "at", "near", "outside", "around", "of", "from", "to", "on", "across", "off", "into", "over", "between", "towards", "toward", "inside"], StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<ArticleContext, ArticleEvidence> Articles = [];

    public static Evidence Read(SentenceView v, Draft draft)
    {
        var article = Articles.GetValue(v.Article, ReadArticle);
        var (names, places, terms, kind) = v.Surroundings ??= ReadSentence(v.Pieces);
        return new Evidence
        {
            EventKind = kind ?? article.Kind,
            Names = names,
            LeadNames = article.LeadNames,
            Places = places,
            StoryNames = article.StoryNames,
            EventTime = draft.EventTime,
            Terms = terms,
            LeadTerms = article.LeadTerms,
            Principal = IsInLead(v),
            Headline = v.Statement.Sentence.Kind == SentenceKind.Headline,
            Denies = draft.Denies,
        };
    }

    private static SentenceEvidence ReadSentence(List<Piece> pieces)
    {
        List<string> names = [], places = [];
        CollectNames(pieces, names, places);
        return new SentenceEvidence(names, places, Terms(pieces), KindOf(pieces));
    }

    /// <summary>At most eight: the key's own name, the sentence's names, then those of title and lead.</summary>
    public static IReadOnlyList<string> Blocks(Draft draft, Evidence evidence)
    {
        if (draft.Proposition.Key is not { } key) return [];
        if (!draft.Event) return [$"q|{key}"];
        IEnumerable<string> names = draft.KeyName is { } own ? [own] : [];
        // What a story keeps an account of meets by what the whole article names, too: sentence and lead may name none of it.
        if (Family(key) != key) names = names.Concat(evidence.StoryNames.TakeWhile(n => n.Contains(' ', StringComparison.Ordinal)).Take(3));
        // The sentence and the lead both get a say: an article that names the ship in its lead only is about the ship.
        return [.. names.Concat(evidence.Places.Take(2)).Concat(evidence.Names.Take(3)).Concat(evidence.LeadNames.Take(4)).Concat(evidence.Names).Concat(evidence.LeadNames).Distinct(StringComparer.Ordinal).Take(8).Select(n => $"e|{Family(key)}|{n}")];
    }

    /// <summary>What an amount or a volume is of is often left to the context ("4,600 barrels were lost"): such claims meet by dimension, and comparison looks at the rest of the key.</summary>
    private static string Family(string key) => key.Split(';')[0] is "amount" or "volume" or "mass" or "area" ? key.Split(';')[0] : key;

    /// <summary>The place is one of title or lead, or the sentence itself is.</summary>
    public static bool IsAbout(SentenceView v, string foldedPlace, string place)
    {
        if (IsInLead(v) || Articles.GetValue(v.Article, ReadArticle).LeadNames.Contains(foldedPlace)) return true;
        // Named again and again, it is what the article is about, wherever its first sentences are lost.
        var (last, count) = (place[(place.LastIndexOf(' ') + 1)..], 0);
        for (var at = v.Text.IndexOf(last, StringComparison.Ordinal); at >= 0 && count < 3; at = v.Text.IndexOf(last, at + last.Length, StringComparison.Ordinal)) count++;
        return count >= 3;
    }

    /// <summary>"Syria's Idlib" is Idlib.</summary>
    public static string WithoutCommonWords(string name) =>
        string.Join(' ', name.Split(' ').Where(w => !Common.Contains(w.ToLowerInvariant()) && !Common.Contains(w.ToLowerInvariant().Replace("'s", "", StringComparison.Ordinal).TrimEnd('s'))));

    private static bool IsInLead(SentenceView v)
    {
        var span = v.Statement.Sentence.Span;
        if (v.Article.Headline is { } headline && headline.Span == span) return true;
        foreach (var s in v.Article.Lead) if (s.Span == span) return true;
        return false;
    }

    private static ArticleEvidence ReadArticle(ArticleContext article)
    {
        List<string> names = [], places = [];
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        var kinds = new List<Piece>();
        foreach (var sentence in article.Headline is { } h ? article.Lead.Prepend(h) : article.Lead)
        {
            var pieces = PieceReader.Read(article.Text, sentence.Span, sentence.Tokens);
            CollectNames(pieces, names, places);
            terms.UnionWith(Terms(pieces));
            kinds.AddRange(pieces);
        }
        if (article.Source.Title is { Length: > 0 } title && article.Headline is null)
        {
            var pieces = PieceReader.Read(title, new Span(0, title.Length), []);
            CollectNames(pieces, names, places);
            terms.UnionWith(Terms(pieces));
            kinds.InsertRange(0, pieces);
        }
        return new ArticleEvidence([.. places.Concat(names).Distinct(StringComparer.Ordinal)], places, [.. terms], StoryNames(article), KindOf(kinds));
    }

    /// <summary>What the article names, whatever part of it: first those of several words (the ship, the fund, who speaks for them), most often named first.</summary>
    private static List<string> StoryNames(ArticleContext article)
    {
        const int most = 24;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in article.Sentences)
        {
            if (sentence.Kind is not (SentenceKind.Statement or SentenceKind.Headline)) continue;
            List<string> names = [];
            CollectNames(PieceReader.Read(article.Text, sentence.Span, sentence.Tokens), names, []);
            foreach (var name in names)
                counts[name] = counts.GetValueOrDefault(name) + 1;
        }
        return [.. counts.OrderByDescending(c => c.Key.Contains(' ', StringComparison.Ordinal)).ThenByDescending(c => c.Value).Take(most).Select(c => c.Key)];
    }

    private static string? KindOf(List<Piece> pieces)
    {
        Dictionary<string, int>? counts = null;
        foreach (var p in pieces)
        {
            if (p.Kind != PieceKind.Word || !WordClasses.Events.TryGetValue(p.Lower, out var kind)) continue;
            counts ??= new(StringComparer.Ordinal);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
        return counts?.OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).First().Key;
    }

    /// <summary>Runs of capital words: at the sentence's opening only where a tag or a second capital says so.</summary>
    private static void CollectNames(List<Piece> p, List<string> names, List<string> places)
    {
        List<string> surnames = [];
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
                var words = string.Join(' ', Enumerable.Range(start, last - start).Where(j => p[j].Kind == PieceKind.Word).Select(j => WithoutPossessive(p[j].Text)));
                var folded = NameFolding.Fold(words);
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
    }

    private static string WithoutPossessive(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    private static bool Ordinary(string lower) => lower is "this" or "that" or "these" or "those" or "they" or "there" or "when" or "while" or "after" or "before" or "however" or "meanwhile" or "with" or "from" or "some" or "more" or "most" or "many" or "several" or "according" or "earlier" or "later"
        or "also" or "activists" or "officials" or "police" or "residents" or "witnesses" or "local" or "about" or "around" or "over" or "nearly" or "almost" or "least" or "since" or "what" or "where" or "which" or "their" or "then" or "other" or "another" or "both" or "each" or "under" or "during" or "only"
        || Nouns.IsPlural(lower) || lower.EndsWith("ing", StringComparison.Ordinal) || lower.EndsWith("ly", StringComparison.Ordinal) || Numerals.IsSmall(lower);

    private static bool IsName(List<Piece> p, int i) => p[i].Capital && p[i].Text.Length > 1 && p[i].Lower is not ("i" or "the" or "a" or "an" or "i'm" or "it" or "he" or "she" or "we" or "but" or "and" or "in" or "on" or "at" or "of" or "for" or "as" or "if") && !Numerals.IsSmall(p[i].Lower) && !(p[i].Tag is Tag.Verb or Tag.Adp or Tag.Pron or Tag.Det or Tag.Adv or Tag.Sconj or Tag.Cconj or Tag.Aux);

    private static readonly HashSet<string> StopTerms = new(
        ["the", "and", "that", "this", "with", "from", "have", "has", "had", "was", "were", "are", "been", "they", "their", "there", "which", "when", "would", "could", "said", "says", "after", "before", "into", "also", "more", "than", "some", "who", "what", "his", "her", "its", "for", "not", "but", "about", "over",
         "least", "people", "other", "others", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "will", "being", "where", "while", "during", "including", "according", "told", "say", "these", "those", "them", "then", "only", "most", "such", "just", "many", "between", "among", "because", "through"], StringComparer.Ordinal);

    /// <summary>Content words in the singular, distinct and sorted.</summary>
    private static List<string> Terms(List<Piece> pieces)
    {
        var terms = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var p in pieces)
        {
            if (p.Kind != PieceKind.Word || p.Text.Length < 3 || StopTerms.Contains(p.Lower)) continue;
            if (p.Tag is Tag.Adp or Tag.Aux or Tag.Det or Tag.Pron or Tag.Cconj or Tag.Sconj or Tag.Part) continue;
            terms.Add(Stem(p.Lower.EndsWith("'s", StringComparison.Ordinal) ? p.Lower[..^2] : p.Lower));
        }
        return [.. terms];
    }

    /// <summary>Plural, -ed and -ing taken off, so that "killing" and "killed" are one term.</summary>
    private static string Stem(string word)
    {
        var s = Nouns.Singular(word);
        if (s.Length > 5 && s.EndsWith("ing", StringComparison.Ordinal)) s = s[..^3];
        else if (s.Length > 4 && s.EndsWith("ed", StringComparison.Ordinal)) s = s[..^2];
        return s.Length > 3 && s[^1] == s[^2] && s[^1] is not ('l' or 's' or 'e') ? s[..^1] : s;
    }
}

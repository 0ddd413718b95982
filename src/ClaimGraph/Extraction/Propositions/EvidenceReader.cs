using System.Runtime.CompilerServices;
using ClaimGraph.Comparison;

namespace ClaimGraph.Extraction;

/// <summary>What one sentence has for telling events apart, the same for all its claims.</summary>
internal sealed record SentenceEvidence(IReadOnlyList<string> Names, IReadOnlyList<string> Places, IReadOnlyList<string> Terms, string? Kind);

/// <summary>Names, places, kinds and terms around a claim, for telling events apart. What holds for the whole article is read once.</summary>
internal static class EvidenceReader
{
    private sealed record ArticleEvidence(IReadOnlyList<string> LeadNames, IReadOnlyList<string> LeadPlaces, IReadOnlyList<string> LeadTerms, IReadOnlyList<string> StoryNames, string? Kind)
    {
        /// <summary>Words that were looked up in the text, and whether it has them three times.</summary>
        public Dictionary<string, bool> Repeated { get; } = new(StringComparer.Ordinal);
    }

    private const int Blocked = 8;

    private static readonly ConditionalWeakTable<ArticleContext, ArticleEvidence> Articles = [];

    public static Evidence Read(SentenceView v, Draft draft)
    {
        var article = Articles.GetValue(v.Article, ReadArticle);
        var (names, places, terms, kind) = v.Sentence.Evidence;
        return new Evidence
        {
            EventKind = kind ?? article.Kind,
            Names = names,
            LeadNames = article.LeadNames,
            Places = OwnPlaces(v, places),
            StoryNames = article.StoryNames,
            EventTime = draft.EventTime,
            Terms = terms,
            LeadTerms = article.LeadTerms,
            Principal = IsInLead(v),
            Headline = v.Statement.Sentence.Kind == SentenceKind.Headline,
            Denies = draft.Denies,
        };
    }

    /// <summary>"…, the press office said from Geneva": where somebody spoke is no place of what is told.</summary>
    private static IReadOnlyList<string> OwnPlaces(SentenceView v, IReadOnlyList<string> places)
    {
        if (places.Count == 0 || v.Statement.OwnVoice) return places;
        var own = SentenceNames.Read(v.Pieces.GetRange(v.First, v.Last - v.First)).All;
        return [.. places.Where(own.Contains)];
    }

    public static SentenceEvidence ReadSentence(SentenceContent sentence) => new(sentence.Names.All, sentence.Names.Places, Terms(sentence.Pieces), KindOf(sentence.Pieces));

    /// <summary>At most eight: the key's own name, the sentence's names, then those of title and lead.</summary>
    public static IReadOnlyList<string> Blocks(Draft draft, Evidence evidence, PartialDate asserted)
    {
        if (draft.Proposition.Key is not { } key) return [];
        if (!draft.Event) return [$"q|{key}"];
        IEnumerable<string> names = draft.KeyName is { } own ? [own] : [];
        var story = evidence.StoryNames.TakeWhile(n => n.Contains(' ', StringComparison.Ordinal)).ToList();
        var kept = Family(key) != key;
        // What a story keeps an account of meets by what the whole article names, too: sentence and lead may name none of it.
        if (kept) names = names.Concat(story.Take(3));
        // The sentence and the lead both get a say: an article that names the ship in its lead only is about the ship.
        names = names.Concat(evidence.Places.Take(2)).Concat(evidence.Names.Take(3)).Concat(evidence.LeadNames.Take(4)).Concat(evidence.Names).Concat(evidence.LeadNames).Distinct(StringComparer.Ordinal);
        if (kept)
        {
            // "Hiller" beside "Yvonne Hiller" finds little that is new.
            var all = names.ToList();
            names = all.Where(n => !story.Exists(s => s.Length > n.Length && s.Split(' ').Contains(n))).Take(Blocked / 2 + 1).Concat(story).Concat(all).Distinct(StringComparer.Ordinal);
        }
        var longer = draft.Proposition.Scope.Any(f => f.Name == "period");
        return EventBlocks.Of(Family(key), [.. names.Take(Blocked)], longer ? asserted.SortDay : evidence.EventTime?.SortDay ?? asserted.SortDay, longer);
    }

    /// <summary>What an amount or a volume is of is often left to the context ("4,600 barrels were lost"): such claims meet by dimension, and comparison looks at the rest of the key.</summary>
    private static string Family(string key) => key.Split(';')[0] is "amount" or "volume" or "mass" or "area" ? key.Split(';')[0] : key;

    /// <summary>The place is one of title or lead, or the sentence itself is.</summary>
    public static bool IsAbout(SentenceView v, string foldedPlace, string place)
    {
        var article = Articles.GetValue(v.Article, ReadArticle);
        if (IsInLead(v) || article.LeadNames.Contains(foldedPlace)) return true;
        // Named again and again, it is what the article is about, wherever its first sentences are lost.
        var last = place[(place.LastIndexOf(' ') + 1)..];
        if (!article.Repeated.TryGetValue(last, out var repeated)) article.Repeated[last] = repeated = IsRepeated(v.Text, last);
        return repeated;
    }

    /// <summary>The sentence puts it where title and lead are not: what it tells is another happening than theirs.</summary>
    public static bool IsElsewhere(SentenceView v) => v.Sentence.Evidence.Places is { Count: > 0 } places && !IsInLead(v) && !places.Any(Articles.GetValue(v.Article, ReadArticle).LeadNames.Contains);

    private static bool IsRepeated(string text, string word)
    {
        var count = 0;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0 && count < 3; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal)) count++;
        return count >= 3;
    }

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
            var content = article.Content(sentence);
            names.AddRange(content.Evidence.Names);
            places.AddRange(content.Evidence.Places);
            terms.UnionWith(content.Evidence.Terms);
            kinds.AddRange(content.Pieces);
        }
        if (article.Source.Title is { Length: > 0 } title && article.Headline is null)
        {
            var pieces = PieceReader.Read(title, new Span(0, title.Length), []);
            var named = SentenceNames.Read(pieces);
            names.AddRange(named.All);
            places.AddRange(named.Places);
            terms.UnionWith(Terms(pieces));
            kinds.InsertRange(0, pieces);
        }
        return new ArticleEvidence([.. places.Concat(names).Distinct(StringComparer.Ordinal)], [.. places.Distinct(StringComparer.Ordinal)], [.. terms], StoryNames(article), KindOf(kinds));
    }

    /// <summary>What the article names, whatever part of it: first those of several words (the ship, the fund, who speaks for them), most often named first.</summary>
    private static List<string> StoryNames(ArticleContext article)
    {
        const int most = 24;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in article.Sentences)
        {
            if (sentence.Kind is not (SentenceKind.Statement or SentenceKind.Headline)) continue;
            foreach (var name in article.Content(sentence).Names.All) counts[name] = counts.GetValueOrDefault(name) + 1;
        }
        return [.. counts.OrderByDescending(c => c.Key.Contains(' ', StringComparison.Ordinal)).ThenByDescending(c => c.Value).Take(most).Select(c => c.Key)];
    }

    private static string? KindOf(List<Piece> pieces)
    {
        Dictionary<string, int>? counts = null;
        var found = pieces.Exists(p => Finds.Contains(p.Lower));
        for (var i = 0; i < pieces.Count; i++)
        {
            var p = pieces[i];
            if (p.Kind != PieceKind.Word || !WordClasses.Events.TryGetValue(p.Lower, out var kind)) continue;
            if (Arms.Contains(p.Lower) && (found || i + 2 < pieces.Count && (IsCarrier(pieces[i + 1]) || pieces[i + 1].Dash && IsCarrier(pieces[i + 2])))) continue;
            counts ??= new(StringComparer.Ordinal);
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
        return counts?.OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).First().Key;
    }

    // Arms that are seized, and what fires them, are no shelling.
    private static readonly HashSet<string> Arms = new(["shell", "shells", "mortar", "mortars", "artillery", "rocket", "rockets", "bomb", "bombs"], StringComparer.Ordinal);
    private static readonly HashSet<string> Finds = new(["seized", "seize", "seizing", "confiscated", "confiscating", "recovered", "recovering", "cache", "haul", "stockpile", "smuggled", "smuggling"], StringComparer.Ordinal);

    private static bool IsCarrier(Piece piece) => piece.Lower is "launcher" or "launchers" or "propelled" or "tube" or "tubes";

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

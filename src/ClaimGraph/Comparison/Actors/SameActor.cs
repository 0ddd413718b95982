using ClaimGraph.Extraction.Naming;
using F23.StringSimilarity;

namespace ClaimGraph.Comparison.Actors;

/// <summary>Actors that may be one: never merged by itself, a question for a person.</summary>
public static class SameActor
{
    /// <summary>So many suggestions an actor of an article, the likeliest first.</summary>
    private const int Most = 3;

    /// <summary>From how alike two spellings are one name, by Jaro-Winkler.</summary>
    private const double Alike = 0.93;

    private const int ShortestSpelling = 5;

    /// <summary>Added where the two are named in claims that were compared with each other.</summary>
    private const double OneStory = 0.1;

    private static readonly JaroWinkler Spelling = new();
    private static readonly Levenshtein Edits = new();

    /// <summary>The keys by which a store finds actors with names like this one's; none for countries, whose names are a closed list.</summary>
    public static IReadOnlyList<string> KeysOf(Actor actor) =>
        actor.Kind == ActorKind.Country ? [] : [.. ActorName.Of(actor).SelectMany(n => n.Keys(actor.Kind)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Which actors of a reading may be one with another, of the store or of the reading itself.</summary>
    /// <param name="stored">Actors that share a key.</param>
    /// <param name="compared">The claims that the reading was compared with: who is named in them belongs to the same story.</param>
    public static IReadOnlyList<MergeSuggestion> Suggest(Reading reading, IReadOnlyCollection<Actor> stored, IReadOnlyList<BlockClaim> compared)
    {
        var own = reading.Actors.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var story = compared.SelectMany(c => c.Claim.Actors.Select(a => a.ActorId).Concat(c.Claim.Attribution.Select(s => s.ActorId).OfType<string>())).ToHashSet(StringComparer.Ordinal);
        var others = stored.Concat(reading.Actors).DistinctBy(a => a.Id).Where(a => a.Kind != ActorKind.Country).OrderBy(a => a.Id, StringComparer.Ordinal).ToList();
        var suggestions = new Dictionary<string, MergeSuggestion>(StringComparer.Ordinal);
        foreach (var actor in reading.Actors.Where(a => a.Kind != ActorKind.Country))
        {
            var found = new List<MergeSuggestion>();
            foreach (var other in others)
            {
                if (other.Id == actor.Id || Judge(actor, other, others, own.Contains(other.Id)) is not { } judged) continue;
                var score = Math.Min(0.95, judged.Score + (story.Contains(other.Id) ? OneStory : 0));
                var (a, b) = string.CompareOrdinal(actor.Id, other.Id) < 0 ? (actor, other) : (other, actor);
                found.Add(new(Ids.Suggestion(a.Id, b.Id), a.Id, b.Id, Math.Round(score, 2), story.Contains(other.Id) ? judged.Reason + "; both are named in one story" : judged.Reason));
            }
            foreach (var suggestion in found.OrderByDescending(s => s.Score).ThenBy(s => s.Id, StringComparer.Ordinal).Take(Most)) suggestions.TryAdd(suggestion.Id, suggestion);
        }
        return [.. suggestions.Values.OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <param name="together">One article names both: it tells two people of like names apart.</param>
    private static (double Score, string Reason)? Judge(Actor a, Actor b, IReadOnlyList<Actor> others, bool together)
    {
        if (a.Kind != b.Kind && a.Kind != ActorKind.Unknown && b.Kind != ActorKind.Unknown) return null;
        // Two that the lists know are known to be two.
        if (Gazetteer.Shared.ById(a.Id) is not null && Gazetteer.Shared.ById(b.Id) is not null) return null;
        (double Score, string Reason)? best = null;
        foreach (var x in ActorName.Of(a))
            foreach (var y in ActorName.Of(b))
                if (Compare(x, y, a, b, others, together) is { } judged && !(best?.Score >= judged.Score)) best = judged;
        return best;
    }

    private static (double Score, string Reason)? Compare(ActorName x, ActorName y, Actor a, Actor b, IReadOnlyList<Actor> others, bool together)
    {
        var (person, body) = (a.Kind == ActorKind.Person || b.Kind == ActorKind.Person, a.Kind is ActorKind.Organisation or ActorKind.Group || b.Kind is ActorKind.Organisation or ActorKind.Group);
        if (x.Folded == y.Folded)
            return x.HadTitle != y.HadTitle ? (0.85, $"“{x.Written}” and “{y.Written}” differ by a title")
                : x.HadForm != y.HadForm ? (0.8, $"“{x.Written}” and “{y.Written}” differ by a legal form")
                : (0.85, $"both are called “{x.Written}”; one text does not say what it is");
        if (!person && x.IsAcronym != y.IsAcronym && x.Acronym is not null && x.Acronym == y.Acronym) return (0.75, $"“{(x.IsAcronym ? x : y).Written}” are the initials of “{(x.IsAcronym ? y : x).Written}”");
        if (together) return null;
        if (!body && (x.Words.Length == 1) != (y.Words.Length == 1)) return Surname(x.Words.Length == 1 ? x : y, x.Words.Length == 1 ? y : x, others);
        if (x.Words.Length < 2 || y.Words.Length < 2) return null;
        if (!body && x.Last == y.Last) return FirstNames(x, y);
        return SameSpelling(x, y) ? (0.7, $"“{x.Written}” and “{y.Written}” may be spellings of one name") : null;
    }

    /// <summary>A surname alone, where one person only is known by it.</summary>
    private static (double, string)? Surname(ActorName alone, ActorName full, IReadOnlyList<Actor> others)
    {
        if (alone.Last != full.Last) return null;
        var bearers = others.Where(o => o.Kind is ActorKind.Person or ActorKind.Unknown).SelectMany(ActorName.Of).Where(n => n.Words.Length > 1 && n.Last == alone.Last).Select(n => n.Folded).Distinct(StringComparer.Ordinal).Count();
        return bearers == 1 ? (0.6, $"“{alone.Written}” is the surname of “{full.Written}”, and of nobody else that is known") : null;
    }

    private static (double, string)? FirstNames(ActorName x, ActorName y)
    {
        var (a, b) = (x.Words[0], y.Words[0]);
        if (a == b) return (0.75, $"“{x.Written}” and “{y.Written}” differ by a middle name");
        if (a[0] == b[0] && (a.Length == 1 || b.Length == 1)) return (0.65, $"“{x.Written}” and “{y.Written}” differ by an initial");
        return x.Words.Length == y.Words.Length && SameWord(a, b) ? (0.7, $"“{x.Written}” and “{y.Written}” may be spellings of one name") : null;
    }

    private static bool SameSpelling(ActorName x, ActorName y) =>
        x.Words.Length == y.Words.Length && x.Words.Zip(y.Words).All(w => w.First == w.Second || SameWord(w.First, w.Second)) && Spelling.Similarity(x.Folded, y.Folded) >= Alike;

    /// <summary>One transcription or one letter apart, in words long enough for that to be little.</summary>
    private static bool SameWord(string a, string b) =>
        Math.Min(a.Length, b.Length) >= ShortestSpelling && a[0] == b[0] && (ActorName.Skeleton([a]) == ActorName.Skeleton([b]) || Edits.Distance(a, b) <= 1);
}

using ClaimGraph.Extraction;
using ClaimGraph.Extraction.Naming;
using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Comparison.Actors;

/// <summary>One name of an actor, taken apart: titles and legal forms off, words folded.</summary>
internal sealed record ActorName(string Written, string[] Words, string? Acronym, bool IsAcronym, bool HadTitle, bool HadForm)
{
    private const int LongestAcronym = 6, ShortestInitials = 3;

    private static readonly HashSet<string> Forms = new("inc ltd llc plc corp corporation company co group holdings ag gmbh sa".Split(' '), StringComparer.Ordinal);

    public string Folded => string.Join(' ', Words);

    public string Last => Words[^1];

    public static IEnumerable<ActorName> Of(Actor actor) => actor.Aliases.Prepend(actor.Name).Select(n => Read(n, actor.Kind)).OfType<ActorName>();

    /// <summary>
    /// What two names that may be one have in common, for look-up in a store: the whole name, its last word, its initials, each so folded that spellings meet.
    /// Lower case without blanks; a letter and an underscore say which it is.
    /// </summary>
    public IEnumerable<string> Keys(ActorKind kind)
    {
        if (Skeleton(Words) is { Length: > 1 } whole) yield return "n_" + whole;
        if (kind is ActorKind.Person or ActorKind.Unknown && Skeleton([Last]) is { Length: > 1 } last) yield return "l_" + last;
        if (Acronym is not null && kind is not ActorKind.Person) yield return "a_" + Acronym;
    }

    public static string Skeleton(string[] words) => NameFolding.Fold(string.Join(' ', words)).Replace(' ', '_');

    private static ActorName? Read(string name, ActorKind kind)
    {
        var written = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = Array.ConvertAll(written, w => Fold.Name(w.Trim(',', '.')));
        var (first, end) = (0, words.Length);
        if (kind is ActorKind.Person or ActorKind.Unknown) while (first < end - 1 && NameWords.Shared.Titles.Contains(words[first])) first++;
        if (kind is not ActorKind.Person) while (end - 1 > first && Forms.Contains(words[end - 1])) end--;
        string[] kept = [.. words[first..end].Where(w => w.Length > 0)];
        if (kept.Length == 0) return null;
        var isAcronym = written.Length == 1 && name.Length is >= 2 and <= LongestAcronym && name.All(char.IsAsciiLetterUpper);
        var initials = string.Concat(written.Where(w => char.IsUpper(w[0])).Select(w => char.ToLowerInvariant(w[0])));
        return new(name, kept, isAcronym ? kept[0] : written.Length > 1 && initials.Length >= ShortestInitials ? initials : null, isAcronym, first > 0, end < words.Length);
    }
}

using System.Runtime.CompilerServices;
using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction;

/// <summary>
/// For whom the people of an article speak: "spokesman Ole Brandt", "Ana Kovac, who leads the Harbour Alliance", "its deputy foreign minister, Lena Falk".
/// A spokesman and the head of a body speak for it; a minister speaks for the country; a citizen speaks for nobody but himself.
/// </summary>
internal static class Bodies
{
    private const int Before = 9, After = 14;

    private static readonly HashSet<string> Spokesmen = new("spokesman spokeswoman spokesperson spokesmen spokespeople".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Heads = new("executive ceo chief head director chairman chairwoman chair leader president commander secretary-general representative leads heads runs chairs commands".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Ministers = new("minister premier chancellor ambassador envoy secretary".Split(' '), StringComparer.Ordinal);

    /// <summary>Who writes about a body does not speak for it.</summary>
    private static readonly HashSet<string> Outsiders = new("former ex critic analyst reporter journalist correspondent editor rival economist professor".Split(' '), StringComparer.Ordinal);

    private readonly record struct Named(int First, int Last, Actor Actor);

    private static readonly ConditionalWeakTable<ArticleContext, IReadOnlyDictionary<string, Actor>> Articles = [];

    /// <returns>The bodies and countries of an article by the id of the person who speaks for them.</returns>
    public static IReadOnlyDictionary<string, Actor> Of(ArticleContext article) => Articles.GetValue(article, Read);

    private static IReadOnlyDictionary<string, Actor> Read(ArticleContext article)
    {
        var bodies = new Dictionary<string, Actor>(StringComparer.Ordinal);
        List<Named> previous = [];
        var next = 0;
        foreach (var sentence in article.Sentences)
        {
            List<Named> named = [];
            while (next < article.Actors.Count && article.Actors[next].Span.Start < sentence.Span.Start) next++;
            for (; next < article.Actors.Count && sentence.Span.Contains(article.Actors[next].Span); next++) named.Add(Place(sentence.Tokens, article.Actors[next]));
            foreach (var person in named)
                if (person.Actor.Kind is ActorKind.Person or ActorKind.Unknown && !bodies.ContainsKey(person.Actor.Id) && Of(sentence.Tokens, person, named, previous) is { } body) bodies[person.Actor.Id] = body;
            previous = named;
        }
        // A minister of no named country is one of the country that the article is on, where it names only one.
        var countries = article.Actors.Select(a => a.Actor).Where(a => a.Kind == ActorKind.Country).DistinctBy(a => a.Id).Take(2).ToList();
        if (countries is [var only])
            foreach (var (person, title) in Titled(article))
                if (Ministers.Contains(title)) bodies.TryAdd(person, only);
        return bodies;
    }

    /// <summary>Whether somebody has an office of state in an article that does not say of which.</summary>
    public static bool IsOfficial(ArticleContext article, string person) => Titled(article).Any(t => t.Person == person && (Ministers.Contains(t.Title) || Spokesmen.Contains(t.Title)));

    /// <summary>People with the word right before their name.</summary>
    private static IEnumerable<(string Person, string Title)> Titled(ArticleContext article)
    {
        foreach (var found in article.Actors)
        {
            if (found.Actor.Kind is not (ActorKind.Person or ActorKind.Unknown)) continue;
            var start = found.Span.Start - 1;
            while (start > 0 && char.IsLetter(article.Text[start - 1])) start--;
            if (start >= 0 && start < found.Span.Start - 1) yield return (found.Actor.Id, article.Text[start..(found.Span.Start - 1)].ToLowerInvariant());
        }
    }

    /// <summary>Whether the word is that of one who speaks for others.</summary>
    public static bool IsSpokesman(string word) => Spokesmen.Contains(word);

    private static Named Place(IReadOnlyList<Token> tokens, FoundActor found)
    {
        var first = 0;
        while (first < tokens.Count - 1 && tokens[first].Span.End <= found.Span.Start) first++;
        var last = first;
        while (last < tokens.Count - 1 && tokens[last + 1].Span.Start < found.Span.End) last++;
        return new(first, last, found.Actor);
    }

    private static Actor? Of(IReadOnlyList<Token> tokens, Named person, List<Named> named, List<Named> previous)
    {
        var from = person.First;
        if (from > 0 && tokens[from - 1].Text == ",") from--;
        while (from > 0 && from > person.First - Before && IsNominal(tokens[from - 1])) from--;
        var to = person.Last + 1;
        if (to < tokens.Count && tokens[to].Text == ",")
        {
            to++;
            while (to < tokens.Count && to < person.Last + After && tokens[to].Text is not ("," or "." or ";")) to++;
        }
        else if (to < tokens.Count && tokens[to].Lower == "of")
            while (to < tokens.Count && to < person.Last + 6 && (char.IsUpper(tokens[to].Text[0]) || tokens[to].Lower is "of" or "the")) to++;

        return Explained(tokens, from, person.First, person, named, previous) ?? Explained(tokens, person.Last + 1, to, person, named, previous);
    }

    private static bool IsNominal(Token token) => token.Tag is Tag.Noun or Tag.Propn or Tag.Adj or Tag.Det or Tag.Adp or Tag.Part or Tag.Pron && token.Lower is not ("said" or "who" or "that");

    /// <summary>Whom the words <c>[from, to)</c> beside a name make the person speak for.</summary>
    private static Actor? Explained(IReadOnlyList<Token> tokens, int from, int to, Named person, List<Named> named, List<Named> previous)
    {
        bool speaks = false, heads = false, governs = false, own = false;
        for (var k = from; k < to; k++)
        {
            var word = tokens[k].Lower;
            if (Outsiders.Contains(word)) return null;
            speaks |= Spokesmen.Contains(word) || word == "speaks" && k + 1 < to && tokens[k + 1].Lower == "for";
            heads |= Heads.Contains(word);
            governs |= Ministers.Contains(word);
            own |= word is "its" or "their";
        }
        if (!speaks && !heads && !governs && !(to > from && tokens[from].Lower == "of")) return null;
        foreach (var name in named)
            if (name.First >= from && name.Last < to && (governs ? name.Actor.Kind == ActorKind.Country : IsBody(name.Actor))) return name.Actor;
        if (speaks)
            foreach (var name in named)
                if (name.First >= from && name.Last < to && name.Actor.Kind == ActorKind.Country) return name.Actor;
        // "its leader Ana Kovac", and "spokesman Ole Brandt" behind a sentence about the company.
        if (!own && !(speaks && to - from <= 2 && to == person.First)) return null;
        return Last(named.Where(n => n.Last < from), governs) ?? Last(previous, governs);
    }

    private static Actor? Last(IEnumerable<Named> named, bool country) => named.LastOrDefault(n => country ? n.Actor.Kind == ActorKind.Country : IsBody(n.Actor)).Actor;

    private static bool IsBody(Actor actor) => actor.Kind == ActorKind.Organisation && Gazetteer.Shared.ById(actor.Id) is not { IsOutlet: true };
}

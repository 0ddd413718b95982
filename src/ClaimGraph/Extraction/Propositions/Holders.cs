using System.Runtime.CompilerServices;
using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction;

/// <summary>Who takes a stance: one actor, a list of them, or a counted group.</summary>
internal sealed record Holder(IReadOnlyList<Actor> Members, PlacedQuantity? Quantity, string Words, bool Exclusive, bool Open, int Start, int End)
{
    /// <summary>A group without number: "other European countries".</summary>
    public string? Group { get; init; }
    public bool Countries => Group is "country" || Quantity is { Found: { Head: null, Form: not QuantityForm.Digits } } || Quantity?.Found.Head is { } head && WordClasses.Noun(head) == "country" || Members.Count > 0 && Members.All(m => m.Kind == ActorKind.Country);
}

/// <summary>Finds the holder of a stance, and the country that a person speaks for.</summary>
internal static class Holders
{
    private sealed record Offices(Dictionary<string, Actor> CountryOf, IReadOnlyList<Actor> Targets);

    private static readonly ConditionalWeakTable<ArticleContext, Offices> Articles = [];

    private static readonly HashSet<string> Groups = new(["countries", "nations", "allies", "states", "governments", "members", "powers"], StringComparer.Ordinal);

    /// <summary>The country behind a person with an office for it, else the actor itself.</summary>
    public static Actor Behind(SentenceView v, Actor actor)
    {
        if (actor.Kind != ActorKind.Person) return actor;
        if (Gazetteer.Shared.ById(actor.Id) is { Of: { } of } && Gazetteer.Shared.ByName(of) is { Actor: { } country }) return country;
        return Of(v.Article).CountryOf.GetValueOrDefault(actor.Id) ?? actor;
    }

    /// <summary>The country that the article is about, for acts that name no place: the one that things happen in or go to most often, else the one named most often.</summary>
    public static Actor? Target(SentenceView v, Holder holder) => Of(v.Article).Targets.FirstOrDefault(t => holder.Members.All(m => m.Id != t.Id));

    private static Offices Of(ArticleContext article) => Articles.GetValue(article, static a =>
    {
        var countryOf = new Dictionary<string, Actor>(StringComparer.Ordinal);
        var counts = new Dictionary<string, (Actor Actor, int Count)>(StringComparer.Ordinal);
        for (var i = 0; i < a.Actors.Count; i++)
        {
            var found = a.Actors[i];
            if (found.Actor.Kind == ActorKind.Country)
            {
                // A country that things go to or happen in is what the article is about.
                var before = found.Span.Start >= 4 ? a.Text[(found.Span.Start - 4)..found.Span.Start] : "";
                var weight = before.EndsWith(" in ", StringComparison.Ordinal) || before.EndsWith(" to ", StringComparison.Ordinal) ? 100 : 1;
                counts[found.Actor.Id] = (found.Actor, counts.GetValueOrDefault(found.Actor.Id).Count + weight);
            }
            if (i > 0 && found.Actor.Kind == ActorKind.Person && a.Actors[i - 1].Actor.Kind == ActorKind.Country && found.Span.Start - a.Actors[i - 1].Span.End is > 2 and < 40)
            {
                var between = a.Text[a.Actors[i - 1].Span.End..found.Span.Start].ToLowerInvariant();
                if (!between.Contains('.', StringComparison.Ordinal) && (between.Contains("president", StringComparison.Ordinal) || between.Contains("minister", StringComparison.Ordinal) || between.Contains("chancellor", StringComparison.Ordinal) || between.Contains("envoy", StringComparison.Ordinal) || between.Contains("premier", StringComparison.Ordinal)))
                    countryOf.TryAdd(found.Actor.Id, a.Actors[i - 1].Actor);
            }
        }
        // Two at most: the second stands in where the holder is the first.
        return new Offices(countryOf, [.. counts.Values.Where(c => c.Count >= 3).OrderByDescending(c => c.Count).ThenBy(c => c.Actor.Name, StringComparer.Ordinal).Take(2).Select(c => c.Actor)]);
    });

    /// <summary>"The refusal <b>of Vienna</b> to pay".</summary>
    public static Holder? Of(SentenceView v, int end)
    {
        if (v.Lower(end) is not "of") return null;
        foreach (var a in v.Actors)
        {
            var at = v.IndexAt(a.Span.Start);
            var after = v.IndexAt(a.Span.End - 1) + 1;
            if (at > end && at <= end + 2 && v.Lower(after) is "to") return new Holder([Behind(v, a.Actor)], null, a.Actor.Name, false, false, at, after);
        }
        return null;
    }

    /// <summary>The holder of what is said at piece <paramref name="word"/>: the nearest counted group, list, actor or pronoun before it.</summary>
    public static Holder? Before(SentenceView v, int word)
    {
        for (var i = word - 1; i >= v.First && i > word - 30; i--)
        {
            if (v.Pieces[i].Text is ";" or ":") break;
            if (v.QuantityAt(i) is { } q && q.Quantity.Kind == QuantityKind.Count && IsBody(v, q))
            {
                // "All six deputies of the Silver Accord": the party speaks through them.
                if (q.Quantity.Kind == QuantityKind.Count && !q.Quantity.IsNone && v.Lower(q.End) is "of")
                    foreach (var a in v.Actors) if (a.Actor.Kind == ActorKind.Organisation && v.IndexAt(a.Span.Start) is var of && of > q.End && of <= q.End + 2) return new Holder([a.Actor], null, v.Words(q.Start, v.IndexAt(a.Span.End - 1) + 1), false, false, q.Start, v.IndexAt(a.Span.End - 1) + 1);
                return new Holder([], q, v.Words(q.Start, q.End), false, false, q.Start, q.End);
            }
            if (v.QuantityAt(i) is not null) continue;
            if (ActorEnding(v, i) is null && Groups.Contains(v.Lower(i)))
            {
                var start = i;
                while (start > v.First && v.Pieces[start - 1].Kind == PieceKind.Word && v.Lower(start - 1) is not ("that" or "and" or "but" or "while" or "although" or ",")) start--;
                return new Holder(Named(v, i + 1, word), null, v.Words(start, i + 1), false, true, start, i + 1) { Group = "country" };
            }
            if (ActorEnding(v, i) is { } found)
            {
                var at = v.IndexAt(found.Span.Start);
                if (IsOblique(v, at, word)) { i = at; continue; }
                return List(v, at, i + 1);
            }
            if (v.Lower(i) is "they" or "it" or "he" or "she" or "we" or "both" or "who" or "i" && v.Pieces[i].Tag is not Tag.Det && Pronoun(v, i) is { } referred) return referred;
        }
        return null;
    }

    /// <summary>"many", "few", "none" of the bodies named before.</summary>
    private static bool IsBody(SentenceView v, PlacedQuantity q)
    {
        if (IsBody(q)) return true;
        if (q.Found.Head is not null && q.Quantity.Kind == QuantityKind.Count || q.Found.Form is not (QuantityForm.Few or QuantityForm.Many or QuantityForm.None or QuantityForm.Vague)) return false;
        return v.Sentence.Quantities.Any(o => o.Quantity.Span.End < q.Quantity.Span.Start && IsBody(new PlacedQuantity(o, 0, 0, 0)));
    }

    private static bool IsBody(PlacedQuantity q) => q.Found.Head is { } head && WordClasses.Noun(head) is "country" or "lawmaker" or "leader" or "company" || q.Found.Head is "party" or "donor" or "bank" or "union" or "club" or "deputy" or "senator" or "minister" or "member" or "vote" or "voter" or "power";

    private static FoundActor? ActorEnding(SentenceView v, int piece)
    {
        if (piece < 0 || piece >= v.Pieces.Count) return null;
        foreach (var a in v.Actors) if (a.Span.End == v.Pieces[piece].End) return a;
        return null;
    }

    /// <summary>Behind "in", "to", "from" or as an adjective of another noun, an actor holds no stance of the verb that follows.</summary>
    private static bool IsOblique(SentenceView v, int at, int word)
    {
        var before = v.Lower(at - 1) is "the" ? v.Lower(at - 2) : v.Lower(at - 1);
        if (before is "in" or "to" or "from" or "with" or "for" or "at" or "against" or "of" or "on" or "into" or "between" or "near" or "about") return true;
        _ = word;
        return false;
    }

    /// <summary>Members named after a group: "including Ireland, Luxembourg and Belgium", "like Italy and Poland".</summary>
    private static List<Actor> Named(SentenceView v, int from, int to)
    {
        List<Actor> members = [];
        var listing = false;
        for (var i = from; i < to; i++)
        {
            if (v.Lower(i) is "including" or "like" || (v.Lower(i) is "as" && v.Lower(i - 1) is "such")) listing = true;
            if (listing && ActorEnding(v, i) is { } a && members.TrueForAll(m => m.Id != a.Actor.Id)) members.Add(a.Actor);
        }
        return members;
    }

    /// <summary>"Great Britain, France and Australia", from its last member backwards; "only" before it closes the list.</summary>
    private static Holder List(SentenceView v, int start, int end)
    {
        List<Actor> members = [];
        var (first, cursor) = (start, end);
        while (cursor > v.First)
        {
            if (ActorEnding(v, cursor - 1) is not { } a) break;
            var actor = Behind(v, a.Actor);
            if (!members.Exists(m => m.Id == actor.Id)) members.Insert(0, actor);
            first = v.IndexAt(a.Span.Start);
            cursor = first;
            while (cursor > v.First && v.Pieces[cursor - 1].Kind == PieceKind.Word && Title(v.Lower(cursor - 1))) cursor--;
            if (v.Lower(cursor - 1) is "and" or ",") cursor--;
            else if (ActorEnding(v, cursor - 1) is { Actor.Kind: ActorKind.Country } && members.Count > 0) { first = v.IndexAt(ActorEnding(v, cursor - 1)!.Span.Start); break; }
            else break;
            if (v.Lower(cursor - 1) is ",") cursor--;
        }
        // "not all nations, like Italy and Poland": the group before the list is the holder, the list names some of it.
        if (v.Lower(first - 1) is "like" or "including" or "as")
        {
            for (var i = first - 2; i >= v.First && i > first - 8; i--)
            {
                if (!Groups.Contains(v.Lower(i))) continue;
                var open = i;
                while (open > v.First && v.Pieces[open - 1].Kind == PieceKind.Word && v.Lower(open - 1) is not ("that" or "and" or "but" or "while" or "although" or "yet")) open--;
                return new Holder(members, null, v.Words(open, end), false, true, open, end) { Group = "country" };
            }
        }
        var exclusive = v.Lower(first - 1) is "only" || v.Lower(first - 1) is "just";
        return new Holder(members, null, v.Words(first, end), exclusive, false, first, end);
    }

    private static bool Title(string lower) => lower is "president" or "minister" or "prime" or "chancellor" or "foreign" or "leader" or "envoy" or "premier" or "sir" or "mr" or "secretary" or "vice" or "king" or "defence" or "defense";

    /// <summary>"They", "he", "we": the speaker for the first person, else the last actor named before, in this sentence or the one before it.</summary>
    private static Holder? Pronoun(SentenceView v, int at)
    {
        var word = v.Lower(at);
        if (word is "who" && at > v.First && ActorEnding(v, at - 1) is { } own) return List(v, v.IndexAt(own.Span.Start), at);
        if (word is "we" or "i")
        {
            var speaker = v.Statement.Attribution[0];
            return speaker.ActorId is { } id && Find(v, id) is { } actor ? new Holder([Behind(v, actor)], null, v.Pieces[at].Text, false, false, at, at + 1) : null;
        }
        // The first pronoun of what somebody says is mostly the speaker: "Britain and France said that they …".
        var joint = v.Statement.Attribution.Where(a => a.Position == 0 && a.Role is ChainRole.Speaker or ChainRole.Origin && a.ActorId is not null).Select(a => Find(v, a.ActorId!)).OfType<Actor>().ToList();
        if (joint.Count > 0 && at <= v.First + 4 && (word is "they" == joint.Count > 1 || (word is "they" && joint[0].Kind != ActorKind.Person))) return new Holder([.. joint.Select(a => Behind(v, a)).DistinctBy(a => a.Id)], null, v.Pieces[at].Text, false, false, at, at + 1);
        FoundActor? last = null;
        foreach (var a in v.Article.Actors)
        {
            if (a.Span.Start >= v.Pieces[at].Start) break;
            if (a.Span.Start < v.Statement.Sentence.Span.Start - 250) continue;
            if (word is "he" or "she" && a.Actor.Kind != ActorKind.Person) continue;
            last = a;
        }
        return last is null ? null : new Holder([Behind(v, last.Actor)], null, v.Pieces[at].Text, false, false, at, at + 1);
    }

    public static Actor? Find(SentenceView v, string id)
    {
        foreach (var a in v.Article.Actors) if (a.Actor.Id == id) return a.Actor;
        return Gazetteer.Shared.ById(id)?.Actor;
    }
}

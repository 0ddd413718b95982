using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction;

/// <summary>What stands behind a claim, counted once however often it is repeated.</summary>
internal sealed class Origins(ArticleContext article)
{
    // How far back a plan is looked for, in UTF-16 units; how far behind its verb the word stands, in tokens.
    private const int PlanReach = 1200, PlanWords = 10;

    private static readonly string[] Arms = ["ministry", "government", "treasury", "embassy", "cabinet"];

    // What a party declares is its own word, whoever writes it down.
    private static readonly HashSet<string> Declarations = new("state announce declare pledge promise vow express voice signal hope expect count rely hold".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Common = new("company firm operator owner group party ministry bank airline union maker".Split(' '), StringComparer.Ordinal);

    // "Has rejected", without a day: where somebody stands, known to whoever writes; no one statement is behind it.
    private static readonly string[] Standing = ["made clear", "opposed", "rejected", "ruled out", "refused", "dismissed", "resisted", "backed", "supported", "welcomed", "endorsed"];

    private readonly IReadOnlyDictionary<string, Actor> _bodies = Bodies.Of(article);
    private readonly Actor[] _actors = [.. article.Actors.Select(a => a.Actor).DistinctBy(a => a.Id)];

    /// <returns>The origin, and whether the chain reaches it: an unnamed source may be anybody.</returns>
    public (string Origin, bool Known) Of(Statement statement, Proposition proposition, Span quote)
    {
        var first = statement.Attribution[0];
        if (first.ActorId is { } id && IsStanding(first, statement, proposition)) return (OwnVoice(statement.Attribution.FirstOrDefault(s => s.Role == ChainRole.Outlet)?.SourceId), true);
        if (first.ActorId is { } speaker) return (Origin.OfActor(Represented(speaker, proposition)?.Id ?? Behind(speaker)), true);
        if (first.Role is ChainRole.Narrator or ChainRole.Outlet)
        {
            if ((Party(statement, quote) ?? Nominal(statement, quote)) is { } party) return (Origin.OfActor(Behind(party.Id)), true);
            return proposition.TimeKind == TimeKind.Plan && Planner(statement) is { } planner ? (Origin.OfActor(Behind(planner.Id)), false) : (OwnVoice(first.SourceId), true);
        }
        if (Nominal(statement, quote) is { } refuses) return (Origin.OfActor(Behind(refuses.Id)), true);
        if (first.SourceId is { } document) return (Origin.OfOutlet(document), false);
        return Unnamed(first.Name, statement);
    }

    /// <summary>What is planned is known from those who plan it, whoever writes it down: the last party of which the article says so, at or before a sentence.</summary>
    private Actor? Planner(Statement statement)
    {
        for (var s = Speech.QuoteMap.FirstEndingAfter(article.Sentences, statement.Sentence.Span.Start); s >= 0 && article.Sentences[s].Span.Start > statement.Sentence.Span.Start - PlanReach; s--)
        {
            var tokens = article.Sentences[s].Tokens;
            for (var i = 1; i < tokens.Count; i++)
                if (IsPlan(tokens, i) && Parties(tokens, i) is { } planner) return planner;
        }
        return null;
    }

    /// <summary>"plans to", "are drafting", "agreed on a plan".</summary>
    private static bool IsPlan(IReadOnlyList<Token> tokens, int i)
    {
        if (tokens[i].Tag != Tag.Verb) return false;
        if (tokens[i].Lemma is "plan" or "intend" or "draft" or "prepare" or "propose") return true;
        if (tokens[i].Lemma is not ("work" or "agree" or "develop" or "present" or "unveil" or "discuss")) return false;
        for (var k = i + 1; k < tokens.Count && k < i + PlanWords && tokens[k].Text is not ("," or ";"); k++) if (tokens[k].Lemma is "plan" or "proposal" or "scheme") return true;
        return false;
    }

    /// <summary>The first of the bodies or countries that are the subject of a verb, or for which its subject speaks.</summary>
    private Actor? Parties(IReadOnlyList<Token> tokens, int verb)
    {
        var before = verb - 1;
        while (before > 0 && tokens[before].Tag is Tag.Aux or Tag.Adv) before--;
        Actor? first = null;
        while (before >= 0 && article.ActorAt(tokens[before].Span.End - 1) is { } found)
        {
            first = found.Actor;
            while (before >= 0 && tokens[before].Span.Start >= found.Span.Start) before--;
            if (before > 0 && tokens[before].Lower is "and" or ",") before--;
        }
        return first is { Kind: ActorKind.Person or ActorKind.Unknown } person && Behind(person.Id) == person.Id ? null : first;
    }

    /// <summary>"Both countries", "the two governments": those that are named together last before a place.</summary>
    private Actor? Both(int before)
    {
        for (var i = article.Actors.Count - 1; i > 0; i--)
        {
            var (a, b) = (article.Actors[i - 1], article.Actors[i]);
            if (b.Span.End <= before && a.Actor.Kind == ActorKind.Country && b.Actor.Kind == ActorKind.Country && a.Actor.Id != b.Actor.Id && article.Text[a.Span.End..b.Span.Start] == " and ") return a.Actor;
        }
        return null;
    }

    private string OwnVoice(string? outlet) => (outlet ?? article.Source.OutletId) is { } id ? Origin.OfOutlet(id) : Origin.OfArticle(article.Source.Id);

    /// <summary>A president, a minister and their government are one origin, as are a company and its spokesman.</summary>
    private string Behind(string id)
    {
        if (Gazetteer.Shared.ById(id) is { Offices.Count: > 0, Of: { } country } && Gazetteer.Shared.ByName(country) is { } government) return government.Actor.Id;
        return _bodies.TryGetValue(id, out var body) ? body.Id : id;
    }

    /// <summary>"Austria will not pay," said by its state secretary, whose country the article does not name beside him.</summary>
    private Actor? Represented(string speaker, Proposition proposition) =>
        proposition.Modality.Rung() is not null && proposition.Members is [var member] && !_bodies.ContainsKey(speaker) && Bodies.IsOfficial(article, speaker)
        && article.Actors.FirstOrDefault(a => a.Actor.Kind == ActorKind.Country && a.Actor.Name == member) is { } found ? found.Actor : null;

    /// <summary>"The refusal of Vienna to pay": whose refusal it is.</summary>
    private Actor? Nominal(Statement statement, Span quote)
    {
        var tokens = statement.Sentence.Tokens;
        for (var i = 0; i + 2 < tokens.Count; i++)
            if (quote.Contains(tokens[i].Span) && tokens[i].Lower is "refusal" or "pledge" or "promise" or "commitment" && tokens[i + 1].Lower == "of")
                foreach (var found in article.Actors)
                    if (found.Span.Contains(tokens[i + 2].Span)) return found.Actor;
        return null;
    }

    private bool IsStanding(AttributionStep first, Statement statement, Proposition proposition) =>
        proposition.Modality.Rung() is not null && statement.Asserted == article.Anchor
        && first.Cue is { } cue && (cue.StartsWith("has ", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("have ", StringComparison.OrdinalIgnoreCase))
        && Array.Exists(Standing, s => cue.EndsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>"London and Paris have stated their readiness", told by the outlet: who declares it.</summary>
    private Actor? Party(Statement statement, Span quote)
    {
        var tokens = statement.Sentence.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!quote.Contains(tokens[i].Span) || tokens[i].Tag != Tag.Verb || !Declarations.Contains(tokens[i].Lemma)) continue;
            if (tokens[i].Lemma is "count" or "rely" && !(i + 1 < tokens.Count && tokens[i + 1].Lower == "on")) continue;
            if (tokens[i].Lemma is "hold" && !(i + 1 < tokens.Count && tokens[i + 1].Lower == "to")) continue;
            var before = i - 1;
            while (before > 0 && tokens[before].Tag is Tag.Aux or Tag.Adv) before--;
            var subject = before > 0 && tokens[before - 1].Lower == "the" && Common.Contains(tokens[before].Lower) ? LastBody(tokens[before].Span.Start) : null;
            // Of "London and Paris", the first.
            while (before >= 0 && article.ActorAt(tokens[before].Span.End - 1) is { } found)
            {
                subject = found.Actor;
                while (before >= 0 && tokens[before].Span.Start >= found.Span.Start) before--;
                if (before > 0 && tokens[before].Lower is "and" or ",") before--;
            }
            return subject;
        }
        return null;
    }

    /// <summary>"The company" is the one that was named last.</summary>
    private Actor? LastBody(int before) => article.Actors.LastOrDefault(a => a.Span.End <= before && a.Actor.Kind == ActorKind.Organisation && Gazetteer.Shared.ById(a.Actor.Id) is not { IsOutlet: true })?.Actor;

    private (string Origin, bool Known) Unnamed(string name, Statement statement)
    {
        var words = name.ToLowerInvariant().Split(' ');
        // Who speaks for a body, and an arm of a government, are known by whom they speak for; "British officials" only likely so.
        var official = Array.Exists(words, Bodies.IsSpokesman) || Array.Exists(Arms, a => words[^1] == a);
        foreach (var actor in _actors)
            if (actor.Kind == ActorKind.Organisation && name.Contains(actor.Name, StringComparison.OrdinalIgnoreCase)) return (Origin.OfActor(actor.Id), official);
        foreach (var word in name.Split(' '))
            if (Gazetteer.Shared.Country(word) is { } country && Array.Exists(_actors, a => a.Id == country.Id)) return (Origin.OfActor(country.Id), official);
        if (Array.Exists(words, w => w is "both" or "two") && Array.Exists(words, w => w.TrimEnd('\'', '’') is "countries" or "governments" or "capitals" or "nations" or "sides") && Both(statement.Sentence.Span.Start) is { } one) return (Origin.OfActor(one.Id), false);
        // Whoever it is, nothing leads beyond this article.
        return (Origin.OfArticle(article.Source.Id), false);
    }
}

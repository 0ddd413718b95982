using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction.Speech;

/// <summary>The words that name a source to the voices behind them. Remembers who spoke, for pronouns, "the official", "the publication".</summary>
internal sealed class VoiceReader(IReadOnlyList<Sentence> sentences, Names names, Titles titles, string? outlet)
{
    private readonly ILookup<int, FoundName> _names = names.Found.ToLookup(n => n.Sentence);
    private readonly List<(Voice Voice, int Sentence)> _spoke = [];

    /// <summary>Those who spoke last, jointly or alone: "all of them", "both".</summary>
    private IReadOnlyList<Voice> _group = [];

    /// <summary>The country that the last speaker who has one belongs to.</summary>
    private string? _speakerCountry;

    private readonly List<FoundName> _outlets = [.. names.Found.Where(n => n.IsOutlet)];

    /// <summary>Organisations by the last word of their names, in the order of the text.</summary>
    private readonly ILookup<string, FoundName> _bodies = names.Found.Where(n => n.Actor.Kind == ActorKind.Organisation && n.Actor.Name.Contains(' ', StringComparison.Ordinal)).ToLookup(n => n.Actor.Name[(n.Actor.Name.LastIndexOf(' ') + 1)..], StringComparer.OrdinalIgnoreCase);

    /// <summary>The last person, body or outlet that spoke.</summary>
    private Voice? Last(Func<Voice, bool> which, int sentence)
    {
        for (var i = _spoke.Count - 1; i >= 0 && _spoke[i].Sentence >= sentence - 12; i--) if (which(_spoke[i].Voice)) return _spoke[i].Voice;
        return null;
    }

    public void Remember(IReadOnlyList<Voice> voices, int sentence, bool speaking)
    {
        foreach (var voice in voices)
        {
            _spoke.Add((voice, sentence));
            if ((voice.Actor ?? voice.Of) is { } actor && (actor.Kind == ActorKind.Country ? actor.Name : Gazetteer.Shared.ById(actor.Id)?.Of) is { } country) _speakerCountry = country;
        }
        if (speaking && voices.Count > 0) _group = voices;
    }

    public IReadOnlyList<Voice> Read(int sentence, Run head, Voice? quoteSpeaker)
    {
        var tokens = sentences[sentence].Tokens;
        while (head.End - head.First > 1 && tokens[head.First].Tag is Tag.Punct or Tag.Adp) head = head with { First = head.First + 1 };
        var first = tokens[head.First].Lower;
        if (head.End - head.First == 1)
        {
            if (first is "i" or "we" or "you" && quoteSpeaker is null || first is "who" or "which" or "that" or "what") return [];
            if (first is "they" or "both" or "all" && _group.Count > 1) return _group;
            if (Pronoun(first, head.First, sentence, quoteSpeaker) is { } voice) return [voice];
            if (first is "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their" or "this" or "these" or "those" or "there") return [];
        }
        else if (tokens[head.End - 1].Lower is "them" or "these" && _group.Count > 0) return _group;
        // "the UN refugee agency (UNHCR)"
        if (head.End + 2 < tokens.Count && tokens[head.End].Text == "(" && tokens[head.End + 2].Text == ")" && _names[sentence].FirstOrDefault(n => n.First == head.End + 1) is { Actor: { Kind: ActorKind.Organisation } initials, IsOutlet: false }) return [new(initials.Name, initials)];
        // The core: up to the first preposition that follows a noun.
        var core = head;
        for (var k = head.First + 1; k < head.End; k++)
            if (tokens[k].Tag == Tag.Adp && !InName(sentence, k)) { core = head with { End = k }; break; }
        var inCore = _names[sentence].Where(n => core.Contains(n.First) && n.Form != NameForm.Demonym).ToList();
        var heads = inCore.Where(n => IsHead(tokens, n, core)).ToList();
        if (heads.Count > 0 && !Unnamed(tokens, core)) return [.. heads.DistinctBy(n => n.Actor.Id).Select(n => new Voice(n.Actor.Name, n.Actor, n.IsOutlet) { IsRelay = false })];
        return [Common(sentence, tokens, head, core)];
    }

    private Voice? Pronoun(string pronoun, int at, int sentence, Voice? quoteSpeaker) => pronoun switch
    {
        "i" or "we" => quoteSpeaker,
        "he" or "she" or "his" or "her" => PersonBefore(sentence, at),
        "they" or "their" => Last(v => v.Actor?.Kind != ActorKind.Person && !v.IsOutlet, sentence) ?? Last(_ => true, sentence),
        "it" or "its" => Last(v => v.Actor is { Kind: not ActorKind.Person } || v.IsDocument, sentence) ?? Last(v => v.Actor?.Kind != ActorKind.Person, sentence),
        _ => null,
    };

    /// <summary>
    /// Whom "he" or "she" means: the person who spoke last or is the subject of the nearest sentence before; within one sentence the speaker counts before the subject.
    /// </summary>
    private Voice? PersonBefore(int sentence, int at)
    {
        var subject = Subject(sentence, at);
        if (subject is not null) return subject;
        for (var s = sentence - 1; s >= 0 && s >= sentence - 6; s--)
        {
            for (var i = _spoke.Count - 1; i >= 0 && _spoke[i].Sentence >= s; i--)
                if (_spoke[i].Sentence == s && _spoke[i].Voice is { IsOutlet: false, IsDocument: false } spoke && (spoke.Actor is null ? !spoke.Name.EndsWith('s') && !spoke.Name.Contains("agency", StringComparison.Ordinal) : spoke.Actor.Kind is ActorKind.Person or ActorKind.Unknown)) return spoke;
            if (Subject(s, int.MaxValue) is { } before) return before;
        }
        return null;
    }

    /// <summary>The person who is the subject of a sentence, or of its part before a token.</summary>
    private Voice? Subject(int sentence, int before)
    {
        var tokens = sentences[sentence].Tokens;
        foreach (var name in _names[sentence])
        {
            if (name.Actor.Kind is not (ActorKind.Person or ActorKind.Unknown) || name.Last == name.First && name.Actor.Kind == ActorKind.Unknown || name.Last >= before) continue;
            var next = name.Last + 1;
            while (next < tokens.Count && tokens[next].Tag is Tag.Adv) next++;
            if (next < tokens.Count && (tokens[next].Tag is Tag.Verb or Tag.Aux || tokens[next].Text == "," && next + 1 < tokens.Count && (tokens[next + 1].Lower is "who" or "whose" or "the" or "a" or "an" || tokens[next + 1].Tag is Tag.Verb or Tag.Aux))) return new(name.Actor.Name, name.Actor);
        }
        return null;
    }

    private bool InName(int sentence, int k) => _names[sentence].Any(n => n.First <= k && k <= n.Last);

    private static bool IsHead(IReadOnlyList<Token> tokens, FoundName name, Run core)
    {
        // The name closes the phrase or is joined to one that does: "Britain and France", "Efua Ampofo".
        var after = name.Last + 1;
        return after >= core.End || tokens[after].Text is "," or "(" || tokens[after].Lower is "and" or "or" or "&" || after < core.End && tokens[after].Tag is Tag.Punct;
    }

    /// <summary>"Kremlin officials" is nobody by name although it ends no name.</summary>
    private static bool Unnamed(IReadOnlyList<Token> tokens, Run core) => tokens[core.End - 1].Tag == Tag.Noun && !char.IsUpper(tokens[core.End - 1].Text[0]) && tokens[core.End - 1].Lower is not ("government" or "administration" or "group" or "himself" or "herself");

    /// <summary>The outlet among the words that say who was told; null where it is none.</summary>
    public Voice? Outlet(int sentence, Run told)
    {
        foreach (var name in _names[sentence])
            if (told.Contains(name.First) && name.IsOutlet) return new(name.Actor.Name, name.Actor, true);
        return null;
    }

    private Voice Common(int sentence, IReadOnlyList<Token> tokens, Run head, Run core)
    {
        var noun = Noun(tokens, core);
        var inHead = _names[sentence].Where(n => head.Contains(n.First)).ToList();
        Actor? of = null;
        foreach (var name in inHead)
            if (name.Actor.Kind != ActorKind.Person && (name.Form is NameForm.Demonym or NameForm.Seat or NameForm.Name || name.Form == NameForm.Capital)) { of = name.Actor; break; }
        var words = string.Join(' ', Enumerable.Range(head.First, head.End - head.First).Where(k => k > head.First || tokens[k].Tag != Tag.Det).Select(k => tokens[k].Text)).Replace(" 's", "'s", StringComparison.Ordinal).Replace(" ’s", "’s", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal);
        if (words.Length == 0) words = tokens[head.First].Text;
        if (noun is "government" or "administration" or "authorities" or "cabinet" or "delegation" or "embassy" or "side" && of is { Kind: ActorKind.Country }) return new(of.Name, of);
        if (IsOutletNoun(noun))
        {
            if (tokens[core.First].Lower is "this" or "our" && outlet is not null) return new(outlet, null, true);
            var named = inHead.Find(n => n.IsOutlet);
            if (named.Actor is not null && named.IsOutlet) return new(named.Actor.Name, named.Actor, true);
            if (noun == "agency" && Last(v => v.IsOutlet || v.Actor?.Kind == ActorKind.Organisation, sentence) is { IsOutlet: false } body) return body;
            if (tokens[core.First].Lower is "the" && !IsDescribed(tokens, core) && LastOutlet(sentence) is { } last) return last;
        }
        if (noun is "newspaper" or "paper" or "magazine" or "daily" or "weekly" or "tabloid" or "broadcaster") return new(words, null, true);
        if (tokens[core.First].Lower is "its" or "their" or "the" && noun is "office" or "board" or "management" or "service" or "headquarters" or "leadership" or "website" && Body(sentence, core.First) is { } owner) return owner;
        if (noun is "team" or "researchers" or "scientists" or "analysts" or "economists" && inHead.Find(n => n.Actor.Kind == ActorKind.Organisation && n.First > core.End - 1) is { Actor: { } house }) return new(house.Name, house);
        // "a count by this newspaper": the article's own work.
        if (outlet is not null && words.Contains("this ", StringComparison.Ordinal) && (words.EndsWith("newspaper", StringComparison.Ordinal) || words.EndsWith("paper", StringComparison.Ordinal))) return new(outlet, null, true);
        if (IsDocumentNoun(noun)) return Owner(sentence, head, inHead) is { } body ? new(body.Name, body) { IsDocument = true, Document = words } : new(words, null, Of: of) { IsDocument = true };
        if (noun is "website" or "staff" && IsPossessed(tokens, core) && Owner(sentence, head, inHead) is { } whose) return new(whose.Name, whose);
        if (tokens[core.First].Lower is "the" or "his" or "her" or "its" || tokens[core.First].Tag is Tag.Noun or Tag.Propn or Tag.Adj)
        {
            var demonym = inHead.FirstOrDefault(n => n.Form is NameForm.Demonym && core.Contains(n.First)) is { Actor: { Kind: ActorKind.Country } country } ? country.Name : null;
            var singular = !tokens[core.End - 1].Lower.EndsWith('s');
            if (singular && !IsAcronym(tokens, core) && titles.Resolve(tokens, head, demonym, SpeakerCountry(sentence), sentence, tokens[core.First].Lower is "its" or "their" ? Body(sentence, core.First)?.Name : null) is { } person) return new(person.Name, person);
            if (tokens[core.First].Lower == "the" && noun is not null)
            {
                if (ByHeadNoun(noun, sentence) is { } body) return body;
                if (IsBusiness(noun) && core.End - core.First == 2 && Body(sentence, core.First) is { } business) return business;
                if (Last(v => v.Actor is null && v.Name.Split(' ').Contains(noun), sentence) is { } again) return again;
                // "A spokesperson for the ministry said … The official added".
                if (noun is "official" or "spokesman" or "spokeswoman" or "spokesperson" or "source" && core.End - core.First == 2 && Last(v => v is { Actor: null, IsDocument: false, IsOutlet: false } && !v.Name.EndsWith('s'), sentence) is { } unnamed) return unnamed;
            }
        }
        if (of is { Kind: ActorKind.Country } && head.End - head.First == 1) return new(of.Name, of);
        if (of is null && head == core && tokens[core.First].Lower == "the" && OfBoth(sentence, core) is { } owners) words += owners;
        return new(words, null, Of: of) { IsRelay = IsSpokesman(noun) };
    }

    /// <summary>"The military leaders" are those that were "the military leaders of both countries" a few sentences before.</summary>
    private string? OfBoth(int sentence, Run core)
    {
        var words = core.End - core.First;
        for (var s = sentence - 1; s >= 0 && s >= sentence - 6; s--)
        {
            var tokens = sentences[s].Tokens;
            for (var i = 0; i + words + 2 < tokens.Count; i++)
            {
                var k = 1;
                while (k < words && tokens[i + k].Lower == sentences[sentence].Tokens[core.First + k].Lower) k++;
                if (k < words || tokens[i + k].Lower != "of") continue;
                if (tokens[i + k + 1].Lower == "both") return $" of both {tokens[i + k + 2].Text}";
                if (tokens[i + k + 1].Lower == "the" && tokens[i + k + 2].Lower == "two" && i + k + 3 < tokens.Count) return $" of the two {tokens[i + k + 3].Text}";
            }
        }
        return null;
    }

    internal static bool IsSpokesman(string? noun) => noun is "spokesman" or "spokeswoman" or "spokesperson" or "spokesmen" or "spokespeople" or "lawyer" or "lawyers" or "aide" or "aides" or "representative" or "attorney" or "attorneys";

    private static bool IsOutletNoun(string? noun) => noun is "publication" or "newspaper" or "paper" or "outlet" or "agency" or "magazine" or "daily" or "broadcaster" or "network" or "channel" or "site" or "website" or "article" or "journal" or "weekly" or "tabloid";

    internal static bool IsDocumentNoun(string? noun) => noun is "report" or "study" or "document" or "documents" or "list" or "note" or "memo" or "statement" or "poll" or "survey" or "analysis" or "data" or "figures" or "papers" or "records" or "log" or "letter" or "email" or "emails" or "release" or "research" or "review" or "count" or "tally" or "filing" or "filings" or "lawsuit" or "complaint" or "indictment" or "affidavit" or "bill" or "reports" or "studies" or "polls" or "statistics" or "findings" or "estimate" or "estimates" or "audit" or "transcript" or "book" or "tweet" or "post" or "video";

    private static string? Noun(IReadOnlyList<Token> tokens, Run core)
    {
        for (var k = core.End - 1; k >= core.First; k--) if (tokens[k].Tag is Tag.Noun or Tag.Propn || k == core.End - 1 && (NameWords.Shared.Titles.Contains(tokens[k].Lower) || tokens[k].Lower == "executive")) return tokens[k].Lower;
        return null;
    }

    private Voice? LastOutlet(int sentence)
    {
        if (Last(v => v.IsOutlet, sentence) is { } spoke) return spoke;
        return _outlets.FindLastIndex(n => n.Sentence <= sentence) is var at and >= 0 ? new(_outlets[at].Actor.Name, _outlets[at].Actor, true) : null;
    }

    /// <summary>"the fund", "the ministry": the body of the article whose name ends in that word.</summary>
    private Voice? ByHeadNoun(string noun, int sentence)
    {
        FoundName? last = null;
        foreach (var name in _bodies[noun])
        {
            if (name.Sentence > sentence) break;
            if (name.Sentence != last?.Sentence) last = name;
        }
        return last is { } body ? new(body.Actor.Name, body.Actor, body.IsOutlet) : null;
    }

    /// <summary>The body whose paper or website it is: "the Harbour Council's audit", "a report by the council", "a list handed out by her staff".</summary>
    private Actor? Owner(int sentence, Run head, List<FoundName> inHead)
    {
        foreach (var name in inHead) if (name.Actor.Kind == ActorKind.Organisation && !name.IsOutlet) return name.Actor;
        var tokens = sentences[sentence].Tokens;
        for (var k = head.First; k < head.End; k++)
        {
            if (tokens[k].Lower is "its" or "their" or "her" or "his") return Body(sentence, head.First)?.Actor;
            if (k + 1 < head.End && tokens[k + 1].Lower == "'s" && ByHeadNoun(tokens[k].Lower, sentence) is { IsOutlet: false, Actor: { } owner }) return owner;
        }
        return null;
    }

    private static bool IsPossessed(IReadOnlyList<Token> tokens, Run core)
    {
        for (var k = core.First; k < core.End; k++) if (tokens[k].Lower is "'s" or "its" or "their" or "her" or "his") return true;
        return false;
    }

    /// <summary>"The UN refugee agency" is no press agency, "the fund's website" no outlet.</summary>
    private static bool IsDescribed(IReadOnlyList<Token> tokens, Run core)
    {
        for (var k = core.First + 1; k < core.End - 1; k++)
            if (tokens[k].Lower == "'s" || char.IsLower(tokens[k].Text[0]) && tokens[k].Tag is Tag.Noun or Tag.Adj && tokens[k].Lower is not ("news" or "wire" or "press" or "same" or "daily" or "weekly" or "local" or "financial")) return true;
        return false;
    }

    private static bool IsAcronym(IReadOnlyList<Token> tokens, Run core) => tokens[core.End - 1].Text is { Length: > 2 } word && !Words.Fold.HasLower(word) && core.End - core.First <= 2;

    /// <summary>What a business is called after its name was said.</summary>
    private static bool IsBusiness(string noun) => noun is "company" or "firm" or "operator" or "owner" or "airline" or "bank" or "maker" or "carmaker" or "retailer" or "manufacturer" or "carrier" or "lender" or "brewer" or "supplier" or "charity" or "club" or "insurer";

    /// <summary>The organisation named last before a token: whom "its" means.</summary>
    private Voice? Body(int sentence, int before)
    {
        for (var s = sentence; s >= 0 && s >= sentence - 2; s--)
            foreach (var name in _names[s].Reverse())
                if (name.Actor.Kind == ActorKind.Organisation && !name.IsOutlet && (s < sentence || name.Last < before)) return new(name.Actor.Name, name.Actor);
        return null;
    }

    private string? SpeakerCountry(int sentence) => _speakerCountry ?? _names[sentence].FirstOrDefault(n => n.Actor?.Kind == ActorKind.Country).Actor?.Name;
}

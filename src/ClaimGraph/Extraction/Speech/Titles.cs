using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction.Speech;

/// <summary>
/// What the article calls its people: titles before a name and what explains it after ("Andrej Furlan, who leads the Littoral Alliance"). Resolves "the finance minister", "the leader of the Accord", "the French president".
/// </summary>
internal sealed class Titles
{
    private readonly List<(HashSet<string> Words, Actor Person, int Sentence)> _known = [];
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly DateOnly? _day;

    /// <summary>People whom the article never explains, by their first mention.</summary>
    private readonly Dictionary<string, (int Sentence, FoundName Name)> _bare = new(StringComparer.Ordinal);

    public Titles(IReadOnlyList<Sentence> sentences, Names names, DateOnly? day)
    {
        (_sentences, _day) = (sentences, day);
        foreach (var name in names.Found)
        {
            if (name.Actor.Kind == ActorKind.Unknown && name.Last > name.First) _bare.TryAdd(name.Actor.Id, (name.Sentence, name));
            if (name.Actor.Kind != ActorKind.Person || name.Form != NameForm.Name) continue;
            var tokens = sentences[name.Sentence].Tokens;
            var words = new HashSet<string>(StringComparer.Ordinal);
            for (var k = name.TitleFirst; k < name.First; k++) Put(words, tokens[k]);
            if (name.Last + 2 < tokens.Count && tokens[name.Last + 1].Text == ",")
                for (var k = name.Last + 2; k < tokens.Count && k < name.Last + 14 && tokens[k].Text is not ("," or "." or ";"); k++) Put(words, tokens[k]);
            else if (name.Last + 1 < tokens.Count && tokens[name.Last + 1].Lower == "of")
                for (var k = name.Last + 2; k < tokens.Count && k < name.Last + 6 && char.IsUpper(tokens[k].Text[0]) | tokens[k].Lower == "the"; k++) Put(words, tokens[k]);
            // "its leader, Marija Hribar,": the explanation stands before.
            if (name.First >= 2 && tokens[name.First - 1].Text == ",")
                for (var k = name.First - 2; k >= 0 && k > name.First - 9 && tokens[k].Tag is Tag.Noun or Tag.Adj or Tag.Propn or Tag.Det or Tag.Adp or Tag.Part or Tag.Pron; k--) Put(words, tokens[k]);
            // "its leader Marija Hribar": of the body named before.
            if (words.Contains("its") || words.Contains("their"))
            {
                var body = names.Found.LastOrDefault(n => n.Actor.Kind == ActorKind.Organisation && !n.IsOutlet && (n.Sentence == name.Sentence && n.Last < name.First || n.Sentence == name.Sentence - 1));
                if (body.Actor is not null) foreach (var word in body.Actor.Name.Split(' ')) words.Add(word.ToLowerInvariant());
            }
            else if (words.Count == 0) _bare.TryAdd(name.Actor.Id, (name.Sentence, name));
            if (words.Count > 0) _known.Add((words, name.Actor, name.Sentence));
        }
    }

    private static void Put(HashSet<string> words, Token token)
    {
        if (!char.IsLetter(token.Text[0])) return;
        words.Add(token.Lemma);
        words.Add(token.Lower);
        if (token.Lower is "leads" or "heads" or "runs" or "chairs") words.UnionWith(["leader", "head", "chief"]);
        if (token.Lower is "commands") words.Add("commander");
        if (token.Lower is "speaks") words.Add("spokesman");
    }

    /// <param name="speakerCountry">The country that the last speaker belongs to: "the prime minister" is most likely that one's.</param>
    public Actor? Resolve(IReadOnlyList<Token> tokens, Run head, string? demonymOf, string? speakerCountry, int sentence, string? body)
    {
        var content = new List<string>();
        for (var k = head.First; k < head.End; k++)
            if (tokens[k].Tag is Tag.Noun or Tag.Adj or Tag.Propn || NameWords.Shared.Titles.Contains(tokens[k].Lower)) content.Add(tokens[k].Lower);
        if (content.Count == 0) return null;
        if (body is not null)
        {
            var ofBody = body.ToLowerInvariant().Split(' ');
            foreach (var (words, person, _) in _known) if (content.TrueForAll(words.Contains) && Array.Exists(ofBody, words.Contains)) return person;
            return Introduced(sentence);
        }
        Actor? best = null;
        foreach (var (words, person, where) in _known)
        {
            if (where > sentence && best is not null) break;
            if (content.TrueForAll(words.Contains)) best = person;
        }
        if (best is not null) return best;
        var title = string.Join(' ', content.Where(w => demonymOf is null || w != content[0]));
        var country = demonymOf ?? (content.Count <= 2 ? speakerCountry : null);
        if (country is null || _day is not { } day) return demonymOf is null && content.Count > 1 ? Introduced(sentence) : null;
        return title switch
        {
            "leader" or "head of state" => InArticle(country) ?? Gazetteer.Shared.Holder(country, "president", day)?.Actor ?? Gazetteer.Shared.Holder(country, "prime minister", day)?.Actor ?? Gazetteer.Shared.Holder(country, "chancellor", day)?.Actor,
            "premier" => Gazetteer.Shared.Holder(country, "prime minister", day)?.Actor,
            "foreign secretary" => Gazetteer.Shared.Holder(country, "foreign minister", day)?.Actor,
            _ => Gazetteer.Shared.Holder(country, title, day)?.Actor,
        };
    }

    /// <summary>A lead says "the fund's chief executive said" and the next sentence names her without a word of explanation: she is that one.</summary>
    private Actor? Introduced(int sentence)
    {
        foreach (var (where, name) in _bare.Values)
            if (where == sentence - 1 && name.Last > name.First && !_known.Exists(k => k.Person.Id == name.Actor.Id)) return name.Actor;
        foreach (var (where, name) in _bare.Values)
            if (where > sentence && where <= sentence + 2 && name.Last > name.First && !_known.Exists(k => k.Person.Id == name.Actor.Id)
                && name.Last + 1 < _sentences[where].Tokens.Count && (Cues.Shared.Verb(_sentences[where].Tokens[name.Last + 1].Lemma) & CueKinds.Says) != 0) return name.Actor;
        return null;
    }

    private Actor? InArticle(string country) => _known.Select(k => k.Person).FirstOrDefault(p => Gazetteer.Shared.ById(p.Id) is { } known && known.Of == country && known.Offices.Count > 0);
}

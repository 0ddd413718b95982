using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction.Speech;

/// <summary>
/// What the article calls its people: titles before a name and what explains it after ("Andrej Furlan, who leads the Littoral Alliance"). Resolves "the finance minister", "the leader of the Accord", "the French president".
/// </summary>
internal sealed class Titles
{
    private readonly List<(HashSet<string> Words, Actor Person, int Sentence)> _known = [];

    /// <summary>Places in <see cref="_known"/> by word, in order.</summary>
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);

    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

    /// <summary>The first of the article's people with an office of a country that the gazetteer knows.</summary>
    private readonly Dictionary<string, Actor> _officials = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly DateOnly? _day;

    /// <summary>People whom the article never explains, by their first mention.</summary>
    private readonly ILookup<int, FoundName> _bare;

    public Titles(IReadOnlyList<Sentence> sentences, Names names, DateOnly? day)
    {
        (_sentences, _day) = (sentences, day);
        var bare = new Dictionary<string, FoundName>(StringComparer.Ordinal);
        FoundName? body = null;
        foreach (var name in names.Found)
        {
            if (name.Actor.Kind == ActorKind.Organisation && !name.IsOutlet) body = name;
            if (name.Actor.Kind == ActorKind.Unknown && name.Last > name.First) bare.TryAdd(name.Actor.Id, name);
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
                if (body is { } b && b.Sentence >= name.Sentence - 1) foreach (var word in b.Actor.Name.Split(' ')) words.Add(word.ToLowerInvariant());
            }
            else if (words.Count == 0) bare.TryAdd(name.Actor.Id, name);
            if (words.Count > 0) Know(words, name);
        }
        _bare = bare.Values.ToLookup(n => n.Sentence);
    }

    private void Know(HashSet<string> words, FoundName name)
    {
        foreach (var word in words)
        {
            if (!_byWord.TryGetValue(word, out var places)) _byWord[word] = places = [];
            places.Add(_known.Count);
        }
        _known.Add((words, name.Actor, name.Sentence));
        _explained.Add(name.Actor.Id);
        if (Gazetteer.Shared.ById(name.Actor.Id) is { Of: { } country, Offices.Count: > 0 }) _officials.TryAdd(country, name.Actor);
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
        var places = _byWord.GetValueOrDefault(content[0]) ?? [];
        if (body is not null)
        {
            var ofBody = body.ToLowerInvariant().Split(' ');
            foreach (var at in places) if (content.TrueForAll(_known[at].Words.Contains) && Array.Exists(ofBody, _known[at].Words.Contains)) return _known[at].Person;
            return Introduced(sentence);
        }
        // The last one before, else the first one behind.
        var behind = places.FindIndex(at => _known[at].Sentence > sentence);
        for (var k = (behind < 0 ? places.Count : behind) - 1; k >= 0; k--) if (content.TrueForAll(_known[places[k]].Words.Contains)) return _known[places[k]].Person;
        for (var k = behind; k >= 0 && k < places.Count; k++) if (content.TrueForAll(_known[places[k]].Words.Contains)) return _known[places[k]].Person;
        var title = string.Join(' ', content.Where(w => demonymOf is null || w != content[0]));
        var country = demonymOf ?? (content.Count <= 2 ? speakerCountry : null);
        if (country is null || _day is not { } day) return demonymOf is null && content.Count > 1 ? Introduced(sentence) : null;
        return title switch
        {
            "leader" or "head of state" => _officials.GetValueOrDefault(country) ?? Gazetteer.Shared.Holder(country, "president", day)?.Actor ?? Gazetteer.Shared.Holder(country, "prime minister", day)?.Actor ?? Gazetteer.Shared.Holder(country, "chancellor", day)?.Actor,
            "premier" => Gazetteer.Shared.Holder(country, "prime minister", day)?.Actor,
            "foreign secretary" => Gazetteer.Shared.Holder(country, "foreign minister", day)?.Actor,
            _ => Gazetteer.Shared.Holder(country, title, day)?.Actor,
        };
    }

    /// <summary>A lead says "the fund's chief executive said" and the next sentence names her without a word of explanation: she is that one.</summary>
    private Actor? Introduced(int sentence)
    {
        foreach (var name in _bare[sentence - 1]) if (IsUnexplained(name)) return name.Actor;
        for (var where = sentence + 1; where <= sentence + 2; where++)
            foreach (var name in _bare[where])
                if (IsUnexplained(name) && name.Last + 1 < _sentences[where].Tokens.Count && (Cues.Shared.Verb(_sentences[where].Tokens[name.Last + 1].Lemma) & CueKinds.Says) != 0) return name.Actor;
        return null;
    }

    private bool IsUnexplained(FoundName name) => name.Last > name.First && !_explained.Contains(name.Actor.Id);
}

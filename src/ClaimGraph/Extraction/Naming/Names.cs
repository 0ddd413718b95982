using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Extraction.Naming;

/// <summary>A name as it stands in a sentence.</summary>
/// <param name="First">Index of the first token of the name itself, without titles.</param>
/// <param name="TitleFirst">Index of the first token of titles and demonyms before it.</param>
internal readonly record struct FoundName(int Sentence, int First, int Last, int TitleFirst, Actor Actor, NameForm Form, bool IsOutlet);

/// <summary>
/// The actors named in one article: known ones by the gazetteer, others by capitals, titles and the company they keep. A surname or a short form stands for the full name that the article gives.
/// </summary>
internal sealed class Names
{
    private readonly List<FoundName> _found = [];
    private readonly Dictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _short = new(StringComparer.Ordinal);
    // Full names found, and the first of them not yet passed while short names are read.
    private int _full, _next;
    private readonly HashSet<string> _outlets = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Sentence> _sentences;

    private Names(IReadOnlyList<Sentence> sentences) => _sentences = sentences;

    public IReadOnlyList<FoundName> Found => _found;

    public static Names Read(IReadOnlyList<Sentence> sentences)
    {
        var names = new Names(sentences);
        // Full names first, wherever they stand: a headline says "Macron" before the text says who that is.
        for (var i = 0; i < sentences.Count; i++) if (IsRead(sentences[i])) names.Full(i);
        names._full = names._found.Count;
        for (var i = 0; i < sentences.Count; i++) if (IsRead(sentences[i])) names.Short(i);
        names._found.Sort((a, b) => a.Sentence != b.Sentence ? a.Sentence.CompareTo(b.Sentence) : a.First.CompareTo(b.First));
        return names;
    }

    private static bool IsRead(Sentence sentence) => sentence.Kind is SentenceKind.Statement or SentenceKind.Headline or SentenceKind.Credit or SentenceKind.Dateline;

    private void Full(int s)
    {
        var tokens = _sentences[s].Tokens;
        var capitals = AllCapitals(tokens);
        // In a headline's capitals only the tagger tells names from words.
        var headline = Layout.LineKinds.IsTitleCase(tokens);
        var words = NameWords.Shared;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Gazetteer.Shared.At(tokens, i, capitals) is { } known && !(known.Form is NameForm.Name or NameForm.Capital && known.Length == 1 && RunEnd(tokens, i) is var end && end > i + 1 && Extends(tokens, i, end)))
            {
                var title = known.Known.Actor.Kind == ActorKind.Person ? TitleStart(tokens, i) : i;
                _found.Add(new(s, i, i + known.Length - 1, title, known.Known.Actor, known.Form, known.Known.IsOutlet));
                if (known.Form == NameForm.Name) Remember(known.Known.Actor);
                i += known.Length - 1;
                continue;
            }
            // "Britain-based" tells where a name is at home and is no part of it.
            if (IsOrigin(tokens[i].Lower)) continue;
            if (!IsCapital(tokens, i) || capitals || headline && tokens[i].Tag != Tag.Propn) continue;
            var last = RunEnd(tokens, i) - 1;
            if (headline) for (var k = i + 1; k <= last; k++) if (tokens[k].Tag != Tag.Propn) last = k - 1;
            var name = i;
            while (name <= last && IsTitle(tokens, name)) name++;
            var titled = name > i || i > 0 && words.Titles.Contains(tokens[i - 1].Lower) && char.IsLower(tokens[i - 1].Text[0]);
            if (name > last)
            {
                i = last;
                continue;
            }
            if (Kind(tokens, name, last, titled) is { } kind && (last > name || titled && kind == ActorKind.Person && !_short.ContainsKey(tokens[name].Lower)))
            {
                var text = string.Join(' ', tokens.Skip(name).Take(last - name + 1).Select(t => t.Text));
                var actor = Gazetteer.Shared.ByName(text)?.Actor ?? Same(text, kind) ?? Make(kind, text);
                Remember(actor);
                var outlet = kind == ActorKind.Organisation && IsOutletName(tokens, last);
                if (outlet) _outlets.Add(actor.Id);
                _found.Add(new(s, name, last, TitleStart(tokens, name), actor, NameForm.Name, outlet));
            }
            i = last;
        }
    }

    private void Short(int s)
    {
        var tokens = _sentences[s].Tokens;
        while (_next < _full && _found[_next].Sentence < s) _next++;
        for (var i = 0; i < tokens.Count; i++)
        {
            while (_next < _full && _found[_next].Sentence == s && _found[_next].Last < i) _next++;
            if (_next < _full && _found[_next].Sentence == s && _found[_next].First <= i || !char.IsUpper(tokens[i].Text[0]) || tokens[i].Text.Length < 2) continue;
            var actor = _short.GetValueOrDefault(Key(tokens[i].Lower)) ?? ((tokens[i].Tag is Tag.Propn or Tag.Noun && i > 0 || SpeaksNext(tokens, i)) && Dating.DateWords.MonthOf(tokens[i].Lower) == 0 ? Gazetteer.Shared.BySurname(tokens[i].Text)?.Actor : null);
            actor ??= Acronym(tokens, i);
            if (actor is null || tokens[i].Lower is "the" or "of") continue;
            _found.Add(new(s, i, i, TitleStart(tokens, i), actor, NameForm.Name, _outlets.Contains(actor.Id)));
            Remember(actor);
        }
    }

    // Short forms in capitals that name no body.
    private static readonly HashSet<string> NoBody = new("GMT BST EST EDT PST CET UTC USD EUR GBP GDP CEO CFO COO HIV DNA PDF SUV ATM MRI FAQ NGO NGOS CCTV GPS COVID AIDS MPS USA DVD SMS VAT IPO RIP FYI ASAP LIVE NEW ALL".Split(' '), StringComparer.Ordinal);

    /// <summary>"UNHCR said", "(UNHCR)": three to six capitals.</summary>
    private static bool IsAcronym(Token token) => token.Text.Length is >= 3 and <= 6 && token.Text.All(char.IsAsciiLetterUpper) && !NoBody.Contains(token.Text);

    private static string Initials(IReadOnlyList<Token> tokens, int first, int last) => string.Concat(Enumerable.Range(first, last - first + 1).Where(k => char.IsUpper(tokens[k].Text[0])).Select(k => tokens[k].Text[0]));

    /// <summary>A body that the article calls by its initials only, where it acts or is explained by them.</summary>
    private static Actor? Acronym(IReadOnlyList<Token> tokens, int i) =>
        IsAcronym(tokens[i]) && !AllCapitals(tokens) && (i + 1 < tokens.Count && tokens[i + 1].Tag is Tag.Verb or Tag.Aux || i > 1 && tokens[i - 1].Text == "(" && i + 1 < tokens.Count && tokens[i + 1].Text == ")" && tokens[i - 2].Lower is "agency" or "body" or "union" or "group" or "party" or "office" or "service" or "watchdog" or "regulator")
            ? Make(ActorKind.Organisation, tokens[i].Text) : null;

    private static bool SpeaksNext(IReadOnlyList<Token> tokens, int i) => i + 1 < tokens.Count && tokens[i + 1].Tag is Tag.Verb or Tag.Aux;

    private static string Key(string lower) => Fold.Name(lower);

    private void Remember(Actor actor)
    {
        _actors.TryAdd(Fold.Name(actor.Name), actor);
        if (actor.Kind == ActorKind.Person) foreach (var surname in Gazetteer.Surnames(actor)) _short[surname] = actor;
        else if (actor.Kind == ActorKind.Organisation && actor.Name.Split(' ') is { Length: >= 2 } parts)
        {
            if (!NameWords.Shared.Organisations.Contains(parts[0].ToLowerInvariant()) && Gazetteer.Shared.ByName(parts[0]) is null && parts[0].Length > 3 && Gazetteer.Shared.ById(actor.Id) is null) _short.TryAdd(Fold.Name(parts[0]), actor);
            var initials = string.Concat(parts.Where(p => char.IsUpper(p[0])).Select(p => p[0]));
            if (initials.Length >= 3) _short.TryAdd(Fold.Name(initials), actor);
            if (char.IsUpper(parts[^1][0])) _short.TryAdd(Fold.Name(parts[^1]), actor);
        }
    }

    /// <summary>An actor of the article whose name has the same last word and first letter or word.</summary>
    private Actor? Same(string text, ActorKind kind)
    {
        if (_actors.TryGetValue(Fold.Name(text), out var same)) return same;
        if (kind != ActorKind.Person || !text.Contains(' ', StringComparison.Ordinal)) return null;
        var surname = Fold.Name(Gazetteer.Surname(text));
        return _short.GetValueOrDefault(surname) is { Kind: ActorKind.Person } known && Fold.Name(known.Name).Split(' ')[0] == Fold.Name(text).Split(' ')[0] ? known : null;
    }

    private static Actor Make(ActorKind kind, string name) => new(Ids.Actor(kind, Fold.Name(name)), name, kind);

    /// <summary>The end of a run of capitalised words; "of" and "for" bridge where an organisation is named.</summary>
    private static int RunEnd(IReadOnlyList<Token> tokens, int i)
    {
        var end = i + 1;
        while (end < tokens.Count)
        {
            var t = tokens[end];
            if (IsCapital(tokens, end) && !NameWords.Shared.NotNames.Contains(t.Lower)) end++;
            else if (end + 1 < tokens.Count && t.Lower is "of" or "for" && IsCapital(tokens, end + 1) && NameWords.Shared.Organisations.Contains(tokens[end - 1].Lower)) end += 2;
            else if (end + 1 < tokens.Count && t.Lower is "al" or "bin" or "ibn" or "van" or "von" or "de" or "der" or "la" or "el" or "di" or "da" or "do" or "dos" or "del" && IsCapital(tokens, end + 1)) end += 2;
            else break;
        }
        return end;
    }

    private static bool IsOrigin(string lower) =>
        lower.Contains('-', StringComparison.Ordinal) && (lower.EndsWith("-based", StringComparison.Ordinal) || lower.EndsWith("-led", StringComparison.Ordinal) || lower.EndsWith("-backed", StringComparison.Ordinal) || lower.EndsWith("-linked", StringComparison.Ordinal) || lower.EndsWith("-run", StringComparison.Ordinal) || lower.EndsWith("-controlled", StringComparison.Ordinal) || lower.EndsWith("-owned", StringComparison.Ordinal));

    private static bool Extends(IReadOnlyList<Token> tokens, int i, int end) =>
        (NameWords.Shared.Organisations.Contains(tokens[end - 1].Lower) || NameWords.Shared.Outlets.Contains(tokens[end - 1].Lower)) && end - i <= 5 && !IsTitle(tokens, i + 1);

    internal static bool IsCapital(IReadOnlyList<Token> tokens, int i)
    {
        var t = tokens[i];
        if (IsOrigin(t.Lower) || t.Text.Length == 3 && Dating.DateWords.WeekdayOf(t.Lower) is not null) return false;
        if (!char.IsUpper(t.Text[0]) || t.Text.Length == 1 || NameWords.Shared.NotNames.Contains(t.Lower)) return t.Text.Length == 2 && t.Text[1] == '.' && char.IsUpper(t.Text[0]);
        if (t.Lower is "says" or "said" or "tells" or "told" or "warns" or "will" or "are" or "is" or "has" or "have" or "to" or "in" or "for" or "over" or "amid" or "after" or "on" or "with" or "and" or "as") return false;
        // A capital that only opens the sentence proves nothing; a name follows itself with another capital or is tagged as one.
        var opens = i == 0 || !char.IsLetterOrDigit(tokens[i - 1].Text[0]) && tokens[i - 1].Text is not ("," or "(" or "-");
        if (t.Lower.Contains('-', StringComparison.Ordinal) && Dating.DateWords.NumberOf(t.Lower.Split('-')[^1]) >= 0) return false;
        return !opens || t.Tag is Tag.Propn || t.Tag is Tag.Noun or Tag.Adj or Tag.Verb && i + 1 < tokens.Count && char.IsUpper(tokens[i + 1].Text[0]) && tokens[i + 1].Text.Length > 1 && tokens[i + 1].Tag is Tag.Propn or Tag.Noun;
    }

    private static bool IsTitle(IReadOnlyList<Token> tokens, int i) =>
        NameWords.Shared.Titles.Contains(tokens[i].Lower) || Gazetteer.Shared.At(tokens, i, false) is { Form: NameForm.Demonym };

    private static int TitleStart(IReadOnlyList<Token> tokens, int name)
    {
        var start = name;
        while (start > 0 && (NameWords.Shared.Titles.Contains(tokens[start - 1].Lower) || start < name && (tokens[start - 1].Tag is Tag.Adj or Tag.Propn or Tag.Noun && char.IsLetter(tokens[start - 1].Text[0])))) start--;
        return start;
    }

    private ActorKind? Kind(IReadOnlyList<Token> tokens, int first, int last, bool titled)
    {
        var words = NameWords.Shared;
        var (head, tail) = (tokens[first].Lower, tokens[last].Lower);
        if (words.Places.Contains(tail)) return null;
        for (var k = first; k <= last; k++) if (words.Organisations.Contains(tokens[k].Lower) && (k == last || k + 1 <= last && tokens[k + 1].Lower is "of" or "for")) return ActorKind.Organisation;
        if (words.Outlets.Contains(tail) && last > first) return ActorKind.Organisation;
        // "the World Grain Programme (WGP)": what goes by its initials is a body.
        if (last > first && last + 3 < tokens.Count && tokens[last + 1].Text == "(" && tokens[last + 3].Text == ")" && IsAcronym(tokens[last + 2]) && Initials(tokens, first, last) == tokens[last + 2].Text) return ActorKind.Organisation;
        if (titled && last - first <= 3 || first >= 2 && last > first && last - first <= 3 && tokens[first - 1].Text == "," && words.Titles.Contains(tokens[first - 2].Lower)) return ActorKind.Person;
        if (last - first is >= 1 and <= 3 && words.FirstNames.Contains(head)) return ActorKind.Person;
        if (first > 0 && words.PlacePrepositions.Contains(tokens[first - 1].Lower)) return null;
        if (last - first is >= 1 and <= 3)
        {
            if (last + 1 < tokens.Count && tokens[last + 1].Text == "," && last + 2 < tokens.Count && (tokens[last + 2].Lower is "who" || char.IsAsciiDigit(tokens[last + 2].Text[0]) && last + 3 < tokens.Count && tokens[last + 3].Text == ",")) return ActorKind.Person;
            if (SurnameReturns(tokens[last].Text, tokens[first].Text)) return ActorKind.Person;
            return ActorKind.Unknown;
        }
        return null;
    }

    /// <summary>The last word stands alone elsewhere in the article, as people's surnames do.</summary>
    private bool SurnameReturns(string surname, string first) =>
        first != surname && !NameWords.Shared.Organisations.Contains(surname.ToLowerInvariant()) && (_alone ??= StandAlone()).Contains(surname);

    private HashSet<string>? _alone;

    private HashSet<string> StandAlone()
    {
        var alone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in _sentences)
            for (var i = 0; i + 1 < sentence.Tokens.Count; i++)
                if (char.IsUpper(sentence.Tokens[i].Text[0]) && !(i > 0 && char.IsUpper(sentence.Tokens[i - 1].Text[0])) && (sentence.Tokens[i + 1].Tag is Tag.Verb or Tag.Aux || sentence.Tokens[i + 1].Lower is "'s" or ",")) alone.Add(sentence.Tokens[i].Text);
        return alone;
    }

    private static bool IsOutletName(IReadOnlyList<Token> tokens, int last) =>
        NameWords.Shared.Outlets.Contains(tokens[last].Lower) || tokens[last].Lower == "agency" && last > 0 && tokens[last - 1].Lower is "news" or "press";

    private static bool AllCapitals(IReadOnlyList<Token> tokens)
    {
        int upper = 0, lower = 0;
        for (var i = 0; i < tokens.Count; i++) if (char.IsLetter(tokens[i].Text[0])) { if (Fold.HasLower(tokens[i].Text)) lower++; else upper++; }
        return upper > lower * 3 && upper >= 3;
    }
}

using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Extraction.Naming;

/// <summary>The actors that news takes for known: countries, organisations, outlets, people with their offices. Loaded once, then read by all threads.</summary>
internal sealed class Gazetteer
{
    public static Gazetteer Shared => Loaded.Value;

    private static readonly Lazy<Gazetteer> Loaded = new(() => new Gazetteer());

    private readonly Dictionary<string, List<(string[] Words, KnownActor Known, NameForm Form, string Surface)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownActor> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownActor> _byId = new(StringComparer.Ordinal);

    /// <summary>Known people by surname, where only one has it.</summary>
    private readonly Dictionary<string, KnownActor?> _bySurname = new(StringComparer.Ordinal);

    private Gazetteer()
    {
        foreach (var fields in WordList.Rows("countries"))
        {
            var known = Add(new(Make(ActorKind.Country, fields)), fields);
            Forms(fields, 2, known, NameForm.Demonym);
            Forms(fields, 3, known, NameForm.Capital);
            Forms(fields, 4, known, NameForm.Seat);
        }
        foreach (var fields in WordList.Rows("organisations")) Add(new(Make(ActorKind.Organisation, fields)), fields);
        foreach (var fields in WordList.Rows("outlets")) Add(new(Make(ActorKind.Organisation, fields), IsOutlet: true), fields);
        foreach (var fields in WordList.Rows("people"))
        {
            var known = Add(new(Make(ActorKind.Person, fields)) { Of = fields[2].Length > 0 ? fields[2] : null, Offices = [.. WordList.Phrases(fields[3]).Select(Office.Read).OfType<Office>()] }, fields);
            foreach (var surname in Surnames(known.Actor)) _bySurname[surname] = _bySurname.TryGetValue(surname, out var same) && same != known ? null : known;
        }
        foreach (var list in _byFirst.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    public KnownActor? ByName(string name) => _byName.GetValueOrDefault(Fold.Name(name));

    public KnownActor? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The country that a word names by itself, as name, demonym or capital; null for other words.</summary>
    public Actor? Country(string word)
    {
        var tokens = new Tokenizer(word).Read(0, word.Length);
        return tokens.Count > 0 && At(tokens, 0, false) is { Known.Actor: { Kind: ActorKind.Country } country } ? country : null;
    }

    /// <summary>The one known person of that surname, or null.</summary>
    public KnownActor? BySurname(string surname) => _bySurname.GetValueOrDefault(Fold.Name(surname));

    /// <summary>Who held an office of a country on a day; null where that is not sure.</summary>
    public KnownActor? Holder(string country, string title, DateOnly day)
    {
        foreach (var known in _byId.Values)
            if (known.Of == country)
                foreach (var office in known.Offices)
                    if (office.Title == title && office.From <= day && day <= office.To) return known;
        return null;
    }

    /// <summary>The longest known name that begins at token <paramref name="i"/>.</summary>
    public KnownName? At(IReadOnlyList<Token> tokens, int i, bool capitals)
    {
        var key = Key(tokens[i]);
        if (!_byFirst.TryGetValue(key, out var entries))
        {
            // "Syrias" in a feed that has lost its apostrophes.
            if (key.Length < 5 || key[^1] != 's' || !char.IsUpper(tokens[i].Text[0]) || !_byFirst.TryGetValue(key[..^1], out var owned)) return null;
            foreach (var (words, known, form, _) in owned) if (words.Length == 1 && form == NameForm.Name && known.Actor.Kind == ActorKind.Country) return new(known, form, 1);
            return null;
        }
        foreach (var (words, known, form, surface) in entries)
        {
            if (i + words.Length > tokens.Count) continue;
            var k = 1;
            while (k < words.Length && Key(tokens[i + k]) == words[k]) k++;
            if (k == words.Length && IsWritten(tokens, i, words.Length, known, form, surface, capitals)) return new(known, form, words.Length);
        }
        return null;
    }

    /// <summary>Whether the letters' case allows the reading: "US" but not "us", "Polish" but not "polish", "kyiv" as feeds write it.</summary>
    private static bool IsWritten(IReadOnlyList<Token> tokens, int i, int length, KnownActor known, NameForm form, string surface, bool capitals)
    {
        var text = tokens[i].Text;
        if (length == 1 && IsAcronym(surface)) return text == surface && !(capitals && text.All(c => !char.IsLetter(c) || char.IsUpper(c)) && CommonWords.Contains(tokens[i].Lower));
        if (char.IsUpper(text[0])) return true;
        if (length > 1) return char.IsUpper(tokens[i + length - 1].Text[0]) || form == NameForm.Seat;
        return form is NameForm.Name or NameForm.Capital && known.Actor.Kind == ActorKind.Country && text.Length >= 4 && !CommonWords.Contains(tokens[i].Lower);
    }

    private static bool IsAcronym(string surface) => surface.Length <= 5 && surface.All(c => !char.IsLetter(c) || char.IsUpper(c));

    private static readonly HashSet<string> CommonWords = new("us is who it aids turkey china chad jordan georgia guinea mali oman male lima bern cuba polish ap pa un au ft rt here rome riga niger peru".Split(' '), StringComparer.Ordinal);

    private KnownActor Add(KnownActor known, string[] fields)
    {
        _byId.TryAdd(known.Actor.Id, known);
        Put(fields[0], known, NameForm.Name);
        Forms(fields, 1, known, NameForm.Name);
        return known;
    }

    private void Forms(string[] fields, int field, KnownActor known, NameForm form)
    {
        foreach (var surface in WordList.Names(fields[field])) Put(surface, known, form);
    }

    private void Put(string surface, KnownActor known, NameForm form)
    {
        if (form is NameForm.Name or NameForm.Seat) _byName.TryAdd(Fold.Name(surface), known);
        var words = new Tokenizer(surface).Read(0, surface.Length).ConvertAll(Key).ToArray();
        if (!_byFirst.TryGetValue(words[0], out var list)) _byFirst[words[0]] = list = [];
        list.Add((words, known, form, surface));
    }

    private static string Key(Token token)
    {
        var lower = token.Lower;
        foreach (var c in lower)
            if (c > 127) return string.Create(lower.Length, lower, static (span, word) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = char.ToLowerInvariant(Fold.Plain(word[i]));
            });
        return lower;
    }

    private static Actor Make(ActorKind kind, string[] fields) => new(Ids.Actor(kind, Fold.Name(fields[0])), fields[0], kind)
    {
        Aliases = WordList.Names(fields[1]),
    };

    /// <summary>Folded surnames of a person in every spelling, Arabic ones also without their article.</summary>
    internal static IEnumerable<string> Surnames(Actor person)
    {
        foreach (var name in person.Aliases.Prepend(person.Name))
        {
            var surname = Fold.Name(Surname(name));
            yield return surname;
            if (surname.StartsWith("al ", StringComparison.Ordinal)) yield return surname[3..];
        }
    }

    internal static string Surname(string name)
    {
        var words = name.Split(' ');
        for (var i = 1; i < words.Length - 1; i++)
            if (words[i] is "von" or "van" or "de" or "al") return string.Join(' ', words[i..]);
        return words[^1];
    }
}

namespace ClaimGraph.Extraction.Words;

/// <summary>
/// Text to words and marks with exact UTF-16 offsets. Total: any text gives tokens, none throws. Hyphened words stay one token ("twenty-six", "Okafor-Hale"),
/// a number is parted from what is glued to it ("600-foot", "€1.1bn"), clitics are split as in Universal Dependencies ("did|n't", "Russia|'s").
/// </summary>
internal sealed class Tokenizer(string text)
{
    // One string for each distinct word of an article: most words of a text come again.
    private readonly Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> _words =
        new Dictionary<string, Word>(Math.Clamp(text.Length / 12, 4, 2048), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly record struct Word(string Text, string Lower);

    /// <summary>Tokens of <c>text[start..end)</c>, untagged.</summary>
    public List<Token> Read(int start, int end)
    {
        var tokens = new List<Token>((end - start) / 5 + 4);
        var i = start;
        while (i < end)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || IsInvisible(c)) i++;
            else if (char.IsAsciiDigit(c)) i = Number(i, end, tokens);
            else if (char.IsLetter(c)) i = Letters(i, end, tokens);
            else i = Mark(i, end, tokens);
        }
        return tokens;
    }

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\uFEFF' or '\u00AD' or '\u2060' || (char.IsControl(c) && c is not '\n');

    private int Number(int i, int end, List<Token> tokens)
    {
        var stop = i;
        if (DashedDate(i, end) is var date and > 0)
        {
            Add(tokens, i, date);
            return date;
        }
        while (stop < end && char.IsAsciiDigit(text[stop])) stop++;
        while (stop + 1 < end && text[stop] is '.' or ',' or ':' or '/' && char.IsAsciiDigit(text[stop + 1]))
        {
            stop++;
            while (stop < end && char.IsAsciiDigit(text[stop])) stop++;
        }
        // "170, 000": a thousands group that a feed has torn off; never after a month ("March 26, 300 people").
        while (stop - i <= 11 && stop - i is var length && LastGroup(i, stop) <= 3 && (length <= 3 || text[i..stop].Contains(',', StringComparison.Ordinal))
            && stop + 4 < end + 0 && text[stop] == ',' && text[stop + 1] is ' ' or '\u00A0' && ThreeDigits(stop + 2, end)
            && !(tokens.Count > 0 && Months.Contains(tokens[^1].Lower)))
            stop += 5;
        Add(tokens, i, stop);
        return stop;
    }

    /// <summary>The end of "2014-08-07" or "07-08-2014", or 0.</summary>
    private int DashedDate(int i, int end)
    {
        var (at, groups) = (i, 0);
        Span<int> lengths = stackalloc int[3];
        while (groups < 3)
        {
            var from = at;
            while (at < end && char.IsAsciiDigit(text[at])) at++;
            lengths[groups++] = at - from;
            if (groups == 3 || at >= end || text[at] != '-') break;
            at++;
        }
        return groups == 3 && lengths[1] == 2 && (lengths[0], lengths[2]) is (4, 2) or (2, 4) or (1, 4) && !(at < end && char.IsAsciiDigit(text[at])) ? at : 0;
    }

    private int LastGroup(int i, int stop)
    {
        var from = stop;
        while (from > i && char.IsAsciiDigit(text[from - 1])) from--;
        return stop - from;
    }

    private bool ThreeDigits(int i, int end) =>
        i + 2 < end && char.IsAsciiDigit(text[i]) && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && !(i + 3 < end && char.IsAsciiDigit(text[i + 3]));

    private int Letters(int i, int end, List<Token> tokens)
    {
        var stop = i;
        while (stop < end)
        {
            var c = text[stop];
            if (char.IsLetterOrDigit(c) || IsCombining(c)) stop++;
            else if (stop + 1 < end && char.IsLetterOrDigit(text[stop + 1]) && (IsHyphen(c) || c == '&' && stop - i <= 2 || IsApostrophe(c))) stop += 2;
            else break;
        }
        if (stop + 1 < end && text[stop] is '.' or '@' or ':' && !char.IsWhiteSpace(text[stop + 1]) && Address(i, end) is var address and > 0)
        {
            Add(tokens, i, address);
            return address;
        }
        if (stop < end && text[stop] == '.') stop = Abbreviation(i, stop, end);
        return Clitics(i, stop, tokens);
    }

    /// <summary>Takes the point to the word where it belongs there: "Mr.", "U.S.", "J.".</summary>
    private int Abbreviation(int i, int stop, int end)
    {
        if (stop - i == 1 && char.IsLetter(text[i]))
        {
            var dotted = stop + 1;
            while (dotted + 1 < end && char.IsLetter(text[dotted]) && text[dotted + 1] == '.') dotted += 2;
            // "U.S" with the last point lost.
            if (dotted < end && char.IsUpper(text[dotted]) && dotted > stop + 1 && !(dotted + 1 < end && char.IsLetter(text[dotted + 1]))) dotted++;
            else if (dotted < end && dotted == stop + 1 && char.IsUpper(text[dotted]) && !(dotted + 1 < end && char.IsLetterOrDigit(text[dotted + 1]))) dotted++;
            if (dotted > stop + 1 || char.IsUpper(text[i]) && text[i] != 'I') return dotted;
        }
        return Abbreviations.Contains(Fold.Lower(text.AsSpan(i, stop - i))) ? stop + 1 : stop;
    }

    /// <summary>The end of a web or mail address that begins here, or 0.</summary>
    private int Address(int i, int end)
    {
        var stop = i;
        int at = -1, dot = -1;
        while (stop < end && !char.IsWhiteSpace(text[stop]) && text[stop] is not ('"' or '”' or '“' or '»' or '(' or ')' or ',' or ';' or '|'))
        {
            if (text[stop] == '@') at = stop;
            if (text[stop] == '.') dot = stop;
            stop++;
        }
        while (stop > i && text[stop - 1] is '.' or '!' or '?' or ':' or '\'' or '’') stop--;
        var word = text.AsSpan(i, stop - i);
        if (word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return stop;
        if (at > i && dot > at && dot < stop - 1) return stop;
        if (dot > i + 1 && dot < stop - 1 && at < 0)
        {
            var tail = text.AsSpan(dot + 1, stop - dot - 1);
            foreach (var domain in Domains) if (tail.SequenceEqual(domain)) return stop;
        }
        return 0;
    }

    private int Clitics(int i, int stop, List<Token> tokens)
    {
        // "shrimpers'": a plural's apostrophe stands for itself when the next character closes the word.
        for (var a = i + 1; a < stop; a++)
        {
            if (!IsApostrophe(text[a])) continue;
            var tail = stop - a - 1;
            if (tail == 1 && text[a + 1] is 't' or 'T' && text[a - 1] is 'n' or 'N' && a - 1 > i)
            {
                Add(tokens, i, a - 1);
                Add(tokens, a - 1, stop);
                return stop;
            }
            if (tail == 1 && text[a + 1] is 's' or 'S' or 'd' or 'D' or 'm' or 'M' || tail == 2 && IsPair(a + 1))
            {
                Add(tokens, i, a);
                Add(tokens, a, stop);
                return stop;
            }
        }
        if (stop - i == 6 && text.AsSpan(i, 6).Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            Add(tokens, i, i + 3);
            Add(tokens, i + 3, stop);
            return stop;
        }
        Add(tokens, i, stop);
        return stop;
    }

    private bool IsPair(int i) => (char.ToLowerInvariant(text[i]), char.ToLowerInvariant(text[i + 1])) is ('r', 'e') or ('v', 'e') or ('l', 'l');

    private int Mark(int i, int end, List<Token> tokens)
    {
        var c = text[i];
        var stop = i + 1;
        if (c is '.' or '-' or '_' or '*' or '=' or '!' or '?') while (stop < end && text[stop] == c) stop++;
        else if (c is '\'' or '`' && stop < end && text[stop] == c) stop++;
        else if (char.IsHighSurrogate(c) && stop < end && char.IsLowSurrogate(text[stop])) stop++;
        while (stop < end && text[stop] is '\uFE0F' or '\u200D') stop++;
        Add(tokens, i, stop);
        return stop;
    }

    private void Add(List<Token> tokens, int start, int end)
    {
        if (end <= start) return;
        var span = text.AsSpan(start, end - start);
        if (!_words.TryGetValue(span, out var word))
        {
            var verbatim = new string(span);
            var lower = Fold.Lower(span);
            // A torn thousands group is folded together for whoever reads numbers.
            if (char.IsAsciiDigit(lower[0])) lower = lower.Replace(" ", "", StringComparison.Ordinal);
            _words.TryAdd(span, word = new(verbatim, lower == verbatim ? verbatim : lower));
        }
        tokens.Add(new Token(new Span(start, end), word.Text, word.Lower, word.Lower, Tag.X));
    }

    private static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘' or '`' or '´';

    private static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F';

    private static readonly string[] Domains = ["com", "net", "org", "info", "ru", "ua", "uk", "eu", "de", "fr", "io", "co", "gov", "edu", "tv", "news", "example"];

    internal static readonly HashSet<string> Months = new(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".Split(' '), StringComparer.Ordinal);

    /// <summary>Without their point. A word that also ends sentences ("no", "sun") is not among them.</summary>
    private static readonly HashSet<string> Abbreviations = new(
        ("mr mrs ms dr prof gen col lt maj capt sgt cmdr adm brig gov sen rep rev hon st sr jr pres sec amb inc ltd corp co bros vs etc approx est dept univ ave blvd rd mt ft " +
         "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa " +
         "tenn tex va vt wash wis wyo e.g i.e a.m p.m u.s u.k u.n p.s ph no nos fig op al").Split(' '), StringComparer.Ordinal);
}

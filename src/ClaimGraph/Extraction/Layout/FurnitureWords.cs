namespace ClaimGraph.Extraction.Layout;

/// <summary>Page furniture by its words and shape; the list is <c>Lexicon/furniture.txt</c>.</summary>
internal static class FurnitureWords
{
    private sealed record Phrase(string[] Words, string Reason, int Most, bool OpensList);

    /// <summary>No phrase makes furniture of a longer line.</summary>
    private const int MostWords = 40;

    private static readonly Lazy<Dictionary<string, List<Phrase>>> ByFirst = new(Load);

    private static Dictionary<string, List<Phrase>> Load()
    {
        var phrases = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        foreach (var (section, list) in WordList.Sections("furniture"))
        {
            var opens = section == "opens a list";
            var anyLength = section.StartsWith("any length: ", StringComparison.Ordinal);
            var reason = opens ? "opens a list of other pages" : section.Replace("any length: ", "", StringComparison.Ordinal);
            foreach (var words in list.Select(phrase => phrase.Split(' ')))
            {
                // A single word proves little in a sentence of some length.
                var phrase = new Phrase(words, reason, anyLength ? MostWords : words.Length > 1 && !opens ? 16 : 8, opens);
                if (!phrases.TryGetValue(words[0], out var same)) phrases[words[0]] = same = [];
                same.Add(phrase);
            }
        }
        return phrases;
    }

    /// <returns>Why the line is furniture, or null.</returns>
    public static string? Match(ReadOnlySpan<char> line, List<Token> tokens)
    {
        var letters = 0;
        foreach (var c in line) if (char.IsLetter(c) && ++letters >= 3) break;
        if (letters == 0 || letters < 3 && tokens.Count <= 6) return "no words: a player, counter or rule";
        var words = 0;
        foreach (var token in tokens) if (char.IsLetter(token.Text[0])) words++;
        if (IsBreadcrumb(line, tokens)) return "a breadcrumb or menu";
        if (words <= 6 && tokens.Count <= 10 && IsCounter(tokens)) return "a counter";
        if (words > MostWords) return null;
        for (var i = 0; i < tokens.Count; i++)
            if (At(tokens, i) is { } phrase && words <= phrase.Most && (!phrase.OpensList || i <= 1)) return phrase.Reason;
        return null;
    }

    private static Phrase? At(List<Token> tokens, int i)
    {
        if (!ByFirst.Value.TryGetValue(tokens[i].Lower, out var phrases)) return null;
        foreach (var phrase in phrases)
        {
            var k = 1;
            while (k < phrase.Words.Length && i + k < tokens.Count && tokens[i + k].Lower == phrase.Words[k]) k++;
            if (k == phrase.Words.Length) return phrase;
        }
        return null;
    }

    /// <summary>"You may also like": what follows, up to the next running text, is about other pages.</summary>
    public static bool OpensList(List<Token> tokens) => tokens.Count <= 8 && (At(tokens, 0) is { OpensList: true } || tokens.Count > 1 && At(tokens, 1) is { OpensList: true });

    private static bool IsBreadcrumb(ReadOnlySpan<char> line, List<Token> tokens)
    {
        int strong = 0, bars = 0;
        foreach (var c in line)
        {
            if (c is '»' or '›' or '→' or '☰' or '>') strong++;
            else if (c is '|' or '•' or '·' or '/') bars++;
        }
        if (strong == 0 && bars < 2 || LineKinds.EndsSentence(tokens)) return strong > 1 && line.Contains(" › ", StringComparison.Ordinal);
        if (strong > 0) return !line.Contains('«') && (line.Contains(" » ", StringComparison.Ordinal) || line.Contains(" › ", StringComparison.Ordinal) || line.Contains(" > ", StringComparison.Ordinal) || line.Contains('→') || line[0] == '☰');
        return bars >= 2 && tokens.Count / (bars + 1) <= 5 && !tokens.Exists(t => Dating.DateWords.MonthOf(t.Lower) > 0);
    }

    /// <summary>"2 views", "Shares 212 Comments 9", "4 min read", "Comments (8)".</summary>
    private static bool IsCounter(List<Token> tokens) =>
        tokens.Exists(t => char.IsAsciiDigit(t.Text[0])) &&
        tokens.TrueForAll(t => !char.IsLetter(t.Text[0]) || t.Lower is "views" or "view" or "shares" or "share" or "comments" or "comment" or "likes" or "like" or "min" or "mins" or "minutes" or "minute" or "read" or "reads" or "k" or "of" or "votes" or "replies" or "followers" or "reactions" or "telegram" or "whatsapp" or "x" or "facebook" or "twitter" or "ago" or "hours" or "hour" or "tweets" or "page" or "a");
}

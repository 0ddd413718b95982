namespace ClaimGraph.Extraction.Layout;

/// <summary>Page furniture by its words and shape; the list is <c>Lexicon/furniture.txt</c>.</summary>
internal static class FurnitureWords
{
    private static readonly Lazy<(List<(string Words, string Reason, int Most)> Phrases, HashSet<string> Lists)> Words = new(Load);

    private static (List<(string, string, int)>, HashSet<string>) Load()
    {
        var phrases = new List<(string, string, int)>();
        var lists = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (section, words) in WordList.Sections("Layout", "furniture"))
        {
            if (section == "opens a list") lists.UnionWith(words);
            var most = section.StartsWith("any length", StringComparison.Ordinal) ? 40 : 24;
            foreach (var word in words) phrases.Add((word, section == "opens a list" ? "opens a list of other pages" : section.Replace("any length: ", "", StringComparison.Ordinal), most));
        }
        return (phrases, lists);
    }

    /// <returns>Why the line is furniture, or null.</returns>
    public static string? Match(string line, List<Token> tokens)
    {
        var letters = line.Count(char.IsLetter);
        if (letters == 0 || letters < 3 && tokens.Count <= 6) return "no words: a player, counter or rule";
        var words = tokens.Count(t => char.IsLetter(t.Text[0]));
        if (IsBreadcrumb(line, tokens)) return "a breadcrumb or menu";
        if (words <= 6 && tokens.Count <= 10 && IsCounter(tokens)) return "a counter";
        var folded = ' ' + string.Join(' ', tokens.Select(t => t.Lower)) + ' ';
        foreach (var (phrase, reason, most) in Words.Value.Phrases)
            if (words <= most && (most > 24 || words <= 8 || words <= 16 && phrase.Contains(' ', StringComparison.Ordinal)) && folded.Contains(' ' + phrase + ' ', StringComparison.Ordinal) && (reason != "opens a list of other pages" || folded.StartsWith(' ' + phrase, StringComparison.Ordinal) || OpensAfterMark(folded, phrase))) return reason;
        return null;
    }

    private static bool OpensAfterMark(string folded, string phrase) => folded.IndexOf(' ' + phrase, StringComparison.Ordinal) <= 3;

    /// <summary>"You may also like": what follows, up to the next running text, is about other pages.</summary>
    public static bool OpensList(List<Token> tokens)
    {
        var folded = string.Join(' ', tokens.Select(t => t.Lower));
        return Words.Value.Lists.Any(l => folded.StartsWith(l, StringComparison.Ordinal)) && tokens.Count <= 8;
    }

    private static bool IsBreadcrumb(string line, List<Token> tokens)
    {
        int strong = 0, bars = 0;
        foreach (var c in line)
        {
            if (c is '»' or '›' or '→' or '☰' or '>') strong++;
            else if (c is '|' or '•' or '·' or '/') bars++;
        }
        if (strong == 0 && bars < 2 || LineKinds.EndsSentence(tokens)) return strong > 1 && line.Contains(" › ", StringComparison.Ordinal);
        if (strong > 0) return !line.Contains('«', StringComparison.Ordinal) && (line.Contains(" » ", StringComparison.Ordinal) || line.Contains(" › ", StringComparison.Ordinal) || line.Contains(" > ", StringComparison.Ordinal) || line.Contains('→', StringComparison.Ordinal) || line[0] == '☰');
        return bars >= 2 && tokens.Count / (bars + 1) <= 5 && !tokens.Exists(t => Dating.DateWords.MonthOf(t.Lower) > 0);
    }

    /// <summary>"2 views", "Shares 212 Comments 9", "4 min read", "Comments (8)".</summary>
    private static bool IsCounter(List<Token> tokens) =>
        tokens.Exists(t => char.IsAsciiDigit(t.Text[0])) &&
        tokens.TrueForAll(t => !char.IsLetter(t.Text[0]) || t.Lower is "views" or "view" or "shares" or "share" or "comments" or "comment" or "likes" or "like" or "min" or "mins" or "minutes" or "minute" or "read" or "reads" or "k" or "of" or "votes" or "replies" or "followers" or "reactions" or "telegram" or "whatsapp" or "x" or "facebook" or "twitter" or "ago" or "hours" or "hour" or "tweets" or "page" or "a");
}

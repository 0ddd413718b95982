namespace ClaimGraph.Extraction.Layout;

/// <summary>Lines that say who wrote, edited or photographed: "(BBC)", "By Sunniva Hegge", "(Reporting by …)", "© …", "Photo: …".</summary>
internal static class CreditLine
{
    private static readonly HashSet<string> Openers = new("by photo photos picture image images source sources reporting editing edited writing additional copyright © staff video credit credits via author text graphic illustration".Split(' '), StringComparer.Ordinal);

    public static bool Is(ReadOnlySpan<char> line, List<Token> tokens)
    {
        if (tokens.Count > 45) return false;
        var first = 0;
        while (first < tokens.Count - 1 && tokens[first].Text is "(" or "[" or "-" or "–" or "—" or "*" or "|") first++;
        var word = tokens[first].Lower;
        if (tokens.Count <= 6 && tokens[0].Text == "(" && tokens[^1].Text == ")" && tokens[1].Text.Any(char.IsUpper)) return true;
        if (line.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || word is "©" or "copyright") return true;
        if (word is "by" or "text" or "story" or "words" && tokens.Count <= 16 && first + 1 < tokens.Count && tokens[first + 1].Text is var next && (char.IsUpper(next[0]) || next is "by" or ":") && !LineKinds.EndsSentence(tokens)) return true;
        if (word is "reporting" or "editing" or "writing" or "edited" or "written" or "compiled" or "additional" or "translated") return tokens.Take(6).Any(t => t.Lower == "by");
        if (word == "with" && tokens.Count <= 14 && tokens.Any(t => t.Lower is "inputs" or "reporting" or "agencies" or "afp" or "reuters" or "ap") && tokens[0].Text is "(" or "[" or "-") return true;
        // "Anna Kovac | Photo: Lars Berg"
        if (tokens.Count <= 12 && !LineKinds.EndsSentence(tokens) && tokens.FindIndex(t => t.Text is "|" or "/" or "·") is > 0 and var bar && bar + 2 < tokens.Count && Openers.Contains(tokens[bar + 1].Lower) && tokens[bar + 2].Text == ":") return true;
        return Openers.Contains(word) && first + 1 < tokens.Count && tokens.Count <= 16 && (tokens[first + 1].Text is ":" or "/" or "by" || word == "staff" && tokens[first + 1].Lower is "photo" or "photos" or "writer");
    }

    /// <summary>Two to six capitalised words and nothing else: a byline without "by".</summary>
    public static bool IsName(List<Token> tokens)
    {
        if (tokens.Count is < 2 or > 6) return false;
        foreach (var t in tokens)
            if (!(char.IsUpper(t.Text[0]) && t.Text.Length > 1 || t.Text is "and" or "," or "de" or "van" or "von" or "al" || t.Text.Length == 2 && t.Text[1] == '.')) return false;
        return true;
    }
}

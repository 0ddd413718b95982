namespace ClaimGraph.Extraction.Layout;

/// <summary>Place and agency before the first sentence: "ACCRA, Ghana (PAP) - ", "MOBILE, Ala. (SW) — ", "BEIRUT — ".</summary>
internal static class PlaceLine
{
    /// <summary>How many tokens it takes, or 0.</summary>
    public static int Length(IReadOnlyList<Token> tokens)
    {
        for (var i = 1; i < tokens.Count - 3 && i <= 14; i++)
        {
            if (tokens[i].Text is "-" or "–" or "—" or "--" or "―")
            {
                var capitals = false;
                for (var k = 0; k < i; k++)
                {
                    var t = tokens[k].Text;
                    if (t is "," or "(" or ")" or "/" or "." or "|" || char.IsAsciiDigit(t[0])) continue;
                    if (!char.IsUpper(t[0]) && tokens[k].Lower is not ("of" or "de" or "al" or "and")) return 0;
                    capitals |= t.Length > 2 && !t.Any(char.IsLower);
                }
                return capitals || tokens[i - 1].Text == ")" ? i + 1 : 0;
            }
            if (tokens[i].Tag is Tag.Verb || tokens[i].Text is ":" or ";" or "?") return 0;
        }
        return 0;
    }
}

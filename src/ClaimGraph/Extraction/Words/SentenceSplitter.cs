namespace ClaimGraph.Extraction.Words;

/// <summary>A paragraph's tokens to sentences: by final marks, with what follows deciding whether they are final.</summary>
internal static class SentenceSplitter
{
    /// <summary>Lists and tables go on without a stop: at so many tokens the last comma ends a sentence.</summary>
    private const int Longest = 400;

    /// <summary>Ranges of token indices, in order, without gaps.</summary>
    public static List<Range> Split(IReadOnlyList<Token> tokens, string text)
    {
        var sentences = new List<Range>();
        var (start, comma) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Text is "," or ";") comma = i;
            if (i - start >= Longest)
            {
                var cut = comma > start ? comma + 1 : i;
                sentences.Add(start..cut);
                start = cut;
            }
            if (!MayEnd(tokens, i)) continue;
            var next = i + 1;
            while (next < tokens.Count && (Closes(tokens, next, text) || tokens[next].Text == "\"" && IsOpen(tokens, start, next) && Standing(tokens, next, text))) next++;
            if (next >= tokens.Count) break;
            if (!IsBoundary(tokens, i, next, text)) continue;
            sentences.Add(start..next);
            start = next;
            i = next - 1;
        }
        if (start < tokens.Count) sentences.Add(start..tokens.Count);
        return sentences;
    }

    /// <summary>Whether a straight quotation mark is open before a token of the sentence.</summary>
    private static bool IsOpen(IReadOnlyList<Token> tokens, int from, int to)
    {
        var open = false;
        for (var i = from; i < to; i++) if (tokens[i].Text == "\"") open = !open;
        return open;
    }

    private static bool MayEnd(IReadOnlyList<Token> tokens, int i)
    {
        var t = tokens[i].Text;
        return t[0] is '.' or '!' or '?' or '…' or '。' || t.Length > 1 && t[^1] == '.' && char.IsLetter(t[0]);
    }

    /// <summary>Closing quotes and brackets stick to the mark before them; a quote that stands off it opens the next sentence.</summary>
    private static bool Closes(IReadOnlyList<Token> tokens, int i, string text)
    {
        var token = tokens[i];
        if (token.Span.Start > 0 && char.IsWhiteSpace(text[token.Span.Start - 1]) && !(token.Text is "»" or "”" && Standing(tokens, i, text))) return false;
        return token.Text is ")" or "]" or "”" or "\"" or "’" or "'" or "»" or "«" or "“" or "''" or "‘" or "." or "!" or "?";
    }

    /// <summary>A closing mark that nothing follows closely: "us . »".</summary>
    private static bool Standing(IReadOnlyList<Token> tokens, int i, string text) =>
        i + 1 >= tokens.Count || (tokens[i].Span.End < text.Length && char.IsWhiteSpace(text[tokens[i].Span.End]));

    private static bool IsBoundary(IReadOnlyList<Token> tokens, int end, int next, string text)
    {
        var (mark, after) = (tokens[end], tokens[next]);
        var opener = next;
        while (opener < tokens.Count - 1 && !char.IsLetterOrDigit(tokens[opener].Text[0]) && tokens[opener].Text[0] is '"' or '“' or '”' or '\'' or '‘' or '«' or '»' or '„' or '(' or '[' or '-' or '–' or '—' or '•') opener++;
        var first = tokens[opener].Text[0];
        if (char.IsLower(first)) return false;
        // "“Q.” ― Carla Sanchez": the signature belongs to the quotation.
        if (after.Text is "―" or "—" or "–" && next > end + 1) return false;
        // "“… is?” Graham asked.": who asks belongs to the question.
        if (mark.Text[0] is '?' or '!' or '…' && next > end + 1 && IsSigned(tokens, next)) return false;
        var spaced = after.Span.Start > mark.Span.End;
        if (char.IsLetter(mark.Text[0]))
        {
            // The point belongs to an abbreviation; a new sentence needs a word that opens one.
            return mark.Text.Length > 2 && (mark.Text.Contains('.', StringComparison.Ordinal) && mark.Text.IndexOf('.', StringComparison.Ordinal) < mark.Text.Length - 1 || Closing.Contains(mark.Lower)) && Openers.Contains(tokens[opener].Lower) && spaced;
        }
        if (!spaced && next == end + 1) return mark.Text != "." || char.IsUpper(first) && end > 0 && tokens[end - 1].Text.Length > 1 && char.IsLower(tokens[end - 1].Text[^1]) && tokens[opener].Text.Length > 1;
        if (mark.Text is "." && end > 0 && tokens[end - 1].Lower is "no" or "nos" && char.IsDigit(first)) return false;
        return true;
    }

    private static bool IsSigned(IReadOnlyList<Token> tokens, int next)
    {
        for (var k = next; k < tokens.Count && k < next + 7; k++)
        {
            if (Asked.Contains(tokens[k].Lower)) return true;
            if (!char.IsLetterOrDigit(tokens[k].Text[0]) && tokens[k].Text is not ("," or "-")) return false;
        }
        return false;
    }

    private static readonly HashSet<string> Asked = new("said says asked asks wondered wonders added adds wrote writes shouted cried exclaimed replied quipped joked tweeted told demanded".Split(' '), StringComparer.Ordinal);

    /// <summary>Abbreviations that often end a sentence.</summary>
    private static readonly HashSet<string> Closing = new("inc. ltd. corp. co. etc. jr. sr. a.m. p.m. u.s. u.k. u.n. d.c. e.u.".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Openers = new(
        "the a an in on at it he she they we i but and this that these those there his her their its after before as for if when while however meanwhile according no many some most one two our you what who why how".Split(' '), StringComparer.Ordinal);
}

using ClaimGraph.Extraction.Dating;

namespace ClaimGraph.Extraction.Layout;

/// <summary>Why a line is no statement: kind, and the reason in words for <c>explain</c>.</summary>
internal readonly record struct LineKind(SentenceKind Kind, string? Reason)
{
    public static readonly LineKind Statement = new(SentenceKind.Statement, null);
}

/// <summary>
/// Types the lines of an article: body, headlines (also displaced ones at the end), credits, date lines, and page furniture.
/// Decided line by line from shape and word list, then from the place of a line before, in or after the body.
/// </summary>
internal static class LineKinds
{
    public static LineKind[] Of(string text, IReadOnlyList<Line> lines, IReadOnlyList<List<Token>> tokens, string? title, IReadOnlyList<Span> furniture)
    {
        var kinds = new LineKind[lines.Count];
        var known = new bool[lines.Count];
        var folded = title is { Length: > 0 } ? Words.Fold.Name(title) : null;
        var running = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++) running[i] = IsBody(text, lines[i], tokens[i]);
        var reasons = new string?[lines.Count];
        for (var i = 0; i < lines.Count; i++) reasons[i] = FurnitureWords.Match(lines[i].Span.In(text), tokens[i]);
        var (first, last) = Body(running, reasons);
        var opened = -1;
        HashSet<string>? body = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (furniture.Any(f => f.Contains(lines[i].Span))) Set(i, SentenceKind.Furniture, "left out by the page reader");
            else if (Dateline.IsLine(tokens[i])) Set(i, SentenceKind.Dateline, "a date line");
            else if (reasons[i] is { } reason)
            {
                Set(i, SentenceKind.Furniture, reason);
                if (FurnitureWords.OpensList(tokens[i])) opened = i;
            }
            else if (opened >= 0 && i > opened && !running[i]) Set(i, SentenceKind.Furniture, "stands in a list of other pages");
            else if (CreditLine.Is(lines[i].Span.In(text), tokens[i])) Set(i, SentenceKind.Credit, "a credit line");
            else if (running[i]) opened = -1;
        }
        for (var i = 0; i < lines.Count; i++) if (!known[i]) Place(i);
        return kinds;

        void Set(int i, SentenceKind kind, string reason) => (kinds[i], known[i]) = (new(kind, reason), true);

        void Place(int i)
        {
            var words = 0;
            foreach (var token in tokens[i]) if (char.IsLetterOrDigit(token.Text[0])) words++;
            var isTitle = folded is not null && lines[i].Span.Length <= 2 * title!.Length + 40 && Words.Fold.Name(lines[i].Span.Of(text)) == folded;
            if (!isTitle && i <= first && words <= 20 && IsTitleCase(tokens[i])) kinds[i] = new(SentenceKind.Headline, "a headline, by its capitals");
            else if (isTitle) kinds[i] = new(SentenceKind.Headline, "the title");
            else if (first < 0 || i >= first && i <= last && EndsSentence(tokens[i])) kinds[i] = LineKind.Statement;
            else if (i > last && words >= 14) kinds[i] = Repeats(i) && words <= 25 && !QuoteFirst(tokens[i]) ? new(SentenceKind.Headline, "a headline that stands at the end") : LineKind.Statement;
            else if (EndsSentence(tokens[i]) && words >= 4 && !(i < first && words <= 14 && tokens[i][^1].Text is "?" or "!")) kinds[i] = LineKind.Statement;
            else if (i < first) kinds[i] = words switch
            {
                >= 4 => new(SentenceKind.Headline, "a headline"),
                >= 2 when CreditLine.IsName(tokens[i]) && !IsUpper(tokens[i]) => new(SentenceKind.Credit, "a name without a sentence"),
                _ => new(SentenceKind.Furniture, "a label"),
            };
            else if (i > last) kinds[i] = words >= 4 && Repeats(i)
                ? new(SentenceKind.Headline, "a headline that stands at the end")
                : CreditLine.IsName(tokens[i]) ? new(SentenceKind.Credit, "a name at the end") : new(SentenceKind.Furniture, "no sentence, after the text");
            else if (tokens[i][^1].Text is ":" or ";" or "," or "-" or "–") kinds[i] = LineKind.Statement;
            else if (words <= 2) kinds[i] = new(SentenceKind.Furniture, "a label");
            else kinds[i] = words <= 10 && !EndsSentence(tokens[i]) && !HasVerb(tokens[i]) ? new(SentenceKind.Headline, "a heading within the text") : LineKind.Statement;
        }

        HashSet<string> Roots()
        {
            var roots = new HashSet<string>(StringComparer.Ordinal);
            for (var k = first; k <= last; k++) if (!known[k]) foreach (var t in tokens[k]) roots.Add(Root(t.Lower));
            return roots;
        }

        // A displaced headline speaks of what the body speaks of.
        bool Repeats(int i)
        {
            body ??= Roots();
            int all = 0, shared = 0;
            foreach (var t in tokens[i])
            {
                if (t.Lower.Length < 4 || !char.IsLetter(t.Lower[0])) continue;
                all++;
                if (body.Contains(Root(t.Lower))) shared++;
            }
            return all >= 2 && shared * 2 >= all;
        }
    }

    /// <summary>Nearly every longer word begins with a capital.</summary>
    internal static bool IsTitleCase(IReadOnlyList<Token> tokens)
    {
        int capital = 0, small = 0;
        foreach (var t in tokens)
            if (t.Lower.Length > 3 && char.IsLetter(t.Text[0])) { if (char.IsUpper(t.Text[0])) capital++; else small++; }
        return capital >= 4 && small * 6 <= capital;
    }

    private static bool QuoteFirst(List<Token> tokens) => Speech.QuoteMap.IsMark(tokens[0].Text);

    private static string Root(string w) => w.Length > 5 ? w[..5] : w;

    private static bool IsUpper(List<Token> tokens) => tokens.TrueForAll(t => !Words.Fold.HasLower(t.Text));

    private static bool HasVerb(List<Token> tokens) => tokens.Exists(t => t.Lower is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will" or "said" or "says");

    /// <summary>First and last line of running text; -1 where there is none.</summary>
    private static (int First, int Last) Body(bool[] running, string?[] reasons)
    {
        int first = -1, last = -1;
        for (var i = 0; i < running.Length; i++)
        {
            if (!running[i] || reasons[i] is not null) continue;
            if (first < 0) first = i;
            last = i;
        }
        return (first, last);
    }

    private static bool IsBody(string text, Line line, List<Token> tokens) =>
        line.Span.Length >= 60 && tokens.Count >= 11 && (EndsSentence(tokens) || tokens.Count >= 45) && !CreditLine.Is(line.Span.In(text), tokens);

    internal static bool EndsSentence(List<Token> tokens)
    {
        var i = tokens.Count - 1;
        while (i > 0 && tokens[i].Text is ")" or "]" or "”" or "\"" or "’" or "'" or "»" or "«" or "“" or "''" or "‘") i--;
        return tokens[i].Text[0] is '.' or '!' or '?' or '…' || tokens[i].Text is { Length: > 2 } t && t[^1] == '.' && char.IsLetter(t[0]);
    }
}

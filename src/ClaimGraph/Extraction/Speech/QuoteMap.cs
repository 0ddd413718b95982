namespace ClaimGraph.Extraction.Speech;

/// <summary>A quotation, from its opening mark to its closing one; either may be missing in the text.</summary>
/// <param name="Span">With the marks.</param>
internal sealed record Quotation(int Id, Span Span);

/// <summary>
/// Quotations of one paragraph. Marks are read by what stands beside them and not by their direction: feeds close with “ and open with ”.
/// </summary>
internal static class QuoteMap
{
    /// <summary>A mark may stand so far off the sentence that it belongs to.</summary>
    private const int Margin = 2;

    private static readonly List<Quotation> None = [];

    /// <summary>The quotations that each sentence stands in, holds or touches, in order; ids are unique in the article.</summary>
    public static List<Quotation>[] BySentence(IReadOnlyList<Sentence> sentences, string text)
    {
        var (map, next, end) = (new List<Quotation>[sentences.Count], 0, 0);
        Array.Fill(map, None);
        for (var first = 0; first < sentences.Count; first = end)
        {
            end = first + 1;
            while (end < sentences.Count && sentences[end].Paragraph == sentences[first].Paragraph) end++;
            var quotes = Read(sentences, first, end, text, next);
            next += quotes.Count;
            foreach (var quote in quotes)
                for (var s = Math.Max(first, FirstEndingAfter(sentences, quote.Span.Start - Margin)); s < end && sentences[s].Span.Start <= quote.Span.End + Margin; s++)
                {
                    if (map[s] == None) map[s] = [];
                    map[s].Add(quote);
                }
        }
        return map;
    }

    /// <summary>The first sentence that ends behind an offset.</summary>
    public static int FirstEndingAfter(IReadOnlyList<Sentence> sentences, int offset)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].Span.End <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static List<Quotation> Read(IReadOnlyList<Sentence> sentences, int from, int to, string text, int nextId)
    {
        var quotes = new List<Quotation>();
        int open = -1, singleOpen = -1;
        var end = 0;
        for (var s = from; s < to; s++)
        {
            var tokens = sentences[s].Tokens;
            for (var i = 0; i < tokens.Count; i++)
            {
                var token = tokens[i];
                end = token.Span.End;
                if (char.IsLetterOrDigit(token.Text[0])) continue;
                if (IsDouble(token.Text))
                {
                    if (open < 0 && Opens(token, text)) open = token.Span.Start;
                    else if (open >= 0 && (Closes(token, text) || !Opens(token, text) || GoesOn(token, text))) Close(ref open, token.Span.End);
                    else if (open >= 0 && Opens(token, text)) (quotes, open) = (Closed(quotes, open, token.Span.Start), token.Span.Start);
                }
                else if (token.Text is "‘" or "'" or "’" or "‹" or "›" or "`" or "‚")
                {
                    if (singleOpen < 0 && open < 0 && Opens(token, text) && token.Text != "’") singleOpen = token.Span.Start;
                    else if (singleOpen >= 0 && Closes(token, text) && !Opens(token, text)) Close(ref singleOpen, token.Span.End);
                }
            }
        }
        if (open >= 0 && end > open) quotes.Add(new(nextId + quotes.Count, new(open, end)));
        return quotes;

        void Close(ref int from, int to)
        {
            quotes.Add(new(nextId + quotes.Count, new(from, to)));
            from = -1;
        }

        List<Quotation> Closed(List<Quotation> list, int from, int to)
        {
            list.Add(new(nextId + list.Count, new(from, to)));
            return list;
        }
    }

    public static bool IsDouble(string t) => t is "“" or "”" or "\"" or "„" or "‟" or "«" or "»" or "''" or "``" or "″";

    public static bool IsMark(string t) => IsDouble(t) || t is "‘" or "’" or "'" or "‹" or "›" or "‚";

    private static bool Opens(Token t, string text)
    {
        var before = t.Span.Start == 0 || char.IsWhiteSpace(text[t.Span.Start - 1]) || text[t.Span.Start - 1] is '(' or '[' or '-' or '–' or '—' or '/';
        var after = t.Span.End < text.Length && !char.IsWhiteSpace(text[t.Span.End]);
        return before && after;
    }

    /// <summary>A closing mark glued to the word behind it: "people, "an official said".</summary>
    private static bool GoesOn(Token t, string text)
    {
        if (t.Text != "\"" || t.Span.End >= text.Length) return false;
        var before = t.Span.Start - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before])) before--;
        return before >= 0 && (text[before] is ',' or '?' or '!' || text[before] == '.' && char.IsLower(text[t.Span.End])) && (char.IsLower(text[t.Span.End]) || text[before] == ',');
    }

    private static bool Closes(Token t, string text)
    {
        var before = t.Span.Start > 0 && !char.IsWhiteSpace(text[t.Span.Start - 1]);
        var after = t.Span.End >= text.Length || !char.IsLetterOrDigit(text[t.Span.End]);
        return before && after || before && t.Text is not ("'" or "’");
    }
}

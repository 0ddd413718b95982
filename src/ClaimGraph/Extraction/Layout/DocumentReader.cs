using ClaimGraph.Extraction.Dating;
using ClaimGraph.Extraction.Tagging;
using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Extraction.Layout;

/// <summary>A text in typed and tagged sentences.</summary>
/// <param name="Reasons">For every sentence, why it is no statement; null where it is one.</param>
internal sealed record ReadDocument(IReadOnlyList<Sentence> Sentences, IReadOnlyList<string?> Reasons, bool English);

/// <summary>Text to sentences: lines, tokens, kinds of lines, sentence ends, tags.</summary>
internal static class DocumentReader
{
    public static ReadDocument Read(string text, string? title, IReadOnlyList<Span> furniture)
    {
        var tokenizer = new Tokenizer(text);
        var (lines, tokens) = (new List<Line>(), new List<List<Token>>());
        foreach (var line in Line.Of(text))
        {
            var read = tokenizer.Read(line.Span.Start, line.Span.End);
            if (read.Count == 0) continue;
            lines.Add(line);
            tokens.Add(read);
        }
        var kinds = LineKinds.Of(text, lines, tokens, title, furniture);
        var english = LanguageTest.IsEnglish(tokens.Where((_, i) => kinds[i].Kind is SentenceKind.Statement or SentenceKind.Headline));
        var folded = title is { Length: > 12 } ? Fold.Name(title) : null;
        var sentences = new List<Sentence>();
        var reasons = new List<string?>();
        for (var i = 0; i < lines.Count; i++)
        {
            var (kind, reason) = kinds[i];
            if (kind is not (SentenceKind.Statement or SentenceKind.Headline)) Add(tokens[i], kind, reason, false);
            else if (!english || tokens[i].Count >= 14 && !LanguageTest.IsEnglish(tokens[i])) foreach (var range in SentenceSplitter.Split(tokens[i], text)) Add(tokens[i][range], SentenceKind.OtherLanguage, "not in English", false);
            else Running(i, kind, reason);
        }
        return new(sentences, reasons, english);

        void Running(int i, SentenceKind kind, string? reason)
        {
            var rest = tokens[i];
            if (kind == SentenceKind.Statement && PlaceLine.Length(rest) is var length and > 0)
            {
                Add(rest[..length], SentenceKind.Dateline, "place and agency before the text", false);
                rest = rest[length..];
            }
            foreach (var range in SentenceSplitter.Split(rest, text))
            {
                var part = rest[range];
                if (kind == SentenceKind.Statement && part.Count <= 14 && (FurnitureWords.Match(Whole(part).In(text), part) ?? (CreditLine.Is(Whole(part).In(text), part) && part[0].Text is "(" or "[" or "©" ? "a credit" : null)) is { } furnitureReason) Add(part, SentenceKind.Furniture, furnitureReason, false);
                else if (kind == SentenceKind.Statement && part.Count <= 8 && Dateline.IsLine(part)) Add(part, SentenceKind.Dateline, "a date line", false);
                else if (kind == SentenceKind.Statement && sentences.Count < 4 && IsTitle(part)) Add(part, SentenceKind.Headline, "the title", true);
                else Add(part, kind, reason, true);
            }
        }

        // Feeds glue date and title to the text: "Wed 05 Apr 2017 Syria attack symptoms … use WHO."
        bool IsTitle(List<Token> part)
        {
            if (folded is null || Whole(part).Length > title!.Length + 45) return false;
            return Fold.Name(Whole(part).Of(text)).Contains(folded, StringComparison.Ordinal);
        }

        static Span Whole(List<Token> part) => new(part[0].Span.Start, part[^1].Span.End);

        void Add(List<Token> part, SentenceKind kind, string? reason, bool tag)
        {
            if (part.Count == 0) return;
            var paragraph = sentences.Count == 0 ? 0 : sentences[^1].Paragraph + (LineOf(sentences[^1].Span.Start) == LineOf(part[0].Span.Start) ? 0 : 1);
            sentences.Add(new(Whole(part), tag || kind is SentenceKind.Credit or SentenceKind.Dateline ? Tagger.Tag(part) : part, kind, paragraph));
            reasons.Add(reason);
        }

        int LineOf(int at)
        {
            int low = 0, high = lines.Count - 1;
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                if (lines[middle].Span.Start <= at) low = middle;
                else high = middle - 1;
            }
            return low;
        }
    }
}

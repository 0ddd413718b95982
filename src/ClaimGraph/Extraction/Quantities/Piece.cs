using System.Text;

namespace ClaimGraph.Extraction;

internal enum PieceKind : byte { Word, Digits, Mark }

/// <summary>The least piece of text that number reading needs: a run of letters, a run of digits with its separators, or one mark. Finer than a token, so that no tokeniser's habits matter.</summary>
/// <param name="Glued">Nothing stands between it and the piece before.</param>
internal readonly record struct Piece(int Start, int End, string Text, string Lower, PieceKind Kind, bool Glued, Tag Tag)
{
    public bool Capital => Kind == PieceKind.Word && char.IsUpper(Text[0]);
    public Span Span => new(Start, End);
    public bool Is(string lower) => Lower == lower;
    public bool Dash => Kind == PieceKind.Mark && Text[0] is '-' or '–' or '—' or '‐' or '‑' or '−';
}

/// <summary>Cuts text into <see cref="Piece"/>s.</summary>
internal static class PieceReader
{
    /// <param name="tokens">Tagged tokens of the same span, or empty: their tags go to the pieces that lie in them.</param>
    public static List<Piece> Read(string text, Span span, IReadOnlyList<Token> tokens)
    {
        var pieces = new List<Piece>(Math.Max(8, span.Length / 5));
        var (i, end, token) = (Math.Max(0, span.Start), Math.Min(span.End, text.Length), 0);
        while (i < end)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF') { i++; continue; }
            var start = i;
            PieceKind kind;
            if (char.IsDigit(c) || (c == '.' && i + 1 < end && char.IsDigit(text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))))
            {
                i = EndOfDigits(text, i, end);
                kind = PieceKind.Digits;
            }
            else if (char.IsLetter(c))
            {
                i = EndOfWord(text, i, end);
                kind = PieceKind.Word;
            }
            else
            {
                i += char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                kind = PieceKind.Mark;
            }
            while (token < tokens.Count && tokens[token].Span.End <= start) token++;
            var tag = token < tokens.Count && tokens[token].Span.Start <= start ? tokens[token].Tag : Tag.X;
            var (word, lower) = token < tokens.Count && tokens[token].Span == new Span(start, i) && IsPlain(tokens[token].Text) ? (tokens[token].Text, tokens[token].Lower) : Written(text, start, i);
            pieces.Add(new Piece(start, i, word, lower, kind, pieces.Count > 0 && pieces[^1].End == start, tag));
        }
        return pieces;
    }

    /// <summary>Folded alike by tokens and pieces, so that a token's words can be shared.</summary>
    private static bool IsPlain(string word) => Ascii.IsValid(word) && word[0] != '`';

    private static (string Text, string Lower) Written(string text, int start, int end)
    {
        if (end == start + 1 && char.IsAscii(text[start])) return (Characters[text[start]], Characters[char.ToLowerInvariant(text[start])]);
        var word = text[start..end];
        return (word, word.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\''));
    }

    private static readonly string[] Characters = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    private static int EndOfDigits(string text, int i, int end)
    {
        while (i < end)
        {
            if (char.IsDigit(text[i])) i++;
            else if (text[i] is '.' or ',' && i + 1 < end && char.IsDigit(text[i + 1]) && (i == 0 || char.IsDigit(text[i - 1]) || text[i] == '.')) i++;
            else break;
        }
        return i;
    }

    /// <summary>Letters with apostrophes inside; single letters with full stops ("U.S.", "p.m.") are one word.</summary>
    private static int EndOfWord(string text, int i, int end)
    {
        var start = i;
        while (i < end && (char.IsLetter(text[i]) || (text[i] is '\'' or '’' && i + 1 < end && char.IsLetter(text[i + 1])))) i++;
        while (i - start == 1 && i + 1 < end && text[i] == '.' && char.IsLetter(text[i + 1]) && (i + 2 >= end || !char.IsLetter(text[i + 2])))
        {
            i += 2;
            start = i - 1;
        }
        return i;
    }
}

using System.Text;
using ClaimGraph.Api.Execution;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser;

namespace ClaimGraph.Api.Limits;

/// <summary>
/// Finds the syntax errors of documents with very long lines. The parser draws the line and a pointer below it into the text of its exception, one blank after the other: at column 40,000
/// that takes a hundred times as long as the parsing. Such a document is first parsed as a copy with the same tokens on short lines, long tokens shortened; what is wrong
/// is said with its place in the original. So is one with carriage returns, which the drawing takes for no line breaks and fails.
/// </summary>
internal static class LongLines
{
    private const int Long = 2_000, Short = 200, Kept = 16;

    /// <exception cref="ApiError">The document has long lines and is no GraphQL.</exception>
    public static void Check(string text, GraphQLDocumentBuilder parser)
    {
        if (!Any(text))
            return;
        var (copy, places) = Copy(text);
        try
        {
            parser.Build(copy);
        }
        catch (SyntaxError fault)
        {
            var error = new ApiError(ErrorCodes.SyntaxError, fault.Message);
            if (fault.Locations is [var at, ..])
                error.AddLocation(PlaceOf(text, Original(places, Offset(copy, at))));
            throw error;
        }
    }

    private static bool Any(ReadOnlySpan<char> text)
    {
        if (text.Contains('\r'))
            return true;
        while (text.IndexOf('\n') is var end && (end < 0 ? text.Length : end) <= Long)
        {
            if (end < 0)
                return false;
            text = text[(end + 1)..];
        }
        return true;
    }

    /// <returns>The copy, and for stretches of it where they begin there and in the original.</returns>
    private static (string Copy, List<(int Copied, int Original)> Places) Copy(string text)
    {
        var copy = new StringBuilder();
        var places = new List<(int, int)> { (0, 0) };
        var line = 0;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (text[i] is ' ' or '\t' or ',' or '\n' or '\r' or '\uFEFF')
            {
                while (i < text.Length && text[i] is ' ' or '\t' or ',' or '\n' or '\r' or '\uFEFF') i++;
                Put(" ");
                continue;
            }
            if (text[i] == '#')
            {
                while (i < text.Length && text[i] is not ('\n' or '\r')) i++;
                continue;
            }
            places.Add((copy.Length, start));
            if (text[i] == '"')
                i = PutString(i);
            else if (IsWord(text[i]))
            {
                while (i < text.Length && IsWord(text[i])) i++;
                Put(i - start <= 2 * Kept ? text.AsSpan(start, i - start) : string.Concat(text.AsSpan(start, Kept), text.AsSpan(i - Kept, Kept)));
            }
            else
                Put(text.AsSpan(i++, 1));
            // Between tokens a line may break anywhere, but not inside the three dots of a spread.
            if (copy.Length - line > Short && !(text[i - 1] == '.' && i < text.Length && text[i] == '.'))
            {
                copy.Append('\n');
                line = copy.Length;
            }
        }
        places.Add((copy.Length, text.Length));
        return (copy.ToString(), places);

        void Put(ReadOnlySpan<char> piece) => copy.Append(piece);

        // Characters that a string may have are left out beyond the first few; what may be wrong is kept, with its place.
        int PutString(int at)
        {
            var quote = text.AsSpan(at).StartsWith("\"\"\"") ? "\"\"\"" : "\"";
            Put(quote);
            at += quote.Length;
            for (var kept = 0; at < text.Length; at++)
            {
                if (text.AsSpan(at).StartsWith(quote))
                {
                    places.Add((copy.Length, at));
                    Put(quote);
                    return at + quote.Length;
                }
                var length = text[at] == '\\' ? Math.Min(EscapeLength(text, at, quote), text.Length - at) : 1;
                if (length == 1 && !MayStand(text[at], quote))
                {
                    // The parser gets no further than this.
                    places.Add((copy.Length, at));
                    Put(text.AsSpan(at, Math.Min(8, text.Length - at)));
                    return text.Length;
                }
                if (kept++ < Kept)
                    Put(text[at] == '\r' ? "\n" : text.AsSpan(at, length));
                at += length - 1;
            }
            places.Add((copy.Length, at));
            return at;
        }
    }

    /// <summary>The length of an escape sequence that is one; 1 where it is none.</summary>
    private static int EscapeLength(string text, int at, string quote)
    {
        var rest = text.AsSpan(at + 1);
        if (quote.Length == 3)
            return rest.StartsWith(quote) ? 4 : 2;
        return rest switch
        {
            ['"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't', ..] => 2,
            ['u', var a, var b, var c, var d, ..] when char.IsAsciiHexDigit(a) && char.IsAsciiHexDigit(b) && char.IsAsciiHexDigit(c) && char.IsAsciiHexDigit(d) => 6,
            _ => 1,
        };
    }

    private static bool MayStand(char c, string quote) => c is '\t' or >= ' ' && c != '\\' || quote.Length == 3 && c is '\n' or '\r';

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+';

    private static int Offset(string text, Location at)
    {
        var offset = 0;
        for (var line = 1; line < at.Line; line++)
            offset = text.IndexOf('\n', offset) + 1;
        return offset + at.Column - 1;
    }

    private static int Original(List<(int Copied, int Original)> places, int copied)
    {
        var (from, original) = places.FindLast(p => p.Copied <= copied);
        return original + copied - from;
    }

    private static Location PlaceOf(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        var breaks = 0;
        var begin = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || before[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n'))
                (breaks, begin) = (breaks + 1, i + 1);
        }
        return new(breaks + 1, before.Length - begin + 1);
    }
}

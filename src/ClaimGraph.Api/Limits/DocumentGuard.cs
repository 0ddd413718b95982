using ClaimGraph.Api.Execution;

namespace ClaimGraph.Api.Limits;

/// <summary>One pass over the characters before parsing: length, tokens, nesting, directives and definitions. The parser then meets nothing that could exhaust its stack or its time.</summary>
internal static class DocumentGuard
{
    /// <returns>The refusal, or null. What is merely wrong passes: the parser says it better.</returns>
    public static ApiError? Check(ReadOnlySpan<char> text, ApiLimits limits)
    {
        if (text.Length > limits.DocumentCharacters)
            return Refused(ErrorCodes.DocumentTooLong, "characters", limits.DocumentCharacters, text.Length);
        int tokens = 0, depth = 0, directives = 0, definitions = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r' or ',' or '\uFEFF')
                continue;
            if (c == '#')
            {
                i = SkipTo(text, i, '\n', '\r');
                continue;
            }
            if (++tokens > limits.Tokens)
                return Refused(ErrorCodes.TooManyTokens, "tokens", limits.Tokens, tokens);
            switch (c)
            {
                case '"':
                    i = SkipString(text, i);
                    break;
                case '{' or '[' or '(':
                    if (++depth > limits.Nesting)
                        return Refused(ErrorCodes.NestedTooDeep, "brackets inside each other", limits.Nesting, depth);
                    if (depth == 1 && c == '{' && ++definitions > limits.Definitions)
                        return Refused(ErrorCodes.TooManyDefinitions, "operations and fragments", limits.Definitions, definitions);
                    break;
                case '}' or ']' or ')':
                    depth--;
                    break;
                case '@':
                    if (++directives > limits.Directives)
                        return Refused(ErrorCodes.TooManyDirectives, "directives", limits.Directives, directives);
                    break;
                default:
                    while (i + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[i + 1]) || text[i + 1] is '_' or '-' or '.'))
                        i++;
                    break;
            }
        }
        return null;
    }

    // At the closing quotation mark, or at the end where there is none. An escaped end of a block string only makes us count more tokens.
    private static int SkipString(ReadOnlySpan<char> text, int start)
    {
        if (text[start..].StartsWith("\"\"\""))
        {
            var end = text[(start + 3)..].IndexOf("\"\"\"");
            return end < 0 ? text.Length : start + 3 + end + 2;
        }
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] is '"' or '\n' or '\r')
                return i;
        }
        return text.Length;
    }

    private static int SkipTo(ReadOnlySpan<char> text, int from, char a, char b)
    {
        var end = text[from..].IndexOfAny(a, b);
        return end < 0 ? text.Length : from + end;
    }

    private static ApiError Refused(string code, string what, int limit, int actual) =>
        ApiError.Exceeded(code, $"A document has at most {limit} {what}; this one has {(actual > limit + 1 ? actual.ToString(System.Globalization.CultureInfo.InvariantCulture) : "more")}.", limit, actual);
}

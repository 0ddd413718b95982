namespace ClaimGraph.Web;

/// <summary>Tells, without parsing all of it, whether a document changes anything: what is opened by a link runs only where it does not.</summary>
public static class OperationKind
{
    /// <summary>True where every operation at the top of the document is a query. Comments, strings and nested braces are skipped; odd text counts as no query.</summary>
    public static bool OnlyQueries(string document)
    {
        var depth = 0;
        var found = false;
        for (var i = 0; i < document.Length; i++)
        {
            var c = document[i];
            if (c == '#') { while (i + 1 < document.Length && document[i + 1] is not ('\n' or '\r')) i++; continue; }
            if (c == '"') { if (EndOfString(document, ref i)) continue; return false; }
            if (c is '{' or '(' or '[') { if (depth == 0 && c == '{') found = true; depth++; continue; }
            if (c is '}' or ')' or ']') { if (--depth < 0) return false; continue; }
            if (depth > 0 || !char.IsLetter(c)) continue;
            var start = i;
            while (i + 1 < document.Length && (char.IsLetterOrDigit(document[i + 1]) || document[i + 1] == '_')) i++;
            if (document.AsSpan(start, i + 1 - start) is "mutation" or "subscription") return false;
        }
        return found && depth == 0;
    }

    // Leaves i on the closing quote.
    private static bool EndOfString(string text, ref int i)
    {
        var block = text.AsSpan(i).StartsWith("\"\"\"");
        for (i += block ? 3 : 1; i < text.Length; i++)
        {
            if (text[i] == '\\') { i++; continue; }
            if (block ? text.AsSpan(i).StartsWith("\"\"\"") : text[i] == '"') { if (block) i += 2; return true; }
        }
        return false;
    }
}

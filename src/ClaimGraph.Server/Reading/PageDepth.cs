using System.Text.RegularExpressions;

namespace ClaimGraph.Server.Reading;

/// <summary>
/// How deep a page nests, before it is parsed: building the tree of a page takes time by the square of its depth, and what walks it needs stack.
/// </summary>
internal static partial class PageDepth
{
    /// <summary>No editor's page comes near.</summary>
    private const int Limit = 500;

    // Elements that end without an end tag, or have no content: https://html.spec.whatwg.org/#optional-tags, #void-elements.
    private static readonly HashSet<string> EndThemselves = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "html", "head", "body",
    };

    public static bool IsTooDeep(string html)
    {
        Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
        var byName = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var endThemselves = EndThemselves.GetAlternateLookup<ReadOnlySpan<char>>();
        var depth = 0;
        foreach (var match in Tag().EnumerateMatches(html))
        {
            var tag = html.AsSpan(match.Index, match.Length);
            if (tag.StartsWith("<!") || tag.StartsWith("<s", StringComparison.OrdinalIgnoreCase) && tag.Contains('>')) continue; // comment, script, style
            var closes = tag[1] == '/';
            var name = tag[(closes ? 2 : 1)..];
            if (endThemselves.Contains(name)) continue;
            byName.TryGetValue(name, out var count);
            if (closes && count == 0) continue;
            byName[name] = closes ? count - 1 : count + 1;
            depth += closes ? -1 : 1;
            if (depth > Limit) return true;
        }
        return false;
    }

    /// <summary>The words of a page without its tags.</summary>
    public static string Words(string html) => string.Join(' ', AnyTag().Replace(html, " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<!--.*?(?:-->|$)|<(script|style)\\b.*?(?:</\\1\\s*>|$)|</?[a-z][^\\s/>]*", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("<!--.*?(?:-->|$)|<(script|style)\\b.*?(?:</\\1\\s*>|$)|<[^>]*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();
}

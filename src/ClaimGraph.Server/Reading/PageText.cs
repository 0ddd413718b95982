using System.Text;
using AngleSharp.Dom;

namespace ClaimGraph.Server.Reading;

/// <summary>A paragraph, heading, list item or cell of a page.</summary>
/// <param name="Furniture">Navigation, advertisement, footer: kept in the text, out of the claims.</param>
internal sealed record PageBlock(string Text, bool IsHeading, bool Furniture);

/// <summary>The visible text of a page as blocks.</summary>
internal static class PageText
{
    private static readonly HashSet<string> Invisible = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "canvas", "audio", "video", "select", "textarea", "datalist", "head", "title", "meta", "link" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
        { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img" };

    private static readonly HashSet<string> Aside = new(StringComparer.OrdinalIgnoreCase) { "nav", "footer", "aside", "form", "button", "dialog" };

    /// <summary>Reads the blocks in document order.</summary>
    public static List<PageBlock> Blocks(INode? root)
    {
        List<PageBlock> blocks = [];
        var line = new StringBuilder();
        int aside = 0, heading = 0;
        if (root is not null) Walk(root);
        Flush();
        return blocks;

        void Walk(INode node)
        {
            if (!Enter(node)) return;
            foreach (var child in node.ChildNodes) Walk(child);
            Leave(node);
        }

        bool Enter(INode node)
        {
            if (node is IText text) line.Append(text.Data);
            if (node is not IElement element) return false;
            if (Invisible.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || IsHiddenByStyle(element)) return false;
            if (!Inline.Contains(element.LocalName)) Flush();
            if (Aside.Contains(element.LocalName)) aside++;
            if (element.LocalName is "h1") heading++;
            return true;
        }

        void Leave(INode node)
        {
            if (node is not IElement element) return;
            if (!Inline.Contains(element.LocalName)) Flush();
            if (Aside.Contains(element.LocalName)) aside--;
            if (element.LocalName is "h1") heading--;
        }

        void Flush()
        {
            var words = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            line.Clear();
            if (words.Length > 0) blocks.Add(new PageBlock(words, heading > 0, aside > 0));
        }
    }

    /// <summary>A block is furniture unless the reader kept it, or it is the heading or title.</summary>
    public static List<PageBlock> MarkFurniture(List<PageBlock> blocks, List<PageBlock> kept, string? title)
    {
        var texts = kept.Select(b => b.Text).ToHashSet(StringComparer.Ordinal);
        var headline = title is null ? -1 : blocks.FindIndex(b => b.Text.Equals(title, StringComparison.OrdinalIgnoreCase));
        return [.. blocks.Select((b, i) => b with { Furniture = !texts.Contains(b.Text) && !b.IsHeading && i != headline })];
    }

    public static (string Text, IReadOnlyList<Span> Furniture) Join(List<PageBlock> blocks)
    {
        var text = new StringBuilder();
        List<Span> furniture = [];
        foreach (var block in blocks)
        {
            if (text.Length > 0) text.Append("\n\n");
            var start = text.Length;
            text.Append(block.Text);
            if (block.Furniture) furniture.Add(new Span(start, text.Length));
        }
        return (text.ToString(), furniture);
    }

    private static bool IsHiddenByStyle(IElement element) =>
        element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);
}

using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ClaimGraph.Server.Reading;

/// <summary>The YAML header of a text file, between two lines of three dashes: <c>id, title, outlet, published, url, language</c>; other keys are left alone.</summary>
public static partial class FrontMatter
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "id", "title", "outlet", "published", "url", "language" };

    // Three dashes above something that is no "key:" are a rule drawn in the text.
    [GeneratedRegex(@"\A---[ \t]*\r?\n(?=\s*(?:#.*\n\s*)*[A-Za-z_][\w-]*[ \t]*:)(?<header>(?:.*\n)*?)---[ \t]*(?:\r?\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    /// <returns>The article with what the header says and the text below it; <see cref="Article.Unreadable"/> set where the header is broken.</returns>
    public static Article Read(Article article, string text)
    {
        var match = Header().Match(text);
        if (!match.Success) return article with { Text = text };

        var below = text[match.Length..];
        var blank = below.Length - below.TrimStart('\r', '\n', ' ').Length;
        return Header().IsMatch(below[blank..])
            ? Refused(article, "TWO_HEADERS", "The file has two headers: join them into one.", 1 + text.AsSpan(0, match.Length + blank).Count('\n'))
            : Parse(article, match.Groups["header"].Value, below);
    }

    private static Article Parse(Article article, string header, string body)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(header));
            Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
            if (yaml.Documents is not [{ RootNode: YamlMappingNode map }]) return Refused(article, "HEADER", "The header is no list of “key: value” lines.", 2);
            foreach (var (key, value) in map.Children)
            {
                if (key is not YamlScalarNode { Value: { } name } || !Known.Contains(name)) continue;
                if (value is not YamlScalarNode { Value: var scalar }) return Refused(article, "HEADER", $"“{name}” in the header is no plain value.", 1 + (int)value.Start.Line);
                if (!string.IsNullOrWhiteSpace(scalar) && scalar is not ("null" or "~")) values[name] = scalar;
            }
            return article with
            {
                Text = body,
                Id = values.GetValueOrDefault("id"),
                Title = values.GetValueOrDefault("title"),
                Outlet = values.GetValueOrDefault("outlet"),
                Published = values.GetValueOrDefault("published"),
                Url = values.GetValueOrDefault("url"),
                Language = values.GetValueOrDefault("language"),
            };
        }
        catch (YamlException problem)
        {
            return Refused(article, "HEADER", $"The header cannot be read: {problem.Message}", 1 + (int)problem.Start.Line);
        }
    }

    private static Article Refused(Article article, string code, string message, int line) => article with { Unreadable = new Problem(code, message, line) };
}

using System.Text.RegularExpressions;

namespace ClaimGraph.Web;

/// <summary>A query of the console as a file: the document, its variables below it as a comment.</summary>
public static partial class SavedQuery
{
    public static string Text(string document, string? variables) => string.IsNullOrWhiteSpace(variables)
        ? document.TrimEnd() + "\n"
        : $"{document.TrimEnd()}\n\n# Variables:\n{string.Concat(variables.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => $"# {line}\n"))}";

    /// <summary>After the operation's name where it has one.</summary>
    public static string FileName(string document) => (OperationName().Match(document) is { Success: true } named ? named.Groups[1].Value : "query") + ".graphql";

    [GeneratedRegex(@"^\s*(?:query|mutation|subscription)\s+([A-Za-z_][A-Za-z0-9_]{0,60})", RegexOptions.Multiline)]
    private static partial Regex OperationName();
}

using System.Text.RegularExpressions;

namespace ClaimGraph.Neo4j;

/// <summary>The map projections of <c>cards.cypher</c>: <c>{{claim c}}</c> in a statement stands for the piece "claim" with c for its variable.</summary>
internal static partial class Cards
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> All = new(() => Cypher.Pieces("cards"));

    public static string Fill(string text)
    {
        // A relation's piece holds claims' pieces: filled until none is left.
        while (Mark().IsMatch(text)) text = Mark().Replace(text, m => All.Value[m.Groups[1].Value].Replace("$v", m.Groups[2].Value, StringComparison.Ordinal));
        return text;
    }

    [GeneratedRegex(@"\{\{(\w+) (\w+)\}\}")]
    private static partial Regex Mark();
}

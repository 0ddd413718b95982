using System.Globalization;

namespace ClaimGraph.Extraction;

/// <summary>Values and questions for readers.</summary>
internal static class Phrasing
{
    /// <summary>The quantity as printed, blanks made single: <c>at least 12 people</c>.</summary>
    public static string Surface(Quantity q) => string.Join(' ', q.Surface.Replace('\u00A0', ' ').Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”', ',', '(');

    public static string Number(double value) => value == Math.Floor(value) ? value.ToString("N0", CultureInfo.InvariantCulture) : value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Plural(string noun) => noun switch
    {
        "person" => "people", "child" => "children", "man" => "men", "woman" => "women", "country" => "countries", "life" => "lives", "aircraft" => "aircraft", "foot" => "feet",
        _ when noun.EndsWith('y') && noun.Length > 2 && noun[^2] is not ('a' or 'e' or 'o' or 'u') => noun[..^1] + "ies",
        _ when noun.EndsWith('s') || noun.EndsWith('x') || noun.EndsWith("ch", StringComparison.Ordinal) || noun.EndsWith("sh", StringComparison.Ordinal) => noun + "es",
        _ => noun + "s",
    };

    public static string Counted(string noun, string predicate, string? about) =>
        predicate == "count" ? $"How many {Plural(noun)} were there?" : $"How many {Plural(noun)} were {predicate.Replace('-', ' ')}{(about is null ? "" : $" ({about})")}?";

    public static string Measured(string dimension, string of, string? owner) =>
        dimension == "amount" ? $"How much was the {of.Replace('-', ' ')}{(owner is null ? "" : $" of {owner}")}?" : $"What was the {dimension}{(of is "-" or "" ? "" : $" of the {of.Replace('-', ' ')}")}?";
}

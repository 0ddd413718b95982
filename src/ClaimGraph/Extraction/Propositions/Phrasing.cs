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
        predicate == "count" ? $"How many {Plural(noun)} were there?"
            : $"How many {Plural(noun)} {(IsParticiple(predicate) ? "were " : "")}{predicate.Replace('-', ' ')}{(about is null ? "" : $" ({about})")}?";

    /// <summary>"the United States", "France".</summary>
    public static string The(string name) =>
        name is "UK" or "US" or "EU" or "UN" || name.StartsWith("United ", StringComparison.Ordinal)
        || name.EndsWith(" Union", StringComparison.Ordinal) || name.EndsWith(" Emirates", StringComparison.Ordinal) || name is "Netherlands" or "Philippines" or "Bahamas" or "Maldives"
            ? "the " + name : name;

    /// <summary>"deploy troops" is "deploying troops"; "ban imports" is "banning imports".</summary>
    public static string Gerund(string act)
    {
        var end = act.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank : act.Length;
        var verb = act[..end];
        if (verb.EndsWith("ing", StringComparison.Ordinal)) return act;
        var stem = verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1]
            : verb.Length is 3 or 4 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && !IsVowel(verb[^3]) ? verb + verb[^1]
            : verb;
        return $"{stem}ing{act[end..]}";
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsParticiple(string predicate) =>
        predicate.EndsWith("ed", StringComparison.Ordinal) || predicate is "shot" or "missing" or "won" or "lost" or "sent" or "held" or "laid-off" or "freed" or "hurt";

    public static string Measured(string dimension, string of, string? owner) =>
        dimension == "amount" ? $"How much was the {of.Replace('-', ' ')}{(owner is null ? "" : $" of {owner}")}?" : $"What was the {dimension}{(of is "-" or "" ? "" : $" of the {of.Replace('-', ' ')}")}?";
}

using System.Globalization;

namespace ClaimGraph.Comparison;

/// <summary>
/// Names questions. One whose key says it all is its key; an event's question is the key, the day and the id of its first claim, so that a later claim changes nothing and two
/// questions that turn out to be one both lead to the older name.
/// </summary>
internal static class QuestionNames
{
    private const char Event = '@';

    public static Question OfKey(string key, Side example) => new(Ids.Question(key), key, example.Proposition.QuestionText);

    public static string OfEvent(Side first) => $"{first.Family}{Event}{first.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "9999-12-31"}/{first.Id}";

    /// <summary>The claim that an event question is named after; null where the key names no event.</summary>
    public static string? AnchorOf(string key) => key.LastIndexOf('/') is > 0 and var slash && key.Contains(Event, StringComparison.Ordinal) ? key[(slash + 1)..] : null;

    /// <summary>The question's text with what tells the event: kind, place and time, as far as its claims know them.</summary>
    public static string TextOf(IReadOnlyList<Side> claims)
    {
        var text = claims[0].Proposition.QuestionText;
        string?[] event_ =
        [
            Most(claims.Select(c => c.Evidence?.EventKind)),
            Most(claims.Select(c => c.Evidence?.Places is [var place, ..] ? place : c.Evidence?.Names is [var name, ..] ? name : null)) is { } where ? PrintedNames.Of(claims, [where]).FirstOrDefault() : null,
            claims.Select(c => c.Evidence?.EventTime).FirstOrDefault(t => t is { IsKnown: true })?.Text ?? claims.Select(c => c.Claim.Asserted).FirstOrDefault(t => t.IsKnown)?.Text,
        ];
        var told = string.Join(", ", event_.OfType<string>());
        return told.Length == 0 ? text : $"{text} ({told})";
    }

    private static string? Most(IEnumerable<string?> values) =>
        values.OfType<string>().GroupBy(v => v, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
}

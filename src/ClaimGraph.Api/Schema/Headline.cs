namespace ClaimGraph.Api.Schema;

/// <summary>A question's latest answer as one sentence, from its notable positions in time order.</summary>
internal static class Headline
{
    public static string Of(ClaimGraph.Question question, IReadOnlyList<PositionCard> positions)
    {
        if (positions.Count == 0)
            return question.Text;
        var latest = positions.LastOrDefault(p => p.Current) ?? positions[^1];
        var before = positions.LastOrDefault(p => p != latest && !p.Current) ?? positions.FirstOrDefault(p => p != latest);
        var now = $"{Upper(latest.Position.Value.Text)}{When(latest.LastAsserted ?? latest.FirstAsserted)}";
        return before is null ? now + "." : $"{now}; {(before.Current ? "others say" : "before")}: {before.Position.Value.Text}{When(before.LastAsserted ?? before.FirstAsserted)}.";
    }

    private static string When(ClaimGraph.PartialDate? date) => date is { IsKnown: true } ? $" ({InWords(date)})" : "";

    // A sentence prints a day as sentences do; what is known less exactly as it is.
    private static string InWords(ClaimGraph.PartialDate date) => date is { Start: { } day } && day == date.End
        ? day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)
        : date.Text;

    private static string Upper(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

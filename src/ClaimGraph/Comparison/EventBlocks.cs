using System.Globalization;

namespace ClaimGraph.Comparison;

/// <summary>
/// The names of the blocks in which claims of events meet: one for each name that may tell the event (<c>e|KEY|NAME</c>), and for the first few of them the days around it
/// (<c>e|KEY|NAME|DAYS</c>). Where a name stands in so many claims that its block tells nothing and is too large to be compared whole, its parts by time take its place: a claim
/// lies in two that overlap, so that claims a few days apart always share one, and a long story grows by the day and not by the square.
/// </summary>
public static class EventBlocks
{
    // A claim on one event is told again within days, the toll of a war within weeks.
    private const int Days = 5, PeriodDays = 30, Divided = 4;
    private const char Mark = '|';

    /// <param name="day">The day of the event, or of the article; null for unknown.</param>
    /// <param name="longer">The claim counts over a longer time.</param>
    public static IReadOnlyList<string> Of(string family, IReadOnlyList<string> names, DateOnly? day, bool longer)
    {
        var whole = names.Select(n => $"e|{family}|{n}").ToList();
        return [.. whole, .. whole.Take(Divided).SelectMany(block => PartsOf(block, day, longer))];
    }

    private static IEnumerable<string> PartsOf(string block, DateOnly? day, bool longer)
    {
        if (day is not { } d)
        {
            yield return $"{block}{Mark}undated";
            yield break;
        }
        var length = longer ? PeriodDays : Days;
        var first = d.DayNumber / length;
        for (var part = first; part <= first + 1; part++) yield return string.Create(CultureInfo.InvariantCulture, $"{block}{Mark}{length}d{part}");
    }

    /// <summary>The block that a part is of; null for a whole one.</summary>
    public static string? WholeOf(string block)
    {
        if (!block.StartsWith("e|", StringComparison.Ordinal)) return null;
        var name = block.IndexOf(Mark, 2) + 1;
        return name > 0 && block.IndexOf(Mark, name) is > 0 and var end ? block[..end] : null;
    }
}

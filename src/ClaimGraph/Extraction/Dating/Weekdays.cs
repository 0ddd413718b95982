namespace ClaimGraph.Extraction.Dating;

/// <summary>"on Monday", "last Friday", "Thursday's meeting": placed by the tense of the clause; the day of speaking itself counts.</summary>
internal static class Weekdays
{
    public static (int Length, PartialDate? Date) Read(DateContext at, int i, DayOfWeek weekday)
    {
        // "Wednesday 3 July 2013": the date that follows says it all.
        for (var k = i + 1; k <= i + 3 && k < at.Tokens.Count; k++)
        {
            if (ExplicitDate.At(at.Tokens, k) is { Day: > 0 }) return (1, null);
            if (at.Word(k) is not ("," or "the" or "morning" or "evening")) break;
        }
        if (at.Day is not { } now) return (1, null);
        var back = ((int)now.DayOfWeek - (int)weekday + 7) % 7;
        var before = at.Word(i - 1);
        var ahead = (7 - back) % 7;
        var (day, basis) = before switch
        {
            "last" or "past" => (now.AddDays(back == 0 ? -7 : -back), "weekday before the day of speaking"),
            "next" => (now.AddDays(ahead == 0 ? 7 : ahead), "weekday after the day of speaking"),
            _ when back == 0 => (now, "weekday of the day of speaking"),
            "coming" => (now.AddDays(ahead), "weekday after the day of speaking"),
            _ when at.IsFuture(i) => (now.AddDays(ahead), "weekday ahead, by the tense"),
            _ => (now.AddDays(-back), "weekday counted back from the day of speaking"),
        };
        return (1, PartialDate.Day(day, basis));
    }
}

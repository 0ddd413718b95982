namespace ClaimGraph.Extraction.Dating;

/// <summary>"yesterday", "last month", "ten days ago", "this weekend", "in the past two weeks": counted from the day of speaking.</summary>
internal static class RelativeDates
{
    public static (int Length, PartialDate? Date) Read(DateContext at, int i)
    {
        var w = at.Word(i);
        if (at.Day is not { } now) return (0, null);
        switch (w)
        {
            case "today" or "tonight":
                return (1, PartialDate.Day(now, "the day of speaking"));
            case "yesterday":
                return (1, PartialDate.Day(now.AddDays(-1), "the day before the day of speaking"));
            case "tomorrow":
                return (1, PartialDate.Day(now.AddDays(1), "the day after the day of speaking"));
            case "overnight":
                return (1, new(now.AddDays(-1), now, DatePrecision.Day, "the night before"));
            case "recently":
                return (1, new(null, now, DatePrecision.Open, "shortly before the day of speaking"));
            case "this" or "last" or "next" or "past" or "coming" or "previous":
                return Turn(at, i, now);
            case "fortnight" when at.Word(i + 1) == "ago":
                return (2, PartialDate.Day(now.AddDays(-14), "counted back") with { Precision = DatePrecision.Week });
        }
        var n = DateWords.NumberOf(w);
        if (n > 0 || w is "several" or "few")
        {
            var unit = at.Word(i + 1);
            if (unit is "few" or "couple") unit = at.Word(i + 2);
            var length = unit == at.Word(i + 1) ? 3 : 4;
            if (at.Word(i + length - 1) is "ago" or "earlier" or "before" && Step(unit) is { } step && at.Word(i + length - 1) == "ago") return (length, Back(now, n > 0 && length == 3 ? n : 3, step, length == 4 || n <= 0));
        }
        return (0, null);
    }

    private static (int, PartialDate?) Turn(DateContext at, int i, DateOnly now)
    {
        var (w, unit) = (at.Word(i), at.Word(i + 1));
        if (w is "past" or "last" or "next" or "coming" && DateWords.NumberOf(unit) is var n and > 0 && Step(at.Word(i + 2)) is { } step)
            return (3, w is "past" or "last"
                ? new(Moved(now, -n, step), now, DatePrecision.Open, $"the {n} {at.Word(i + 2)} before the day of speaking")
                : new(now, Moved(now, n, step), DatePrecision.Open, $"the {n} {at.Word(i + 2)} after the day of speaking"));
        if (w is "past" or "last" or "coming" or "next" && unit is "few" or "several" && Step(at.Word(i + 2)) is { } some)
            return (3, w is "past" or "last" ? new(Moved(now, -7, some), now, DatePrecision.Open, "shortly before the day of speaking") : new(now, Moved(now, 7, some), DatePrecision.Open, "soon after the day of speaking"));
        var turn = w switch { "this" => 0, "next" or "coming" => 1, _ => -1 };
        switch (unit)
        {
            case "morning" or "afternoon" or "evening" when w == "this":
                return (2, PartialDate.Day(now, "the day of speaking"));
            case "night" when w == "last":
                return (2, new(now.AddDays(-1), now, DatePrecision.Day, "the night before"));
            case "week":
                var monday = now.AddDays(-(((int)now.DayOfWeek + 6) % 7) + 7 * turn);
                return (2, new(monday, monday.AddDays(6), DatePrecision.Week, Basis("week", turn)));
            case "weekend":
                var saturday = now.AddDays(-(((int)now.DayOfWeek + 6) % 7) + 5 + 7 * turn);
                // On a Monday "this weekend" is the one just gone.
                if (turn == 0 && now.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday && !at.IsFuture(i)) saturday = saturday.AddDays(-7);
                return (2, new(saturday, saturday.AddDays(1), DatePrecision.Day, Basis("weekend", turn)));
            case "month":
                var first = new DateOnly(now.Year, now.Month, 1).AddMonths(turn);
                return (2, new(first, first.AddMonths(1).AddDays(-1), DatePrecision.Month, Basis("month", turn)));
            case "year":
                return (2, new(new(now.Year + turn, 1, 1), new(now.Year + turn, 12, 31), DatePrecision.Year, Basis("year", turn)));
            case "summer" or "autumn" or "fall" or "spring" or "winter":
                return (2, Season(now, unit, w));
            default:
                return (0, null);
        }
    }

    private static PartialDate Season(DateOnly now, string season, string turn)
    {
        var month = season switch { "spring" => 3, "summer" => 6, "winter" => 12, _ => 9 };
        var year = now.Year;
        var start = new DateOnly(year, month, 1);
        if (turn is "last" or "past" or "previous") while (start.AddMonths(3) > now) start = start.AddYears(-1);
        else if (turn is "next" or "coming") while (start <= now) start = start.AddYears(1);
        return new(start, start.AddMonths(3).AddDays(-1), DatePrecision.Month, $"{turn} {season}");
    }

    private static string Basis(string unit, int turn) => turn switch { 0 => $"the {unit} of the day of speaking", < 0 => $"the {unit} before", _ => $"the {unit} after" };

    private static string? Step(string unit) => unit switch
    {
        "day" or "days" => "day", "week" or "weeks" => "week", "month" or "months" => "month", "year" or "years" => "year", "hour" or "hours" => "hour", "decade" or "decades" => "decade", _ => null,
    };

    private static DateOnly Moved(DateOnly day, int n, string step)
    {
        n = Math.Clamp(n, -500, 500);
        return step switch { "day" => day.AddDays(n), "week" => day.AddDays(7 * n), "month" => day.AddMonths(n), "year" => day.AddYears(n), "decade" => day.AddYears(Math.Clamp(10 * n, -900, 900)), _ => day.AddDays(n / 24) };
    }

    private static PartialDate Back(DateOnly now, int n, string step, bool vague)
    {
        var day = Moved(now, -n, step);
        return step switch
        {
            "day" when !vague => PartialDate.Day(day, "counted back"),
            "hour" => PartialDate.Day(day, "counted back"),
            "week" or "day" => new(day.AddDays(-3), day.AddDays(3), DatePrecision.Week, "counted back"),
            "month" => new(new(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1), DatePrecision.Month, "counted back"),
            _ => new(new(day.Year, 1, 1), new(day.Year, 12, 31), DatePrecision.Year, "counted back"),
        };
    }
}

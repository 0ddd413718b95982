namespace ClaimGraph.Extraction.Dating;

/// <summary>
/// Date expressions of a sentence, resolved against the day of speaking. Always an interval with precision and basis; what cannot be placed is left unknown with
/// the words as its basis.
/// </summary>
internal static class DateReader
{
    /// <param name="anchor">The day of speaking; where unknown, only expressions that name their year are placed.</param>
    public static void Find(IReadOnlyList<Token> tokens, int from, int to, PartialDate anchor, List<FoundDate> found)
    {
        var day = anchor.Precision is DatePrecision.Day or DatePrecision.Minute ? anchor.End : null;
        var context = new DateContext(tokens, day, anchor);
        for (var i = from; i < to;)
        {
            var (length, date) = Read(context, i);
            if (length == 0 || i + length > tokens.Count)
            {
                i++;
                continue;
            }
            if (date is not null) found.Add(new FoundDate(new Span(tokens[i].Span.Start, tokens[i + length - 1].Span.End), date));
            i += length;
        }
    }

    private static (int Length, PartialDate? Date) Read(DateContext at, int i)
    {
        var tokens = at.Tokens;
        var w = tokens[i].Lower;
        switch (w)
        {
            case "since" or "until" or "till" or "by" or "before" or "after" or "from" or "between" or "through":
                return Bounded(at, i);
            case "early" or "late" or "mid" or "mid-" or "end" or "beginning" or "start" or "middle":
                return PartOf(at, i);
            case "so" when at.Word(i + 1) == "far":
                return (2, at.Day is { } now ? new(null, now, DatePrecision.Open, "so far: up to the day of speaking") : null);
        }
        if (ExplicitDate.At(tokens, i) is { } date) return (date.Length, at.Place(date, i));
        if (w.StartsWith("mid-", StringComparison.Ordinal) && DateWords.MonthOf(w[4..]) is var mid and > 0) return (1, Part(at.PlaceMonth(mid, 0, i), "mid"));
        if (DateWords.YearOf(w) is var year and > 0 && IsYearHere(at, i)) return (1, Year(year, "the year is named"));
        if (DateWords.WeekdayOf(w) is { } weekday && (w.Length > 4 || char.IsUpper(tokens[i].Text[0]))) return Weekdays.Read(at, i, weekday);
        if (w is "the" && at.Word(i + 1) is "day" or "week" or "month" or "year" && at.Word(i + 2) is "after" or "before" or "of" && at.Word(i + 3).Length > 0) return ToEvent(at, i);
        return RelativeDates.Read(at, i);
    }

    /// <summary>"the day after a ceasefire": counts from an event whose day is not given.</summary>
    private static (int, PartialDate?) ToEvent(DateContext at, int i)
    {
        if (at.Word(i + 3) is "tomorrow" or "yesterday" or "that") return (0, null);
        var end = i + 3;
        while (end < at.Tokens.Count && end < i + 8 && char.IsLetter(at.Tokens[end].Text[0]) && at.Tokens[end].Tag is not (Tag.Verb or Tag.Aux or Tag.Sconj or Tag.Cconj)) end++;
        var words = string.Join(' ', at.Tokens.Skip(i).Take(end - i).Select(t => t.Text));
        return (Math.Min(end, i + 5) - i, new(null, null, DatePrecision.Unknown, $"counted from an event: {words}"));
    }

    private static (int, PartialDate?) Bounded(DateContext at, int i)
    {
        var w = at.Word(i);
        var next = i + 1;
        if (w == "by" && at.Word(next) == "the") next++;
        if (next >= at.Tokens.Count) return (0, null);
        var (length, date) = w == "by" && at.Word(next) is "end" ? PartOf(at, next) : at.Word(next) is "since" or "until" or "by" or "before" or "after" or "from" or "between" or "so" or "through" or "till" ? (0, null) : Read(at, next);
        if (length == 0 || date is not { IsKnown: true }) return (0, null);
        var last = next + length;
        if (w is "between" or "from" && at.Word(last) is "and" or "to" or "until" or "through" && last + 1 < at.Tokens.Count)
        {
            var (second, until) = Read(at, last + 1);
            if (second > 0 && until is { IsKnown: true } && until.End >= date.Start) return (last + 1 + second - i, new(date.Start, until.End, DatePrecision.Open, "from one day to another"));
        }
        return (last - i, w switch
        {
            "since" => new(date.Start, at.Day is { } d && d >= date.Start ? d : null, DatePrecision.Open, $"since {date.Text}"),
            "after" => new(date.End, null, DatePrecision.Open, $"after {date.Text}"),
            "until" or "till" or "by" or "before" or "through" => new(null, date.End, DatePrecision.Open, $"{w} {date.Text}"),
            _ => date,
        });
    }

    /// <summary>"late February", "the end of 2027", "early in March".</summary>
    private static (int, PartialDate?) PartOf(DateContext at, int i)
    {
        var next = i + 1;
        while (at.Word(next) is "of" or "in" or "the" or "-") next++;
        var part = at.Word(i);
        if (next >= at.Tokens.Count) return (0, null);
        if (DateWords.MonthOf(at.Word(next)) > 0 && ExplicitDate.At(at.Tokens, next) is { Day: 0 } date) return (next + date.Length - i, Part(at.PlaceMonth(date.Month, date.Year, next), part));
        if (DateWords.YearOf(at.Word(next)) is var year and > 0) return (next + 1 - i, Part(Year(year, "the year is named"), part));
        var (length, relative) = RelativeDates.Read(at, next);
        return length > 0 && relative?.Precision is DatePrecision.Month or DatePrecision.Year or DatePrecision.Week ? (next + length - i, Part(relative, part)) : (0, null);
    }

    /// <summary>Thirds of a month, quarters of a year.</summary>
    private static PartialDate? Part(PartialDate? whole, string part)
    {
        if (whole is not { Start: { } start, End: { } end }) return whole;
        var (a, b) = whole.Precision == DatePrecision.Year
            ? part switch { "early" or "beginning" or "start" => (start, start.AddMonths(4).AddDays(-1)), "late" or "end" => (end.AddDays(1).AddMonths(part == "end" ? -3 : -4), end), _ => (start.AddMonths(4), start.AddMonths(8).AddDays(-1)) }
            : whole.Precision == DatePrecision.Month
            ? part switch { "early" or "beginning" or "start" => (start, start.AddDays(9)), "late" or "end" => (start.AddDays(20), end), _ => (start.AddDays(10), start.AddDays(19)) }
            : (start, end);
        return new(a, b, whole.Precision == DatePrecision.Month ? DatePrecision.Week : whole.Precision == DatePrecision.Year ? DatePrecision.Month : whole.Precision, $"{part} part of {whole.Text}");
    }

    internal static PartialDate Year(int year, string basis) => new(new(year, 1, 1), new(year, 12, 31), DatePrecision.Year, basis);

    /// <summary>A bare number is a year after a preposition or before a noun that years qualify, not where it counts something.</summary>
    private static bool IsYearHere(DateContext at, int i)
    {
        var year = DateWords.YearOf(at.Word(i));
        var before = at.Word(i - 1);
        if (year is < 1900 or > 2100) return before is "in" or "since" or "of" or "until" && at.Word(i + 1) is "" or "." or "," or "and";
        if (before is "$" or "€" or "£" or "nearly" or "about" or "almost" or "over" or "than" or "some" or "another" or "least" or "around" or "approximately") return false;
        if (before is "in" or "since" or "until" or "till" or "of" or "by" or "to" or "from" or "during" or "before" or "after" or "for" or "and" or "between" or "through" or "'s" or "the" or "(" or "summer" or "winter" or "spring" or "autumn" or "fall" or "late" or "early" or "mid")
            return !(i + 1 < at.Tokens.Count && at.Tokens[i + 1].Tag is Tag.Noun && before is not ("in" or "the" or "of" or "'s" or "for")) && !(before is "of" or "for" or "from" or "to" && at.Word(i + 1) is "people" or "civilians" or "troops" or "soldiers" or "km" or "miles" or "barrels" or "tons" or "men" or "women" or "children" or "others" or "fighters");
        return false;
    }
}

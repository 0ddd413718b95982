namespace ClaimGraph.Extraction.Dating;

/// <summary>A sentence and the day on which it is spoken: what relative expressions are placed by.</summary>
internal sealed class DateContext(IReadOnlyList<Token> tokens, DateOnly? day, PartialDate anchor)
{
    public IReadOnlyList<Token> Tokens => tokens;
    public DateOnly? Day => day;
    public PartialDate Anchor => anchor;

    public string Word(int i) => i >= 0 && i < tokens.Count ? tokens[i].Lower : "";

    /// <summary>Whether the clause around a token speaks of the future: the nearest auxiliary or verb that tells.</summary>
    public bool IsFuture(int i)
    {
        for (var k = i - 1; k >= 0 && k > i - 14; k--)
        {
            var w = tokens[k].Lower;
            if (w is "will" or "'ll" or "shall" or "wo" or "due" or "scheduled" or "upcoming" or "plans" or "expected" or "next" or "coming" or "ahead") return true;
            if (w is "should" or "would" or "may" or "could" && k + 1 < tokens.Count && tokens[k + 1].Lower is not "have") return true;
            if (w is "is" or "are" && k + 1 < tokens.Count && tokens[k + 1].Lower is "to") return true;
            if (w is "was" or "were" or "had" or "did" or "has" or "have" or "after" or "since" or "said" or "told" or "added" || tokens[k].Tag == Tag.Verb && (w.EndsWith("ed", StringComparison.Ordinal) || tokens[k].Lemma != w && !w.EndsWith('s') && !w.EndsWith("ing", StringComparison.Ordinal))) return false;
            if (tokens[k].Tag == Tag.Verb && w.EndsWith('s') && (k == 0 || tokens[k - 1].Tag != Tag.Verb) && w is not ("says" or "was")) return true;
        }
        // "Thursday's vote will": what follows tells.
        for (var k = i + 1; k < tokens.Count && k < i + 8; k++)
        {
            if (tokens[k].Lower is "will" or "'ll") return true;
            if (tokens[k].Tag is Tag.Verb or Tag.Aux) return false;
        }
        return false;
    }

    /// <summary>A named date; a missing year is the one that puts it nearest to the day of speaking, on the side that the tense says.</summary>
    public PartialDate? Place(ExplicitDate date, int i)
    {
        if (date.Day == 0) return PlaceMonth(date.Month, date.Year, i);
        if (date.Year > 0) return date.Value is { } full ? PartialDate.Day(full, "the date is named") : null;
        if (day is not { } now) return anchor is { Start: { } known } && Valid(known.Year, date.Month, date.Day) is { } guess ? PartialDate.Day(guess, "the year of the article") : null;
        var future = IsFuture(i);
        DateOnly? best = null;
        for (var year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (Valid(year, date.Month, date.Day) is not { } candidate) continue;
            var distance = candidate.DayNumber - now.DayNumber;
            var cost = Math.Abs(distance) + (future ? distance < 0 : distance > 0) switch { true when Math.Abs(distance) > 45 => 400, _ => 0 };
            if (best is not { } b || cost < Math.Abs(b.DayNumber - now.DayNumber) + ((future ? b < now : b > now) && Math.Abs(b.DayNumber - now.DayNumber) > 45 ? 400 : 0)) best = candidate;
        }
        return best is { } chosen ? PartialDate.Day(chosen, "day and month named, the year from the day of speaking") : null;
    }

    public PartialDate? PlaceMonth(int month, int year, int i)
    {
        if (year == 0)
        {
            if ((day ?? anchor.End ?? anchor.Start) is not { } now) return null;
            year = now.Year;
            var before = Word(i - 1);
            if (before == "last" && month >= now.Month || before != "next" && before != "this" && !IsFuture(i) && month > now.Month) year--;
            else if ((before == "next" || IsFuture(i)) && month < now.Month) year++;
        }
        var start = new DateOnly(year, month, 1);
        return new(start, start.AddMonths(1).AddDays(-1), DatePrecision.Month, "the month is named");
    }

    private static DateOnly? Valid(int year, int month, int day) => year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}

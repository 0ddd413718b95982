namespace ClaimGraph.Extraction.Dating;

/// <summary>Dates that name their day or month: "March 28, 2025", "28th of March", "28.03.2025", "2014-08-07", "Oct 262016".</summary>
/// <param name="Length">Tokens taken.</param>
/// <param name="Year">0 where none is written.</param>
/// <param name="Day">0 where none is written.</param>
/// <param name="OtherReading">Day and month the other way round, where a slashed date has two readings.</param>
internal readonly record struct ExplicitDate(int Length, int Year, int Month, int Day, bool OtherReading = false)
{
    public bool IsFull => Year > 0 && Day > 0;

    public DateOnly? Value => IsFull && Day <= DateTime.DaysInMonth(Year, Month) ? new DateOnly(Year, Month, Day) : null;

    /// <summary>The date that begins at token <paramref name="i"/>, or null.</summary>
    public static ExplicitDate? At(IReadOnlyList<Token> tokens, int i)
    {
        var w = tokens[i].Lower;
        if (char.IsAsciiDigit(w[0]))
        {
            if (w.Length >= 8 && Digits(w) is { } digits) return digits;
            // "9 / 10 / 2010": torn apart.
            if (w.Length <= 2 && i + 4 < tokens.Count && tokens[i + 1].Text is "/" or "." && tokens[i + 3].Text == tokens[i + 1].Text && tokens[i + 2].Text.Length <= 2 && tokens[i + 4].Text.Length == 4
                && Digits(w + tokens[i + 1].Text + tokens[i + 2].Text + tokens[i + 1].Text + tokens[i + 4].Text) is { } torn) return torn with { Length = 5 };
            return DayOf(w) is var day and > 0 ? DayFirst(tokens, i, day) : null;
        }
        return DateWords.MonthOf(w) is var month and > 0 && IsMonthHere(tokens, i) ? MonthFirst(tokens, i, month) : null;
    }

    private static int DayOf(string w) => DateWords.DayOf(w);

    /// <summary>"may" and "march" are months only in capitals, and with a number or preposition beside them.</summary>
    private static bool IsMonthHere(IReadOnlyList<Token> tokens, int i)
    {
        var w = tokens[i].Lower;
        if (w is not ("may" or "march" or "mar" or "sun" or "sat" or "jan")) return true;
        if (!char.IsUpper(tokens[i].Text[0])) return false;
        if (i + 1 < tokens.Count && char.IsAsciiDigit(tokens[i + 1].Text[0])) return true;
        return i > 0 && tokens[i - 1].Lower is "in" or "of" or "since" or "until" or "by" or "last" or "next" or "this" or "early" or "late" or "mid" or "from" or "to" or "before" or "after" or "during" or "between" or "and" or "till";
    }

    private static ExplicitDate? MonthFirst(IReadOnlyList<Token> tokens, int i, int month)
    {
        var at = i + 1;
        if (at < tokens.Count && tokens[at].Text == ".") at++;
        if (at < tokens.Count && DayOf(tokens[at].Lower) is var day and > 0 && !IsClock(tokens, at))
        {
            var (year, next) = YearAt(tokens, at + 1);
            return new(next - i, year, month, day);
        }
        // "Oct 262016": day and year glued.
        if (at < tokens.Count && tokens[at].Lower is { Length: 5 or 6 } glued && DateWords.YearOf(glued[^4..]) is var tail and > 0 && DayOf(glued[..^4]) is var gluedDay and > 0)
            return new(at + 1 - i, tail, month, gluedDay);
        var (plainYear, after) = YearAt(tokens, at);
        return new(plainYear > 0 ? after - i : 1, plainYear, month, 0);
    }

    private static ExplicitDate? DayFirst(IReadOnlyList<Token> tokens, int i, int day)
    {
        var at = i + 1;
        if (at < tokens.Count && tokens[at].Lower is "st" or "nd" or "rd" or "th") at++;
        if (at < tokens.Count && tokens[at].Lower is "of" or "-") at++;
        if (at >= tokens.Count || DateWords.MonthOf(tokens[at].Lower) is var month && month == 0 || tokens[at].Lower is "may" or "march" && !char.IsUpper(tokens[at].Text[0])) return null;
        at++;
        if (at < tokens.Count && tokens[at].Text is "." or "-") at++;
        var (year, next) = YearAt(tokens, at);
        return new((year > 0 ? next : at) - i, year, month, day);
    }

    private static (int Year, int Next) YearAt(IReadOnlyList<Token> tokens, int at)
    {
        if (at + 1 < tokens.Count && tokens[at].Text == "," && DateWords.YearOf(tokens[at + 1].Lower) is var behind and > 0) return (behind, at + 2);
        return at < tokens.Count && DateWords.YearOf(tokens[at].Lower) is var year and > 0 ? (year, at + 1) : (0, at);
    }

    private static bool IsClock(IReadOnlyList<Token> tokens, int at) => at + 1 < tokens.Count && tokens[at + 1].Lower is "am" or "pm" or "a.m." or "p.m.";

    private static ExplicitDate? Digits(string w)
    {
        var parts = w.Split('.', '/', '-');
        if (parts.Length != 3 || !parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit))) return null;
        if (parts[0].Length == 4) return Checked(parts[0], parts[1], parts[2], false);
        if (parts[2].Length != 4 || parts[0].Length > 2 || parts[1].Length > 2) return null;
        var slashed = w.Contains('/', StringComparison.Ordinal);
        if (slashed && Number(parts[1]) > 12) return Checked(parts[2], parts[0], parts[1], false);
        return Checked(parts[2], parts[1], parts[0], slashed && Number(parts[0]) <= 12 && parts[0] != parts[1]);
    }

    private static ExplicitDate? Checked(string year, string month, string day, bool other) =>
        DateWords.YearOf(year) is var y and > 0 && Number(month) is var m and >= 1 and <= 12 && Number(day) is var d && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new(1, y, m, d, other) : null;

    private static int Number(string digits) => int.Parse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
}

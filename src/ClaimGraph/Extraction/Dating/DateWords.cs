namespace ClaimGraph.Extraction.Dating;

/// <summary>Closed word classes of date expressions.</summary>
internal static class DateWords
{
    /// <summary>1..12, or 0.</summary>
    public static int MonthOf(string lower) => Months.GetValueOrDefault(lower.TrimEnd('.'));

    public static DayOfWeek? WeekdayOf(string lower) => Weekdays.TryGetValue(lower.TrimEnd('.'), out var day) ? day : null;

    /// <summary>A number of things in words or digits, or -1.</summary>
    public static int NumberOf(string lower) => int.TryParse(lower, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : Numbers.TryGetValue(lower, out var n) ? n : -1;

    /// <summary>A year from 1800 to 2199, or 0.</summary>
    public static int YearOf(string lower) => lower.Length == 4 && int.TryParse(lower, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1800 and < 2200 ? year : 0;

    /// <summary>"4", "04", "4th": 1..31, or 0.</summary>
    public static int DayOf(string lower)
    {
        var digits = lower.Length > 2 && lower[^2..] is "st" or "nd" or "rd" or "th" ? lower[..^2] : lower;
        return digits.Length is 1 or 2 && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : 0;
    }

    private static readonly Dictionary<string, int> Months = Pairs(
        ["january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"], i => i + 1);

    private static readonly Dictionary<string, DayOfWeek> Weekdays = Pairs(
        ["sunday sun", "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat"], i => (DayOfWeek)i);

    private static readonly Dictionary<string, int> Numbers = Pairs(
        ["zero", "one a an", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"], i => i);

    private static Dictionary<string, T> Pairs<T>(string[] words, Func<int, T> value)
    {
        var pairs = new Dictionary<string, T>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
            foreach (var word in words[i].Split(' ')) pairs[word] = value(i);
        return pairs;
    }
}

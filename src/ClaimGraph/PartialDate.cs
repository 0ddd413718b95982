namespace ClaimGraph;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision { Minute, Day, Week, Month, Year, Open, Unknown }

/// <summary>
/// A date as a source gives it: an interval of days, both ends inclusive, with the precision of the expression and where it came from.
/// A null end is open; both ends null is an unknown date. Invariant: <c>Start &lt;= End</c> where both are given.
/// </summary>
/// <param name="Basis">Why we believe it, for a reader: <c>"weekday counted back from the publication date"</c>.</param>
public sealed record PartialDate(DateOnly? Start, DateOnly? End, DatePrecision Precision, string Basis)
{
    public static readonly PartialDate Unknown = new(null, null, DatePrecision.Unknown, "no date given");

    public static PartialDate Day(DateOnly day, string basis) => new(day, day, DatePrecision.Day, basis);

    public bool IsKnown => Start is not null || End is not null;

    /// <summary>The day that lists sort by: the last day of the interval, else the first; null when unknown.</summary>
    public DateOnly? SortDay => End ?? Start;

    /// <summary>The date as text, by precision: <c>2025-03-28</c>, <c>March 2025</c>, <c>2025</c>, <c>until 2025-03-28</c>, <c>undated</c>.</summary>
    public string Text => Precision switch
    {
        _ when !IsKnown => "undated",
        DatePrecision.Year when Start is { } y => y.Year.ToString("0000", Culture),
        DatePrecision.Month when Start is { } m => m.ToString("MMMM yyyy", Culture),
        DatePrecision.Open when Start is null => $"until {Iso(End!.Value)}",
        DatePrecision.Open when End is null => $"since {Iso(Start!.Value)}",
        _ when Start is { } s && End is { } e && s != e => $"{Iso(s)} to {Iso(e)}",
        _ => Iso((Start ?? End)!.Value),
    };

    private static readonly System.Globalization.CultureInfo Culture = System.Globalization.CultureInfo.InvariantCulture;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", Culture);
}

using System.Globalization;

namespace ClaimGraph.Web;

/// <summary>Dates as the pages print them: <c>4 Sep 2025</c> in lists, <c>4 September 2025</c> in sentences, never a day that is not known.</summary>
public static class Dates
{
    /// <summary>The date, with <c>c.</c> before a day that was worked out rather than printed.</summary>
    public static string Text(PartialDate date, bool full = false)
    {
        if (!date.IsKnown) return Texts.Undated;
        var text = Bare(date, full);
        return Inferred(date) ? Words.Fill(Texts.CircaDate, text) : text;
    }

    /// <summary>First and last in as few words as they need: <c>28 Mar – 4 Sep 2025</c>.</summary>
    public static string Range(PartialDate? first, PartialDate? last)
    {
        if (first is not { IsKnown: true }) return last is { IsKnown: true } ? Bare(last, false) : Texts.Undated;
        if (last is not { IsKnown: true } || Bare(first, false) == Bare(last, false)) return Bare(first, false);
        return first is { Precision: DatePrecision.Day or DatePrecision.Minute, Start: { } a } && last is { Precision: DatePrecision.Day or DatePrecision.Minute, End: { } b }
            ? Days(a, b, false)
            : $"{Bare(first, false)} – {Bare(last, false)}";
    }

    /// <summary>A day was worked out (from a weekday, from the article's date) rather than printed beside the claim.</summary>
    public static bool Inferred(PartialDate date) =>
        date.Precision is DatePrecision.Day or DatePrecision.Week && !Printed.Any(p => date.Basis.StartsWith(p, StringComparison.OrdinalIgnoreCase)) && date.Basis.Length > 0;

    // How extraction's bases begin where nothing was worked out.
    private static readonly string[] Printed = ["given", "publication date", "date line", "the date is named", "day and month named"];

    /// <summary>For <c>datetime</c>: as much of the ISO date as is known, or null.</summary>
    public static string? Iso(PartialDate date) => (date.Precision, date.Start ?? date.End) switch
    {
        (_, null) => null,
        (DatePrecision.Year, { } d) => d.ToString("yyyy", CultureInfo.InvariantCulture),
        (DatePrecision.Month, { } d) => d.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        (_, { } d) when date.Start == date.End || date.Precision == DatePrecision.Open => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Bare(PartialDate date, bool full) => date switch
    {
        { Precision: DatePrecision.Year, Start: { } y } => y.ToString("yyyy", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Month, Start: { } m } => m.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        { Start: null, End: { } end } => Words.Fill(Texts.ByDate, Day(end, full)),
        { End: null, Start: { } start } => Words.Fill(Texts.SinceDate, Day(start, full)),
        { Start: { } a, End: { } b } when a != b => Days(a, b, full),
        _ => Day((date.Start ?? date.End)!.Value, full),
    };

    private static string Days(DateOnly a, DateOnly b, bool full)
    {
        var month = full ? "MMMM" : "MMM";
        var start = a.Year != b.Year ? Day(a, full) : a.ToString(a.Month != b.Month ? "d " + month : "%d", CultureInfo.InvariantCulture);
        return $"{start} – {Day(b, full)}";
    }

    public static string Day(DateOnly day, bool full) => day.ToString(full ? "d MMMM yyyy" : "d MMM yyyy", CultureInfo.InvariantCulture);
}

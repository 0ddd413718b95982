using System.Globalization;

namespace ClaimGraph.Extraction.Dating;

/// <summary>The <c>published</c> of an article's metadata: an ISO day, month, year or instant.</summary>
internal static class PublishedDate
{
    /// <returns>Unknown where it is not given or cannot be read; <paramref name="problem"/> then says which.</returns>
    public static PartialDate Read(string? published, DateTimeOffset now, out Problem? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(published)) return PartialDate.Unknown;
        var value = published.Trim();
        var date = Parse(value);
        if (date is null)
        {
            problem = new("NO_DATE", $"The publication date “{(value.Length > 40 ? value[..40] : value)}” is no ISO day, month, year or instant and was left out.");
            return PartialDate.Unknown;
        }
        if (date.Start > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1))
        {
            problem = new("FUTURE_DATE", $"The publication date {value} lies in the future and was taken as unknown.");
            return PartialDate.Unknown with { Basis = "the publication date lies in the future" };
        }
        return date;
    }

    private static PartialDate? Parse(string value)
    {
        const string basis = "publication date of the metadata";
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", culture, DateTimeStyles.None, out var day)) return Sane(day) ? PartialDate.Day(day, basis) : null;
        if (DateOnly.TryParseExact(value, "yyyy-MM", culture, DateTimeStyles.None, out var month)) return Sane(month) ? new(month, month.AddMonths(1).AddDays(-1), DatePrecision.Month, basis) : null;
        if (DateWords.YearOf(value) is var year and > 0) return new(new(year, 1, 1), new(year, 12, 31), DatePrecision.Year, basis);
        if (value.Length > 10 && char.IsAsciiDigit(value[0]) && value[4] == '-' && DateTimeOffset.TryParse(value, culture, DateTimeStyles.AssumeUniversal, out var instant) && Sane(DateOnly.FromDateTime(instant.DateTime)))
            return PartialDate.Day(DateOnly.FromDateTime(instant.DateTime), basis) with { Precision = DatePrecision.Minute };
        return null;
    }

    private static bool Sane(DateOnly day) => day.Year is >= 1800 and < 2200;
}

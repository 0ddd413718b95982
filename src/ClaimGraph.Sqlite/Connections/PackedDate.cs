using System.Collections.Concurrent;
using System.Globalization;

namespace ClaimGraph.Sqlite;

/// <summary>
/// Dates as columns: a sort day counted from 1970-01-01, and the whole <see cref="PartialDate"/> as text, <c>start|end|precision|basis</c> with nothing for an open end.
/// </summary>
internal static class PackedDate
{
    /// <summary>The day of what is undated: before every date, so that it sorts last in lists that begin with the newest.</summary>
    public const long Undated = -10_000_000;

    // Claims share few pairs of date and basis; making each once saves its parsing on every list. Bounded, and only values, no rows.
    private const int Most = 50_000;
    private static readonly ConcurrentDictionary<string, PartialDate> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, PartialDate>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Nearly all packed dates are no longer.</summary>
    public const int Short = 96;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static long Of(DateOnly? day) => day is { } given ? given.DayNumber - Epoch : Undated;

    public static DateOnly? Day(long stored) => stored == Undated ? null : DateOnly.FromDayNumber((int)stored + Epoch);

    public static string Write(PartialDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Start?.DayNumber}|{date.End?.DayNumber}|{(int)date.Precision}|{date.Basis}");

    public static PartialDate Read(ReadOnlySpan<char> packed)
    {
        if (KnownBySpan.TryGetValue(packed, out var known)) return known;
        var text = packed.ToString();
        var parts = text.Split('|', 4);
        var date = new PartialDate(End(parts[0]), End(parts[1]), (DatePrecision)int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
        if (Known.Count < Most) Known.TryAdd(text, date);
        return date;
    }

    private static DateOnly? End(string part) => part.Length == 0 ? null : DateOnly.FromDayNumber(int.Parse(part, CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimGraph.Neo4j;

/// <summary>How single values are stored: times as ISO text with milliseconds (they sort), dates and values as JSON, keys that an index can walk.</summary>
internal static class Stored
{
    public const string Undated = "0000-00-00";

    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(string text) => DateTimeOffset.ParseExact(text, "yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DateTimeOffset? TimeOrNull(string? text) => text is null ? null : Time(text);

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Undated;

    public static DateOnly? DayOrNull(string? day) => day is null || day.StartsWith(Undated, StringComparison.Ordinal) ? null : DateOnly.ParseExact(day.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Sorts by day, then by id; undated first.</summary>
    public static string SortKey(DateOnly? day, string id) => $"{Day(day)}_{id}";

    /// <summary>Sorts numbers in 0..1, then ids.</summary>
    public static string FractionKey(double value, string id) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(value, 0, 1):0.000000}_{id}");

    public static string Date(PartialDate date) => JsonSerializer.Serialize(date, StoredJson.Default.PartialDate);

    public static PartialDate Date(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.PartialDate)!;

    public static PartialDate? DateOrNull(string? json) => json is null ? null : Date(json);

    public static string Write(Value value) => JsonSerializer.Serialize(value, StoredJson.Default.Value);

    public static Value Value(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.Value)!;

    public static string Write(IReadOnlyList<Span> spans) => JsonSerializer.Serialize(spans, StoredJson.Default.IReadOnlyListSpan);

    public static IReadOnlyList<Span> Spans(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.IReadOnlyListSpan) ?? [];

    public static string Write(IReadOnlyList<SourceNotice> notices) => JsonSerializer.Serialize(notices, StoredJson.Default.IReadOnlyListSourceNotice);

    public static IReadOnlyList<SourceNotice> Notices(string json) => JsonSerializer.Deserialize(json, StoredJson.Default.IReadOnlyListSourceNotice) ?? [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PartialDate))]
[JsonSerializable(typeof(Value))]
[JsonSerializable(typeof(IReadOnlyList<Span>))]
[JsonSerializable(typeof(IReadOnlyList<SourceNotice>))]
internal sealed partial class StoredJson : JsonSerializerContext;

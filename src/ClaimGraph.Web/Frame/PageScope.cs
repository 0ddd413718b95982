using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Web;

/// <summary>What of the request every part of a page may need: the recorded time in force, the visitor's zone and choices, the address.</summary>
public sealed record PageScope
{
    public static readonly PageScope Default = new();

    /// <summary>The recorded time that the page shows; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
    public bool Shortcuts { get; init; } = true;
    /// <summary>Path and query of this page.</summary>
    public string Address { get; init; } = "/";

    public const string ZoneCookie = "tz", ShortcutsCookie = "keys", ThemeCookie = "theme";

    public static PageScope Of(HttpContext http) => new()
    {
        AsOf = Instant(http.Request.Query["asOf"]),
        Zone = http.Request.Cookies[ZoneCookie] is { Length: > 0 and < 64 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Local,
        Shortcuts = http.Request.Cookies[ShortcutsCookie] != "off",
        Address = http.Request.Path + http.Request.QueryString,
    };

    /// <summary>An address of this site that keeps the recorded time in force.</summary>
    /// <param name="path">Begins with a slash; may have a query and a fragment.</param>
    public string Link(string path)
    {
        if (AsOf is not { } at) return path;
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        var (start, end) = fragment < 0 ? (path, "") : (path[..fragment], path[fragment..]);
        return $"{start}{(start.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={Uri.EscapeDataString(Iso(at))}{end}";
    }

    /// <summary>The recorded time as GraphQL takes it, or null.</summary>
    public string? AsOfVariable => AsOf is { } at ? Iso(at) : null;

    /// <summary>The address of this page as of now.</summary>
    public string WithoutAsOf
    {
        get
        {
            var question = Address.IndexOf('?', StringComparison.Ordinal);
            if (question < 0) return Address;
            var kept = Address[(question + 1)..].Split('&').Where(p => !p.StartsWith("asOf=", StringComparison.Ordinal)).ToArray();
            return kept.Length == 0 ? Address[..question] : $"{Address[..question]}?{string.Join('&', kept)}";
        }
    }

    /// <summary>An instant in the visitor's zone: <c>4 Sep 2025, 19:12</c>.</summary>
    public string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}

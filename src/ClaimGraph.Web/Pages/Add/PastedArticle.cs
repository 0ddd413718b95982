using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimGraph.Web;

/// <summary>What a visitor pasted, and what of it cannot be taken, field by field.</summary>
public sealed partial class PastedArticle
{
    public const int MostCharacters = 2_000_000;

    public string? Text { get; set; }
    public string? Outlet { get; set; }
    public string? Published { get; set; }
    public string? Url { get; set; }
    /// <summary><c>read</c> or <c>try</c>.</summary>
    public string? Do { get; set; }

    /// <summary>By the field's name: what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string> Wrong()
    {
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(Text)) wrong["text"] = Texts.PasteSomeText;
        else if (Text.Length > MostCharacters) wrong["text"] = Texts.TextTooLong;
        if (Published?.Trim() is { Length: > 0 } day && !IsDate(day)) wrong["published"] = Texts.DateNotUnderstood;
        if (Url?.Trim() is { Length: > 0 } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) wrong["url"] = Texts.AddressNotUnderstood;
        return wrong;
    }

    /// <summary>As <c>IngestArticleInput</c>. HTML is told by how it begins; a first line that stands alone is the title.</summary>
    public Dictionary<string, object?> Input(bool dryRun)
    {
        var input = new Dictionary<string, object?>(StringComparer.Ordinal);
        var text = Text!.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (LooksLikeHtml().IsMatch(text)) input["html"] = text;
        else input["text"] = text;
        if (Given(Outlet) is { } outlet) input["outlet"] = outlet;
        if (Given(Published) is { } published) input["published"] = published;
        if (Given(Url) is { } url) input["url"] = url;
        if (dryRun) input["dryRun"] = true;
        return input;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1000 and < 3000)
        || (text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    [GeneratedRegex(@"\A\s*(<!doctype html|<html[\s>]|<(article|head|body|div|p|h1)[\s>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeHtml();
}

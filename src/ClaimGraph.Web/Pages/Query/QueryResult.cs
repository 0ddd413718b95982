using System.Globalization;
using System.Text.Json;

namespace ClaimGraph.Web;

/// <summary>An answer as the console shows it.</summary>
/// <param name="Json">Indented; cut where it is longer than a page should be.</param>
/// <param name="Cut">Something was cut off: the download has all.</param>
public sealed record QueryResult(string Json, bool Cut, IReadOnlyList<GraphQLError> Errors, string? Cost, double Milliseconds, ResultTable? Table)
{
    private const int MostCharacters = 100_000;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static QueryResult Of(JsonDocument response, double milliseconds)
    {
        var root = response.RootElement;
        var errors = root.TryGetProperty("errors", out var list) ? list.Deserialize(WebJson.Default.IReadOnlyListGraphQLError) ?? [] : [];
        var json = Written(root);
        var cut = json.Length > MostCharacters;
        return new(cut ? json[..MostCharacters] + "\n…" : json, cut, errors, CostOf(root), milliseconds, root.TryGetProperty("data", out var data) ? ResultTable.Of(data) : null);
    }

    public static string Written(JsonElement response) => JsonSerializer.Serialize(response, Indented);

    private static string? CostOf(JsonElement root)
    {
        if (!root.TryGetProperty("extensions", out var extensions) || !extensions.TryGetProperty("cost", out var cost)) return null;
        if (cost.ValueKind == JsonValueKind.Number) return cost.GetRawText();
        if (cost.ValueKind != JsonValueKind.Object) return null;
        string? Number(params ReadOnlySpan<string> names)
        {
            foreach (var name in names) if (cost.TryGetProperty(name, out var n) && n.ValueKind == JsonValueKind.Number) return n.GetDouble().ToString("#,0", CultureInfo.InvariantCulture);
            return null;
        }
        var (asked, most) = (Number("requested", "cost", "estimated", "actual"), Number("limit", "maximum", "max"));
        return asked is null ? null : most is null ? asked : Words.Fill(Texts.OfNumber, asked, most);
    }
}

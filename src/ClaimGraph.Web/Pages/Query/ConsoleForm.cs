using System.Text.Json;

namespace ClaimGraph.Web;

/// <summary>What a visitor sends from the console.</summary>
public sealed class ConsoleForm
{
    public string? Doc { get; set; }
    public string? Variables { get; set; }
    /// <summary><c>run</c>, <c>cost</c>, <c>table</c>; anything else only shows the form again.</summary>
    public string? Do { get; set; }
    /// <summary>The type whose documentation is shown.</summary>
    public string? Type { get; set; }

    /// <summary>The variables as the engine takes them, or what is wrong with them.</summary>
    public (Dictionary<string, object?>? Values, string? Wrong) Parsed()
    {
        if (string.IsNullOrWhiteSpace(Variables)) return (new(StringComparer.Ordinal), null);
        try
        {
            using var json = JsonDocument.Parse(Variables, new JsonDocumentOptions { MaxDepth = 20, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? ((Dictionary<string, object?>)Value(json.RootElement)!, null)
                : (null, Texts.VariablesNoObject);
        }
        catch (JsonException problem)
        {
            return (null, Words.Fill(Texts.VariablesNoJson, (problem.LineNumber ?? 0) + 1, (problem.BytePositionInLine ?? 0) + 1));
        }
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => Value(p.Value), StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt32(out var small) ? (object)small : element.TryGetInt64(out var large) ? large : element.GetDouble(),
        _ => null,
    };
}

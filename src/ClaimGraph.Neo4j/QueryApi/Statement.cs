using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>One Cypher statement: a fixed text, and every value as a parameter.</summary>
/// <param name="Text">Never holds a value that came from outside.</param>
/// <param name="Parameters">Values of types that the client's source-generated context knows.</param>
public sealed record Statement(string Text, IReadOnlyDictionary<string, object?>? Parameters = null)
{
    /// <summary>The parameter by which a running statement is found again and ended: see <see cref="QueryApiClient"/>.</summary>
    internal const string Tag = "__q";

    /// <exception cref="QueryApiException">A value cannot be written as JSON.</exception>
    internal byte[] ToJson(bool read, string tag, IReadOnlyList<string> bookmarks, JsonSerializerContext types)
    {
        using var body = new MemoryStream(1024);
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("statement", Text);
            json.WriteStartObject("parameters");
            json.WriteString(Tag, tag);
            foreach (var (name, value) in Parameters ?? new Dictionary<string, object?>()) Write(json, name, value, types);
            json.WriteEndObject();
            json.WriteString("accessMode", read ? "Read" : "Write");
            if (bookmarks.Count > 0)
            {
                json.WriteStartArray("bookmarks");
                foreach (var bookmark in bookmarks) json.WriteStringValue(bookmark);
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return body.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value, JsonSerializerContext types)
    {
        json.WritePropertyName(name);
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }
        try
        {
            JsonSerializer.Serialize(json, value, types.GetTypeInfo(value.GetType()) ?? throw new NotSupportedException($"{value.GetType().Name} is not known to {types.GetType().Name}"));
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or JsonException)
        {
            throw new QueryApiException(QueryFault.Caller, QueryApiMessages.BadParameter($"${name}: {e.Message}"), inner: e);
        }
    }
}

/// <summary>What a statement answered, read to its last byte.</summary>
/// <param name="Bookmarks">To be given to a later read that must see this write.</param>
/// <param name="Plan">Where the statement began with <c>EXPLAIN</c> or <c>PROFILE</c>.</param>
public sealed record QueryResult<T>(IReadOnlyList<T> Rows, IReadOnlyList<string> Bookmarks, JsonElement? Plan = null);

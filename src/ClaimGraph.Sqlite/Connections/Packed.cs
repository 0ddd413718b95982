using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimGraph.Sqlite;

/// <summary>Small lists as columns.</summary>
internal static class Packed
{
    private const char Separator = '\n';

    public static string? Lines(IReadOnlyCollection<string> items) => items.Count == 0 ? null : string.Join(Separator, items.Select(i => i.ReplaceLineEndings(" ")));

    public static IReadOnlyList<string> Lines(string? packed) => packed is null ? [] : packed.Split(Separator);

    public static string Json(IEnumerable<string> ids) => JsonSerializer.Serialize(ids as string[] ?? [.. ids], PackedJson.Default.StringArray);

    /// <summary>Keys for <c>json_each</c>.</summary>
    public static string Json(IEnumerable<long> keys) => new StringBuilder("[").AppendJoin(',', keys).Append(']').ToString();

    public static string? Json(IReadOnlyList<Span> spans) => spans.Count == 0 ? null : JsonSerializer.Serialize(spans, PackedJson.Default.IReadOnlyListSpan);

    public static IReadOnlyList<Span> Spans(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, PackedJson.Default.IReadOnlyListSpan) ?? [];

    public static string? Json(IReadOnlyList<SourceNotice> notices) => notices.Count == 0 ? null : JsonSerializer.Serialize(notices, PackedJson.Default.IReadOnlyListSourceNotice);

    public static IReadOnlyList<SourceNotice> Notices(string? json) => json is null ? [] : JsonSerializer.Deserialize(json, PackedJson.Default.IReadOnlyListSourceNotice) ?? [];

    public static ReadOnlySpan<byte> Signature(IReadOnlyList<uint> signature) => MemoryMarshal.AsBytes((signature as uint[] ?? [.. signature]).AsSpan());

    public static uint[] Signature(byte[] bytes) => MemoryMarshal.Cast<byte, uint>(bytes).ToArray();

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}

[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(IReadOnlyList<Span>))]
[JsonSerializable(typeof(IReadOnlyList<SourceNotice>))]
internal sealed partial class PackedJson : JsonSerializerContext;

/// <summary>A list kept as JSON until somebody looks at it: lists of relations carry traces that few readers open.</summary>
internal sealed class StoredList<T>(string json, Func<string, IReadOnlyList<T>> read) : IReadOnlyList<T>
{
    private IReadOnlyList<T>? _items;

    private IReadOnlyList<T> Items => _items ??= read(json);

    public T this[int index] => Items[index];

    public int Count => Items.Count;

    public IEnumerator<T> GetEnumerator() => Items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

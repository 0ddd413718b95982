using System.Text;
using GraphQL.Types;

namespace ClaimGraph.Server.Tests.GraphQL.Support;

/// <summary>
/// Makes GraphQL requests from a seed: valid documents by walking the schema (arguments of every scalar, enum and input, aliases, inline and named fragments, directives, variables),
/// then such documents with something broken. The same seed makes the same requests.
/// </summary>
internal sealed class DocumentFuzz(ISchema schema, int seed)
{
    private static readonly string[] Noise =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "|", "&", "=", "@", "@include(if: true)", "...", "..", "\"", "\"\"\"", "\\", "\\u12", "\\q", "#", "\n", "\r", "\r\n", "\t", ",", "\uFEFF", "\0", "\u0007", "é", "😀", "\uD800", "\u2028",
        "-", "-0", "00", "1e", "1e999", "99999999999999999999", "null", "true", "on", "query", "mutation", "subscription", "fragment", "fragment Loop on Claim { ...Loop }", "__typename", "__schema", "type X { y: Z }", new string('x', 3_000),
    ];
    private static readonly string[] Texts = ["", " ", "troops", "a* OR \\\"b", "%", "c_x", "r_k7wplel6vlpxb7654oam", "2025-09-04", "2025-02-30", "0001-01-01", "9999-12-31T23:59:59Z", "2025-13-01T99:00:00Z", "NEAR(", "\\u0000", "é😀", "../../etc/passwd", "'; DROP TABLE claim; --", "AAAA////"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _fragments = new();
    private readonly List<(string Name, IGraphType Type)> _declared = [];
    private int _left;

    public (string Query, Dictionary<string, object?> Variables) Next()
    {
        _fragments.Clear();
        _declared.Clear();
        _left = _random.Next(3, 60);
        var body = Selection(schema.Query!, 0);
        var header = _declared.Count == 0 ? "" : "query Q(" + string.Join(", ", _declared.Select(d => $"${d.Name}: {d.Type}")) + ") ";
        var document = header + body + _fragments;
        var variables = _declared.ToDictionary(d => d.Name, d => Value(d.Type, 0));
        for (var damages = Math.Max(0, _random.Next(-3, 4)); damages > 0; damages--) document = Damaged(document);
        return (document, variables);
    }

    private string Selection(IGraphType type, int depth)
    {
        var fields = type is IComplexGraphType { Fields: { Count: > 0 } own } ? own.ToList() : [];
        var text = new StringBuilder("{ __typename ");
        for (var n = _random.Next(1, 6); n > 0 && fields.Count > 0 && _left > 0; n--)
        {
            var field = fields[_random.Next(fields.Count)];
            if (Leaf(field.ResolvedType!) is var leaf && !leaf && depth > 6) continue;
            _left--;
            var part = new StringBuilder($"f{_left}: {field.Name}");
            var arguments = (field.Arguments ?? []).Where(a => a.ResolvedType is NonNullGraphType || _random.Next(3) == 0).Select(a => $"{a.Name}: {Argument(a.ResolvedType!)}").ToList();
            if (arguments.Count > 0) part.Append('(').AppendJoin(", ", arguments).Append(')');
            if (_random.Next(12) == 0) part.Append(_random.Next(2) == 0 ? " @skip(if: false)" : " @include(if: true)");
            if (!leaf) part.Append(' ').Append(Selection(Named(field.ResolvedType!), depth + 1));
            text.Append(_random.Next(10) switch
            {
                0 => $"... on {type.Name} {{ {part} }} ",
                1 => $"... {{ {part} }} ",
                2 => Fragment(type.Name, part.ToString()),
                _ => part + " ",
            });
        }
        if (type is IAbstractGraphType { PossibleTypes: { Count: > 0 } possible } && possible.ElementAt(_random.Next(possible.Count)) is var one)
            text.Append($"... on {one.Name} ").Append(Selection(one, depth + 1));
        return text.Append('}').ToString();
    }

    private string Fragment(string type, string body)
    {
        var name = $"F{_left}";
        _fragments.Append($" fragment {name} on {type} {{ {body} }}");
        return $"...{name} ";
    }

    private string Argument(IGraphType type)
    {
        if (_random.Next(4) > 0 || _declared.Count > 8) return Literal(Value(type, 0), Named(type));
        _declared.Add(($"v{_declared.Count}", type));
        return $"${_declared[^1].Name}";
    }

    private object? Value(IGraphType type, int depth)
    {
        if (type is NonNullGraphType { ResolvedType: { } needed }) return Value(needed, depth) ?? Value(needed, depth);
        if (_random.Next(15) == 0) return null;
        if (type is ListGraphType { ResolvedType: { } item }) return Enumerable.Range(0, _random.Next(20) == 0 ? 130 : _random.Next(4)).Select(_ => Value(item, depth + 1)).ToArray();
        return type switch
        {
            EnumerationGraphType words when words.Values.Count > 0 => new Word(words.Values.ElementAt(_random.Next(words.Values.Count)).Name),
            IInputObjectGraphType input when depth < 6 => input.Fields.Where(f => f.ResolvedType is NonNullGraphType || _random.Next(Math.Max(2, input.Fields.Count / 2)) == 0).ToDictionary(f => f.Name, f => Value(f.ResolvedType!, depth + 1)),
            IInputObjectGraphType => new Dictionary<string, object?>(),
            BooleanGraphType => _random.Next(2) == 0,
            IntGraphType => _random.Next(8) switch { 0 => int.MaxValue, 1 => int.MinValue, 2 => 101, 3 => 0, 4 => -1, _ => _random.Next(1, 100) },
            FloatGraphType => _random.Next(6) switch { 0 => 1e308, 1 => -1e-308, 2 => 0, _ => _random.NextDouble() },
            // A value of another kind now and then.
            _ => _random.Next(12) == 0 ? _random.Next() : Texts[_random.Next(Texts.Length)],
        };
    }

    private static string Literal(object? value, IGraphType type) => value switch
    {
        null => "null",
        Word word => word.Name,
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        Dictionary<string, object?> map => "{" + string.Join(", ", map.Select(m => $"{m.Key}: {Literal(m.Value, type)}")) + "}",
        Array list => "[" + string.Join(" ", list.Cast<object?>().Select(v => Literal(v, type))) + "]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => "null",
    };

    private string Damaged(string document)
    {
        var at = _random.Next(document.Length);
        var to = Math.Min(document.Length, at + _random.Next(1, 30));
        return _random.Next(5) switch
        {
            0 when to - at < document.Length => document.Remove(at, to - at),
            1 => document.Insert(at, document[at..to]),
            2 => document[..Math.Max(1, at)],
            3 => document.Replace(' ', _random.Next(3) switch { 0 => '\r', 1 => ',', _ => '\n' }),
            _ => document.Insert(at, Noise[_random.Next(Noise.Length)]),
        };
    }

    private static IGraphType Named(IGraphType type) => type is IProvideResolvedType { ResolvedType: { } inner } ? Named(inner) : type;

    private static bool Leaf(IGraphType type) => Named(type) is ScalarGraphType;

    /// <summary>The value of an enumeration: a bare word in a document, a string in JSON.</summary>
    [System.Text.Json.Serialization.JsonConverter(typeof(WordAsText))]
    private sealed record Word(string Name);

    private sealed class WordAsText : System.Text.Json.Serialization.JsonConverter<Word>
    {
        public override Word Read(ref System.Text.Json.Utf8JsonReader reader, Type typeToConvert, System.Text.Json.JsonSerializerOptions options) => new(reader.GetString()!);
        public override void Write(System.Text.Json.Utf8JsonWriter writer, Word value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }
}

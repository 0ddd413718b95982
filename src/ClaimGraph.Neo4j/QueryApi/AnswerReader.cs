using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>
/// Reads the Query API's answer from the stream as it comes: <c>{"data": {"fields": [...], "values": [[...], ...]}, "errors": [...], "bookmarks": [...]}</c>.
/// A row of one column is that column's value; a row of several is their array. Members that are not known are passed over.
/// Until <see cref="Complete"/> nothing is certain: errors stand behind the rows.
/// </summary>
internal sealed class AnswerReader<T>(Stream body, JsonTypeInfo<T> rowType)
{
    private enum Place { Start, Top, TopValue, Data, DataValue, Rows, End }

    private byte[] _buffer = new byte[16 * 1024];
    private int _length;
    private bool _ended;
    private JsonReaderState _state;
    private Place _place = Place.Start;
    private string _member = "";
    private int _columns;

    /// <summary>The closing brace has been read.</summary>
    public bool Complete => _place == Place.End;

    public IReadOnlyList<string> Bookmarks { get; private set; } = [];
    public IReadOnlyList<(string Code, string Message)> Errors { get; private set; } = [];
    public JsonElement? Plan { get; private set; }

    /// <summary>Adds rows as soon as there are some; false when the end was read instead.</summary>
    /// <exception cref="JsonException">What came is no such answer.</exception>
    /// <exception cref="QueryApiException">A row has another shape.</exception>
    public async ValueTask<bool> ReadAsync(List<T> rows, CancellationToken cancellation)
    {
        var before = rows.Count;
        while (true)
        {
            Parse(rows);
            if (rows.Count > before) return true;
            if (Complete) return false;
            if (_ended) return false;
            if (_length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            var read = await body.ReadAsync(_buffer.AsMemory(_length), cancellation);
            _length += read;
            _ended = read == 0;
        }
    }

    private void Parse(List<T> rows)
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(0, _length), isFinalBlock: false, _state);
        var consumed = 0L;
        while (_place != Place.End && Step(ref reader, rows))
        {
            consumed = reader.BytesConsumed;
            _state = reader.CurrentState;
        }
        _buffer.AsSpan((int)consumed, _length - (int)consumed).CopyTo(_buffer);
        _length -= (int)consumed;
    }

    /// <summary>One step of the walk; false where more bytes are needed, with the reader to be thrown away.</summary>
    private bool Step(ref Utf8JsonReader reader, List<T> rows)
    {
        if (_place is Place.TopValue or Place.DataValue or Place.Rows)
        {
            var ahead = reader;
            if (!ahead.Read()) return false;
            if (!(_place == Place.DataValue && _member == "values") && !(_place == Place.TopValue && _member == "data") && !ahead.TrySkip()) return false;
        }
        if (!reader.Read()) return false;
        switch (_place)
        {
            case Place.Start:
                Expect(reader.TokenType, JsonTokenType.StartObject);
                _place = Place.Top;
                break;
            case Place.Top or Place.Data when reader.TokenType == JsonTokenType.EndObject:
                _place = _place == Place.Top ? Place.End : Place.Top;
                break;
            case Place.Top or Place.Data:
                _member = reader.GetString()!;
                _place = _place == Place.Top ? Place.TopValue : Place.DataValue;
                break;
            case Place.TopValue:
                if (_member == "data" && reader.TokenType == JsonTokenType.StartObject) _place = Place.Data;
                else
                {
                    TakeTop(ref reader);
                    _place = Place.Top;
                }
                break;
            case Place.DataValue:
                if (_member == "values" && reader.TokenType == JsonTokenType.StartArray) _place = Place.Rows;
                else
                {
                    if (_member == "fields") _columns = JsonElement.ParseValue(ref reader).GetArrayLength();
                    else reader.Skip();
                    _place = Place.Data;
                }
                break;
            case Place.Rows when reader.TokenType == JsonTokenType.EndArray:
                _place = Place.Data;
                break;
            case Place.Rows:
                rows.Add(TakeRow(ref reader));
                break;
        }
        return true;
    }

    private T TakeRow(ref Utf8JsonReader reader)
    {
        Expect(reader.TokenType, JsonTokenType.StartArray);
        if (_columns == 1) reader.Read();
        try
        {
            var row = JsonSerializer.Deserialize(ref reader, rowType) ?? throw new JsonException("it is null");
            if (_columns == 1) reader.Read();
            return row;
        }
        catch (JsonException e)
        {
            throw new QueryApiException(QueryFault.Caller, QueryApiMessages.BadRow(e.Message), inner: e);
        }
    }

    private void TakeTop(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject)) return;
        var value = JsonElement.ParseValue(ref reader);
        switch (_member)
        {
            case "errors":
                Errors = [.. value.EnumerateArray().Select(e => (Text(e, "code"), Text(e, "message")))];
                break;
            case "bookmarks":
                Bookmarks = [.. value.EnumerateArray().Select(b => b.GetString()!)];
                break;
            case "queryPlan" or "profiledQueryPlan":
                Plan = value;
                break;
        }

        static string Text(JsonElement error, string name) => error.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
    }

    private static void Expect(JsonTokenType got, JsonTokenType wanted)
    {
        if (got != wanted) throw new JsonException($"{got} where {wanted} belongs");
    }
}

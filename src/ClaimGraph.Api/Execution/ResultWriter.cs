using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;

namespace ClaimGraph.Api.Execution;

/// <summary>Execution results to JSON, straight from the executor's tree. Errors come first, as the specification advises.</summary>
internal static class ResultWriter
{
    // The answer is JSON and never HTML: apostrophes and angle brackets stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(IBufferWriter<byte> output, ExecutionResult result)
    {
        using var json = new Utf8JsonWriter(output, Options);
        Write(json, result);
    }

    public static void Write(Utf8JsonWriter json, ExecutionResult result)
    {
        json.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            json.WritePropertyName("errors");
            WriteErrors(json, errors);
        }
        if (result.Executed)
        {
            json.WritePropertyName("data");
            WriteNode(json, result.Data as ExecutionNode);
        }
        if (result.Extensions is { Count: > 0 } extensions)
        {
            json.WritePropertyName("extensions");
            WriteValue(json, extensions);
        }
        json.WriteEndObject();
    }

    public static void WriteErrors(Utf8JsonWriter json, IEnumerable<ExecutionError> errors)
    {
        json.WriteStartArray();
        foreach (var error in errors)
            WriteError(json, error);
        json.WriteEndArray();
    }

    private static void WriteError(Utf8JsonWriter json, ExecutionError error)
    {
        var info = ErrorInfo.Instance.GetInfo(error);
        json.WriteStartObject();
        json.WriteString("message", info.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            json.WriteStartArray("locations");
            foreach (var location in locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line", location.Line);
                json.WriteNumber("column", location.Column);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (error.Path is { } path)
        {
            json.WritePropertyName("path");
            WriteValue(json, path);
        }
        json.WritePropertyName("extensions");
        WriteValue(json, info.Extensions);
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, ExecutionNode? node)
    {
        switch (node)
        {
            case ValueExecutionNode value:
                WriteValue(json, value.Result);
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                json.WriteStartObject();
                foreach (var field in fields)
                {
                    json.WritePropertyName(field.Name!);
                    WriteNode(json, field);
                }
                json.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                json.WriteStartArray();
                foreach (var item in items)
                    WriteNode(json, item);
                json.WriteEndArray();
                break;
            case ArrayExecutionNode { SerializedResult: { } values }:
                WriteValue(json, values);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case double number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(json, map); break;
            case IDictionary<string, object?> map: WriteMap(json, map); break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            // Numbers of other kinds, as the scalars of the schema may serialise them.
            default: JsonSerializer.Serialize(json, value, value.GetType()); break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            WriteValue(json, value);
        }
        json.WriteEndObject();
    }
}

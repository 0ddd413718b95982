using System.CommandLine;
using System.Text.Json;

namespace ClaimGraph.Server.Commands;

/// <summary>
/// Where an option's value comes from when the command line does not give it: <c>CLAIMGRAPH_OPTION</c>, then the key <c>option</c> of
/// <c>claimgraph.json</c> in the data folder. Such values are added to the command line, so that they are checked like any other.
/// </summary>
public static class Layers
{
    public const string FileName = "claimgraph.json";

    /// <summary>What environment and file add to the arguments.</summary>
    /// <param name="From">Option name to where its value came from, for messages.</param>
    public sealed record Added(IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> From);

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static Added For(ParseResult parse, IReadOnlyDictionary<string, string> environment)
    {
        var data = Path.Combine(DataFolder(parse, environment), FileName);
        var file = ReadFile(data);
        List<string> arguments = [];
        Dictionary<string, string> from = new(StringComparer.Ordinal);
        foreach (var option in parse.CommandResult.Command.Options.Concat(StoreOptions.All).Distinct())
        {
            if (!option.Name.StartsWith("--", StringComparison.Ordinal) || IsGiven(parse, option)) continue;
            IReadOnlyList<string> values;
            if (environment.GetValueOrDefault(Variable(option)) is { Length: > 0 } text)
            {
                values = option.Arity.MaximumNumberOfValues > 1 ? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];
                from[option.Name] = Variable(option);
            }
            else if (option != StoreOptions.Data && file.TryGetValue(option.Name[2..], out values!))
            {
                from[option.Name] = data;
            }
            else
            {
                continue;
            }
            arguments.AddRange(values.Select(v => $"{option.Name}={v}"));
        }
        return new Added(arguments, from);
    }

    private static string DataFolder(ParseResult parse, IReadOnlyDictionary<string, string> environment) =>
        !IsGiven(parse, StoreOptions.Data) && environment.GetValueOrDefault(Variable(StoreOptions.Data)) is { Length: > 0 } folder ? folder : parse.GetValue(StoreOptions.Data)!;

    private static string Variable(Option option) => "CLAIMGRAPH_" + option.Name[2..].Replace('-', '_').ToUpperInvariant();

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private static Dictionary<string, IReadOnlyList<string>> ReadFile(string path)
    {
        if (!File.Exists(path)) return [];
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => Values(p.Value), StringComparer.Ordinal);
        }
        catch (JsonException problem)
        {
            throw new UsageException($"{path} is no JSON object: {problem.Message}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new UsageException($"{path} cannot be read: {problem.Message}");
        }
    }

    private static IReadOnlyList<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Values)],
        JsonValueKind.Null => [],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        _ => [value.ToString()],
    };
}

/// <summary>The caller's mistake: the message goes to standard error, the exit code is 2.</summary>
public sealed class UsageException(string message) : Exception(message);

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimGraph.Server.Commands;

/// <summary>Results on standard output, which carries nothing else.</summary>
public static class Output
{
    // Letters as letters: the reader is a terminal or a program, never a web page.
    private static readonly OutputJson Context = new(new JsonSerializerOptions(OutputJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>One object, one line.</summary>
    public static void Json<T>(T row) => Console.Out.WriteLine(JsonSerializer.Serialize(row, typeof(T), Context));

    /// <summary>"1 claim", "1,200 claims".</summary>
    public static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>An enum value as words: "not committed".</summary>
    public static string Words<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');
}

/// <param name="Version">Of ClaimGraph.</param>
public sealed record VersionRow(string Version, string Runtime);

/// <summary>One article of <c>ingest --json</c>.</summary>
public sealed record IngestedRow(string? Name, string? Title, RunState State, string? Source, int Claims, int Conflicts, IReadOnlyList<Problem> Problems)
{
    public static IngestedRow Of(IngestedArticle article) =>
        new(article.Name, article.Title, article.State, article.SourceId, article.ClaimCount, article.ConflictCount, article.Problems);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VersionRow))]
[JsonSerializable(typeof(IngestedRow))]
[JsonSerializable(typeof(KeyRow))]
[JsonSerializable(typeof(QuestionRow))]
[JsonSerializable(typeof(ConflictRow))]
[JsonSerializable(typeof(ClaimChain))]
[JsonSerializable(typeof(SentenceRow))]
[JsonSerializable(typeof(ReadClaimRow))]
[JsonSerializable(typeof(FoundRelationRow))]
internal sealed partial class OutputJson : JsonSerializerContext;

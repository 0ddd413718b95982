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
internal sealed partial class OutputJson : JsonSerializerContext;

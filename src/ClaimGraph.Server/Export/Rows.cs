using System.Text.Json.Serialization;

namespace ClaimGraph.Server.Export;

/// <summary>A line of the export. Ids are those of GraphQL, and so are the names of enum values.</summary>
public abstract record Row
{
    public abstract string Type { get; }
}

/// <param name="Document">The id that the article was ingested with; null for sources that are only cited.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="Published">As precise as it is known: a day, month or year.</param>
public sealed record SourceRow(string Id, string? Document, string Kind, string? Title, string? Outlet, string? Url, string? Published, string? Language) : Row
{
    [JsonPropertyOrder(-1)]
    public override string Type => "source";
}

public sealed record ActorRow(string Id, string Name, string Kind) : Row
{
    [JsonPropertyOrder(-1)]
    public override string Type => "actor";
}

/// <param name="Low">Null is unbounded; in the unit as written, scale words multiplied out.</param>
/// <param name="Asserted">First and last day of the interval, or null.</param>
/// <param name="Chain">From the innermost speaker outwards.</param>
public sealed record ClaimRow(
    string Id,
    string Document,
    string Source,
    string Quote,
    int Start,
    int End,
    string Question,
    string Position,
    double? Low,
    double? High,
    bool LowExclusive,
    bool HighExclusive,
    string? Unit,
    bool Approximate,
    string Polarity,
    string Modality,
    DateOnly? Asserted,
    DateOnly? AssertedEnd,
    string Precision,
    string? Speaker,
    IReadOnlyList<ChainRow> Chain,
    double CheckWorthiness) : Row
{
    [JsonPropertyOrder(-1)]
    public override string Type => "claim";
}

public sealed record ChainRow(string Role, string Name, string? Cue);

/// <param name="A">The later claim (SUPERSEDES, CONTRADICTS), the narrower (REFINES), else the earlier.</param>
public sealed record RelationRow(string Id, string Kind, string A, string B, string Rule, double Confidence, string Status, bool? Independent) : Row
{
    [JsonPropertyOrder(-1)]
    public override string Type => "relation";
}

public sealed record CandidateRow(string Id, string Kind, string A, string B, double Score, string Doubt) : Row
{
    [JsonPropertyOrder(-1)]
    public override string Type => "candidate";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SourceRow))]
[JsonSerializable(typeof(ActorRow))]
[JsonSerializable(typeof(ClaimRow))]
[JsonSerializable(typeof(RelationRow))]
[JsonSerializable(typeof(CandidateRow))]
internal sealed partial class RowJson : JsonSerializerContext;

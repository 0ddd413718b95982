using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimGraph;

/// <summary>The stored form of the domain's records: compact JSON, enums as text, nulls left out, unknown members ignored, so that a newer reader takes an older record.</summary>
public static class ClaimJson
{
    public static string Write(Claim claim) => JsonSerializer.Serialize(claim, DomainJson.Default.Claim);

    /// <exception cref="JsonException">The text is no stored claim.</exception>
    public static Claim Read(string json) => JsonSerializer.Deserialize(json, DomainJson.Default.Claim) ?? throw new JsonException("A stored claim is null.");

    public static string Write(IReadOnlyList<TraceStep> trace) => JsonSerializer.Serialize(trace, DomainJson.Default.IReadOnlyListTraceStep);

    public static IReadOnlyList<TraceStep> ReadTrace(string json) => JsonSerializer.Deserialize(json, DomainJson.Default.IReadOnlyListTraceStep) ?? [];

    public static string Write(IReadOnlyList<Factor> factors) => JsonSerializer.Serialize(factors, DomainJson.Default.IReadOnlyListFactor);

    public static IReadOnlyList<Factor> ReadFactors(string json) => JsonSerializer.Deserialize(json, DomainJson.Default.IReadOnlyListFactor) ?? [];

    /// <summary>A relation whole: what a candidate becomes when it is confirmed. False and 0 are written out, because the record requires them.</summary>
    public static string Write(Relation relation) => JsonSerializer.Serialize(relation, RelationJson.Default.Relation);

    /// <exception cref="JsonException">The text is no stored relation.</exception>
    public static Relation ReadRelation(string json) => JsonSerializer.Deserialize(json, RelationJson.Default.Relation) ?? throw new JsonException("A stored relation is null.");

    public static string Write(IngestionRun run) => JsonSerializer.Serialize(run, DomainJson.Default.IngestionRun);

    public static IngestionRun ReadRun(string json) => JsonSerializer.Deserialize(json, DomainJson.Default.IngestionRun) ?? throw new JsonException("A stored run is null.");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Claim))]
[JsonSerializable(typeof(IReadOnlyList<TraceStep>))]
[JsonSerializable(typeof(IReadOnlyList<Factor>))]
[JsonSerializable(typeof(IngestionRun))]
internal sealed partial class DomainJson : JsonSerializerContext;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Relation))]
internal sealed partial class RelationJson : JsonSerializerContext;

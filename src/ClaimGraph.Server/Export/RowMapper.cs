using System.Globalization;
using Riok.Mapperly.Abstractions;

namespace ClaimGraph.Server.Export;

/// <summary>Domain records to export rows. Mapperly writes the code and fails the build on a forgotten member of a row.</summary>
[Mapper(RequiredMappingStrategy = RequiredMappingStrategy.Target, EnumNamingStrategy = EnumNamingStrategy.UpperSnakeCase, EnumMappingStrategy = EnumMappingStrategy.ByName)]
public static partial class RowMapper
{
    [MapProperty(nameof(Source.OutletName), nameof(SourceRow.Outlet))]
    public static partial SourceRow ToRow(Source source);

    public static partial ActorRow ToRow(Actor actor);

    /// <param name="document">Of the claim's source.</param>
    /// <param name="question">Never empty; a claim that answers none has one of its own.</param>
    [MapProperty(nameof(Claim.SourceId), nameof(ClaimRow.Source))]
    [MapProperty("Span.Start", nameof(ClaimRow.Start))]
    [MapProperty("Span.End", nameof(ClaimRow.End))]
    [MapProperty("Proposition.Quantity.Low", nameof(ClaimRow.Low))]
    [MapProperty("Proposition.Quantity.High", nameof(ClaimRow.High))]
    [MapProperty("Proposition.Quantity", nameof(ClaimRow.LowExclusive), Use = nameof(LowExclusive))]
    [MapProperty("Proposition.Quantity", nameof(ClaimRow.HighExclusive), Use = nameof(HighExclusive))]
    [MapProperty("Proposition.Quantity.Unit", nameof(ClaimRow.Unit))]
    [MapProperty("Proposition.Quantity", nameof(ClaimRow.Approximate), Use = nameof(Approximate))]
    [MapProperty("Proposition.Polarity", nameof(ClaimRow.Polarity))]
    [MapProperty("Proposition.Modality", nameof(ClaimRow.Modality))]
    [MapProperty("Asserted.Start", nameof(ClaimRow.Asserted))]
    [MapProperty("Asserted.End", nameof(ClaimRow.AssertedEnd))]
    [MapProperty("Asserted.Precision", nameof(ClaimRow.Precision))]
    [MapProperty(nameof(Claim.Attribution), nameof(ClaimRow.Chain))]
    public static partial ClaimRow ToRow(Claim claim, string document, string question, string position, string? speaker);

    public static RelationRow ToRow(Relation relation)
    {
        var (a, b) = relation.Kind switch
        {
            RelationKind.Contradicts or RelationKind.Supersedes => (relation.LaterId, relation.EarlierId),
            RelationKind.Refines when relation.NarrowerId is { } narrower => (narrower, narrower == relation.LaterId ? relation.EarlierId : relation.LaterId),
            _ => (relation.EarlierId, relation.LaterId),
        };
        return ToRow(relation, a, b);
    }

    public static partial CandidateRow ToRow(Candidate candidate);

    private static partial RelationRow ToRow(Relation relation, string a, string b);

    private static partial ChainRow ToRow(AttributionStep step);

    // Where nothing bounds it, nothing is excluded.
    private static bool LowExclusive(Quantity? quantity) => quantity is { Low: not null, LowInclusive: false };

    private static bool HighExclusive(Quantity? quantity) => quantity is { High: not null, HighInclusive: false };

    private static bool Approximate(Quantity? quantity) => quantity is { Approximate: true };

    private static string? Published(PartialDate? date) => date?.SortDay is not { } day ? null : date.Precision switch
    {
        DatePrecision.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ClaimGraph.Api;

/// <summary>Names under which operations can be traced and measured: give them to OpenTelemetry's <c>AddSource</c> and <c>AddMeter</c>.</summary>
public static class ApiTelemetry
{
    public const string ActivitySourceName = "ClaimGraph.Api";
    public const string MeterName = "ClaimGraph.Api";

    internal static readonly ActivitySource Activities = new(ActivitySourceName);
    private static readonly Meter Meter = new(MeterName);

    /// <summary>Milliseconds an operation took, by type and outcome.</summary>
    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("claimgraph.graphql.duration", "ms", "How long GraphQL operations took");
    internal static readonly Histogram<int> Cost = Meter.CreateHistogram<int>("claimgraph.graphql.cost", "{point}", "What GraphQL operations cost");
    internal static readonly UpDownCounter<int> Subscriptions = Meter.CreateUpDownCounter<int>("claimgraph.graphql.subscriptions", "{subscription}", "Open subscriptions");
}

/// <summary>What became of one operation, for the request log: a feature of the HTTP request once it was executed.</summary>
/// <param name="OperationName">As the document names it; null where it does not.</param>
/// <param name="Hash">SHA-256 of the document; null where it was refused unread.</param>
/// <param name="Outcome"><c>ok</c>, <c>errors</c> (some fields failed) or the code of the refusal.</param>
public sealed record OperationOutcome(string? OperationName, string? OperationType, string? Hash, int Cost, TimeSpan Duration, string Outcome);

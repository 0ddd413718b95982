using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ClaimGraph;

/// <summary>What ingestion tells an observer: how many articles and with what outcome, claims, relations, and how long storing takes.</summary>
internal static class IngestTelemetry
{
    private const string Name = "ClaimGraph.Ingestion";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("claimgraph.ingestion.articles", "{article}", "Articles by what became of them.");
    private static readonly Counter<long> Claims = Meter.CreateCounter<long>("claimgraph.ingestion.claims", "{claim}", "Claims stored.");
    private static readonly Counter<long> Relations = Meter.CreateCounter<long>("claimgraph.ingestion.relations", "{relation}", "Relations found in stored articles.");
    private static readonly Counter<long> Pairs = Meter.CreateCounter<long>("claimgraph.ingestion.pairs", "{pair}", "Pairs of claims compared.");
    private static readonly Counter<long> Stale = Meter.CreateCounter<long>("claimgraph.ingestion.stale", "{write}", "Writes that another writer overtook, compared again.");

    public static void Count(IngestOutcome outcome)
    {
        var state = outcome.Refused ? "refused" : outcome.Result == WriteResult.Stored ? "stored" : "unchanged";
        Articles.Add(1, new KeyValuePair<string, object?>("state", state));
        if (state != "stored") return;
        Claims.Add(outcome.Reading?.Claims.Count ?? 0);
        Relations.Add(outcome.Grouping.Relations.Count);
        Pairs.Add(outcome.Grouping.PairsCompared);
    }

    public static void CountStale() => Stale.Add(1);
}

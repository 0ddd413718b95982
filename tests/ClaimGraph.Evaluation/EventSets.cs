using System.Globalization;
using System.Text.Json;
using ClaimGraph.Tests.Comparison;

namespace ClaimGraph.Evaluation;

/// <summary>Real articles about real events: an export for the set's own scorer, by the product's extractor and comparison.</summary>
internal static class EventSets
{
    public static string Export(string articles, string target)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var (store, readings) = Articles.Ingest(Articles.Load(articles));
        using (var output = new StreamWriter(target))
            foreach (var line in Lines(store, readings)) output.WriteLine(JsonSerializer.Serialize(line));
        return string.Create(CultureInfo.InvariantCulture,
            $"events {Path.GetFileName(Path.GetDirectoryName(articles))} n={readings.Count} claims={store.Claims.Count} relations={store.Relations.Count} candidates={store.Candidates.Count} pairs={store.PairsCompared} seconds={System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} comparing={store.Comparing.TotalSeconds:0.0}");
    }

    private static IEnumerable<object> Lines(MemoryBlocks store, List<Reading> readings)
    {
        foreach (var reading in readings)
        {
            foreach (var claim in reading.Claims)
            {
                var stored = store.Claims[claim.Id];
                var quantity = claim.Proposition.Quantity;
                yield return new { type = "claim", id = claim.Id, document = reading.Source.Document, quote = claim.Quote, low = quantity?.Low, high = quantity?.High, question = stored.QuestionId ?? claim.Id, position = stored.PositionId ?? claim.Id, key = stored.QuestionKey };
            }
        }
        foreach (var relation in store.Relations.Values) yield return new { type = "relation", kind = relation.Kind.ToString().ToUpperInvariant(), a = relation.LaterId, b = relation.EarlierId, confidence = relation.Confidence, rule = relation.Rule };
        foreach (var candidate in store.Candidates.Values) yield return new { type = "candidate", a = candidate.A, b = candidate.B, score = candidate.Score, doubt = candidate.Doubt };
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

internal sealed record ExportClaimRow(string Id, string Record, string? QuestionId, string? PositionId);

/// <summary>Streams everything that is in force when the export begins, in slices by id; later changes are left out by their recorded time.</summary>
internal sealed class Exporter(Connection connection)
{
    private const int Most = 500;

    public async IAsyncEnumerable<ExportBatch> BatchesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = Stored.Time(connection.Clock.GetUtcNow());
        await foreach (var rows in SlicesAsync("export-sources", Neo4jJson.Default.SourceRow, r => r.Id, now, cancellation)) yield return new ExportBatch { Sources = [.. rows.Select(r => r.ToSource())] };
        await foreach (var rows in SlicesAsync("export-actors", Neo4jJson.Default.ActorRow, r => r.Id, now, cancellation)) yield return new ExportBatch { Actors = [.. rows.Select(r => r.ToCard().Actor)] };
        await foreach (var rows in SlicesAsync("export-claims", Neo4jJson.Default.ExportClaimRow, r => r.Id, now, cancellation))
            yield return new ExportBatch { Claims = [.. rows.Select(r => (ClaimJson.Read(r.Record), r.QuestionId, r.PositionId))] };
        await foreach (var rows in SlicesAsync("export-relations", Neo4jJson.Default.RelationRow, r => r.Id, now, cancellation)) yield return new ExportBatch { Relations = [.. rows.Select(r => r.ToRelation())] };
        await foreach (var rows in SlicesAsync("export-candidates", Neo4jJson.Default.CandidateRow, r => r.Id, now, cancellation)) yield return new ExportBatch { Candidates = [.. rows.Select(r => r.ToCandidate())] };
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> SlicesAsync<T>(string query, JsonTypeInfo<T> row, Func<T, string> id, string now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var after = ""; ;)
        {
            var rows = await connection.ReadAsync(new Statement(Cypher.Query(query), new Dictionary<string, object?> { ["after"] = after, ["asOf"] = now, ["limit"] = Most }), row, cancellation);
            if (rows.Count == 0) yield break;
            yield return rows;
            after = id(rows[^1]);
        }
    }
}

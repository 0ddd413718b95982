using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClaimGraph.Server.Export;

/// <summary>Everything in force as JSON lines, streamed: memory holds the documents' ids and the actors' names, and one batch.</summary>
public static class JsonLinesExport
{
    // Letters as letters: the reader is a program, never a web page.
    private static readonly RowJson Context = new(new JsonSerializerOptions(RowJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async Task WriteAsync(IAsyncEnumerable<ExportBatch> batches, Stream output, CancellationToken cancellation)
    {
        await using var buffer = new BufferedStream(output, 1 << 16);
        await foreach (var row in RowsAsync(batches).WithCancellation(cancellation))
        {
            await JsonSerializer.SerializeAsync(buffer, row, row.GetType(), Context, cancellation);
            buffer.WriteByte((byte)'\n');
        }
    }

    public static async IAsyncEnumerable<Row> RowsAsync(IAsyncEnumerable<ExportBatch> batches)
    {
        Dictionary<string, string> documents = new(StringComparer.Ordinal), names = new(StringComparer.Ordinal);
        await foreach (var batch in batches)
        {
            foreach (var source in batch.Sources)
            {
                if (source.Document is { } document) documents[source.Id] = document;
                yield return RowMapper.ToRow(source);
            }
            foreach (var actor in batch.Actors)
            {
                names[actor.Id] = actor.Name;
                yield return RowMapper.ToRow(actor);
            }
            foreach (var (claim, question, position) in batch.Claims)
            {
                var speaker = claim.SpeakerId is { } id ? names.GetValueOrDefault(id) ?? claim.Attribution[0].Name : null;
                yield return RowMapper.ToRow(claim, documents.GetValueOrDefault(claim.SourceId) ?? claim.SourceId, question ?? claim.Id, position ?? claim.Id, speaker);
            }
            foreach (var relation in batch.Relations) yield return RowMapper.ToRow(relation);
            foreach (var candidate in batch.Candidates) yield return RowMapper.ToRow(candidate);
        }
    }
}

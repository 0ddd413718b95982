using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Computes every counter and projection anew, in slices, each short enough for the server's time limit; to be run while nobody writes.</summary>
internal sealed class Rebuild(Connection connection)
{
    private const int Slice = 500;

    public async Task RunAsync(IProgress<string>? progress, CancellationToken cancellation)
    {
        foreach (var (name, text) in Cypher.Pieces("rebuild"))
        {
            progress?.Report(name);
            var after = "";
            do after = (await connection.WriteAsync(new Statement(text, new Dictionary<string, object?> { ["after"] = after, ["limit"] = Slice }), Neo4jJson.Default.String, cancellation))[0];
            while (after.Length > 0);
        }
        progress?.Report("standings");
        for (var after = ""; ;)
        {
            var ids = await connection.ReadAsync(new Statement(Cypher.Query("rebuild-claims"), new Dictionary<string, object?> { ["after"] = after, ["limit"] = Slice }), Neo4jJson.Default.String, cancellation);
            if (ids.Count == 0) return;
            after = ids[^1];
            var rows = await connection.ReadAsync(
                new Statement(Cypher.Query("standings-as-of"), new Dictionary<string, object?> { ["ids"] = ids.ToList(), ["asOf"] = AsOf.Ever }), Neo4jJson.Default.StandingAsOfRow, cancellation);
            List<StandingWrite> standings = [.. rows.Select(r => (r.Id, Of: AsOf.Standing(r))).Select(r => new StandingWrite(r.Id, r.Of.Standing, r.Of.Since is { } since ? Stored.Date(since) : null))];
            await connection.WriteAsync(new Statement(Cypher.Query("rebuild-standings"), new Dictionary<string, object?> { ["rows"] = standings }), Neo4jJson.Default.JsonElement, cancellation);
        }
    }
}

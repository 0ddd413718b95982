using System.Collections.Concurrent;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Reads what comparison compares with. Revisions are read first, under the blocks' locks: whatever is read after them and is newer makes the write stale.</summary>
internal sealed class Blocks(Connection connection)
{
    private const int MostKept = 50_000;

    // Parsed records, by their text: a claim that is carried over to a newer version has another.
    private readonly ConcurrentDictionary<string, Claim> _kept = new(StringComparer.Ordinal);

    public async Task<BlockState> ReadAsync(IReadOnlyCollection<string> blocks, IReadOnlyCollection<DateOnly> around, int cap, CancellationToken cancellation)
    {
        if (blocks.Count == 0) return new BlockState(new Dictionary<string, long>(), [], [], [], []);
        var keys = blocks.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var row = (await connection.WriteAsync(new Statement(Cypher.Query("blocks"), new Dictionary<string, object?> { ["blocks"] = keys, ["cap"] = cap }), Neo4jJson.Default.BlocksRow, cancellation))[0];
        var revisions = keys.ToDictionary(k => k, _ => 0L, StringComparer.Ordinal);
        foreach (var block in row.Blocks) revisions[block.Key] = block.Revision;

        var ids = row.Claims.ToHashSet(StringComparer.Ordinal);
        foreach (var block in row.Blocks.Where(b => b.Size > cap)) ids.UnionWith(await NearestAsync(block.Key, around, cap, cancellation));
        if (ids.Count == 0) return new BlockState(revisions, [], [], [], []);

        var parts = (await connection.ReadAsync(new Statement(Cypher.Query("block-claims"), new Dictionary<string, object?> { ["ids"] = ids.ToList() }), Neo4jJson.Default.BlockClaimsRow, cancellation))[0];
        if (_kept.Count > MostKept) _kept.Clear();
        return new BlockState(
            revisions,
            [.. parts.Claims.Select(c => new BlockClaim(_kept.GetOrAdd(c.Record, ClaimJson.Read), c.Source.ToCard(), [.. (c.Signature ?? []).Select(s => (uint)s)], c.QuestionId, c.PositionId, c.QuestionKey))],
            [.. parts.Relations.Select(r => r.ToRelation())],
            [.. parts.Candidates.Select(c => c.ToCandidate())],
            [.. parts.Verdicts.Select(v => new ScopeVerdict(v.ClaimA, v.ClaimB, v.PositionA, v.PositionB))]);
    }

    /// <summary>Every position keeps at least one claim until the cap is reached, positions near in time first.</summary>
    private async Task<IEnumerable<string>> NearestAsync(string block, IReadOnlyCollection<DateOnly> around, int cap, CancellationToken cancellation)
    {
        // Without a day that matters the newest do.
        List<DateOnly> days = around.Count == 0 ? [DateOnly.MaxValue] : [.. around.Distinct()];
        var positions = await connection.ReadAsync(new Statement(Cypher.Query("block-positions"), new Dictionary<string, object?> { ["block"] = block }), Neo4jJson.Default.String, cancellation);
        var rows = new List<NearestRow>();
        foreach (var placed in (bool[])[true, false])
        {
            List<string> of = [.. positions.Where(p => (p.Length > 0) == placed)];
            if (of.Count == 0) continue;
            rows.AddRange(await connection.ReadAsync(new Statement(Cypher.Query("blocks-nearest"), new Dictionary<string, object?>
            {
                ["block"] = block,
                ["positions"] = of,
                ["days"] = days.Select(d => Stored.Day(d) + "~").ToList(),
                // A claim without a position stands for itself, so of those the cap's share is all of it.
                ["each"] = placed ? Math.Max(1, cap / (of.Count * 2 * days.Count)) : cap,
            }), Neo4jJson.Default.NearestRow, cancellation));
        }
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        return rows
            .GroupBy(r => r.Id, StringComparer.Ordinal)
            .Select(g => (Id: g.Key, g.First().Position, Distance: Stored.DayOrNull(g.First().At) is { } day ? days.Min(d => Math.Abs(d.DayNumber - day.DayNumber)) : int.MaxValue))
            .OrderBy(c => c.Distance).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => (c.Id, Rank: c.Position == "" ? 1 : ranks[c.Position] = ranks.GetValueOrDefault(c.Position) + 1))
            .ToList().OrderBy(c => c.Rank).Take(cap).Select(c => c.Id);
    }
}

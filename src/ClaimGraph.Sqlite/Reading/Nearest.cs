namespace ClaimGraph.Sqlite;

/// <summary>
/// The claims to read of a block that is larger than the cap: of each position those nearest in time to the days that matter. Every position keeps at least one
/// claim until the cap is reached, positions near in time first.
/// </summary>
internal static class Nearest
{
    // Steps through the positions of a block by its key: as many look-ups as positions, whatever the number of claims.
    private const string Positions = """
        WITH RECURSIVE p(id) AS (
            SELECT min(position_id) FROM claim_block WHERE block_id = ?1
            UNION ALL SELECT (SELECT min(position_id) FROM claim_block WHERE block_id = ?1 AND position_id > p.id) FROM p WHERE p.id IS NOT NULL)
        SELECT id FROM p WHERE id IS NOT NULL
        """;

    public static IEnumerable<long> In(Connection db, long block, IReadOnlyList<long> around, int cap)
    {
        var positions = new List<long>();
        using (var rows = db.Prepare(Positions).Add(block))
        {
            while (rows.Step()) positions.Add(rows.Int(0));
        }

        // Without a day that matters the newest do.
        IReadOnlyList<long> days = around.Count == 0 ? [long.MaxValue] : around;
        var each = Math.Max(1, cap / (positions.Count * 2 * days.Count));
        var found = new Dictionary<long, (long Position, long Distance)>();
        foreach (var position in positions)
        {
            foreach (var day in days)
            {
                Collect("day <= ?3 ORDER BY day DESC, claim_id DESC", position, day);
                Collect("day > ?3 ORDER BY day, claim_id", position, day);
            }
        }

        var ranks = new Dictionary<long, int>();
        return found.OrderBy(f => f.Value.Distance).ThenBy(f => f.Key)
            .Select(f => (f.Key, Rank: ranks[f.Value.Position] = ranks.GetValueOrDefault(f.Value.Position) + 1))
            .ToList().OrderBy(f => f.Rank).Take(cap).Select(f => f.Key);

        void Collect(string side, long position, long day)
        {
            // A claim without a position stands for itself, so of those the cap's share is all of it.
            using var rows = db.Prepare($"SELECT claim_id, day FROM claim_block WHERE block_id = ?1 AND position_id = ?2 AND {side} LIMIT ?4")
                .Add(block).Add(position).Add(day).Add(position == 0 ? cap : each);
            while (rows.Step())
            {
                var distance = rows.Int(1) == PackedDate.Undated ? long.MaxValue : Math.Abs(rows.Int(1) - day);
                var (id, before) = (rows.Int(0), found.TryGetValue(rows.Int(0), out var known) ? known.Distance : long.MaxValue);
                found[id] = (position, Math.Min(before, distance));
            }
        }
    }
}

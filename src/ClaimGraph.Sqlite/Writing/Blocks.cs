namespace ClaimGraph.Sqlite;

/// <summary>The blocks that claims are compared in, and their revisions.</summary>
internal static class Blocks
{
    public static void Enter(Connection db, ClaimRow claim, IReadOnlyList<string> blocks)
    {
        foreach (var ext in blocks)
        {
            var block = db.Prepare("INSERT INTO block(ext, revision, claim_count) VALUES(?, 0, 1) ON CONFLICT(ext) DO UPDATE SET claim_count = claim_count + 1 RETURNING id").Add(ext).RunForInt()!.Value;
            db.Prepare("INSERT INTO claim_block(block_id, position_id, day, claim_id) VALUES(?, ?, ?, ?)").Add(block).Add(claim.PositionId ?? 0).Add(claim.Day).Add(claim.Id).Run();
        }
    }

    public static void Leave(Connection db, long claim)
    {
        db.Prepare("UPDATE block SET claim_count = claim_count - 1 WHERE id IN (SELECT block_id FROM claim_block WHERE claim_id = ?)").Add(claim).Run();
        db.Prepare("DELETE FROM claim_block WHERE claim_id = ?").Add(claim).Run();
    }

    public static void Collect(Connection db, long claim, HashSet<long> into)
    {
        using var rows = db.Prepare("SELECT block_id FROM claim_block WHERE claim_id = ?").Add(claim);
        while (rows.Step()) into.Add(rows.Int(0));
    }

    public static void Bump(Connection db, IEnumerable<long> blocks, IEnumerable<string> exts) =>
        db.Prepare("UPDATE block SET revision = revision + 1 WHERE id IN (SELECT value FROM json_each(?) UNION SELECT b.id FROM json_each(?) j CROSS JOIN block b ON b.ext = j.value)")
            .Add(Packed.Json(blocks)).Add(Packed.Json(exts)).Run();
}

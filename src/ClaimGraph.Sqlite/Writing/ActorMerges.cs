namespace ClaimGraph.Sqlite;

/// <summary>A suggestion to merge, with the actors that its two stand for now.</summary>
internal sealed record SuggestionRow(long Id, RelationStatus Status, int Version, long A, long B, long ClaimsOfA, long ClaimsOfB);

/// <summary>
/// Merging two actors and parting them again. Attribution keeps the actor that an article named; what points at actors for lists and counts points at the survivor,
/// and is computed anew from attribution for the two actors alone.
/// </summary>
internal static class ActorMerges
{
    public static SuggestionRow? Suggestion(Connection db, string ext)
    {
        using var row = db.Prepare("""
            SELECT m.id, m.status, m.version, a.id, b.id, a.claim_count, b.claim_count FROM merge_suggestion m
            CROSS JOIN actor oa ON oa.id = m.actor_a CROSS JOIN actor a ON a.id = coalesce(oa.merged_into, oa.id)
            CROSS JOIN actor ob ON ob.id = m.actor_b CROSS JOIN actor b ON b.id = coalesce(ob.merged_into, ob.id) WHERE m.ext = ?
            """).Add(ext);
        return row.Step() ? new SuggestionRow(row.Int(0), (RelationStatus)row.Int(1), (int)row.Int(2), row.Int(3), row.Int(4), row.Int(5), row.Int(6)) : null;
    }

    /// <summary>The one with more claims survives.</summary>
    public static void Merge(Connection db, SuggestionRow suggestion, string by, long now, long assessment)
    {
        var (from, into) = suggestion.ClaimsOfA > suggestion.ClaimsOfB ? (suggestion.B, suggestion.A) : (suggestion.A, suggestion.B);
        db.Prepare("INSERT INTO actor_merge(ext, from_id, into_id, by, at, assessment_id) VALUES(?, ?, ?, ?, ?, ?)").Add(Ids.New(Ids.MergePrefix)).Add(from).Add(into).Add(by).Add(now).Add(assessment).Run();
        Regroup(db, from, into, () => db.Prepare("UPDATE actor SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2").Add(into).Add(from).Run());
    }

    /// <returns>False where the verdict merged nothing.</returns>
    public static bool Split(Connection db, long assessment, long now)
    {
        long from, survivor;
        using (var row = db.Prepare("SELECT m.from_id, coalesce(x.merged_into, x.id) FROM actor_merge m CROSS JOIN actor x ON x.id = m.into_id WHERE m.assessment_id = ? AND m.undone_at IS NULL").Add(assessment))
        {
            if (!row.Step()) return false;
            (from, survivor) = (row.Int(0), row.Int(1));
        }
        db.Prepare("UPDATE actor_merge SET undone_at = ? WHERE assessment_id = ?").Add(now).Add(assessment).Run();
        Regroup(db, from, survivor, () =>
        {
            db.Prepare("UPDATE actor SET merged_into = NULL WHERE id = ?").Add(from).Run();
            // Those who had been merged into it before follow it.
            db.Prepare("""
                WITH RECURSIVE below(id) AS (
                    SELECT from_id FROM actor_merge WHERE into_id = ?1 AND undone_at IS NULL
                    UNION SELECT m.from_id FROM below CROSS JOIN actor_merge m ON m.into_id = below.id AND m.undone_at IS NULL)
                UPDATE actor SET merged_into = ?1 WHERE id IN (SELECT id FROM below)
                """).Add(from).Run();
        });
        return true;
    }

    public static ILookup<string, ActorMerge> Of(Connection db, IReadOnlyCollection<string> survivors)
    {
        var found = new List<(string Survivor, ActorMerge Merge)>();
        using var rows = db.Prepare("""
            SELECT s.ext, m.ext, f.ext, f.name, i.ext, m.by, m.at FROM json_each(?) j CROSS JOIN actor s ON s.ext = j.value
            CROSS JOIN actor i ON i.id IN (SELECT s.id UNION ALL SELECT id FROM actor WHERE merged_into = s.id)
            CROSS JOIN actor_merge m ON m.into_id = i.id AND m.undone_at IS NULL CROSS JOIN actor f ON f.id = m.from_id ORDER BY j.key, m.id
            """).Add(Packed.Json(survivors.Distinct(StringComparer.Ordinal)));
        while (rows.Step()) found.Add((rows.Text(0), new ActorMerge(rows.Text(1), rows.Text(2), rows.Text(3), rows.Text(4), rows.Text(5), Packed.Time(rows.Int(6)))));
        return found.ToLookup(f => f.Survivor, f => f.Merge, StringComparer.Ordinal);
    }

    /// <summary>Takes both out of every projection, changes who stands for whom, and puts them in again.</summary>
    private static void Regroup(Connection db, long from, long into, Action change)
    {
        var claims = new List<long>();
        using (var rows = db.Prepare("SELECT claim_id FROM actor_claim WHERE actor_id = ?1 UNION SELECT claim_id FROM actor_claim WHERE actor_id = ?2").Add(from).Add(into))
        {
            while (rows.Step()) claims.Add(rows.Int(0));
        }
        var keys = Packed.Json(claims);
        foreach (var table in (ReadOnlySpan<string>)["actor_claim", "actor_question", "dispute"]) db.Prepare($"DELETE FROM {table} WHERE actor_id IN (?, ?)").Add(from).Add(into).Run();
        change();

        ActorClaims.AddOf(db, keys, from, into);
        db.Prepare("""
            INSERT INTO actor_question(actor_id, question_id, n) SELECT k.actor_id, c.question_id, count(*) FROM actor_claim k CROSS JOIN claim c ON c.id = k.claim_id
            WHERE k.actor_id IN (?, ?) AND k.mentioned = 0 AND c.withdrawn_at IS NULL AND c.question_id IS NOT NULL GROUP BY 1, 2
            """).Add(from).Add(into).Run();
        db.Prepare("""
            INSERT OR IGNORE INTO dispute(actor_id, later_day, relation_id) SELECT k.actor_id, r.later_day, r.id FROM actor_claim k CROSS JOIN relation r
            ON r.id IN (SELECT id FROM relation WHERE later_id = k.claim_id UNION ALL SELECT id FROM relation WHERE earlier_id = k.claim_id) WHERE k.actor_id IN (?, ?) AND k.mentioned = 0 AND +r.conflict = 1
            """).Add(from).Add(into).Run();
        db.Prepare("""
            UPDATE actor SET claim_count = (SELECT count(*) FROM actor_claim WHERE actor_id = actor.id AND mentioned = 0 AND withdrawn_at IS NULL),
                question_count = (SELECT count(*) FROM actor_question WHERE actor_id = actor.id) WHERE id IN (?, ?)
            """).Add(from).Add(into).Run();
        db.Prepare("""
            UPDATE claim SET speaker_id = (SELECT coalesce(x.merged_into, x.id) FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id = claim.id AND t.no = 0 AND t.role IN (0, 2))
            WHERE id IN (SELECT value FROM json_each(?))
            """).Add(keys).Run();
        MoveOrigins(db, keys, from, into);
    }

    /// <summary>Claims that one of the two stands behind get the origin of whoever stands for them now.</summary>
    private static void MoveOrigins(Connection db, string claims, long from, long into)
    {
        string fromExt, intoExt;
        bool merged;
        using (var row = db.Prepare("SELECT f.ext, i.ext, f.merged_into IS NOT NULL FROM actor f, actor i WHERE f.id = ? AND i.id = ?").Add(from).Add(into))
        {
            row.Step();
            (fromExt, intoExt, merged) = (Origin.OfActor(row.Text(0)), Origin.OfActor(row.Text(1)), row.Flag(2));
        }
        foreach (var origin in (ReadOnlySpan<string>)[fromExt, intoExt]) db.Prepare("INSERT OR IGNORE INTO origin(ext) VALUES(?)").Add(origin).Run();

        var moved = merged ? "origin_id = (SELECT id FROM origin WHERE ext = ?2)"
            : "origin_id = (SELECT id FROM origin WHERE ext = ?3) AND (SELECT json ->> '$.origin' FROM claim_record WHERE claim_id = claim.id) = ?2";
        var target = merged ? "?3" : "?2";
        var positions = new HashSet<long>();
        using (var rows = db.Prepare($"UPDATE claim SET origin_id = (SELECT id FROM origin WHERE ext = {target}) WHERE id IN (SELECT value FROM json_each(?1)) AND {moved} RETURNING position_id").Add(claims).Add(fromExt).Add(intoExt))
        {
            while (rows.Step())
                if (rows.IntOrNull(0) is { } position) positions.Add(position);
        }
        Rebuild.OriginsOf(db, Packed.Json(positions));
    }
}

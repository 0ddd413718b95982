namespace ClaimGraph.Sqlite;

/// <summary>Every counter and projection, computed from the rows that they summarise, without a look at what <see cref="Tally"/> kept.</summary>
internal static class Rebuild
{
    private const string Live = "conflict = 1 AND withdrawn_at IS NULL AND status <> 2";

    /// <summary>Counters of one question, {0} a predicate on it.</summary>
    private const string Questions = $$"""
        UPDATE question AS q SET
            claim_count = (SELECT count(*) FROM claim WHERE question_id = q.id AND withdrawn_at IS NULL),
            article_count = (SELECT count(DISTINCT source_id) FROM claim WHERE question_id = q.id AND withdrawn_at IS NULL),
            position_count = (SELECT count(*) FROM position WHERE question_id = q.id AND claim_count > 0),
            origin_count = (SELECT coalesce(sum(known_origins), 0) FROM position WHERE question_id = q.id AND claim_count > 0),
            conflict_count = (SELECT count(*) FROM relation WHERE question_id = q.id AND {{Live}}),
            unreviewed_count = (SELECT count(*) FROM relation WHERE question_id = q.id AND {{Live}} AND status = 0),
            latest_conflict_day = coalesce((SELECT later_day FROM relation WHERE question_id = q.id AND {{Live}} ORDER BY later_day DESC LIMIT 1), -10000000),
            first_asserted = (SELECT asserted FROM claim WHERE question_id = q.id AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day, id LIMIT 1),
            last_asserted = (SELECT asserted FROM claim WHERE question_id = q.id AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day DESC, id DESC LIMIT 1)
        WHERE 
        """;

    private const string ActorQuestions = """
        INSERT INTO actor_question(actor_id, question_id, n) SELECT k.actor_id, c.question_id, count(*) FROM claim c CROSS JOIN (
            SELECT DISTINCT t.claim_id, coalesce(x.merged_into, x.id) AS actor_id FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id) k ON k.claim_id = c.id
        WHERE c.withdrawn_at IS NULL AND c.question_id IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
        """;

    private static readonly (string Name, string Sql)[] Steps =
    [
        ("lists of actors", "DELETE FROM actor_claim; " + ActorClaims.InsertAll),
        ("disputes", """
            DELETE FROM dispute;
            INSERT INTO dispute(actor_id, later_day, relation_id) SELECT DISTINCT coalesce(x.merged_into, x.id), r.later_day, r.id
            FROM relation r CROSS JOIN attribution t ON t.claim_id IN (r.later_id, r.earlier_id) CROSS JOIN actor x ON x.id = t.actor_id WHERE r.conflict = 1 ORDER BY 1, 2, 3
            """),
        ("origins of positions", """
            DELETE FROM position_origin;
            INSERT INTO position_origin(position_id, origin_id, n) SELECT position_id, origin_id, count(*) FROM claim WHERE withdrawn_at IS NULL AND origin_known = 1 AND position_id IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
            """),
        ("positions", """
            UPDATE position AS p SET
                claim_count = (SELECT count(*) FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL),
                conflict_count = (SELECT count(*) FROM claim c JOIN relation r ON r.later_id = c.id WHERE c.position_id = p.id AND r.conflict = 1 AND r.withdrawn_at IS NULL AND r.status <> 2)
                    + (SELECT count(*) FROM claim c JOIN relation r ON r.earlier_id = c.id WHERE c.position_id = p.id AND r.conflict = 1 AND r.withdrawn_at IS NULL AND r.status <> 2),
                article_count = (SELECT count(DISTINCT source_id) FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL),
                known_origins = (SELECT count(*) FROM position_origin WHERE position_id = p.id),
                broken_chains = (SELECT count(DISTINCT source_id) FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL AND origin_known = 0),
                first_day = coalesce((SELECT day FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day, id LIMIT 1), -10000000),
                first_asserted = (SELECT asserted FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day, id LIMIT 1),
                last_asserted = (SELECT asserted FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day DESC, id DESC LIMIT 1),
                example_ext = coalesce(
                    (SELECT ext FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day, id LIMIT 1),
                    (SELECT ext FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL ORDER BY day, id LIMIT 1)),
                superseded = EXISTS(SELECT 1 FROM relation WHERE kind = 2 AND withdrawn_at IS NULL AND status <> 2
                    AND earlier_id = (SELECT id FROM claim WHERE position_id = p.id AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day DESC, id DESC LIMIT 1))
            """),
        ("questions", Questions + "1"),
        ("questions of actors", "DELETE FROM actor_question; " + ActorQuestions),
        ("actors", """
            UPDATE actor AS x SET
                claim_count = (SELECT count(*) FROM actor_claim WHERE actor_id = x.id AND mentioned = 0 AND withdrawn_at IS NULL),
                question_count = (SELECT count(*) FROM actor_question WHERE actor_id = x.id)
            """),
        ("sources", $"""
            UPDATE source AS s SET claim_count = (SELECT count(*) FROM claim WHERE source_id = s.id AND withdrawn_at IS NULL);
            UPDATE source SET conflict_count = 0 WHERE conflict_count <> 0;
            UPDATE source SET conflict_count = k.n FROM (SELECT source_id, count(*) AS n FROM (
                SELECT DISTINCT r.id, c.source_id FROM relation r CROSS JOIN claim c ON c.id IN (r.later_id, r.earlier_id) WHERE {Live.Replace("withdrawn_at", "r.withdrawn_at", StringComparison.Ordinal)}) GROUP BY 1) AS k
            WHERE k.source_id = source.id
            """),
        ("standings", ""),
        ("blocks", """
            DELETE FROM claim_block WHERE claim_id IN (SELECT id FROM claim WHERE withdrawn_at IS NOT NULL);
            UPDATE block AS b SET claim_count = (SELECT count(*) FROM claim_block WHERE block_id = b.id)
            """),
        ("counters", $"""
            DELETE FROM counter;
            INSERT INTO counter(name, n) SELECT name, n FROM (
                SELECT 'claims' AS name, count(*) AS n FROM claim WHERE withdrawn_at IS NULL
                UNION ALL SELECT 'questions', count(*) FROM question WHERE merged_into IS NULL
                UNION ALL SELECT 'conflicts', count(*) FROM relation WHERE {Live}
                UNION ALL SELECT 'articles', count(*) FROM source WHERE document IS NOT NULL AND withdrawn_at IS NULL
                UNION ALL SELECT 'actors', count(*) FROM actor WHERE merged_into IS NULL
                UNION ALL SELECT iif(conflict, 'conflict', 'relation') || ':' || kind || ':' || status, count(*) FROM relation WHERE withdrawn_at IS NULL GROUP BY 1
                UNION ALL SELECT 'unreviewed', (SELECT count(*) FROM relation WHERE {Live} AND status = 0)
                    + (SELECT count(*) FROM candidate WHERE status = 0 AND withdrawn_at IS NULL) + (SELECT count(*) FROM merge_suggestion WHERE status = 0)) WHERE n <> 0
            """),
        ("full text", """
            INSERT INTO claim_text(claim_text) VALUES('rebuild');
            INSERT INTO question_text(question_text) VALUES('rebuild');
            INSERT INTO source_text(source_text) VALUES('rebuild');
            INSERT INTO actor_text(actor_text) VALUES('rebuild')
            """),
    ];

    public static void All(Connection db, IProgress<string>? progress, CancellationToken cancellation)
    {
        foreach (var (name, sql) in Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(name);
            if (name == "standings") StandingsAnew(db, cancellation);
            else db.Script(sql);
        }
    }

    /// <summary>One question whose claims were moved as a whole.</summary>
    public static void Question(Connection db, long question)
    {
        db.Prepare(Questions + "q.id = ?1").Add(question).Run();
        db.Prepare("UPDATE actor SET question_count = question_count - 1 WHERE id IN (SELECT actor_id FROM actor_question WHERE question_id = ?1)").Add(question).Run();
        db.Prepare("DELETE FROM actor_question WHERE question_id = ?1").Add(question).Run();
        db.Prepare("""
            INSERT INTO actor_question(actor_id, question_id, n) SELECT coalesce(x.merged_into, x.id), ?1, count(DISTINCT c.id)
            FROM claim c CROSS JOIN attribution t ON t.claim_id = c.id CROSS JOIN actor x ON x.id = t.actor_id WHERE c.question_id = ?1 AND c.withdrawn_at IS NULL GROUP BY 1
            """).Add(question).Run();
        db.Prepare("UPDATE actor SET question_count = question_count + 1 WHERE id IN (SELECT actor_id FROM actor_question WHERE question_id = ?1)").Add(question).Run();
    }

    /// <summary>Positions whose claims changed their origins as a whole, and their questions.</summary>
    public static void OriginsOf(Connection db, string positions)
    {
        db.Prepare("DELETE FROM position_origin WHERE position_id IN (SELECT value FROM json_each(?1))").Add(positions).Run();
        db.Prepare("INSERT INTO position_origin(position_id, origin_id, n) SELECT position_id, origin_id, count(*) FROM claim WHERE position_id IN (SELECT value FROM json_each(?1)) AND withdrawn_at IS NULL AND origin_known = 1 GROUP BY 1, 2").Add(positions).Run();
        db.Prepare("UPDATE position SET known_origins = (SELECT count(*) FROM position_origin WHERE position_id = position.id) WHERE id IN (SELECT value FROM json_each(?1))").Add(positions).Run();
        db.Prepare("""
            UPDATE question SET origin_count = (SELECT coalesce(sum(p.known_origins), 0) FROM position p WHERE p.question_id = question.id AND p.claim_count > 0)
            WHERE id IN (SELECT p.question_id FROM json_each(?1) j CROSS JOIN position p ON p.id = j.value)
            """).Add(positions).Run();
    }

    private static void StandingsAnew(Connection db, CancellationToken cancellation)
    {
        long last = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = new List<long>();
            using (var rows = db.Prepare("SELECT id FROM claim WHERE id > ? ORDER BY id LIMIT 2000").Add(last))
            {
                while (rows.Step()) batch.Add(rows.Int(0));
            }
            if (batch.Count == 0) return;
            StandingWriter.Update(db, batch);
            last = batch[^1];
        }
    }
}

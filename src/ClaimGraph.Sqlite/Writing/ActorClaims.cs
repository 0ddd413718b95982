namespace ClaimGraph.Sqlite;

/// <summary>The list of an actor's claims: a row for each claim and actor, of the actor that survived its merges. 0 attributed, 1 only mentioned.</summary>
internal static class ActorClaims
{
    private const string Select = """
        SELECT actor, min(mentioned), c.day, c.id, max(innermost), c.recorded_at, c.withdrawn_at FROM (
            SELECT t.claim_id, coalesce(x.merged_into, x.id) AS actor, 0 AS mentioned, t.position = 0 AND t.role IN (0, 2) AS innermost FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE {0}
            UNION ALL
            SELECT t.claim_id, coalesce(x.merged_into, x.id), 1, 0 FROM mention t CROSS JOIN actor x ON x.id = t.actor_id WHERE {0}) k
        CROSS JOIN claim c ON c.id = k.claim_id GROUP BY k.claim_id, actor
        """;

    private static readonly string Insert = "INSERT INTO actor_claim(actor_id, mentioned, day, claim_id, innermost, recorded_at, withdrawn_at) " + Select.Replace("{0}", "t.claim_id = ?1", StringComparison.Ordinal);

    /// <summary>All claims, in the order of the table.</summary>
    public static readonly string InsertAll = "INSERT INTO actor_claim(actor_id, mentioned, day, claim_id, innermost, recorded_at, withdrawn_at) " + Select.Replace("{0}", "1", StringComparison.Ordinal) + " ORDER BY 1, 2, 3, 4";

    private static readonly string InsertOf = "INSERT INTO actor_claim(actor_id, mentioned, day, claim_id, innermost, recorded_at, withdrawn_at) "
        + Select.Replace("{0}", "t.claim_id IN (SELECT value FROM json_each(?1)) AND coalesce(x.merged_into, x.id) IN (?2, ?3)", StringComparison.Ordinal);

    /// <summary>Many claims, for two actors alone.</summary>
    public static void AddOf(Connection db, string claims, long actor, long other) => db.Prepare(InsertOf).Add(claims).Add(actor).Add(other).Run();

    public static void Add(Connection db, long claim) => db.Prepare(Insert).Add(claim).Run();

    /// <summary>Takes a claim out of its actors' lists. Its steps, and its day, must still be those that it entered with.</summary>
    public static void Remove(Connection db, long claim) => db.Prepare("DELETE FROM actor_claim WHERE claim_id = ?1 AND " + OfClaim).Add(claim).Run();

    public static void SetWithdrawn(Connection db, long claim, long? at) => db.Prepare("UPDATE actor_claim SET withdrawn_at = ?2 WHERE claim_id = ?1 AND " + OfClaim).Add(claim).Add(at).Run();

    private const string OfClaim = """
        mentioned IN (0, 1) AND day = (SELECT day FROM claim WHERE id = ?1) AND actor_id IN (
            SELECT coalesce(x.merged_into, x.id) FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id = ?1
            UNION ALL SELECT coalesce(x.merged_into, x.id) FROM mention t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id = ?1)
        """;
}

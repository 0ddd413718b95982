namespace ClaimGraph.Sqlite;

/// <summary>Stores where claims stand, by the rule that all stores share, from their relations as they now are.</summary>
internal static class StandingWriter
{
    public static void Update(Connection db, IReadOnlyCollection<long> claims)
    {
        if (claims.Count == 0) return;
        foreach (var (claim, (standing, since)) in Of(db, claims, null))
        {
            db.Prepare("UPDATE claim SET standing = ?1, standing_since = ?2 WHERE id = ?3 AND (standing <> ?1 OR standing_since IS NOT ?2)")
                .Add((long)standing).Add(since is null ? null : PackedDate.Write(since)).Add(claim).Run();
        }
    }

    /// <param name="asOf">Relations as they were recorded then, in Unix milliseconds; null is now.</param>
    public static Dictionary<long, (Standing Standing, PartialDate? Since)> Of(Connection db, IReadOnlyCollection<long> claims, long? asOf)
    {
        var keys = Packed.Json(claims);
        var relations = claims.Distinct().ToDictionary(c => c, _ => new List<StandingRelation>());
        var inForce = asOf is null ? "r.withdrawn_at IS NULL" : "r.recorded_at <= ?2 AND (r.withdrawn_at IS NULL OR r.withdrawn_at > ?2)";
        foreach (var (side, other) in (ReadOnlySpan<(string, string)>)[("later", "earlier"), ("earlier", "later")])
        {
            var rows = db.Prepare($"""
                SELECT r.{side}_id, r.kind, r.status, r.narrower, o.asserted FROM json_each(?1) j CROSS JOIN relation r ON r.{side}_id = j.value CROSS JOIN claim o ON o.id = r.{other}_id WHERE {inForce}
                """).Add(keys);
            if (asOf is { } time) rows.Add(time);
            using (rows)
            {
                var isLater = side == "later";
                while (rows.Step())
                    relations[rows.Int(0)].Add(new StandingRelation((RelationKind)rows.Int(1), (RelationStatus)rows.Int(2), isLater, rows.Int(3) == (isLater ? 1 : 2), rows.Date(4)));
            }
        }
        var apart = new HashSet<long>();
        using (var rows = db.Prepare("SELECT j.value FROM json_each(?1) j WHERE EXISTS(SELECT 1 FROM scope_verdict WHERE claim_a = j.value) OR EXISTS(SELECT 1 FROM scope_verdict WHERE claim_b = j.value)").Add(keys))
        {
            while (rows.Step()) apart.Add(rows.Int(0));
        }
        return relations.ToDictionary(r => r.Key, r => Standings.Of(r.Value, apart.Contains(r.Key)));
    }
}

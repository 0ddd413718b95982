namespace ClaimGraph.Sqlite;

/// <summary>Who said it and who is spoken of, for many claims at once; and what their articles cite.</summary>
internal static class Attributions
{
    /// <summary>Steps name the actor that survived a merge, under the name that the article uses.</summary>
    public static ILookup<string, AttributionStep> Chains(Connection db, IReadOnlyCollection<string> claims)
    {
        var steps = new List<(string Claim, AttributionStep Step)>(claims.Count * 3);
        using var rows = db.Prepare("""
            SELECT c.ext, t.position, t.role, t.name, coalesce(m.ext, x.ext), y.ext, t.cue, t.cue_start, t.cue_end, t.quote, t.stance, t.inferred
            FROM json_each(?) j CROSS JOIN claim c ON c.ext = j.value CROSS JOIN attribution t ON t.claim_id = c.id
            LEFT JOIN actor x ON x.id = t.actor_id LEFT JOIN actor m ON m.id = x.merged_into LEFT JOIN source y ON y.id = t.source_id
            """).Add(Packed.Json(claims.Distinct(StringComparer.Ordinal)));
        while (rows.Step())
        {
            steps.Add((rows.Text(0), new AttributionStep((int)rows.Int(1), (ChainRole)rows.Int(2), rows.Text(3))
            {
                ActorId = rows.TextOrNull(4),
                SourceId = rows.TextOrNull(5),
                Cue = rows.TextOrNull(6),
                CueSpan = rows.IsNull(7) ? null : new Span((int)rows.Int(7), (int)rows.Int(8)),
                Quote = rows.TextOrNull(9),
                Stance = (Stance)rows.Int(10),
                Inferred = rows.Flag(11),
            }));
        }
        return steps.ToLookup(s => s.Claim, s => s.Step, StringComparer.Ordinal);
    }

    public static ILookup<string, ActorMention> Mentions(Connection db, IReadOnlyCollection<string> claims)
    {
        var mentions = new List<(string Claim, ActorMention Mention)>();
        using var rows = db.Prepare("""
            SELECT c.ext, coalesce(m.ext, x.ext), t.role, t.span_start, t.span_end FROM json_each(?) j CROSS JOIN claim c ON c.ext = j.value CROSS JOIN mention t ON t.claim_id = c.id
            CROSS JOIN actor x ON x.id = t.actor_id LEFT JOIN actor m ON m.id = x.merged_into
            """).Add(Packed.Json(claims.Distinct(StringComparer.Ordinal)));
        while (rows.Step())
            mentions.Add((rows.Text(0), new ActorMention(rows.Text(1), (MentionRole)rows.Int(2), rows.IsNull(3) ? null : new Span((int)rows.Int(3), (int)rows.Int(4)))));
        return mentions.ToLookup(m => m.Claim, m => m.Mention, StringComparer.Ordinal);
    }

    /// <summary>Edges within eight hops; UNION makes a circle end.</summary>
    public static ILookup<string, Citation> Citations(Connection db, IReadOnlyCollection<string> sources)
    {
        var citations = new List<Citation>();
        using var rows = db.Prepare("""
            WITH RECURSIVE walk(id, depth) AS (
                SELECT s.id, 0 FROM json_each(?) j CROSS JOIN source s ON s.ext = j.value
                UNION SELECT x.to_id, depth + 1 FROM walk CROSS JOIN cites x ON x.from_id = walk.id WHERE depth < 7),
            reach AS (SELECT DISTINCT id FROM walk)
            SELECT f.ext, t.ext, x.kind, x.cue, x.quote FROM reach CROSS JOIN cites x ON x.from_id = reach.id CROSS JOIN source f ON f.id = x.from_id CROSS JOIN source t ON t.id = x.to_id
            """).Add(Packed.Json(sources.Distinct(StringComparer.Ordinal)));
        while (rows.Step()) citations.Add(new Citation(rows.Text(0), rows.Text(1), (CitationKind)rows.Int(2), rows.TextOrNull(3), rows.TextOrNull(4)));
        return citations.ToLookup(c => c.FromId, StringComparer.Ordinal);
    }
}

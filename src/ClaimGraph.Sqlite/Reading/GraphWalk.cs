namespace ClaimGraph.Sqlite;

/// <summary>A node by its kind and key.</summary>
internal readonly record struct NodeKey(NodeKind Kind, long Id);

/// <summary>
/// Steps from one node to its neighbours, by small prepared statements that stop early: the most certain relations and the newest claims first. A hub shows some
/// of its neighbours, never all.
/// </summary>
internal sealed class GraphWalk(Connection db, IReadOnlyCollection<LinkKind>? links, long time)
{
    private const string InForce = "{0}.recorded_at <= ?3 AND ({0}.withdrawn_at IS NULL OR {0}.withdrawn_at > ?3)";

    private sealed record Step(NodeKind From, LinkKind Link, NodeKind To, string Sql);

    private static readonly Step[] Steps =
    [
        .. from kind in (LinkKind[])[LinkKind.Contradicts, LinkKind.Supersedes, LinkKind.Refines, LinkKind.Corroborates]
           from side in ((string, string)[])[("later_id", "earlier_id"), ("earlier_id", "later_id")]
           select new Step(NodeKind.Claim, kind, NodeKind.Claim, $"SELECT r.{side.Item2} FROM relation r WHERE r.{side.Item1} = ?1 AND r.kind = {(int)kind + 1} AND r.status <> 2 AND {F("r")} ORDER BY r.confidence DESC LIMIT ?2"),
        new(NodeKind.Claim, LinkKind.Answers, NodeKind.Question, "SELECT c.question_id FROM claim c WHERE c.id = ?1 AND c.question_id IS NOT NULL AND ?3 > 0 LIMIT ?2"),
        new(NodeKind.Claim, LinkKind.AppearsIn, NodeKind.Source, "SELECT c.source_id FROM claim c WHERE c.id = ?1 AND ?3 > 0 LIMIT ?2"),
        new(NodeKind.Claim, LinkKind.AttributedTo, NodeKind.Actor, "SELECT DISTINCT coalesce(x.merged_into, x.id) FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id = ?1 AND ?3 > 0 LIMIT ?2"),
        new(NodeKind.Claim, LinkKind.Mentions, NodeKind.Actor, "SELECT DISTINCT coalesce(x.merged_into, x.id) FROM mention t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id = ?1 AND ?3 > 0 LIMIT ?2"),
        new(NodeKind.Question, LinkKind.Answers, NodeKind.Claim, $"SELECT c.id FROM claim c WHERE c.question_id = ?1 AND {F("c")} ORDER BY c.day DESC, c.id DESC LIMIT ?2"),
        new(NodeKind.Source, LinkKind.AppearsIn, NodeKind.Claim, $"SELECT c.id FROM claim c WHERE c.source_id = ?1 AND {F("c")} ORDER BY c.day DESC, c.id DESC LIMIT ?2"),
        new(NodeKind.Source, LinkKind.Cites, NodeKind.Source, "SELECT DISTINCT k.to_id FROM cites k WHERE k.from_id = ?1 AND ?3 > 0 LIMIT ?2"),
        new(NodeKind.Source, LinkKind.Cites, NodeKind.Source, "SELECT k.from_id FROM cites k WHERE k.to_id = ?1 AND ?3 > 0 LIMIT ?2"),
        new(NodeKind.Source, LinkKind.PublishedBy, NodeKind.Source, "SELECT s.outlet_id FROM source s WHERE s.id = ?1 AND s.outlet_id IS NOT NULL AND ?3 > 0 LIMIT ?2"),
        new(NodeKind.Source, LinkKind.PublishedBy, NodeKind.Source, $"SELECT s.id FROM source s WHERE s.outlet_id = ?1 AND {F("s")} ORDER BY s.id DESC LIMIT ?2"),
        new(NodeKind.Actor, LinkKind.AttributedTo, NodeKind.Claim, $"SELECT k.claim_id FROM actor_claim k WHERE k.actor_id = ?1 AND k.mentioned = 0 AND {F("k")} ORDER BY k.day DESC, k.claim_id DESC LIMIT ?2"),
        new(NodeKind.Actor, LinkKind.Mentions, NodeKind.Claim, $"SELECT k.claim_id FROM actor_claim k WHERE k.actor_id = ?1 AND k.mentioned = 1 AND {F("k")} ORDER BY k.day DESC, k.claim_id DESC LIMIT ?2"),
    ];

    public IEnumerable<(NodeKey To, LinkKind Link)> From(NodeKey node, int most)
    {
        foreach (var step in Steps)
        {
            if (step.From != node.Kind || (links is not null && !links.Contains(step.Link))) continue;
            using var rows = db.Prepare(step.Sql).Add(node.Id).Add(most).Add(time);
            while (rows.Step()) yield return (new NodeKey(step.To, rows.Int(0)), step.Link);
        }
    }

    /// <summary>The node of a text id, or null: of what was merged, the survivor.</summary>
    public static NodeKey? Find(Connection db, string id)
    {
        var (kind, table) = (id.Split('_', 2)[0] + "_") switch
        {
            Ids.ClaimPrefix => (NodeKind.Claim, "claim"),
            Ids.SourcePrefix => (NodeKind.Source, "source"),
            Ids.ActorPrefix => (NodeKind.Actor, "actor"),
            Ids.QuestionPrefix => (NodeKind.Question, "question"),
            _ => (NodeKind.Claim, null),
        };
        if (table is null) return null;
        var key = table is "actor" or "question" ? "coalesce(merged_into, id)" : "id";
        return db.Prepare($"SELECT {key} FROM {table} WHERE ext = ?").Add(id).RunForInt() is { } found ? new NodeKey(kind, found) : null;
    }

    private static string F(string row) => InForce.Replace("{0}", row, StringComparison.Ordinal);
}

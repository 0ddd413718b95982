namespace ClaimGraph.Sqlite;

/// <summary>Labels of nodes, and every link between them.</summary>
internal static class GraphRows
{
    private const int LabelLength = 120;

    private static readonly (NodeKind Kind, string Sql)[] Labels =
    [
        (NodeKind.Claim, $"SELECT c.id, c.ext, substr(c.quote, 1, {LabelLength}), coalesce(x.name, s.outlet_name, s.title), c.day FROM json_each(?) j CROSS JOIN claim c ON c.id = j.value CROSS JOIN source s ON s.id = c.source_id LEFT JOIN actor x ON x.id = c.speaker_id"),
        (NodeKind.Source, $"SELECT s.id, s.ext, substr(coalesce(s.title, s.url, s.outlet_name, s.ext), 1, {LabelLength}), s.outlet_name, s.published_day FROM json_each(?) j CROSS JOIN source s ON s.id = j.value"),
        (NodeKind.Actor, "SELECT x.id, x.ext, x.name, NULL, -10000000 FROM json_each(?) j CROSS JOIN actor x ON x.id = j.value"),
        (NodeKind.Question, $"SELECT q.id, q.ext, substr(q.text, 1, {LabelLength}), NULL, q.latest_conflict_day FROM json_each(?) j CROSS JOIN question q ON q.id = j.value"),
    ];

    // ?1 claims, ?2 sources, ?3 actors, ?4 questions, ?5 the time: columns from, to, link, confidence, words, status.
    private static readonly (NodeKind From, NodeKind To, string Sql)[] Between =
    [
        (NodeKind.Claim, NodeKind.Claim, """
            SELECT r.later_id, r.earlier_id, r.kind - 1, r.confidence, r.rule, r.status FROM json_each(?1) j CROSS JOIN relation r ON r.later_id = j.value
            WHERE r.earlier_id IN (SELECT value FROM json_each(?1)) AND r.status <> 2 AND r.recorded_at <= ?5 AND (r.withdrawn_at IS NULL OR r.withdrawn_at > ?5)
            """),
        (NodeKind.Claim, NodeKind.Question, "SELECT c.id, c.question_id, 4, NULL, NULL, NULL FROM json_each(?1) j CROSS JOIN claim c ON c.id = j.value WHERE +c.question_id IN (SELECT value FROM json_each(?4)) AND ?5 > 0"),
        (NodeKind.Claim, NodeKind.Source, "SELECT c.id, c.source_id, 5, NULL, NULL, NULL FROM json_each(?1) j CROSS JOIN claim c ON c.id = j.value WHERE +c.source_id IN (SELECT value FROM json_each(?2)) AND ?5 > 0"),
        (NodeKind.Claim, NodeKind.Actor, """
            SELECT t.claim_id, coalesce(x.merged_into, x.id), 6, NULL, t.cue, NULL FROM json_each(?1) j CROSS JOIN attribution t ON t.claim_id = j.value CROSS JOIN actor x ON x.id = t.actor_id
            WHERE coalesce(x.merged_into, x.id) IN (SELECT value FROM json_each(?3)) AND ?5 > 0
            """),
        (NodeKind.Claim, NodeKind.Actor, """
            SELECT t.claim_id, coalesce(x.merged_into, x.id), 7, NULL, NULL, NULL FROM json_each(?1) j CROSS JOIN mention t ON t.claim_id = j.value CROSS JOIN actor x ON x.id = t.actor_id
            WHERE coalesce(x.merged_into, x.id) IN (SELECT value FROM json_each(?3)) AND ?5 > 0
            """),
        (NodeKind.Source, NodeKind.Source, "SELECT k.from_id, k.to_id, 8, NULL, k.cue, NULL FROM json_each(?2) j CROSS JOIN cites k ON k.from_id = j.value WHERE +k.to_id IN (SELECT value FROM json_each(?2)) AND ?5 > 0"),
        (NodeKind.Source, NodeKind.Source, "SELECT s.id, s.outlet_id, 9, NULL, NULL, NULL FROM json_each(?2) j CROSS JOIN source s ON s.id = j.value WHERE +s.outlet_id IN (SELECT value FROM json_each(?2)) AND ?5 > 0"),
    ];

    public static (List<GraphNode> Nodes, Dictionary<NodeKey, string> Ids) Nodes(Connection db, IReadOnlyCollection<NodeKey> shown)
    {
        var found = new Dictionary<NodeKey, GraphNode>();
        foreach (var (kind, sql) in Labels)
        {
            using var rows = db.Prepare(sql).Add(Keys(shown, kind));
            while (rows.Step()) found[new NodeKey(kind, rows.Int(0))] = new GraphNode(rows.Text(1), rows.Text(2), kind, rows.TextOrNull(3), PackedDate.Day(rows.Int(4)));
        }
        return ([.. shown.Select(s => found[s])], found.ToDictionary(f => f.Key, f => f.Value.Id));
    }

    public static IEnumerable<GraphLink> Links(Connection db, IReadOnlyCollection<NodeKey> shown, Dictionary<NodeKey, string> ids, long time)
    {
        var (claims, sources, actors, questions) = (Keys(shown, NodeKind.Claim), Keys(shown, NodeKind.Source), Keys(shown, NodeKind.Actor), Keys(shown, NodeKind.Question));
        var links = new List<GraphLink>();
        foreach (var (from, to, sql) in Between)
        {
            using var rows = db.Prepare(sql).AddAt(1, claims).AddAt(2, sources).AddAt(3, actors).AddAt(4, questions).AddAt(5, time);
            while (rows.Step())
            {
                var kind = (LinkKind)rows.Int(2);
                links.Add(new GraphLink(ids[new NodeKey(from, rows.Int(0))], ids[new NodeKey(to, rows.Int(1))], kind, rows.RealOrNull(3), rows.TextOrNull(4),
                    rows.IntOrNull(5) is { } status ? (RelationStatus)status : null, kind is not (LinkKind.Contradicts or LinkKind.Corroborates)));
            }
        }
        return links.DistinctBy(l => (l.From, l.To, l.Kind)).OrderByDescending(l => l.Confidence ?? 0);
    }

    private static string Keys(IEnumerable<NodeKey> nodes, NodeKind kind) => Packed.Json(nodes.Where(n => n.Kind == kind).Select(n => n.Id));
}

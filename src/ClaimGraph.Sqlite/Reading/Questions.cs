namespace ClaimGraph.Sqlite;

/// <summary>Questions by id and as boards.</summary>
internal static class Questions
{
    private const byte Conflicts = 21, Review = 22, Change = 23, Origins = 24, Latest = 25;

    private const string Columns = "q.ext, q.key, q.text, q.claim_count, q.conflict_count, q.position_count, q.article_count, q.latest_conflict_day, q.first_asserted, q.last_asserted, q.id";

    private static QuestionCard Read(Statement row, int first) => new(new Question(row.Text(first), row.Text(first + 1), row.Text(first + 2)))
    {
        ClaimCount = (int)row.Int(first + 3),
        ConflictCount = (int)row.Int(first + 4),
        PositionCount = (int)row.Int(first + 5),
        ArticleCount = (int)row.Int(first + 6),
        LatestConflict = PackedDate.Day(row.Int(first + 7)),
        FirstAsserted = row.DateOrNull(first + 8),
        LastAsserted = row.DateOrNull(first + 9),
    };

    public static IReadOnlyDictionary<string, QuestionCard> ById(Connection db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf)
    {
        var found = new Dictionary<string, QuestionCard>(ids.Count, StringComparer.Ordinal);
        using (var rows = db.Prepare($"SELECT {Columns}, o.ext FROM json_each(?) j CROSS JOIN question o ON o.ext = j.value CROSS JOIN question q ON q.id = coalesce(o.merged_into, o.id) WHERE o.recorded_at <= ?")
            .Add(Packed.Json(ids)).Add(asOf?.ToUnixTimeMilliseconds() ?? long.MaxValue))
        {
            while (rows.Step()) found[rows.Text(11)] = Read(rows, 0);
        }
        if (asOf is null) return found;
        var then = Then(db, found.Values, asOf.Value);
        return found.ToDictionary(f => f.Key, f => then[f.Value.Question.Id], StringComparer.Ordinal);
    }

    public static Page<QuestionCard> Page(Connection db, Filter<QuestionFilter>? where, QuestionOrder order, PageRequest page, DateTimeOffset? asOf)
    {
        var found = Of(where, order, asOf).Page(db, page, static (row, first) => Read(row, first));
        if (asOf is null || found.Edges.Count == 0) return found;
        var then = Then(db, found.Edges.Select(e => e.Node), asOf.Value);
        return found with { Edges = [.. found.Edges.Select(e => e with { Node = then[e.Node.Question.Id] })] };
    }

    /// <summary>Counts of the past have no index: as of a time the board of most conflicts is in the order of the latest conflict.</summary>
    private static Listing Of(Filter<QuestionFilter>? where, QuestionOrder order, DateTimeOffset? asOf)
    {
        var parts = new List<Sql> { new Sql().Add("q.claim_count > 0") };
        if (asOf is { } time) parts.Add(new Sql().Add("+q.recorded_at <= ").Value(time.ToUnixTimeMilliseconds()));
        if (where is not null) parts.Add(Filters.Condition(where, Condition));
        var condition = Filters.Join(parts, " AND ", "1");
        var (list, key) = order switch
        {
            QuestionOrder.NeedsReview => (Review, "q.unreviewed_count"),
            QuestionOrder.NewestChange => (Change, "q.changed_at"),
            QuestionOrder.MostOrigins => (Origins, "q.origin_count"),
            _ when asOf is not null => (Latest, "q.latest_conflict_day"),
            _ => (Conflicts, "q.conflict_count"),
        };
        return new Listing(list, true, [[new Arm("question q", key, "q.id", condition)]], new RowShape("question q", "q.id", Columns, ""));
    }

    // 1 = (SELECT 1 … LIMIT 1) and not EXISTS: SQLite makes a join of that, and may build a filter over all relations for it.
    private static Sql Condition(QuestionFilter f)
    {
        var parts = new List<Sql>();
        if (f.Text is { } text)
            parts.Add(Filters.Match(text) is { } match ? new Sql().Add("+q.id IN (SELECT rowid FROM question_text WHERE question_text MATCH ").Value(match).Add(")") : new Sql().Add("0"));
        if (f.Status is { Count: > 0 } decided && !decided.Contains(RelationStatus.Unreviewed))
        {
            // Those that persons decided are few beside all relations, so they are gone through once instead of every question's relations.
            var relations = new Sql().Add("q.id IN (SELECT r.question_id FROM relation r INDEXED BY relation_status_time WHERE r.status IN (SELECT value FROM json_each(").Value(Packed.Json(decided.Select(s => (long)s))).Add(")) AND r.withdrawn_at IS NULL");
            if (f.Kinds is { } kinds) relations.Add(" AND ").Add(Filters.Numbers("+r.kind", kinds));
            parts.Add(relations.Add(")"));
        }
        else if (f.Kinds is not null || f.Status is not null)
        {
            var relations = new Sql().Add("1 = (SELECT 1 FROM relation r WHERE r.question_id = q.id AND r.withdrawn_at IS NULL");
            if (f.Status is { } status) relations.Add(" AND ").Add(Filters.Numbers("+r.status", status));
            else relations.Add(" AND +r.status <> 2");
            if (f.Kinds is { } kinds) relations.Add(" AND ").Add(Filters.Numbers("+r.kind", kinds));
            parts.Add(relations.Add(" LIMIT 1)"));
        }
        if (f.Actors is { } actors) parts.Add(new Sql().Add("1 = (SELECT 1 FROM actor_question k WHERE k.question_id = q.id AND k.actor_id IN ").Add(Filters.Keys("actor", actors)).Add(" LIMIT 1)"));
        if (f.Sources is { } sources) parts.Add(OfClaims().Add("+c.source_id IN ").Add(Filters.Keys("source", sources)).Add(" LIMIT 1)"));
        if (f.Outlets is { } outlets) parts.Add(OfClaims().Add("(SELECT s.outlet_id FROM source s WHERE s.id = c.source_id) IN ").Add(Filters.Keys("source", outlets)).Add(" LIMIT 1)"));
        if (f.AssertedFrom is not null || f.AssertedTo is not null) parts.Add(OfClaims().Add(Filters.Days("c.day", f.AssertedFrom, f.AssertedTo)).Add(" LIMIT 1)"));
        if (f.Origins is { } origins)
        {
            // Between two positions that clash: the conflict list's filter, for one of the question's conflicts.
            parts.Add(new Sql().Add("1 = (SELECT 1 FROM relation r WHERE r.question_id = q.id AND r.conflict = 1 AND r.withdrawn_at IS NULL AND r.status <> 2 AND ")
                .Add(RelationLists.Condition(new RelationFilter { Origins = origins })).Add(" LIMIT 1)"));
        }
        return Filters.Join(parts, " AND ", "1");

        static Sql OfClaims() => new Sql().Add("1 = (SELECT 1 FROM claim c WHERE c.question_id = q.id AND c.withdrawn_at IS NULL AND ");
    }

    private static Dictionary<string, QuestionCard> Then(Connection db, IEnumerable<QuestionCard> questions, DateTimeOffset asOf)
    {
        // Where nothing changed since, the stored counters are those of then.
        var then = questions.DistinctBy(q => q.Question.Id).ToDictionary(q => q.Question.Id, StringComparer.Ordinal);
        var changed = new Dictionary<long, (string Id, long At)>();
        using (var rows = db.Prepare("SELECT q.id, q.ext, q.changed_at FROM json_each(?1) j CROSS JOIN question q ON q.ext = j.value AND q.changed_at > ?2").Add(Packed.Json(then.Keys)).Add(asOf.ToUnixTimeMilliseconds()))
        {
            while (rows.Step())
            {
                if (db.Past.Find<QuestionCard>(rows.Text(1), asOf, rows.Int(2)) is { } kept) then[rows.Text(1)] = kept;
                else changed.Add(rows.Int(0), (rows.Text(1), rows.Int(2)));
            }
        }
        if (changed.Count == 0) return then;
        const string claim = "c.recorded_at <= ?2 AND (c.withdrawn_at IS NULL OR c.withdrawn_at > ?2)";
        const string conflict = "r.conflict = 1 AND r.question_id = j.value AND r.recorded_at <= ?2 AND (r.withdrawn_at IS NULL OR r.withdrawn_at > ?2) AND r.status <> 2";
        using var counts = db.Prepare($"""
            SELECT j.value, count(c.source_id), count(DISTINCT c.source_id), count(DISTINCT c.position_id),
                (SELECT count(*) FROM relation r WHERE {conflict}), (SELECT max(r.later_day) FROM relation r WHERE {conflict}),
                (SELECT c.asserted FROM claim c WHERE c.question_id = j.value AND {claim} AND c.day > -10000000 ORDER BY c.day, c.id LIMIT 1),
                (SELECT c.asserted FROM claim c WHERE c.question_id = j.value AND {claim} AND c.day > -10000000 ORDER BY c.day DESC, c.id DESC LIMIT 1)
            FROM json_each(?1) j LEFT JOIN claim c INDEXED BY claim_past ON c.question_id = j.value AND {claim} GROUP BY j.value
            """).Add(Packed.Json(changed.Keys)).Add(asOf.ToUnixTimeMilliseconds());
        while (counts.Step())
        {
            var (id, at) = changed[counts.Int(0)];
            then[id] = then[id] with
            {
                ClaimCount = (int)counts.Int(1),
                ArticleCount = (int)counts.Int(2),
                PositionCount = (int)counts.Int(3),
                ConflictCount = (int)counts.Int(4),
                LatestConflict = counts.IntOrNull(5) is { } day ? PackedDate.Day(day) : null,
                FirstAsserted = counts.DateOrNull(6),
                LastAsserted = counts.DateOrNull(7),
            };
            db.Past.Keep(id, asOf, at, then[id]);
        }
        return then;
    }

    public static ILookup<string, SetApart> SetApart(Connection db, IReadOnlyCollection<string> questions)
    {
        var found = new List<SetApart>();
        using var rows = db.Prepare("""
            SELECT a.ext, o.ext, c.ext, t.reason FROM json_each(?) j CROSS JOIN question a ON a.ext = j.value CROSS JOIN set_apart t ON t.question_id = coalesce(a.merged_into, a.id)
            LEFT JOIN question o ON o.id = t.other_id LEFT JOIN claim c ON c.id = t.claim_id WHERE c.withdrawn_at IS NULL
            """).Add(Packed.Json(questions.Distinct(StringComparer.Ordinal)));
        while (rows.Step()) found.Add(new SetApart(rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.Text(3)));
        return found.ToLookup(s => s.QuestionId, StringComparer.Ordinal);
    }
}

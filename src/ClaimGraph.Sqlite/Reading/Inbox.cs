namespace ClaimGraph.Sqlite;

/// <summary>
/// What waits for a person: conflicts that nobody looked at, candidates, questions whether two actors are one. In the order of how many claims hang on it.
/// </summary>
internal static class Inbox
{
    private const byte Waiting = 61, Mine = 62, Suggestions = 63, Runs = 64;
    private const int Relations = 3, Candidates = 2, Merges = 1;

    private static readonly string RelationCards = $"SELECT r.id, {Cards.Relation("r", "l", "e")} FROM json_each(?) j CROSS JOIN relation r ON r.id = j.value {Cards.RelationJoins("r", "l", "e")}";

    private const string SuggestionColumns = "m.ext, a.ext, b.ext, m.score, m.reason, m.version";
    private const string SuggestionJoins = "CROSS JOIN actor a ON a.id = m.actor_a CROSS JOIN actor b ON b.id = m.actor_b";

    public static Page<ReviewItem> Page(Connection db, ReviewFilter? where, PageRequest page, DateTimeOffset? asOf)
    {
        if (where?.AssessedBy is { } by) return JudgedBy(db, by, where, page);

        var from = page.After is { } cursor ? Cursor.Read(Waiting, cursor) : (RowKey?)null;
        var keys = new List<RowKey>();
        foreach (var (kind, source) in Sources(where, asOf))
        {
            var sql = new Sql().Add($"SELECT {source.Key}, {source.Id} FROM {source.From} WHERE ").Add(source.Where);
            // Ties of weight go by kind, then by id, all downwards.
            if (from is { } f)
            {
                if (kind == f.Segment) sql.Add($" AND ({source.Key}, {source.Id}) < (").Value(f.Value).Add(", ").Value(f.Id).Add(")");
                else sql.Add($" AND {source.Key} {(kind < f.Segment ? "<=" : "<")} ").Value(f.Value);
            }
            using var rows = sql.Add($" ORDER BY {source.Key} DESC, {source.Id} DESC LIMIT ").Value(page.First + 1).Prepare(db);
            while (rows.Step()) keys.Add(new RowKey(kind, rows.Int(0), rows.Int(1)));
        }
        keys = [.. keys.OrderByDescending(k => k.Value).ThenByDescending(k => k.Segment).ThenByDescending(k => k.Id).Take(page.First + 1)];
        return Items(db, Waiting, keys, page, page.WithTotal ? Total(db, where, asOf) : null);
    }

    private static int? Total(Connection db, ReviewFilter? where, DateTimeOffset? asOf)
    {
        if (where is null && asOf is null) return (int)Counters.Of(db, "unreviewed");
        var counted = where is null ? Facets(db, where, asOf) is var f ? f.Relations.Values.Sum() + f.Candidates + f.Merges : 0 : Sources(where, asOf).Sum(s => Count(db, s.Source));
        return counted > Listing.MostCounted ? null : counted;
    }

    private static IEnumerable<(int Kind, Arm Source)> Sources(ReviewFilter? where, DateTimeOffset? asOf)
    {
        var only = where?.Candidates == true || where?.Merges == true;
        var recorded = asOf is { } time ? time.ToUnixTimeMilliseconds() : (long?)null;
        Sql Recorded(string row) => recorded is { } t ? new Sql().Add($"{row}.recorded_at <= ").Value(t) : new Sql();

        if (!only)
            yield return (Relations, new Arm("relation r INDEXED BY relation_open", "r.weight", "r.id", Filters.Join([new Sql().Add("r.conflict = 1 AND r.status = 0 AND r.withdrawn_at IS NULL"), Recorded("r"), RelationLists.Condition(
                new RelationFilter { Kinds = where?.Kinds, Questions = where?.Questions, Actors = where?.Actors })], " AND ", "1")));
        if (where?.Candidates != false && (where?.Merges != true || where.Candidates == true))
        {
            var parts = new List<Sql> { new Sql().Add("d.status = 0 AND d.withdrawn_at IS NULL"), Recorded("d") };
            if (where?.Kinds is { } kinds) parts.Add(Filters.Numbers("d.kind", kinds));
            if (where?.Questions is { } questions) parts.Add(new Sql().Add("+d.question_id IN ").Add(Filters.Keys("question", questions)));
            if (where?.Actors is { } actors)
                parts.Add(new Sql().Add("1 = (SELECT 1 FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id IN (d.a_id, d.b_id) AND coalesce(x.merged_into, x.id) IN ").Add(Filters.Keys("actor", actors)).Add(" LIMIT 1)"));
            yield return (Candidates, new Arm("candidate d", "d.weight", "d.id", Filters.Join(parts, " AND ", "1")));
        }
        if (where?.Merges != false && (where?.Candidates != true || where.Merges == true) && where?.Kinds is null && where?.Questions is null)
        {
            var parts = new List<Sql> { new Sql().Add("m.status = 0"), Recorded("m") };
            if (where?.Actors is { } actors) parts.Add(new Sql().Add("(m.actor_a IN ").Add(Filters.Keys("actor", actors)).Add(" OR m.actor_b IN ").Add(Filters.Keys("actor", actors)).Add(")"));
            yield return (Merges, new Arm("merge_suggestion m", "m.weight", "m.id", Filters.Join(parts, " AND ", "1")));
        }
    }

    /// <summary>Whatever kinds a list shows: what each has, of all that waits.</summary>
    public static ReviewFacets Facets(Connection db, ReviewFilter? where, DateTimeOffset? asOf)
    {
        var all = (where ?? new()) with { Kinds = null, Candidates = null, Merges = null, AssessedBy = null };
        if (all != new ReviewFilter()) return Counted(db, all, asOf);
        if (asOf is not { } time)
        {
            var kinds = Enum.GetValues<RelationKind>().Select(kind => (Kind: kind, N: (int)Counters.Of(db, ClaimGraph.Sqlite.Facets.Counter(kind, true, RelationStatus.Unreviewed)))).Where(k => k.N > 0);
            return new(kinds.ToDictionary(k => k.Kind, k => k.N), Sum(db, all with { Candidates = true }, null), Sum(db, all with { Merges = true }, null));
        }
        return db.Past.Of(db, ["inbox"], time, ids => ids.Select(id => (id, Counted(db, all, time))))["inbox"];
    }

    /// <param name="all">A filter that says nothing of kinds.</param>
    private static ReviewFacets Counted(Connection db, ReviewFilter all, DateTimeOffset? asOf)
    {
        // A conflict is of no other kind; looking for one would go through all of them.
        var relations = new Dictionary<RelationKind, int>();
        foreach (var kind in (RelationKind[])[RelationKind.Contradicts, RelationKind.Supersedes])
        {
            if (Sum(db, all with { Kinds = [kind], Candidates = false, Merges = false }, asOf) is > 0 and var n) relations.Add(kind, n);
        }
        return new(relations, Sum(db, all with { Candidates = true }, asOf), Sum(db, all with { Merges = true }, asOf));
    }

    private static int Sum(Connection db, ReviewFilter one, DateTimeOffset? asOf) => Math.Min(Listing.MostCounted, Sources(one, asOf).Sum(s => Count(db, s.Source)));

    private static int Count(Connection db, Arm source)
    {
        using var row = new Sql().Add($"SELECT count(*) FROM (SELECT 1 FROM {source.From} WHERE ").Add(source.Where).Add($" LIMIT {Listing.MostCounted + 1})").Prepare(db);
        row.Step();
        return (int)row.Int(0);
    }

    /// <summary>What one person judged, the latest first; each thing once, by its latest verdict.</summary>
    private static Page<ReviewItem> JudgedBy(Connection db, string by, ReviewFilter where, PageRequest page)
    {
        var from = page.After is { } cursor ? Cursor.Read(Mine, cursor).Value : long.MaxValue;
        var keys = new List<RowKey>();
        using (var rows = db.Prepare("""
            SELECT v.id, r.id, d.id, m.id FROM assessment v LEFT JOIN relation r ON r.ext = v.target LEFT JOIN candidate d ON d.ext = v.target LEFT JOIN merge_suggestion m ON m.ext = v.target
            WHERE v.by = ?1 AND v.id < ?2 AND coalesce(r.id, d.id, m.id) IS NOT NULL AND NOT EXISTS(SELECT 1 FROM assessment l WHERE l.target = v.target AND l.id > v.id AND l.by = ?1)
                AND iif(?3, d.id IS NOT NULL, iif(?4, m.id IS NOT NULL, 1)) ORDER BY v.id DESC LIMIT ?5
            """).Add(by).Add(from).Add(where.Candidates == true).Add(where.Merges == true).Add(page.First + 1))
        {
            while (rows.Step())
            {
                var (kind, id) = rows.IntOrNull(1) is { } relation ? (Relations, relation) : rows.IntOrNull(2) is { } candidate ? (Candidates, candidate) : (Merges, rows.Int(3));
                keys.Add(new RowKey(kind, rows.Int(0), id));
            }
        }
        return Items(db, Mine, keys, page, null);
    }

    private static Page<ReviewItem> Items(Connection db, byte list, List<RowKey> keys, PageRequest page, int? total)
    {
        var more = keys.Count > page.First;
        if (more) keys.RemoveRange(page.First, keys.Count - page.First);
        var found = new Dictionary<(int Kind, long Id), ReviewItem>();
        using (var rows = db.Prepare(RelationCards).Add(Of(Relations)))
        {
            while (rows.Step()) found[(Relations, rows.Int(0))] = new ReviewItem(Cards.ReadRelation(rows, 1), null, null);
        }
        using (var rows = db.Prepare($"SELECT d.id, {Cards.CandidateColumns} FROM json_each(?) j CROSS JOIN candidate d ON d.id = j.value {Cards.CandidateJoins}").Add(Of(Candidates)))
        {
            while (rows.Step()) found[(Candidates, rows.Int(0))] = new ReviewItem(null, Cards.ReadCandidate(rows, 1), null);
        }
        using (var rows = db.Prepare($"SELECT m.id, {SuggestionColumns} FROM json_each(?) j CROSS JOIN merge_suggestion m ON m.id = j.value {SuggestionJoins}").Add(Of(Merges)))
        {
            while (rows.Step()) found[(Merges, rows.Int(0))] = new ReviewItem(null, null, ReadSuggestion(rows, 1));
        }
        return new Page<ReviewItem>([.. keys.Select(k => new Edge<ReviewItem>(found[(k.Segment, k.Id)], Cursor.Write(list, k)))], more, page.After is not null, total);

        string Of(int kind) => Packed.Json(keys.Where(k => k.Segment == kind).Select(k => k.Id));
    }

    public static Page<MergeSuggestion> OpenSuggestions(Connection db, PageRequest page) =>
        new Listing(Suggestions, true, [[new Arm("merge_suggestion m", "m.weight", "m.id", new Sql().Add("m.status = 0"))]], new RowShape("merge_suggestion m", "m.id", SuggestionColumns, SuggestionJoins))
            .Page(db, page, static (row, first) => ReadSuggestion(row, first));

    public static IReadOnlyDictionary<string, MergeSuggestion> SuggestionsById(Connection db, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, MergeSuggestion>(ids.Count, StringComparer.Ordinal);
        using var rows = db.Prepare($"SELECT {SuggestionColumns} FROM json_each(?) j CROSS JOIN merge_suggestion m ON m.ext = j.value {SuggestionJoins}").Add(Packed.Json(ids));
        while (rows.Step()) found[rows.Text(0)] = ReadSuggestion(rows, 0);
        return found;
    }

    public static Page<IngestionRun> RunPage(Connection db, PageRequest page) =>
        new Listing(Runs, true, [[new Arm("run u", "u.started_at", "u.id", new Sql().Add("1"))]], new RowShape("run u", "u.id", "u.json", "")).Page(db, page, static (row, first) => ClaimJson.ReadRun(row.Text(first)));

    private static MergeSuggestion ReadSuggestion(Statement row, int first) => new(row.Text(first), row.Text(first + 1), row.Text(first + 2), row.Real(first + 3), row.Text(first + 4), (int)row.Int(first + 5));
}

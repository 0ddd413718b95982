namespace ClaimGraph.Sqlite;

/// <summary>Reads parts of the graph as they are kept, in the order of their text ids, whatever the order of the rows.</summary>
internal static class KeptReader
{
    public static IReadOnlyList<Kept> Read(Connection db, GraphPart part, string reached, int most) => part switch
    {
        GraphPart.Runs => Rows(db, "SELECT ext, json FROM run WHERE ext > ? ORDER BY ext LIMIT ?", reached, most, r => new KeptRun(r.Text(0), r.Text(1))),
        GraphPart.Assessments => Assessments(db, reached, most),
        GraphPart.Sources => Sources(db, reached, most),
        GraphPart.Actors => Rows(db, "SELECT ext, name, kind, aliases FROM actor WHERE ext > ? ORDER BY ext LIMIT ?", reached, most,
            r => new KeptActor(new Actor(r.Text(0), r.Text(1), (ActorKind)r.Int(2)) { Aliases = Packed.Lines(r.TextOrNull(3)) })),
        GraphPart.MergedActors => Merged(db, "actor", reached, most),
        GraphPart.Questions => Rows(db, "SELECT ext, key, text, recorded_at, changed_at FROM question WHERE ext > ? ORDER BY ext LIMIT ?", reached, most,
            r => new KeptQuestion(new Question(r.Text(0), r.Text(1), r.Text(2)), Packed.Time(r.Int(3)), Packed.Time(r.Int(4)))),
        GraphPart.MergedQuestions => Merged(db, "question", reached, most),
        GraphPart.Positions => Rows(db, """
            SELECT p.ext, q.ext, p.value_text, p.form, p.low, p.high, p.unit, p.vague, p.scope, p.condition FROM position p CROSS JOIN question q ON q.id = p.question_id WHERE p.ext > ? ORDER BY p.ext LIMIT ?
            """, reached, most, r => new KeptPosition(new Position(r.Text(0), r.Text(1), ValueForm.Read(r, 2)))),
        GraphPart.Claims => Rows(db, """
            SELECT c.ext, k.json, c.question_ext, c.position_ext, o.ext, c.recorded_at, c.withdrawn_at, v.ext, c.standing, c.standing_since
            FROM claim c CROSS JOIN claim_record k ON k.claim_id = c.id CROSS JOIN origin o ON o.id = c.origin_id LEFT JOIN assessment v ON v.id = c.withdrawn_by WHERE c.ext > ? ORDER BY c.ext LIMIT ?
            """, reached, most, r => new KeptClaim(
                r.Text(0), r.Text(1), r.TextOrNull(2), r.TextOrNull(3), r.Text(4), Packed.Time(r.Int(5)), Time(r, 6), r.TextOrNull(7), (Standing)r.Int(8), r.DateOrNull(9))),
        GraphPart.Citations => Citations(db, reached, most),
        GraphPart.Blocks => Rows(db, "SELECT ext, revision FROM block WHERE ext > ? ORDER BY ext LIMIT ?", reached, most, r => new KeptBlock(r.Text(0), r.Int(1))),
        GraphPart.Relations => Rows(db, $"""
            SELECT {Cards.RelationOnly("r")}, l.ext, e.ext, r.withdrawn_at, v.ext, r.weight, r.found FROM relation r CROSS JOIN claim l ON l.id = r.later_id CROSS JOIN claim e ON e.id = r.earlier_id
            LEFT JOIN assessment v ON v.id = r.withdrawn_by WHERE r.ext > ? ORDER BY r.ext LIMIT ?
            """, reached, most, r => new KeptRelation(Cards.ReadRelation(r, 0, r.Text(Cards.RelationColumns), r.Text(Cards.RelationColumns + 1)), Time(r, Cards.RelationColumns + 2), r.TextOrNull(Cards.RelationColumns + 3), r.Int(Cards.RelationColumns + 4), r.Flag(Cards.RelationColumns + 5))),
        GraphPart.Candidates => Rows(db, $"""
            SELECT {Cards.CandidateColumns}, d.withdrawn_at, v.ext, d.weight FROM candidate d {Cards.CandidateJoins} LEFT JOIN assessment v ON v.id = d.withdrawn_by WHERE d.ext > ? ORDER BY d.ext LIMIT ?
            """, reached, most, r => new KeptCandidate(Cards.ReadCandidate(r, 0), Time(r, 13), r.TextOrNull(14), r.Int(15))),
        GraphPart.SetApart => SetAparts(db, reached, most),
        GraphPart.ScopeVerdicts => Rows(db, """
            SELECT a.ext, b.ext, q.ext, v.ext FROM scope_verdict s CROSS JOIN claim a ON a.id = s.claim_a CROSS JOIN claim b ON b.id = s.claim_b CROSS JOIN assessment v ON v.id = s.assessment_id
            LEFT JOIN question q ON q.id = s.question_id WHERE a.ext || '|' || b.ext > ? ORDER BY a.ext || '|' || b.ext LIMIT ?
            """, reached, most, r => new KeptScopeVerdict(r.Text(0), r.Text(1), r.TextOrNull(2), r.Text(3))),
        GraphPart.MergeSuggestions => Rows(db, """
            SELECT m.ext, a.ext, b.ext, m.score, m.reason, m.version, m.status, m.recorded_at, m.weight FROM merge_suggestion m CROSS JOIN actor a ON a.id = m.actor_a CROSS JOIN actor b ON b.id = m.actor_b
            WHERE m.ext > ? ORDER BY m.ext LIMIT ?
            """, reached, most, r => new KeptSuggestion(new MergeSuggestion(r.Text(0), r.Text(1), r.Text(2), r.Real(3), r.Text(4), (int)r.Int(5)), (RelationStatus)r.Int(6), Packed.Time(r.Int(7)), r.Int(8))),
        GraphPart.ActorMerges => Rows(db, """
            SELECT m.ext, f.ext, i.ext, m.by, m.at, v.ext, m.undone_at FROM actor_merge m CROSS JOIN actor f ON f.id = m.from_id CROSS JOIN actor i ON i.id = m.into_id CROSS JOIN assessment v ON v.id = m.assessment_id
            WHERE m.ext > ? ORDER BY m.ext LIMIT ?
            """, reached, most, r => new KeptMerge(r.Text(0), r.Text(1), r.Text(2), r.Text(3), Packed.Time(r.Int(4)), r.Text(5), Time(r, 6))),
        GraphPart.Changes => [.. Feed.After(db, Number(reached), most).Select(c => new KeptChange(c))],
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static List<Kept> Rows(Connection db, string sql, string reached, int most, Func<Statement, Kept> read)
    {
        var found = new List<Kept>();
        using var rows = db.Prepare(sql).Add(reached).Add(most);
        while (rows.Step()) found.Add(read(rows));
        return found;
    }

    private static long Number(string reached) => reached.Length == 0 ? 0 : long.Parse(reached, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(Statement row, int column) => row.IntOrNull(column) is { } at ? Packed.Time(at) : null;

    private static List<Kept> Merged(Connection db, string table, string reached, int most) =>
        Rows(db, $"SELECT t.ext, i.ext FROM {table} t CROSS JOIN {table} i ON i.id = t.merged_into WHERE t.ext > ? ORDER BY t.ext LIMIT ?", reached, most, r => new KeptMerged(r.Text(0), r.Text(1)));

    private static List<Kept> Assessments(Connection db, string reached, int most)
    {
        var found = new List<Kept>();
        using var rows = db.Prepare("""
            SELECT v.ext, v.target, v.verdict, v.by, v.at, v.reason, v.before, v.after, u.by, u.at, u.reason, k.seq FROM (SELECT assessment, min(seq) AS seq FROM change WHERE assessment IS NOT NULL GROUP BY assessment) k
            CROSS JOIN assessment v ON v.ext = k.assessment LEFT JOIN undoing u ON u.assessment_id = v.id WHERE k.seq > ? ORDER BY k.seq LIMIT ?
            """).Add(Number(reached)).Add(most);
        while (rows.Step())
        {
            var assessment = new Assessment(rows.Text(0), rows.Text(1), (Verdict)rows.Int(2), rows.Text(3), Packed.Time(rows.Int(4)), rows.TextOrNull(5)) { UndoneBy = rows.TextOrNull(8), UndoneAt = Time(rows, 9) };
            found.Add(new KeptAssessment(assessment, rows.Int(11), State(rows.TextOrNull(6)), State(rows.TextOrNull(7)), rows.TextOrNull(10)));
        }
        return found;

        static KeptState? State(string? stored) => stored is not null && RelationState.Read(stored) is var s ? new KeptState(s.Kind, s.Conflict, s.Status, s.Inputs) : null;
    }

    private static List<Kept> Sources(Connection db, string reached, int most) => Rows(db, $"""
        SELECT {Sqlite.Sources.Columns}, s.content_hash, s.signature, a.body, a.furniture, a.notices FROM source s LEFT JOIN article a ON a.source_id = s.id WHERE s.ext > ? ORDER BY s.ext LIMIT ?
        """, reached, most, r => new KeptSource(
            Sqlite.Sources.Read(r, 0) with { ClaimCount = 0, ConflictCount = 0 }, r.TextOrNull(15), r.IsNull(16) ? null : Packed.Signature(r.Bytes(16)),
            r.TextOrNull(17) is { } body ? new StoredText(r.Text(0), body, Packed.Spans(r.TextOrNull(18)), Packed.Notices(r.TextOrNull(19))) : null));

    private static List<Kept> Citations(Connection db, string reached, int most)
    {
        var found = new List<(string From, Citation Citation)>();
        using (var rows = db.Prepare("""
            SELECT s.ext, t.ext, x.kind, x.cue, x.quote FROM (SELECT ext, id FROM source WHERE ext > ? AND EXISTS(SELECT 1 FROM cites WHERE from_id = source.id) ORDER BY ext LIMIT ?) s
            CROSS JOIN cites x ON x.from_id = s.id CROSS JOIN source t ON t.id = x.to_id ORDER BY s.ext, t.ext, x.kind
            """).Add(reached).Add(most))
        {
            while (rows.Step()) found.Add((rows.Text(0), new Citation(rows.Text(0), rows.Text(1), (CitationKind)rows.Int(2), rows.TextOrNull(3), rows.TextOrNull(4))));
        }
        return [.. found.GroupBy(f => f.From, f => f.Citation).Select(g => new KeptCitations(g.Key, [.. g]))];
    }

    private static List<Kept> SetAparts(Connection db, string reached, int most)
    {
        var found = new List<SetApart>();
        using (var rows = db.Prepare("""
            SELECT q.ext, o.ext, c.ext, t.reason FROM (SELECT ext, id FROM question WHERE ext > ? AND EXISTS(SELECT 1 FROM set_apart WHERE question_id = question.id) ORDER BY ext LIMIT ?) q
            CROSS JOIN set_apart t ON t.question_id = q.id LEFT JOIN question o ON o.id = t.other_id LEFT JOIN claim c ON c.id = t.claim_id ORDER BY q.ext, o.ext, c.ext
            """).Add(reached).Add(most))
        {
            while (rows.Step()) found.Add(new SetApart(rows.Text(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.Text(3)));
        }
        return [.. found.GroupBy(f => f.QuestionId).Select(g => new KeptSetApart(g.Key, [.. g]))];
    }
}

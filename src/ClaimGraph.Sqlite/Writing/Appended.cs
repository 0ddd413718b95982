namespace ClaimGraph.Sqlite;

/// <summary>A verdict as it was appended, with what it changed.</summary>
internal sealed record Appended(long Id, string Ext, string Target, string? Before, bool Undone)
{
    public static (long Id, string Ext) Add(Connection db, long now, AssessmentRequest request, RelationState? before, RelationState? after)
    {
        var ext = Ids.New(Ids.AssessmentPrefix);
        db.Prepare("INSERT INTO assessment(ext, target, verdict, by, at, reason, before, after) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
            .Add(ext).Add(request.TargetId).Add((long)request.Verdict).Add(request.By).Add(now).Add(request.Reason).Add(before?.Write()).Add(after?.Write()).Run();
        return (db.LastId, ext);
    }

    /// <param name="id">An assessment's id, or that of the merge that it made.</param>
    public static Appended? Find(Connection db, string id)
    {
        using var row = db.Prepare("""
            SELECT v.id, v.ext, v.target, v.before, u.assessment_id IS NOT NULL FROM assessment v LEFT JOIN undoing u ON u.assessment_id = v.id
            WHERE v.id IN (SELECT id FROM assessment WHERE ext = ?1 UNION SELECT assessment_id FROM actor_merge WHERE ext = ?1)
            """).Add(id);
        return row.Step() ? new Appended(row.Int(0), row.Text(1), row.Text(2), row.TextOrNull(3), row.Flag(4)) : null;
    }

    /// <summary>Whether a later verdict in force stands on this one.</summary>
    public static bool HasLater(Connection db, Appended verdict) =>
        db.Prepare("SELECT EXISTS(SELECT 1 FROM assessment v WHERE v.target = ? AND v.id > ? AND v.before IS NOT NULL AND NOT EXISTS(SELECT 1 FROM undoing u WHERE u.assessment_id = v.id))")
            .Add(verdict.Target).Add(verdict.Id).RunForInt() == 1;
}

/// <summary>A candidate as a verdict needs it.</summary>
internal sealed record CandidateRow(long Id, RelationKind Kind, long A, long B, long? QuestionId, RelationStatus Status, int Version, bool Withdrawn, string Inputs, Relation IfConfirmed)
{
    public static CandidateRow? Find(Connection db, string ext)
    {
        using var row = db.Prepare("SELECT id, kind, a_id, b_id, question_id, status, version, withdrawn_at IS NOT NULL, inputs, if_confirmed FROM candidate WHERE ext = ?").Add(ext);
        return !row.Step() ? null
            : new CandidateRow(row.Int(0), (RelationKind)row.Int(1), row.Int(2), row.Int(3), row.IntOrNull(4), (RelationStatus)row.Int(5), (int)row.Int(6), row.Flag(7), row.Text(8), ClaimJson.ReadRelation(row.Text(9)));
    }
}

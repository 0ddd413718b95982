using ClaimGraph.Comparison;

namespace ClaimGraph.Sqlite;

/// <summary>Stores parts of a graph as they were kept elsewhere. Counters and lists are left to <see cref="Rebuild"/>.</summary>
internal sealed class KeptWriter(Connection db)
{
    public void Write(IReadOnlyList<Kept> page)
    {
        var claims = page.OfType<KeptClaim>().Select(c => ClaimJson.Read(c.Record)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var names = new Names(db, 0);
        names.Find(claims.Values);
        foreach (var kept in page) Write(kept, claims, names);
    }

    /// <summary>What pointed at a later row of its own part.</summary>
    public static void Finish(Connection db) =>
        db.Run("UPDATE source SET outlet_id = (SELECT o.id FROM source o WHERE o.ext = source.outlet_ext) WHERE outlet_ext IS NOT NULL AND outlet_id IS NULL");

    private void Write(Kept kept, Dictionary<string, Claim> claims, Names names)
    {
        switch (kept)
        {
            case KeptRun run:
                db.Prepare("INSERT INTO run(ext, started_at, json) VALUES(?, ?, ?)").Add(run.Key).Add(ClaimJson.ReadRun(run.Json).StartedAt.ToUnixTimeMilliseconds()).Add(run.Json).Run();
                break;
            case KeptAssessment assessment:
                Add(assessment);
                break;
            case KeptSource source:
                Add(source);
                break;
            case KeptActor { Actor: var actor }:
                Names.Insert(db, actor);
                break;
            case KeptMerged merged:
                var table = merged.Key.StartsWith(Ids.ActorPrefix, StringComparison.Ordinal) ? "actor" : "question";
                db.Prepare($"UPDATE {table} SET merged_into = (SELECT id FROM {table} WHERE ext = ?) WHERE ext = ?").Add(merged.Into).Add(merged.Key).Run();
                break;
            case KeptQuestion { Question: var question } q:
                db.Prepare("INSERT INTO question(ext, key, text, recorded_at, changed_at) VALUES(?, ?, ?, ?, ?)").Add(question.Id).Add(question.Key).Add(question.Text).Add(Time(q.RecordedAt)).Add(Time(q.ChangedAt)).Run();
                break;
            case KeptPosition { Position: var position }:
                db.Prepare("INSERT INTO position(ext, question_id, value_text, form, low, high, unit, vague, scope, condition) SELECT ?, id, ?, ?, ?, ?, ?, ?, ?, ? FROM question WHERE ext = ?")
                    .Add(position.Id).AddValue(position.Value).Add(position.QuestionId).Run();
                break;
            case KeptClaim claim:
                Add(claim, claims[claim.Key], names);
                break;
            case KeptCitations citations:
                foreach (var c in citations.Citations)
                    db.Prepare("INSERT INTO cites(from_id, to_id, kind, cue, quote) SELECT f.id, t.id, ?, ?, ? FROM source f, source t WHERE f.ext = ? AND t.ext = ?").Add((long)c.Kind).Add(c.Cue).Add(c.Quote).Add(c.FromId).Add(c.ToId).Run();
                break;
            case KeptBlock block:
                db.Prepare("INSERT INTO block(ext, revision) VALUES(?1, ?2) ON CONFLICT(ext) DO UPDATE SET revision = ?2").Add(block.Key).Add(block.Revision).Run();
                break;
            case KeptRelation relation:
                Add(relation);
                break;
            case KeptCandidate candidate:
                Add(candidate);
                break;
            case KeptSetApart apart:
                foreach (var a in apart.SetApart)
                    db.Prepare("INSERT INTO set_apart(question_id, other_id, claim_id, reason) SELECT id, coalesce((SELECT id FROM question WHERE ext = ?), 0), coalesce((SELECT id FROM claim WHERE ext = ?), 0), ? FROM question WHERE ext = ?")
                        .Add(a.OtherQuestionId).Add(a.ClaimId).Add(a.Reason).Add(a.QuestionId).Run();
                break;
            case KeptScopeVerdict scope:
                db.Prepare("""
                    INSERT INTO scope_verdict(claim_a, claim_b, question_id, assessment_id) SELECT a.id, b.id, coalesce((SELECT id FROM question WHERE ext = ?), 0), v.id FROM claim a, claim b, assessment v
                    WHERE a.ext = ? AND b.ext = ? AND v.ext = ?
                    """).Add(scope.QuestionId).Add(scope.ClaimA).Add(scope.ClaimB).Add(scope.AssessmentId).Run();
                break;
            case KeptSuggestion { Suggestion: var s } suggestion:
                db.Prepare("""
                    INSERT INTO merge_suggestion(ext, actor_a, actor_b, score, reason, status, version, recorded_at, weight) SELECT ?, a.id, b.id, ?, ?, ?, ?, ?, ? FROM actor a, actor b WHERE a.ext = ? AND b.ext = ?
                    """).Add(s.Id).Add(s.Score).Add(s.Reason).Add((long)suggestion.Status).Add(s.Version).Add(Time(suggestion.RecordedAt)).Add(suggestion.Weight).Add(s.ActorA).Add(s.ActorB).Run();
                break;
            case KeptMerge merge:
                db.Prepare("""
                    INSERT INTO actor_merge(ext, from_id, into_id, by, at, assessment_id, undone_at) SELECT ?, f.id, i.id, ?, ?, v.id, ? FROM actor f, actor i, assessment v WHERE f.ext = ? AND i.ext = ? AND v.ext = ?
                    """).Add(merge.Key).Add(merge.By).Add(Time(merge.At)).Add(Time(merge.UndoneAt)).Add(merge.FromId).Add(merge.IntoId).Add(merge.AssessmentId).Run();
                break;
            case KeptChange { Change: var change }:
                db.Prepare("INSERT INTO change(seq, at, source, assessment, relations, conflicts, run) VALUES(?, ?, ?, ?, ?, ?, ?)")
                    .Add(change.Sequence).Add(Time(change.At)).Add(change.SourceId).Add(change.AssessmentId).Add(string.Join('\n', change.Relations)).Add(string.Join('\n', change.Conflicts)).Add(change.RunId).Run();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kept), kept, null);
        }
    }

    private void Add(KeptAssessment kept)
    {
        var assessment = kept.Assessment;
        db.Prepare("INSERT INTO assessment(ext, target, verdict, by, at, reason, before, after) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
            .Add(assessment.Id).Add(assessment.TargetId).Add((long)assessment.Verdict).Add(assessment.By).Add(Time(assessment.At)).Add(assessment.Reason).Add(State(kept.Before)).Add(State(kept.After)).Run();
        if (assessment is { UndoneAt: { } at, UndoneBy: { } by })
            db.Prepare("INSERT INTO undoing(assessment_id, by, at, reason) VALUES(?, ?, ?, ?)").Add(db.LastId).Add(by).Add(Time(at)).Add(kept.UndoneReason).Run();

        static string? State(KeptState? s) => s is null ? null : new RelationState(s.Kind, s.Conflict, s.Status, s.Inputs).Write();
    }

    private void Add(KeptSource kept)
    {
        var id = new Names(db, Time(kept.Source.RecordedAt)).Insert(kept.Source, kept.ContentHash, kept.Signature);
        if (kept.Text is { } text)
            db.Prepare("INSERT INTO article(source_id, body, furniture, notices) VALUES(?, ?, ?, ?)").Add(id).Add(text.Text).Add(Packed.Json(text.Furniture)).Add(Packed.Json(text.Notices)).Run();
    }

    private void Add(KeptClaim kept, Claim claim, Names names)
    {
        var recorded = Time(kept.RecordedAt);
        var place = kept is { QuestionId: { } question, PositionId: { } position } ? new Placement(kept.Key, question, position) : null;
        var row = new ClaimWriter(db, recorded, names, new Places(db, recorded)).Write(claim, names.Source(claim.SourceId), place, kept.Origin, null);
        db.Prepare("UPDATE claim_record SET json = ?1 WHERE claim_id = ?2 AND json <> ?1").Add(kept.Record).Add(row.Id).Run();
        db.Prepare("UPDATE claim SET standing = ?, standing_since = ?, withdrawn_at = ?, withdrawn_by = (SELECT id FROM assessment WHERE ext = ?) WHERE id = ?")
            .Add((long)kept.Standing).Add(kept.StandingSince is { } since ? PackedDate.Write(since) : null).Add(Time(kept.WithdrawnAt)).Add(kept.WithdrawnBy).Add(row.Id).Run();
        if (kept.WithdrawnAt is not null) Blocks.Leave(db, row.Id);
    }

    private void Add(KeptRelation kept)
    {
        var relation = kept.Relation;
        Relations(Time(relation.RecordedAt), relation.LaterId, relation.EarlierId).Insert(relation, relation.Status);
        db.Prepare("UPDATE relation SET version = ?, withdrawn_at = ?, withdrawn_by = (SELECT id FROM assessment WHERE ext = ?), weight = ?, found = ? WHERE ext = ?")
            .Add(relation.Version).Add(Time(kept.WithdrawnAt)).Add(kept.WithdrawnBy).Add(kept.Weight).Add(kept.Found).Add(relation.Id).Run();
    }

    private void Add(KeptCandidate kept)
    {
        var candidate = kept.Candidate;
        Relations(Time(candidate.RecordedAt), candidate.A, candidate.B).Write(new Grouping { Candidates = [candidate] }, []);
        db.Prepare("UPDATE candidate SET status = ?, version = ?, withdrawn_at = ?, withdrawn_by = (SELECT id FROM assessment WHERE ext = ?), weight = ? WHERE ext = ?")
            .Add((long)candidate.Status).Add(candidate.Version).Add(Time(kept.WithdrawnAt)).Add(kept.WithdrawnBy).Add(kept.Weight).Add(candidate.Id).Run();
    }

    private RelationWriter Relations(long recorded, string a, string b)
    {
        var claims = new Dictionary<string, ClaimRow>(StringComparer.Ordinal);
        using (var rows = db.Prepare($"SELECT {ClaimRow.Columns} FROM claim c WHERE c.ext IN (?, ?)").Add(a).Add(b))
        {
            while (rows.Step()) claims.Add(rows.Text(1), ClaimRow.Read(rows));
        }
        return new RelationWriter(db, recorded, new Tally(db, recorded), claims, claims.Values.ToDictionary(c => c.Id));
    }

    private static long Time(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static long? Time(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();
}

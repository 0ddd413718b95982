namespace ClaimGraph.Sqlite;

/// <summary>Verdicts and their undoing, inside a write transaction: the verdict is appended, and what it says is applied to the rows, the counts and the feed.</summary>
internal sealed class Assessor
{
    private readonly Connection _db;
    private readonly long _now;
    private readonly Tally _tally;
    private readonly Dictionary<string, ClaimRow> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ClaimRow> _byKey = [];
    private readonly RelationWriter _relations;
    private readonly HashSet<long> _blocks = [];
    private readonly List<string> _changed = [];

    public Assessor(Connection db, long now)
    {
        (_db, _now, _tally) = (db, now, new Tally(db, now));
        _relations = new RelationWriter(db, now, _tally, _claims, _byKey);
    }

    public AssessOutcome Assess(AssessmentRequest request) => request.TargetId switch
    {
        _ when request.TargetId.StartsWith(Ids.RelationPrefix, StringComparison.Ordinal) => Relation(request),
        _ when request.TargetId.StartsWith(Ids.CandidatePrefix, StringComparison.Ordinal) => Candidate(request),
        _ when request.TargetId.StartsWith(Ids.ClaimPrefix, StringComparison.Ordinal) => Claim(request),
        _ when request.TargetId.StartsWith(Ids.SuggestionPrefix, StringComparison.Ordinal) => Suggestion(request),
        _ => new AssessOutcome(AssessResult.NotFound),
    };

    public AssessOutcome Undo(string id, string by, string? reason)
    {
        if (Appended.Find(_db, id) is not { } verdict) return new AssessOutcome(AssessResult.NotFound);
        if (verdict.Undone) return Refused("This verdict has been undone already.");
        if (verdict.Before is not null && Appended.HasLater(_db, verdict)) return Refused("A later verdict on the same thing stands on this one. Undo that one first.");

        _db.Prepare("INSERT INTO undoing(assessment_id, by, at, reason) VALUES(?, ?, ?, ?)").Add(verdict.Id).Add(by).Add(_now).Add(reason).Run();
        _db.Prepare("DELETE FROM scope_verdict WHERE assessment_id = ?").Add(verdict.Id).Run();
        if (verdict.Target.StartsWith(Ids.RelationPrefix, StringComparison.Ordinal)) UndoRelation(verdict);
        else if (verdict.Target.StartsWith(Ids.CandidatePrefix, StringComparison.Ordinal)) UndoCandidate(verdict);
        else if (verdict.Target.StartsWith(Ids.ClaimPrefix, StringComparison.Ordinal)) UndoClaim(verdict);
        else UndoSuggestion(verdict);
        return Close(verdict.Ext);
    }

    private AssessOutcome Relation(AssessmentRequest request)
    {
        if (_relations.Find(request.TargetId) is not { Withdrawn: false } row) return new AssessOutcome(AssessResult.NotFound);
        if (Late(request, row.Version) is { } late) return late;

        var before = new RelationState(row.Kind, row.Conflict, row.Status, row.Inputs);
        RelationState? after = request.Verdict switch
        {
            Verdict.Confirm => before with { Status = RelationStatus.Confirmed },
            Verdict.Dismiss or Verdict.DifferentScope => before with { Status = RelationStatus.Dismissed },
            Verdict.MarkSuperseded => before with { Kind = RelationKind.Supersedes, Status = RelationStatus.Confirmed },
            Verdict.MarkContradicts => before with { Kind = RelationKind.Contradicts, Conflict = true, Status = RelationStatus.Confirmed },
            _ => null,
        };
        if (after is null) return Refused("This verdict is for claims or actors, not for a relation.");

        var (assessment, ext) = Appended.Add(_db, _now, request, before, after);
        _relations.Set(row, after, withdrawn: false, by: null);
        if (request.Verdict == Verdict.DifferentScope) SetScope(row.LaterId, row.EarlierId, row.QuestionId, assessment);
        _changed.Add(row.Ext);
        return Close(ext);
    }

    private void UndoRelation(Appended verdict)
    {
        if (_relations.Find(verdict.Target) is not { } row || RelationState.Read(verdict.Before!) is not { } before) return;
        // The comparison found something else since: the verdict holds no longer, and there is nothing to restore.
        if (before.Inputs == row.Inputs) _relations.Set(row, before, row.Withdrawn, row.WithdrawnBy);
        _changed.Add(row.Ext);
    }

    private AssessOutcome Candidate(AssessmentRequest request)
    {
        if (CandidateRow.Find(_db, request.TargetId) is not { Withdrawn: false } row) return new AssessOutcome(AssessResult.NotFound);
        if (Late(request, row.Version) is { } late) return late;

        var before = new RelationState(row.Kind, row.IfConfirmed.Conflict, row.Status, row.Inputs);
        var kind = request.Kind ?? request.Verdict switch { Verdict.MarkSuperseded => RelationKind.Supersedes, Verdict.MarkContradicts => RelationKind.Contradicts, _ => row.Kind };
        RelationState? after = request.Verdict switch
        {
            Verdict.Confirm or Verdict.MarkSuperseded or Verdict.MarkContradicts => new(kind, IsConflict(kind, row.IfConfirmed), RelationStatus.Confirmed, row.Inputs),
            Verdict.Dismiss or Verdict.DifferentScope => before with { Status = RelationStatus.Dismissed },
            _ => null,
        };
        if (after is null) return Refused("This verdict is for claims or actors, not for a candidate.");

        Load(row.A, row.B);
        var (assessment, ext) = Appended.Add(_db, _now, request, before, after);
        SetCandidate(row, after);
        if (after.Status == RelationStatus.Confirmed) Confirm(row.IfConfirmed, after);
        if (request.Verdict == Verdict.DifferentScope) SetScope(row.A, row.B, row.QuestionId ?? 0, assessment);
        return Close(ext);
    }

    private void UndoCandidate(Appended verdict)
    {
        if (CandidateRow.Find(_db, verdict.Target) is not { } row || RelationState.Read(verdict.Before!) is not { } before) return;
        Load(row.A, row.B);
        _scoped.Add(row.A);
        _scoped.Add(row.B);
        if (before.Inputs != row.Inputs) return;
        var wasConfirmed = row.Status == RelationStatus.Confirmed;
        SetCandidate(row, before);
        if (!wasConfirmed || _relations.Find(row.IfConfirmed.Id) is not { Withdrawn: false } relation) return;
        _relations.Withdraw(relation, verdict.Id);
        _changed.Add(relation.Ext);
    }

    private void Confirm(Relation relation, RelationState state)
    {
        var row = _relations.Find(relation.Id) ?? _relations.Insert(relation with { Kind = state.Kind, Conflict = state.Conflict }, RelationStatus.Confirmed);
        _relations.Set(row, new RelationState(state.Kind, state.Conflict, RelationStatus.Confirmed, row.Inputs), withdrawn: false, by: null);
        _changed.Add(row.Ext);
    }

    private void SetCandidate(CandidateRow row, RelationState state)
    {
        if (!row.Withdrawn) _tally.Count("unreviewed", (state.Status == RelationStatus.Unreviewed ? 1 : 0) - (row.Status == RelationStatus.Unreviewed ? 1 : 0));
        _db.Prepare("UPDATE candidate SET kind = ?, status = ?, version = version + 1 WHERE id = ?").Add((long)state.Kind).Add((long)state.Status).Add(row.Id).Run();
        foreach (var claim in (ReadOnlySpan<long>)[row.A, row.B]) Blocks.Collect(_db, claim, _blocks);
    }

    private AssessOutcome Claim(AssessmentRequest request)
    {
        if (Load(request.TargetId) is not { } claim) return new AssessOutcome(AssessResult.NotFound);
        if (request.Verdict is not (Verdict.Confirm or Verdict.Misread or Verdict.NotAClaim)) return Refused("This verdict is for relations, not for a claim.");
        if (request.Verdict == Verdict.Confirm) return Close(Appended.Add(_db, _now, request, null, null).Ext);
        if (claim.Withdrawn) return Refused("The claim has been withdrawn already.");

        var (assessment, ext) = Appended.Add(_db, _now, request, null, null);
        foreach (var relation in _relations.OfClaim(claim.Id, null))
        {
            _relations.Withdraw(relation, assessment);
            _changed.Add(relation.Ext);
        }
        _tally.Leave(claim);
        Blocks.Collect(_db, claim.Id, _blocks);
        Blocks.Leave(_db, claim.Id);
        (claim.Withdrawn, claim.WithdrawnBy) = (true, assessment);
        _db.Prepare("UPDATE claim SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?").Add(_now).Add(assessment).Add(claim.Id).Run();
        ActorClaims.SetWithdrawn(_db, claim.Id, _now);
        CountCandidates(_db.Prepare("UPDATE candidate SET withdrawn_at = ?1, withdrawn_by = ?2 WHERE withdrawn_at IS NULL AND id IN (SELECT id FROM candidate WHERE a_id = ?3 UNION SELECT id FROM candidate WHERE b_id = ?3) RETURNING status")
            .Add(_now).Add(assessment).Add(claim.Id), -1);
        return Close(ext);
    }

    private void UndoClaim(Appended verdict)
    {
        if (Load(verdict.Target) is not { } claim || claim.WithdrawnBy != verdict.Id) return;
        var version = _db.Prepare("SELECT withdrawn_at IS NULL FROM source WHERE id = ?").Add(claim.SourceId).RunForInt() == 1;
        // The document has a newer version that no longer makes the claim: it stays withdrawn, for that reason.
        _db.Prepare("UPDATE claim SET withdrawn_at = iif(?, NULL, withdrawn_at), withdrawn_by = NULL WHERE id = ?").Add(version).Add(claim.Id).Run();
        if (!version) return;

        (claim.Withdrawn, claim.WithdrawnBy) = (false, null);
        ActorClaims.SetWithdrawn(_db, claim.Id, null);
        Blocks.Enter(_db, claim, ById.Details(_db, [claim.Ext])[claim.Ext].Blocks);
        Blocks.Collect(_db, claim.Id, _blocks);
        _tally.Enter(claim);
        foreach (var relation in _relations.OfClaim(claim.Id, verdict.Id))
        {
            if (_byKey[relation.LaterId].Withdrawn || _byKey[relation.EarlierId].Withdrawn) continue;
            _relations.Set(relation, new RelationState(relation.Kind, relation.Conflict, relation.Status, relation.Inputs), withdrawn: false, by: null);
            _changed.Add(relation.Ext);
        }
        CountCandidates(_db.Prepare("UPDATE candidate SET withdrawn_at = NULL, withdrawn_by = NULL WHERE withdrawn_by = ?1 AND id IN (SELECT id FROM candidate WHERE a_id = ?2 UNION SELECT id FROM candidate WHERE b_id = ?2) RETURNING status")
            .Add(verdict.Id).Add(claim.Id), 1);
    }

    private AssessOutcome Suggestion(AssessmentRequest request)
    {
        if (ActorMerges.Suggestion(_db, request.TargetId) is not { } suggestion) return new AssessOutcome(AssessResult.NotFound);
        if (Late(request, suggestion.Version) is { } late) return late;
        if (request.Verdict is not (Verdict.SamePerson or Verdict.DifferentPerson)) return Refused("Whether two actors are one is answered by \"same\" or \"different\".");

        var (before, after) = (State(suggestion.Status), State(request.Verdict == Verdict.SamePerson ? RelationStatus.Confirmed : RelationStatus.Dismissed));
        if (suggestion.Status == RelationStatus.Confirmed) return Refused("The two are one already. Undo that first.");
        if (after.Status == RelationStatus.Confirmed && suggestion.A == suggestion.B) return Refused("The two are one already, by another merge.");

        var (assessment, ext) = Appended.Add(_db, _now, request, before, after);
        SetSuggestion(suggestion.Id, before.Status, after.Status);
        if (after.Status == RelationStatus.Confirmed)
        {
            ActorMerges.Merge(_db, suggestion, request.By, _now, assessment);
            _tally.Count("actors", -1);
        }
        return Close(ext);
    }

    private void UndoSuggestion(Appended verdict)
    {
        if (ActorMerges.Suggestion(_db, verdict.Target) is not { } suggestion) return;
        SetSuggestion(suggestion.Id, suggestion.Status, RelationState.Read(verdict.Before!).Status);
        if (ActorMerges.Split(_db, verdict.Id, _now)) _tally.Count("actors", 1);
    }

    private void SetSuggestion(long id, RelationStatus before, RelationStatus after)
    {
        _tally.Count("unreviewed", (after == RelationStatus.Unreviewed ? 1 : 0) - (before == RelationStatus.Unreviewed ? 1 : 0));
        _db.Prepare("UPDATE merge_suggestion SET status = ?, version = version + 1 WHERE id = ?").Add((long)after).Add(id).Run();
    }

    /// <summary>Counts, standings, blocks and feed; answers the verdict as it now stands.</summary>
    private AssessOutcome Close(string ext)
    {
        _relations.Finish();
        _tally.Flush();
        _relations.Weigh();
        foreach (var claim in _relations.Touched) Blocks.Collect(_db, claim, _blocks);
        StandingWriter.Update(_db, [.. _relations.Touched, .. _scoped]);
        Blocks.Bump(_db, _blocks, []);
        Feed.Append(_db, _now, null, ext, _changed, _relations.Found, null);
        return new AssessOutcome(AssessResult.Done, Verdicts.ById(_db, [ext])[ext]);
    }

    private readonly HashSet<long> _scoped = [];

    private void SetScope(long a, long b, long question, long assessment)
    {
        _db.Prepare("INSERT OR REPLACE INTO scope_verdict(claim_a, claim_b, question_id, assessment_id) VALUES(?, ?, ?, ?)").Add(Math.Min(a, b)).Add(Math.Max(a, b)).Add(question).Add(assessment).Run();
        _scoped.Add(a);
        _scoped.Add(b);
    }

    private AssessOutcome? Late(AssessmentRequest request, int version) => request.ExpectedVersion is not { } expected || expected == version ? null
        : new AssessOutcome(AssessResult.SomebodyWasQuicker, Latest: Verdicts.Latest(_db, request.TargetId));

    private static AssessOutcome Refused(string why) => new(AssessResult.Refused, Why: why);

    private static RelationState State(RelationStatus status) => new(RelationKind.Corroborates, false, status, "");

    /// <summary>A person may choose another kind than the one proposed; incompatible values stay incompatible.</summary>
    private static bool IsConflict(RelationKind kind, Relation proposed) => kind switch
    {
        RelationKind.Contradicts => true,
        RelationKind.Supersedes => proposed.Conflict || proposed.Kind == RelationKind.Contradicts,
        _ => false,
    };

    private void CountCandidates(Statement changed, int by)
    {
        using (changed)
        {
            while (changed.Step())
                if (changed.Int(0) == 0) _tally.Count("unreviewed", by);
        }
    }

    private ClaimRow? Load(string ext)
    {
        using var row = _db.Prepare($"SELECT {ClaimRow.Columns} FROM claim c WHERE c.ext = ?").Add(ext);
        return row.Step() ? Keep(ClaimRow.Read(row)) : null;
    }

    private void Load(long a, long b)
    {
        using var rows = _db.Prepare($"SELECT {ClaimRow.Columns} FROM claim c WHERE c.id IN (?, ?)").Add(a).Add(b);
        while (rows.Step()) Keep(ClaimRow.Read(rows));
    }

    private ClaimRow Keep(ClaimRow claim)
    {
        if (_byKey.TryGetValue(claim.Id, out var known)) return known;
        return _claims[claim.Ext] = _byKey[claim.Id] = claim;
    }
}

namespace ClaimGraph.Neo4j;

/// <summary>A verdict as it was appended.</summary>
internal sealed record AppendedRow(string Id, string TargetId, string? Before, bool Undone, bool HasLater);

/// <summary>Verdicts on relations, candidates and claims, and their undoing: the verdict is appended, and what it says is applied to the rows, the counts and the feed, by the one statement that writes.</summary>
internal sealed class VerdictPlan(Connection connection, ById byId)
{
    private const int Tries = 8;

    private readonly WriteBatch _batch = new(Stored.Time(connection.Clock.GetUtcNow()));
    private readonly Snapshot _state = new(connection);
    private readonly HashSet<string> _scoped = new(StringComparer.Ordinal);
    private readonly List<string> _changed = [];
    private RelationPlan _relations = null!;

    public static async Task<AssessOutcome> AssessAsync(Connection connection, ById byId, AssessmentRequest request, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
            if (await new VerdictPlan(connection, byId).AssessAsync(request, cancellation) is { } outcome) return outcome;
        throw Busy();
    }

    public static async Task<AssessOutcome> UndoAsync(Connection connection, ById byId, AppendedRow verdict, string by, string? reason, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
            if (await new VerdictPlan(connection, byId).UndoAsync(verdict, by, reason, cancellation) is { } outcome) return outcome;
        throw Busy();
    }

    private static StoreException Busy() => new(StoreFailure.Locked, "Others keep changing the same claims. Try again.", mayRetry: true);

    /// <returns>Null where somebody else changed the same claims in between: once more from the start.</returns>
    private async Task<AssessOutcome?> AssessAsync(AssessmentRequest request, CancellationToken cancellation)
    {
        _relations = new RelationPlan(_batch, _state);
        var assessment = new Assessment(Ids.New(Ids.AssessmentPrefix), request.TargetId, request.Verdict, request.By, connection.Clock.GetUtcNow(), request.Reason);
        var refusal = request.TargetId switch
        {
            _ when request.TargetId.StartsWith(Ids.RelationPrefix, StringComparison.Ordinal) => await RelationAsync(request, assessment, cancellation),
            _ when request.TargetId.StartsWith(Ids.CandidatePrefix, StringComparison.Ordinal) => await CandidateAsync(request, assessment, cancellation),
            _ when request.TargetId.StartsWith(Ids.ClaimPrefix, StringComparison.Ordinal) => await ClaimAsync(request, assessment, cancellation),
            _ => NotFound,
        };
        return refusal ?? await CloseAsync(assessment.Id, cancellation);
    }

    private async Task<AssessOutcome?> UndoAsync(AppendedRow verdict, string by, string? reason, CancellationToken cancellation)
    {
        _relations = new RelationPlan(_batch, _state);
        _batch.Undone.Add(new UndoneWrite(verdict.Id, _batch.Now, by, reason));
        if (verdict.TargetId.StartsWith(Ids.RelationPrefix, StringComparison.Ordinal)) await UndoRelationAsync(verdict, cancellation);
        else if (verdict.TargetId.StartsWith(Ids.CandidatePrefix, StringComparison.Ordinal)) await UndoCandidateAsync(verdict, cancellation);
        else await UndoClaimAsync(verdict, cancellation);
        foreach (var scope in _state.Verdicts.Values.Where(v => v.AssessmentId == verdict.Id).ToList())
        {
            _state.Verdicts.Remove(scope.Key);
            _batch.ScopeVerdictsUndone.Add(scope.Key);
            _scoped.UnionWith([scope.ClaimA, scope.ClaimB]);
        }
        return await CloseAsync(verdict.Id, cancellation);
    }

    private static AssessOutcome NotFound => new(AssessResult.NotFound);

    private static AssessOutcome Refused(string why) => new(AssessResult.Refused, Why: why);

    private async Task<AssessOutcome?> RelationAsync(AssessmentRequest request, Assessment assessment, CancellationToken cancellation)
    {
        if (await LoadRelationAsync(request.TargetId, cancellation) is not { Withdrawn: false } row) return NotFound;
        if (await LateAsync(request, row.Version, cancellation) is { } late) return late;

        var before = new VerdictState(row.Kind, row.Conflict, row.Status, row.Inputs);
        VerdictState? after = request.Verdict switch
        {
            Verdict.Confirm => before with { Status = RelationStatus.Confirmed },
            Verdict.Dismiss or Verdict.DifferentScope => before with { Status = RelationStatus.Dismissed },
            Verdict.MarkSuperseded => before with { Kind = RelationKind.Supersedes, Status = RelationStatus.Confirmed },
            Verdict.MarkContradicts => before with { Kind = RelationKind.Contradicts, Conflict = true, Status = RelationStatus.Confirmed },
            _ => null,
        };
        if (after is null) return Refused("This verdict is for claims or actors, not for a relation.");

        Append(assessment, before, after);
        _relations.Set(row, after, null, null, assessment);
        if (request.Verdict == Verdict.DifferentScope) SetScope(row.LaterId, row.EarlierId, row.QuestionId, assessment);
        _changed.Add(row.Id);
        return null;
    }

    private async Task UndoRelationAsync(AppendedRow verdict, CancellationToken cancellation)
    {
        if (await LoadRelationAsync(verdict.TargetId, cancellation) is not { } row) return;
        var before = VerdictState.Read(verdict.Before!);
        // The comparison found something else since: the verdict holds no longer, and there is nothing to restore.
        if (before.Inputs == row.Inputs) _relations.Set(row, before, row.WithdrawnAt, row.WithdrawnBy, await StandingAsync(row, verdict.Id, cancellation));
        _changed.Add(row.Id);
    }

    /// <summary>A relation as it is under the lock of its claims' blocks: a verdict that somebody else gives meanwhile moves them on, and this write is refused.</summary>
    private async Task<RelationState?> LoadRelationAsync(string id, CancellationToken cancellation)
    {
        var seen = new Snapshot(connection);
        await seen.ReadAsync(new SnapshotRequest { Relations = [id] }, cancellation);
        if (seen.Relations.GetValueOrDefault(id) is not { } row) return null;
        await _state.ReadAsync(new SnapshotRequest { Relations = [id], RelationsOf = [row.LaterId, row.EarlierId] }, cancellation);
        return _state.Relations.GetValueOrDefault(id);
    }

    /// <summary>The verdict that stands when another is taken back: the last one before it, on the relation or on the candidate that it was.</summary>
    private async Task<Assessment?> StandingAsync(RelationState row, string takenBack, CancellationToken cancellation) =>
        (await byId.AssessmentsOfAsync([row.Id, Ids.Candidate(row.LaterId, row.EarlierId)], null, cancellation)).SelectMany(v => v)
            .Where(v => v.Id != takenBack && v.UndoneAt is null).MaxBy(v => v.At);

    private async Task<AssessOutcome?> CandidateAsync(AssessmentRequest request, Assessment assessment, CancellationToken cancellation)
    {
        if (await LoadCandidateAsync(request.TargetId, cancellation) is not { WithdrawnAt: null } row) return NotFound;
        if (await LateAsync(request, row.Version, cancellation) is { } late) return late;

        var proposed = ClaimJson.ReadRelation(row.IfConfirmed);
        var before = new VerdictState(row.Kind, proposed.Conflict, row.Status, row.Inputs);
        var kind = request.Kind ?? request.Verdict switch { Verdict.MarkSuperseded => RelationKind.Supersedes, Verdict.MarkContradicts => RelationKind.Contradicts, _ => row.Kind };
        VerdictState? after = request.Verdict switch
        {
            Verdict.Confirm or Verdict.MarkSuperseded or Verdict.MarkContradicts => new(kind, IsConflict(kind, proposed), RelationStatus.Confirmed, row.Inputs),
            Verdict.Dismiss or Verdict.DifferentScope => before with { Status = RelationStatus.Dismissed },
            _ => null,
        };
        if (after is null) return Refused("This verdict is for claims or actors, not for a candidate.");

        Append(assessment, before, after);
        row.Version++;
        _relations.SetCandidate(row, after.Kind, after.Status, null, null);
        _scoped.UnionWith([row.A, row.B]);
        if (after.Status == RelationStatus.Confirmed) Confirm(proposed, after, assessment);
        if (request.Verdict == Verdict.DifferentScope) SetScope(row.A, row.B, row.QuestionId, assessment);
        return null;
    }

    private async Task UndoCandidateAsync(AppendedRow verdict, CancellationToken cancellation)
    {
        if (await LoadCandidateAsync(verdict.TargetId, cancellation) is not { } row) return;
        var before = VerdictState.Read(verdict.Before!);
        if (before.Inputs != row.Inputs) return;
        var wasConfirmed = row.Status == RelationStatus.Confirmed;
        row.Version++;
        _relations.SetCandidate(row, before.Kind, before.Status, row.WithdrawnAt, row.WithdrawnBy);
        _scoped.UnionWith([row.A, row.B]);
        if (!wasConfirmed || _state.Relations.GetValueOrDefault(ClaimJson.ReadRelation(row.IfConfirmed).Id) is not { Withdrawn: false } relation) return;
        _relations.Withdraw(relation, verdict.Id);
        _changed.Add(relation.Id);
    }

    /// <inheritdoc cref="LoadRelationAsync"/>
    private async Task<CandidateState?> LoadCandidateAsync(string id, CancellationToken cancellation)
    {
        var seen = new Snapshot(connection);
        await seen.ReadAsync(new SnapshotRequest { Candidates = [id] }, cancellation);
        if (seen.Candidates.GetValueOrDefault(id) is not { } row) return null;
        var proposed = ClaimJson.ReadRelation(row.IfConfirmed);
        await _state.ReadAsync(new SnapshotRequest { Candidates = [id], Claims = [row.A, row.B], Relations = [proposed.Id], Questions = [proposed.QuestionId] }, cancellation);
        return _state.Candidates.GetValueOrDefault(id);
    }

    private void Confirm(Relation proposed, VerdictState state, Assessment assessment)
    {
        var relation = proposed with { Kind = state.Kind, Conflict = state.Conflict, QuestionId = _state.Question(proposed.QuestionId) };
        if (_state.Relations.GetValueOrDefault(relation.Id) is { } row) _relations.Set(row, state with { Inputs = row.Inputs }, null, null, assessment);
        else _relations.Add(relation, RelationStatus.Confirmed, assessment);
        _changed.Add(relation.Id);
    }

    private async Task<AssessOutcome?> ClaimAsync(AssessmentRequest request, Assessment assessment, CancellationToken cancellation)
    {
        await _state.ReadAsync(new SnapshotRequest { RelationsOf = [request.TargetId], CandidatesOf = [request.TargetId] }, cancellation);
        if (_state.Claims.GetValueOrDefault(request.TargetId) is not { } claim) return NotFound;
        if (request.Verdict is not (Verdict.Confirm or Verdict.Misread or Verdict.NotAClaim)) return Refused("This verdict is for relations, not for a claim.");
        if (request.Verdict != Verdict.Confirm && claim.Withdrawn) return Refused("The claim has been withdrawn already.");

        Append(assessment, null, null);
        if (request.Verdict == Verdict.Confirm) return null;
        foreach (var relation in _state.RelationsOf(claim.Id).Where(r => !r.Withdrawn).ToList())
        {
            _relations.Withdraw(relation, assessment.Id);
            _changed.Add(relation.Id);
        }
        foreach (var candidate in _state.Candidates.Values.Where(c => c.WithdrawnAt is null)) _relations.SetCandidate(candidate, candidate.Kind, candidate.Status, _batch.Now, assessment.Id);
        _batch.Tally.Move(claim, _state.AttributedTo(claim.Id), -1);
        (claim.WithdrawnAt, claim.WithdrawnBy) = (_batch.Now, assessment.Id);
        _batch.Withdrawals.Add(new WithdrawalWrite(claim.Id, claim.WithdrawnAt, claim.WithdrawnBy));
        _batch.Unhooked.Add(claim.Id);
        _scoped.Add(claim.Id);
        return null;
    }

    private async Task UndoClaimAsync(AppendedRow verdict, CancellationToken cancellation)
    {
        await _state.ReadAsync(new SnapshotRequest { RelationsOf = [verdict.TargetId], CandidatesOf = [verdict.TargetId] }, cancellation);
        if (_state.Claims.GetValueOrDefault(verdict.TargetId) is not { } claim || claim.WithdrawnBy != verdict.Id) return;
        var source = (await byId.SourcesAsync([claim.SourceId], null, cancellation)).GetValueOrDefault(claim.SourceId);
        // The document has a newer version that no longer makes the claim: it stays withdrawn, for that reason.
        var comesBack = source is { WithdrawnAt: null };
        (claim.WithdrawnAt, claim.WithdrawnBy) = (comesBack ? null : claim.WithdrawnAt, null);
        _batch.Withdrawals.Add(new WithdrawalWrite(claim.Id, claim.WithdrawnAt, null));
        if (!comesBack) return;

        _scoped.Add(claim.Id);
        new ClaimRows(_batch).Hook(claim);
        _batch.Tally.Move(claim, _state.AttributedTo(claim.Id), 1);
        foreach (var relation in _state.RelationsOf(claim.Id).Where(r => r.WithdrawnBy == verdict.Id).ToList())
        {
            if (_state.Claim(relation.LaterId).Withdrawn || _state.Claim(relation.EarlierId).Withdrawn) continue;
            _relations.Restore(relation);
            _changed.Add(relation.Id);
        }
        foreach (var candidate in _state.Candidates.Values.Where(c => c.WithdrawnBy == verdict.Id)) _relations.SetCandidate(candidate, candidate.Kind, candidate.Status, null, null);
    }

    /// <summary>Standings, blocks and feed; answers the verdict as it now stands.</summary>
    private async Task<AssessOutcome?> CloseAsync(string assessment, CancellationToken cancellation)
    {
        var touched = _relations.Touched.Union(_scoped, StringComparer.Ordinal).ToList();
        await _state.ReadRelationsOfAsync(touched, cancellation);
        foreach (var id in touched)
        {
            ArticlePlan.AddStanding(_batch, _state, id);
            _batch.Bumped.UnionWith(_state.Claim(id).Blocks);
        }
        foreach (var key in _batch.Bumped) _batch.Blocks[key] = _state.Blocks.GetValueOrDefault(key);
        _batch.Change = new ChangeWrite(null, assessment, _changed, _relations.Found, null);
        var answer = (await connection.WriteAsync(_batch.ToStatement(), Neo4jJson.Default.WriteAnswer, cancellation))[0];
        return answer.Sequence is null ? null : new AssessOutcome(AssessResult.Done, (await byId.AssessmentsAsync([assessment], cancellation))[assessment]);
    }

    private void Append(Assessment assessment, VerdictState? before, VerdictState? after) => _batch.Assessments.Add(new AssessmentWrite(
        assessment.Id, assessment.TargetId, assessment.Verdict, assessment.By, _batch.Now, assessment.Reason, before?.Write(), after?.Write()));

    private void SetScope(string a, string b, string? question, Assessment assessment)
    {
        var (low, high) = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
        var verdict = new ScopeVerdictRow(low, high, assessment.Id, question);
        _state.Verdicts[verdict.Key] = verdict;
        _batch.ScopeVerdicts.Add(verdict);
        _scoped.UnionWith([a, b]);
    }

    private async Task<AssessOutcome?> LateAsync(AssessmentRequest request, int version, CancellationToken cancellation) =>
        request.ExpectedVersion is not { } expected || expected == version ? null
            : new AssessOutcome(AssessResult.SomebodyWasQuicker, Latest: (await byId.AssessmentsOfAsync([request.TargetId], null, cancellation))[request.TargetId].LastOrDefault());

    /// <summary>A person may choose another kind than the one proposed; incompatible values stay incompatible.</summary>
    private static bool IsConflict(RelationKind kind, Relation proposed) => kind switch
    {
        RelationKind.Contradicts => true,
        RelationKind.Supersedes => proposed.Conflict || proposed.Kind == RelationKind.Contradicts,
        _ => false,
    };
}

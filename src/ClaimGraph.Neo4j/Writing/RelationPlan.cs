namespace ClaimGraph.Neo4j;

/// <summary>
/// Relations and candidates of a write. A verdict holds while what was compared (<see cref="Relation.Inputs"/>) is the same: such a relation keeps kind and status
/// whatever the comparison says. With other inputs it is open again.
/// </summary>
internal sealed class RelationPlan(WriteBatch batch, Snapshot state)
{
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);

    /// <summary>Claims whose relations change.</summary>
    public HashSet<string> Touched { get; } = new(StringComparer.Ordinal);

    /// <summary>Relations that are a conflict in force for the first time.</summary>
    public List<string> Found { get; } = [];

    public void Add(Relation relation, RelationStatus status, Assessment? decided = null)
    {
        var row = Take(new RelationState
        {
            Id = relation.Id, LaterId = relation.LaterId, EarlierId = relation.EarlierId, QuestionId = relation.QuestionId, SortKey = "", Inputs = relation.Inputs,
            RecordedAt = batch.Now, Record = "", Status = status,
        }, relation).Decided(decided);
        state.Relations[row.Id] = row;
        _left.Add(row.Id);
        Enter(row);
    }

    /// <returns>False where nothing differs.</returns>
    public bool Rewrite(RelationState row, Relation relation)
    {
        var judged = row.Status != RelationStatus.Unreviewed && row.Inputs == relation.Inputs;
        if (judged && !row.Withdrawn) return false;
        if (!row.Withdrawn && Same(row, relation)) return false;
        Leave(row);
        (row.WithdrawnAt, row.WithdrawnBy) = (null, null);
        if (!judged)
        {
            if (row.Inputs != relation.Inputs) row.Decided(null).Status = RelationStatus.Unreviewed;
            row.Version++;
            Take(row, relation);
        }
        Enter(row);
        return true;
    }

    public void Withdraw(RelationState row, string? by)
    {
        Leave(row);
        (row.WithdrawnAt, row.WithdrawnBy) = (batch.Now, by);
        Enter(row);
    }

    /// <summary>Applies a verdict, or takes it back.</summary>
    /// <param name="decided">The verdict that stands then; null where none does.</param>
    public void Set(RelationState row, VerdictState state, string? withdrawnAt, string? withdrawnBy, Assessment? decided)
    {
        Leave(row);
        (row.Kind, row.Conflict, row.Status) = (state.Kind, state.Conflict, state.Status);
        (row.WithdrawnAt, row.WithdrawnBy) = (withdrawnAt, withdrawnBy);
        row.Version++;
        Enter(row.Decided(decided));
    }

    /// <summary>A relation that went with its claim is there again as it was.</summary>
    public void Restore(RelationState row)
    {
        Leave(row);
        (row.WithdrawnAt, row.WithdrawnBy) = (null, null);
        row.Version++;
        Enter(row);
    }

    /// <summary>Takes a relation out of the counts as it is; to be followed by <see cref="Enter"/>.</summary>
    public void Leave(RelationState row)
    {
        if (!_left.Add(row.Id)) return;
        batch.Tally.Move(row, state.Claim(row.LaterId), state.Claim(row.EarlierId), -1);
    }

    /// <summary>Relations that left because their claims move, and are not changed themselves.</summary>
    public void EnterAgain(IEnumerable<RelationState> rows)
    {
        foreach (var row in rows)
            if (!_entered.Contains(row.Id)) Enter(row);
    }

    /// <summary>Puts a relation into the counts as it now is, and writes it.</summary>
    public void Enter(RelationState row)
    {
        _entered.Add(row.Id);
        var (later, earlier) = (state.Claim(row.LaterId), state.Claim(row.EarlierId));
        batch.Tally.Move(row, later, earlier, 1);
        Touched.Add(row.LaterId);
        Touched.Add(row.EarlierId);
        if (row is { IsLive: true, Found: false })
        {
            row.Found = true;
            Found.Add(row.Id);
        }
        Add(batch, row);
        if (row.IsLive) batch.Weighed.Add(row.Id);
        batch.Unlinked.Add(new UnlinkWrite(row.Id, row.LaterId, row.EarlierId));
        batch.Undisputed.Add(row.Id);
        if (!row.Conflict) return;
        foreach (var actor in later.Attributed.Union(earlier.Attributed, StringComparer.Ordinal)) batch.Disputes.Add(new DisputeWrite(row.Id, actor, row.SortKey));
    }

    /// <summary>The record and, while it is in force, the relationship.</summary>
    public static void Add(WriteBatch batch, RelationState row)
    {
        var relation = ClaimJson.ReadRelation(row.Record);
        batch.Relations.Add(new RelationWrite(row.Id, new RelationProperties
        {
            Kind = row.Kind,
            Conflict = row.Conflict,
            Status = row.Status,
            Version = row.Version,
            LaterId = row.LaterId,
            EarlierId = row.EarlierId,
            NarrowerId = row.NarrowerId,
            QuestionId = row.QuestionId,
            SortKey = row.SortKey,
            ReviewKey = $"{2 - (int)row.Status}_{row.SortKey}",
            Confidence = relation.Confidence,
            ConfidenceKey = Stored.FractionKey(relation.Confidence, row.Id),
            Inputs = row.Inputs,
            RecordedAt = row.RecordedAt,
            WithdrawnAt = row.WithdrawnAt,
            WithdrawnBy = row.WithdrawnBy,
            DecidedBy = row.DecidedBy,
            DecidedAt = row.DecidedAt,
            Found = row.Found,
            Record = row.Record,
        }));
        if (row.Withdrawn) return;
        var (from, to) = row.Kind == RelationKind.Refines && row.NarrowerId == row.EarlierId ? (row.EarlierId, row.LaterId) : (row.LaterId, row.EarlierId);
        batch.Links[row.Kind].Add(new LinkWrite(from, to, new LinkProperties(row.Id, row.Conflict, relation.Confidence, relation.Rule, relation.Explanation, ClaimJson.Write(relation.Trace),
            row.Status, row.DecidedBy ?? "machine", row.DecidedAt ?? row.RecordedAt)));
    }

    public static RelationState Take(RelationState row, Relation relation)
    {
        (row.Kind, row.Conflict, row.LaterId, row.EarlierId, row.NarrowerId) = (relation.Kind, relation.Conflict, relation.LaterId, relation.EarlierId, relation.NarrowerId);
        (row.QuestionId, row.SortKey, row.Inputs, row.Record) = (relation.QuestionId, Stored.SortKey(relation.LaterDay, relation.Id), relation.Inputs, ClaimJson.Write(Bare(relation)));
        return row;
    }

    private static bool Same(RelationState row, Relation relation) =>
        row.Record == ClaimJson.Write(Bare(relation)) && row.Kind == relation.Kind && row.Conflict == relation.Conflict && row.QuestionId == relation.QuestionId;

    /// <summary>Without what the store adds, so that the stored text tells whether anything differs.</summary>
    private static Relation Bare(Relation relation) => relation with { Status = default, Version = 0, RecordedAt = default };

    public void Add(Candidate candidate)
    {
        if (!state.Candidates.TryGetValue(candidate.Id, out var row))
        {
            row = new CandidateState { Id = candidate.Id, RecordedAt = batch.Now };
            state.Candidates[row.Id] = row;
            batch.Tally.Count("unreviewed", 1);
        }
        else
        {
            if (row.WithdrawnAt is null && row.Inputs == candidate.Inputs && row.Kind == candidate.Kind && row.Score.Equals(candidate.Score) && row.Doubt == candidate.Doubt) return;
            var wasOpen = row.IsOpen;
            if (row.Inputs != candidate.Inputs) row.Status = RelationStatus.Unreviewed;
            (row.WithdrawnAt, row.WithdrawnBy) = (null, null);
            row.Version++;
            batch.Tally.Count("unreviewed", (row.IsOpen ? 1 : 0) - (wasOpen ? 1 : 0));
        }
        Write(row.Take(candidate));
    }

    public void SetCandidate(CandidateState row, RelationKind kind, RelationStatus status, string? withdrawnAt, string? withdrawnBy)
    {
        var wasOpen = row.IsOpen;
        (row.Kind, row.Status, row.WithdrawnAt, row.WithdrawnBy) = (kind, status, withdrawnAt, withdrawnBy);
        batch.Tally.Count("unreviewed", (row.IsOpen ? 1 : 0) - (wasOpen ? 1 : 0));
        Write(row);
    }

    private void Write(CandidateState row)
    {
        batch.Candidates.Add(new CandidateWrite(row.Id, row.Properties));
        if (row.IsOpen) batch.WeighedCandidates.Add(row.Id);
    }
}

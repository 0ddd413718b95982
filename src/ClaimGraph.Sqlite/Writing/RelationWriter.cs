using ClaimGraph.Comparison;

namespace ClaimGraph.Sqlite;

/// <summary>
/// Writes relations and candidates of a comparison. A verdict holds while what was compared (<see cref="Relation.Inputs"/>) is the same: such a relation keeps kind and
/// status whatever the comparison says. With other inputs it is open again.
/// </summary>
internal sealed class RelationWriter(Connection db, long now, Tally tally, Dictionary<string, ClaimRow> claims, Dictionary<long, ClaimRow> byKey)
{
    private readonly Dictionary<string, RelationRow> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<RelationRow> _left = [];
    private readonly List<long> _weigh = [];
    private readonly List<long> _weighCandidates = [];

    /// <summary>Claims whose relations changed.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>Relations that are a conflict in force for the first time.</summary>
    public List<string> Found { get; } = [];

    /// <summary>Reads the relations that are to be written or counted anew, and takes the latter out of the counts.</summary>
    public void Load(Grouping grouping, HashSet<ClaimRow> recounted)
    {
        Load(db.Prepare($"SELECT {RelationRow.Columns} FROM json_each(?) j CROSS JOIN relation r ON r.ext = j.value")
            .Add(Packed.Json(grouping.Relations.Select(r => r.Id).Concat(grouping.WithdrawnRelations))));
        var own = new List<RelationRow>();
        if (recounted.Count > 0)
        {
            var keys = Packed.Json(recounted.Select(c => c.Id));
            own.AddRange(Load(db.Prepare($"SELECT {RelationRow.Columns} FROM json_each(?) j CROSS JOIN relation r ON r.later_id = j.value").Add(keys)));
            own.AddRange(Load(db.Prepare($"SELECT {RelationRow.Columns} FROM json_each(?) j CROSS JOIN relation r ON r.earlier_id = j.value").Add(keys)));
        }
        LoadClaims();
        foreach (var row in own) Leave(row);
    }

    /// <summary>One stored relation, with both claims; null where there is none.</summary>
    public RelationRow? Find(string ext)
    {
        var row = Load(db.Prepare($"SELECT {RelationRow.Columns} FROM relation r WHERE r.ext = ?").Add(ext)).SingleOrDefault();
        LoadClaims();
        return row;
    }

    /// <summary>Stored relations of one claim that are in force, or that one verdict withdrew.</summary>
    public IReadOnlyList<RelationRow> OfClaim(long claim, long? withdrawnBy)
    {
        var which = withdrawnBy is null ? "r.withdrawn_at IS NULL" : "r.withdrawn_by = ?2";
        var rows = new List<RelationRow>();
        foreach (var side in (ReadOnlySpan<string>)["later_id", "earlier_id"])
        {
            var query = db.Prepare($"SELECT {RelationRow.Columns} FROM relation r WHERE r.{side} = ?1 AND {which}").Add(claim);
            if (withdrawnBy is { } by) query.Add(by);
            rows.AddRange(Load(query));
        }
        LoadClaims();
        return rows;
    }

    /// <summary>What a verdict or its undoing changes of a relation.</summary>
    public void Set(RelationRow row, RelationState state, bool withdrawn, long? by)
    {
        Leave(row);
        (row.Kind, row.Conflict, row.Status, row.Withdrawn, row.Version) = (state.Kind, state.Conflict, state.Status, withdrawn, row.Version + 1);
        db.Prepare("UPDATE relation SET kind = ?, conflict = ?, status = ?, version = ?, withdrawn_at = iif(?, coalesce(withdrawn_at, ?), NULL), withdrawn_by = ? WHERE id = ?")
            .Add((long)row.Kind).Add(row.Conflict).Add((long)row.Status).Add(row.Version).Add(withdrawn).Add(now).Add(by).Add(row.Id).Run();
    }

    /// <summary>Back into the counts with everything that was taken out.</summary>
    public void Finish()
    {
        var found = _left.Where(r => r is { IsLive: true, Found: false }).ToList();
        foreach (var row in _left) Enter(row);
        _left.Clear();
        if (found.Count == 0) return;
        foreach (var row in found) row.Found = true;
        Found.AddRange(found.Select(r => r.Ext));
        db.Prepare("UPDATE relation SET found = 1 WHERE id IN (SELECT value FROM json_each(?))").Add(Packed.Json(found.Select(r => r.Id))).Run();
    }

    public (IReadOnlyList<string> Relations, int Conflicts) Write(Grouping grouping, List<ClaimRow> gone)
    {
        var written = new List<string>();
        var conflicts = 0;
        var goneKeys = gone.Select(c => c.Id).ToHashSet();
        foreach (var relation in grouping.Relations)
        {
            if (!_rows.TryGetValue(relation.Id, out var row)) row = Insert(relation, RelationStatus.Unreviewed);
            else if (!Rewrite(row, relation)) continue;
            written.Add(relation.Id);
            if (row.IsLive) conflicts++;
        }
        foreach (var id in grouping.WithdrawnRelations)
            if (_rows.TryGetValue(id, out var row) && row is { Withdrawn: false, Status: RelationStatus.Unreviewed }) Withdraw(row, null);
        foreach (var row in _rows.Values)
            if (!row.Withdrawn && (goneKeys.Contains(row.LaterId) || goneKeys.Contains(row.EarlierId))) Withdraw(row, null);
        Finish();
        WriteCandidates(grouping, goneKeys);
        return (written, conflicts);
    }

    public RelationRow Insert(Relation relation, RelationStatus status)
    {
        var (later, earlier) = (Claim(relation.LaterId), Claim(relation.EarlierId));
        var insert = db.Prepare("""
            INSERT INTO relation(ext, version, recorded_at, status, kind, conflict, later_id, earlier_id, question_id, question_ext, later_day, earlier_day, confidence, narrower, independent, rule,
                deciding_field, explanation, counterfactual, inputs, trace, factors)
            VALUES(?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """).Add(relation.Id).Add(now).Add((long)status);
        Bind(insert, relation, later, earlier).Run();
        var row = new RelationRow { Id = db.LastId, Ext = relation.Id, Status = status };
        Take(row, relation, later, earlier);
        _rows.Add(row.Ext, row);
        _left.Add(row);
        return row;
    }

    /// <returns>False where nothing differs.</returns>
    private bool Rewrite(RelationRow row, Relation relation)
    {
        var judged = row.Status != RelationStatus.Unreviewed && row.Inputs == relation.Inputs;
        var (later, earlier) = (Claim(relation.LaterId), Claim(relation.EarlierId));
        if (judged && !row.Withdrawn) return false;
        var narrower = Side(relation);
        if (!row.Withdrawn && row.Kind == relation.Kind && row.Conflict == relation.Conflict && row.LaterId == later.Id && row.EarlierId == earlier.Id && row.QuestionId == Question(relation)
            && row.LaterDay == PackedDate.Of(relation.LaterDay) && row.Narrower == narrower && row.Inputs == relation.Inputs && row.Explanation == relation.Explanation
            && row.Confidence.Equals(relation.Confidence) && row.Trace == ClaimJson.Write(relation.Trace))
            return false;

        Leave(row);
        row.Withdrawn = false;
        if (judged)
        {
            db.Prepare("UPDATE relation SET withdrawn_at = NULL, withdrawn_by = NULL WHERE id = ?").Add(row.Id).Run();
            return true;
        }
        if (row.Inputs != relation.Inputs) row.Status = RelationStatus.Unreviewed;
        var update = db.Prepare("""
            UPDATE relation SET version = version + 1, withdrawn_at = NULL, withdrawn_by = NULL, status = ?, kind = ?, conflict = ?, later_id = ?, earlier_id = ?, question_id = ?, question_ext = ?,
                later_day = ?, earlier_day = ?, confidence = ?, narrower = ?, independent = ?, rule = ?, deciding_field = ?, explanation = ?, counterfactual = ?, inputs = ?, trace = ?, factors = ?
            WHERE id = ?
            """).Add((long)row.Status);
        Bind(update, relation, later, earlier).Add(row.Id).Run();
        Take(row, relation, later, earlier);
        return true;
    }

    public void Withdraw(RelationRow row, long? by)
    {
        Leave(row);
        row.Withdrawn = true;
        db.Prepare("UPDATE relation SET withdrawn_at = ?, withdrawn_by = ? WHERE id = ?").Add(now).Add(by).Add(row.Id).Run();
    }

    /// <summary>Much hangs on a relation between positions that many claims hold.</summary>
    public void Weigh()
    {
        const string weight = "(SELECT coalesce(sum(p.claim_count), 0) FROM claim c JOIN position p ON p.id = c.position_id WHERE c.id IN ({0}))";
        if (_weigh.Count > 0) db.Prepare($"UPDATE relation SET weight = {weight.Replace("{0}", "later_id, earlier_id", StringComparison.Ordinal)} WHERE id IN (SELECT value FROM json_each(?))").Add(Packed.Json(_weigh)).Run();
        if (_weighCandidates.Count > 0) db.Prepare($"UPDATE candidate SET weight = {weight.Replace("{0}", "a_id, b_id", StringComparison.Ordinal)} WHERE id IN (SELECT value FROM json_each(?))").Add(Packed.Json(_weighCandidates)).Run();
    }

    private void WriteCandidates(Grouping grouping, HashSet<long> gone)
    {
        foreach (var candidate in grouping.Candidates) WriteCandidate(candidate);
        foreach (var id in grouping.WithdrawnCandidates)
        {
            using var row = db.Prepare("UPDATE candidate SET withdrawn_at = ? WHERE ext = ? AND withdrawn_at IS NULL AND status = 0 RETURNING id").Add(now).Add(id);
            while (row.Step()) tally.Count("unreviewed", -1);
        }
        if (gone.Count == 0) return;
        using var withdrawn = db.Prepare("UPDATE candidate SET withdrawn_at = ?1 WHERE withdrawn_at IS NULL AND id IN (SELECT d.id FROM json_each(?2) j CROSS JOIN candidate d ON d.a_id = j.value UNION SELECT d.id FROM json_each(?2) j CROSS JOIN candidate d ON d.b_id = j.value) RETURNING status")
            .Add(now).Add(Packed.Json(gone));
        while (withdrawn.Step())
            if (withdrawn.Int(0) == 0) tally.Count("unreviewed", -1);
    }

    private void WriteCandidate(Candidate candidate)
    {
        long? known = null;
        var (status, withdrawn, same) = (RelationStatus.Unreviewed, false, false);
        using (var row = db.Prepare("SELECT id, status, withdrawn_at IS NOT NULL, inputs = ? AND kind = ? AND score = ? AND doubt = ? FROM candidate WHERE ext = ?")
            .Add(candidate.Inputs).Add((long)candidate.Kind).Add(candidate.Score).Add(candidate.Doubt).Add(candidate.Id))
        {
            if (row.Step()) (known, status, withdrawn, same) = (row.Int(0), (RelationStatus)row.Int(1), row.Flag(2), row.Flag(3));
        }
        if (known is not null && same && !withdrawn) return;
        var question = candidate.QuestionId is { } q ? Question(q) : (long?)null;
        var (a, b) = (Claim(candidate.A), Claim(candidate.B));
        if (known is not { } id)
        {
            db.Prepare("""
                INSERT INTO candidate(ext, kind, a_id, b_id, question_id, score, doubt, inputs, factors, if_confirmed, status, version, recorded_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)
                """).Add(candidate.Id).Add((long)candidate.Kind).Add(a.Id).Add(b.Id).Add(question).Add(candidate.Score).Add(candidate.Doubt).Add(candidate.Inputs)
                .Add(ClaimJson.Write(candidate.Factors)).Add(ClaimJson.Write(candidate.IfConfirmed)).Add(now).Run();
            _weighCandidates.Add(db.LastId);
            tally.Count("unreviewed", 1);
            return;
        }
        using (var row = db.Prepare("""
            UPDATE candidate SET status = iif(inputs = ?1, status, 0), kind = ?2, a_id = ?3, b_id = ?4, question_id = ?5, score = ?6, doubt = ?7, inputs = ?1, factors = ?8, if_confirmed = ?9,
                version = version + 1, withdrawn_at = NULL WHERE id = ?10 RETURNING status
            """).Add(candidate.Inputs).Add((long)candidate.Kind).Add(a.Id).Add(b.Id).Add(question).Add(candidate.Score).Add(candidate.Doubt)
            .Add(ClaimJson.Write(candidate.Factors)).Add(ClaimJson.Write(candidate.IfConfirmed)).Add(id))
        {
            row.Step();
            var isOpen = row.Int(0) == 0;
            var wasOpen = status == RelationStatus.Unreviewed && !withdrawn;
            tally.Count("unreviewed", (isOpen ? 1 : 0) - (wasOpen ? 1 : 0));
            while (row.Step()) { }
        }
        _weighCandidates.Add(id);
    }

    private void Leave(RelationRow row)
    {
        if (!_left.Add(row)) return;
        tally.Leave(row, byKey[row.LaterId], byKey[row.EarlierId]);
        Touched.Add(row.LaterId);
        Touched.Add(row.EarlierId);
    }

    private void Enter(RelationRow row)
    {
        tally.Enter(row, byKey[row.LaterId], byKey[row.EarlierId]);
        Touched.Add(row.LaterId);
        Touched.Add(row.EarlierId);
        if (row.IsLive) _weigh.Add(row.Id);
    }

    private List<RelationRow> Load(Statement rows)
    {
        var loaded = new List<RelationRow>();
        using (rows)
        {
            while (rows.Step())
            {
                var row = RelationRow.Read(rows);
                _rows.TryAdd(row.Ext, row);
                loaded.Add(_rows[row.Ext]);
            }
        }
        return loaded;
    }

    /// <summary>Both claims of every relation read so far.</summary>
    private void LoadClaims()
    {
        var missing = _rows.Values.SelectMany(r => new[] { r.LaterId, r.EarlierId }).Where(id => !byKey.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0) return;
        using var rows = db.Prepare($"SELECT {ClaimRow.Columns} FROM json_each(?) j CROSS JOIN claim c ON c.id = j.value").Add(Packed.Json(missing));
        while (rows.Step())
        {
            var claim = ClaimRow.Read(rows);
            (claims[claim.Ext], byKey[claim.Id]) = (claim, claim);
        }
    }

    private Statement Bind(Statement statement, Relation relation, ClaimRow later, ClaimRow earlier) => statement
        .Add((long)relation.Kind).Add(relation.Conflict).Add(later.Id).Add(earlier.Id).Add(Question(relation)).Add(relation.QuestionId)
        .Add(PackedDate.Of(relation.LaterDay)).Add(PackedDate.Of(relation.EarlierDay)).Add(relation.Confidence).Add(Side(relation)).Add(relation.Independent is { } i ? (i ? 1L : 0L) : (long?)null).Add(relation.Rule)
        .Add(relation.DecidingField).Add(relation.Explanation).Add(relation.Counterfactual).Add(relation.Inputs).Add(ClaimJson.Write(relation.Trace)).Add(ClaimJson.Write(relation.Factors));

    private void Take(RelationRow row, Relation relation, ClaimRow later, ClaimRow earlier)
    {
        (row.Kind, row.Conflict, row.LaterId, row.EarlierId) = (relation.Kind, relation.Conflict, later.Id, earlier.Id);
        (row.QuestionId, row.LaterDay, row.Inputs, row.Narrower) = (Question(relation), PackedDate.Of(relation.LaterDay), relation.Inputs, Side(relation));
    }

    private static int Side(Relation relation) => relation.NarrowerId is not { } narrower ? 0 : narrower == relation.LaterId ? 1 : 2;

    private long Question(Relation relation) => Question(relation.QuestionId);

    private readonly Dictionary<string, long> _questions = new(StringComparer.Ordinal);

    private long Question(string ext) => _questions.TryGetValue(ext, out var id) ? id
        : _questions[ext] = db.Prepare("SELECT coalesce(merged_into, id) FROM question WHERE ext = ?").Add(ext).RunForInt()
            ?? throw new StoreException(StoreFailure.Refused, $"The comparison speaks of the question {ext}, which it did not describe and the store does not know.");

    private ClaimRow Claim(string ext) => claims.TryGetValue(ext, out var claim) ? claim
        : throw new StoreException(StoreFailure.Refused, $"The comparison speaks of the claim {ext}, which is neither in the article nor in the store.");
}

using ClaimGraph.Comparison;

namespace ClaimGraph.Neo4j;

/// <summary>One article with its comparison, turned into a batch: what is there is read, what differs is computed, one statement writes it.</summary>
internal sealed class ArticlePlan(Connection connection, ArticleWrite write)
{
    private const int Tries = 5;

    private readonly Reading _reading = write.Reading;
    private readonly Grouping _grouping = write.Grouping;

    public async Task<WriteOutcome> RunAsync(CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var state = new Snapshot(connection);
            await state.ReadAsync(Named(), cancellation);
            var current = state.Document;
            if (current?.ContentHash == _reading.ContentHash) return new WriteOutcome(WriteResult.Unchanged, current.SourceId!, 0, 0);
            if (current?.SourceId != write.Expected?.SourceId || current?.Version != write.Expected?.Version || write.Revisions.Any(r => state.Blocks.GetValueOrDefault(r.Key) != r.Value)) return Stale;

            var (batch, conflicts) = await ComputeAsync(state, cancellation);
            var answer = (await connection.WriteAsync(batch.ToStatement(), Neo4jJson.Default.WriteAnswer, cancellation))[0];
            if (answer.Sequence is { } sequence) return new WriteOutcome(WriteResult.Stored, _reading.Source.Id, sequence, conflicts);
            if (answer.Stale.Any(s => write.Revisions.ContainsKey(s) || s == DocumentKey)) return Stale;
        }
        // Others keep changing claims beside those that were compared; comparing again spreads the writers.
        return Stale;
    }

    private WriteOutcome Stale => new(WriteResult.Stale, _reading.Source.Id, 0, 0);

    private string DocumentKey => _reading.Source.Document ?? _reading.Source.Id;

    private SnapshotRequest Named() => new()
    {
        Blocks = write.Revisions.Keys.Concat(_reading.Claims.SelectMany(c => c.Blocks)),
        Document = DocumentKey,
        Claims = [
            .. _reading.Claims.Select(c => c.Id), .. _grouping.Placements.Select(p => p.ClaimId), .. _grouping.Origins.Keys,
            .. _grouping.Relations.SelectMany(r => new[] { r.LaterId, r.EarlierId }), .. _grouping.Candidates.SelectMany(c => new[] { c.A, c.B })],
        Relations = _grouping.Relations.Select(r => r.Id).Concat(_grouping.WithdrawnRelations),
        Candidates = _grouping.Candidates.Select(c => c.Id).Concat(_grouping.WithdrawnCandidates),
        Actors = _reading.Claims.SelectMany(c => c.Attribution.Select(s => s.ActorId).OfType<string>().Concat(c.Actors.Select(a => a.ActorId)))
            .Concat(_reading.Claims.Select(c => c.Origin).Concat(_grouping.Origins.Values).Select(Origin.ActorOf).OfType<string>()),
        Questions = _grouping.Relations.Select(r => r.QuestionId),
        MergedFrom = _grouping.MergedQuestions.Keys,
    };

    private async Task<(WriteBatch Batch, int Conflicts)> ComputeAsync(Snapshot state, CancellationToken cancellation)
    {
        var batch = new WriteBatch(Stored.Time(connection.Clock.GetUtcNow()));
        var placements = _grouping.Placements.ToDictionary(p => p.ClaimId, StringComparer.Ordinal);
        var own = _reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

        // 1. What is touched of what is there.
        List<ClaimState> gone = state.Document is { SourceId: { } older } ? [.. state.Claims.Values.Where(c => c.SourceId == older && !c.Withdrawn && !own.Contains(c.Id))] : [];
        List<ClaimState> moved = [.. state.Claims.Values.Where(c => !own.Contains(c.Id) && !gone.Contains(c) && Moves(c, placements))];
        List<ClaimState> recounted = [.. gone, .. moved, .. own.Where(state.Claims.ContainsKey).Select(state.Claim)];
        List<ClaimState> reoriginated = [.. _grouping.Origins.Keys.Where(id => !own.Contains(id) && state.Claims.ContainsKey(id)).Select(state.Claim)];
        List<ClaimState> touched = [.. recounted.Concat(reoriginated).Distinct()];
        await state.ReadRelationsOfAsync(recounted.Select(c => c.Id), cancellation);
        if (gone.Count > 0) await state.ReadAsync(new SnapshotRequest { CandidatesOf = gone.Select(c => c.Id) }, cancellation);

        // 2. Out of the counts as it is.
        var relations = new RelationPlan(batch, state);
        var recountedIds = recounted.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        List<RelationState> left = [.. state.Relations.Values.Where(r => recountedIds.Contains(r.LaterId) || recountedIds.Contains(r.EarlierId) || _grouping.MergedQuestions.ContainsKey(r.QuestionId))];
        foreach (var relation in left) relations.Leave(relation);
        foreach (var claim in touched)
        {
            batch.Tally.Move(claim, state.AttributedTo(claim.Id), -1);
            if (!claim.Withdrawn) batch.Bumped.UnionWith(claim.Blocks);
        }

        // 3. Names, places, claims.
        NamedRows.Add(batch, _reading, DocumentKey, state.Document);
        PlaceRows.Add(batch, _grouping);
        var rows = new ClaimRows(batch);
        foreach (var claim in gone)
        {
            (claim.WithdrawnAt, claim.WithdrawnBy) = (batch.Now, null);
            batch.Withdrawals.Add(new WithdrawalWrite(claim.Id, claim.WithdrawnAt, null));
            batch.Unhooked.Add(claim.Id);
        }
        foreach (var claim in _reading.Claims)
        {
            var origin = _grouping.Origins.GetValueOrDefault(claim.Id, claim.Origin);
            state.Claims[claim.Id] = rows.Write(claim, _reading.Source, placements.GetValueOrDefault(claim.Id), state.SurvivingOrigin(origin), origin, state.Claims.GetValueOrDefault(claim.Id));
        }
        foreach (var claim in moved) Place(batch, claim, placements.GetValueOrDefault(claim.Id));
        foreach (var claim in reoriginated)
        {
            claim.Origin = state.SurvivingOrigin(_grouping.Origins[claim.Id]);
            batch.Origins.Add(new OriginWrite(claim.Id, claim.Origin, _grouping.Origins[claim.Id]));
        }

        // 4. Back into the counts, with the relations between them.
        foreach (var id in touched.Select(c => c.Id).Union(own, StringComparer.Ordinal)) batch.Tally.Move(state.Claim(id), state.AttributedTo(id), 1);
        var (written, conflicts) = WriteRelations(relations, state, gone);
        foreach (var relation in left) relation.QuestionId = _grouping.MergedQuestions.GetValueOrDefault(relation.QuestionId, relation.QuestionId);
        relations.EnterAgain(left);
        await state.ReadRelationsOfAsync(relations.Touched, cancellation);
        foreach (var id in relations.Touched) AddStanding(batch, state, id);

        // 5. Who compares next sees that something moved.
        batch.Bumped.UnionWith(relations.Touched.SelectMany(id => state.Claim(id).Blocks));
        batch.Bumped.UnionWith(write.Revisions.Keys.Where(k => state.Blocks.ContainsKey(k)));
        batch.Bumped.UnionWith(_reading.Claims.SelectMany(c => c.Blocks));
        foreach (var key in write.Revisions.Keys.Concat(batch.Bumped)) batch.Blocks.TryAdd(key, state.Blocks.GetValueOrDefault(key));
        foreach (var (key, revision) in state.Blocks) batch.Blocks[key] = revision;
        batch.Change = new ChangeWrite(_reading.Source.Id, null, written, relations.Found, write.RunId);
        return (batch, conflicts);
    }

    private bool Moves(ClaimState claim, Dictionary<string, Placement> placements) =>
        placements.TryGetValue(claim.Id, out var place) ? claim.QuestionId != place.QuestionId || claim.PositionId != place.PositionId
            : claim.QuestionId is { } question && _grouping.MergedQuestions.ContainsKey(question);

    private void Place(WriteBatch batch, ClaimState claim, Placement? place)
    {
        claim.QuestionId = place?.QuestionId ?? _grouping.MergedQuestions[claim.QuestionId!];
        claim.PositionId = place?.PositionId ?? claim.PositionId;
        batch.Placed.Add(new PlacedWrite(claim.Id, claim.QuestionId, claim.PositionId));
        if (claim is { PositionId: { } position, Withdrawn: false }) batch.Answers.Add(new AnswerWrite(claim.Id, position));
    }

    private (IReadOnlyList<string> Written, int Conflicts) WriteRelations(RelationPlan plan, Snapshot state, List<ClaimState> gone)
    {
        var written = new List<string>();
        var conflicts = 0;
        foreach (var given in _grouping.Relations)
        {
            var relation = given with { QuestionId = state.Question(given.QuestionId) };
            if (!state.Relations.TryGetValue(relation.Id, out var row)) plan.Add(relation, RelationStatus.Unreviewed);
            else if (!plan.Rewrite(row, relation)) continue;
            written.Add(relation.Id);
            if (state.Relations[relation.Id].IsLive) conflicts++;
        }
        var goneIds = gone.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in state.Relations.Values.ToList())
        {
            var withdrawn = row.Status == RelationStatus.Unreviewed && _grouping.WithdrawnRelations.Contains(row.Id) || goneIds.Contains(row.LaterId) || goneIds.Contains(row.EarlierId);
            if (withdrawn && !row.Withdrawn) plan.Withdraw(row, null);
        }
        foreach (var candidate in _grouping.Candidates) plan.Add(candidate);
        foreach (var row in state.Candidates.Values.Where(c => c.WithdrawnAt is null))
        {
            if (row.IsOpen && _grouping.WithdrawnCandidates.Contains(row.Id) || goneIds.Contains(row.A) || goneIds.Contains(row.B)) plan.SetCandidate(row, row.Kind, row.Status, batchNow(), null);
        }
        return (written, conflicts);

        string batchNow() => Stored.Time(connection.Clock.GetUtcNow());
    }

    internal static void AddStanding(WriteBatch batch, Snapshot state, string id)
    {
        var (standing, since) = state.StandingOf(id);
        var claim = state.Claim(id);
        var stored = since is null ? null : Stored.Date(since);
        if (claim.Standing == standing && claim.StandingSince == stored) return;
        (claim.Standing, claim.StandingSince) = (standing, stored);
        batch.Standings.Add(new StandingWrite(id, standing, stored));
    }
}

using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

internal sealed record MergeStateRow(
    string Id, RelationStatus Status, int Version, string A, string B, long ClaimsOfA, long ClaimsOfB, IReadOnlyList<MergedRow> Members, IReadOnlyList<MadeMergeRow> Merges);

internal sealed record MadeMergeRow(string From, string Into, string AssessmentId, string Id);

/// <summary>An actor and all that it stands for afterwards.</summary>
internal sealed record ActorGroup(string Survivor, IReadOnlyList<string> Members, string Origin, IReadOnlyList<string> Origins)
{
    public static ActorGroup Of(string survivor, IEnumerable<string> members)
    {
        List<string> all = [.. members.Append(survivor).Distinct(StringComparer.Ordinal)];
        return new ActorGroup(survivor, all, ClaimGraph.Origin.OfActor(survivor), [.. all.Select(ClaimGraph.Origin.OfActor)]);
    }
}

internal sealed record ActorMergeWrite(string Id, string FromId, string IntoId, string By, string At, string AssessmentId);

/// <summary>"The same person", and its undoing. Claims keep the actors that their articles name; who stands for whom is looked up when something is read.</summary>
internal sealed class MergePlan(Connection connection, ById byId)
{
    private const int Tries = 8;

    public async Task<AssessOutcome> AssessAsync(AssessmentRequest request, CancellationToken cancellation)
    {
        if (await StateAsync(request.TargetId, cancellation) is not { } state) return new AssessOutcome(AssessResult.NotFound);
        if (request.ExpectedVersion is { } expected && expected != state.Version)
            return new AssessOutcome(AssessResult.SomebodyWasQuicker, Latest: (await byId.AssessmentsOfAsync([request.TargetId], null, cancellation))[request.TargetId].LastOrDefault());
        if (request.Verdict is not (Verdict.SamePerson or Verdict.DifferentPerson)) return Refused("Whether two actors are one is answered by \"same\" or \"different\".");
        if (state.Status == RelationStatus.Confirmed) return Refused("The two are one already. Undo that first.");
        var same = request.Verdict == Verdict.SamePerson;
        if (same && state.A == state.B) return Refused("The two are one already, by another merge.");

        var now = Stored.Time(connection.Clock.GetUtcNow());
        var status = same ? RelationStatus.Confirmed : RelationStatus.Dismissed;
        var assessment = new AssessmentWrite(Ids.New(Ids.AssessmentPrefix), request.TargetId, request.Verdict, request.By, now, request.Reason, StateOf(state.Status), StateOf(status));
        // The one with more claims survives.
        var (from, into) = state.ClaimsOfA > state.ClaimsOfB ? (state.B, state.A) : (state.A, state.B);
        var written = await WriteAsync(state, status, now, assessment.Id, [assessment], [],
            same ? [new ActorMergeWrite(Ids.New(Ids.MergePrefix), from, into, request.By, now, assessment.Id)] : [],
            same ? [ActorGroup.Of(into, state.Members.Select(m => m.From))] : [], cancellation);
        return written ? await DoneAsync(assessment.Id, cancellation) : await AssessAsync(request, cancellation);
    }

    public async Task<AssessOutcome> UndoAsync(AppendedRow verdict, string by, string? reason, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await StateAsync(verdict.TargetId, cancellation) is not { } state) return new AssessOutcome(AssessResult.NotFound);
            var now = Stored.Time(connection.Clock.GetUtcNow());
            var status = VerdictState.Read(verdict.Before!).Status;
            if (await WriteAsync(state, status, now, verdict.Id, [], [new UndoneWrite(verdict.Id, now, by, reason)], [], Parted(state, verdict.Id), cancellation)) return await DoneAsync(verdict.Id, cancellation);
        }
        throw new StoreException(StoreFailure.Locked, "Others keep deciding on the same actors. Try again.", mayRetry: true);
    }

    /// <summary>The actor that comes back with those who had been merged into it before, and the one that it leaves with the rest.</summary>
    private static IReadOnlyList<ActorGroup> Parted(MergeStateRow state, string assessment)
    {
        if (state.Merges.FirstOrDefault(m => m.AssessmentId == assessment) is not { } merge) return [];
        var survivor = state.Members.First(m => m.From == merge.Into).Into;
        var below = new List<string> { merge.From };
        for (var i = 0; i < below.Count; i++) below.AddRange(state.Merges.Where(m => m.Into == below[i] && m.AssessmentId != assessment).Select(m => m.From));
        return [ActorGroup.Of(merge.From, below), ActorGroup.Of(survivor, state.Members.Where(m => m.Into == survivor).Select(m => m.From).Except(below, StringComparer.Ordinal))];
    }

    private async Task<MergeStateRow?> StateAsync(string suggestion, CancellationToken cancellation) =>
        (await connection.ReadAsync(new Statement(Cypher.Query("merge-state"), new Dictionary<string, object?> { ["id"] = suggestion }), Neo4jJson.Default.MergeStateRow, cancellation)) is [var row] ? row : null;

    private async Task<bool> WriteAsync(
        MergeStateRow state, RelationStatus status, string now, string assessment, List<AssessmentWrite> assessments, List<UndoneWrite> undone, List<ActorMergeWrite> merges,
        IReadOnlyList<ActorGroup> groups, CancellationToken cancellation)
    {
        var statement = new Statement(Cypher.Query("merge"), new Dictionary<string, object?>
        {
            ["write"] = Guid.CreateVersion7().ToString("N"),
            ["now"] = now,
            ["suggestion"] = state.Id,
            ["version"] = state.Version,
            ["status"] = status.ToString(),
            ["unreviewed"] = (status == RelationStatus.Unreviewed ? 1 : 0) - (state.Status == RelationStatus.Unreviewed ? 1 : 0),
            ["assessmentId"] = assessment,
            ["assessments"] = assessments,
            ["undone"] = undone,
            ["merges"] = merges,
            ["groups"] = groups.ToList(),
        });
        return (await connection.WriteAsync(statement, Neo4jJson.Default.WriteAnswer, cancellation))[0].Sequence is not null;
    }

    private async Task<AssessOutcome> DoneAsync(string assessment, CancellationToken cancellation) => new(AssessResult.Done, (await byId.AssessmentsAsync([assessment], cancellation))[assessment]);

    private static AssessOutcome Refused(string why) => new(AssessResult.Refused, Why: why);

    private static string StateOf(RelationStatus status) => new VerdictState(RelationKind.Corroborates, false, status, "").Write();
}

using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Reads parts of the graph as they are kept, in the order of their keys.</summary>
internal sealed class KeptReader(Connection connection, string reached, int most, CancellationToken cancellation)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Statements = new(() => Cypher.Pieces("kept").ToDictionary(p => p.Key, p => Cards.Fill(p.Value), StringComparer.Ordinal));

    public async Task<IReadOnlyList<Kept>> ReadAsync(GraphPart part) => part switch
    {
        GraphPart.Runs => await RowsAsync(part, Neo4jJson.Default.KeptRunRow, r => new KeptRun(r.Id, r.Json)),
        GraphPart.Assessments => await RowsAsync(part, Neo4jJson.Default.KeptAssessmentRow, Assessment),
        GraphPart.Sources => await RowsAsync(part, Neo4jJson.Default.KeptSourceRow, r => new KeptSource(
            r.Source.ToSource() with { ClaimCount = 0, ConflictCount = 0 }, r.ContentHash, r.Signature is null ? null : [.. r.Signature.Select(s => (uint)s)],
            r.Text is { } t ? new StoredText(t.SourceId, t.Text, Stored.Spans(t.Furniture), Stored.Notices(t.Notices)) : null)),
        GraphPart.Actors => await RowsAsync(part, Neo4jJson.Default.NamedActorRow, r => new KeptActor(r.ToActor())),
        GraphPart.MergedActors or GraphPart.MergedQuestions => await RowsAsync(part, Neo4jJson.Default.MergedRow, r => new KeptMerged(r.From, r.Into)),
        GraphPart.Questions => await RowsAsync(part, Neo4jJson.Default.KeptQuestionRow, r => new KeptQuestion(new Question(r.Id, r.Key, r.Text), Stored.Time(r.RecordedAt), Stored.Time(r.ChangedAt ?? r.RecordedAt))),
        GraphPart.Positions => await RowsAsync(part, Neo4jJson.Default.KeptPositionRow, r => new KeptPosition(new Position(r.Id, r.QuestionId, Stored.Value(r.Value)))),
        GraphPart.Claims => await RowsAsync(part, Neo4jJson.Default.KeptClaimRow, r => new KeptClaim(
            r.Id, r.Record, r.QuestionId, r.PositionId, r.Origin, Stored.Time(r.RecordedAt), Stored.TimeOrNull(r.WithdrawnAt), r.WithdrawnBy, r.Standing, Stored.DateOrNull(r.StandingSince))),
        GraphPart.Citations => await RowsAsync(part, Neo4jJson.Default.KeptCitationsRow, r => new KeptCitations(
            r.Id, [.. r.Citations.OrderBy(c => c.To, StringComparer.Ordinal).ThenBy(c => c.Kind).Select(c => new Citation(c.From, c.To, c.Kind, c.Cue, c.Quote))])),
        GraphPart.Blocks => await RowsAsync(part, Neo4jJson.Default.BlockRow, r => new KeptBlock(r.Key, r.Revision)),
        GraphPart.Relations => await RowsAsync(part, Neo4jJson.Default.KeptRelationRow, r => new KeptRelation(r.Relation.ToRelation(), Stored.TimeOrNull(r.WithdrawnAt), r.WithdrawnBy, r.Weight ?? 0, r.Found)),
        GraphPart.Candidates => await RowsAsync(part, Neo4jJson.Default.KeptCandidateRow, r => new KeptCandidate(r.Candidate.ToCandidate(), Stored.TimeOrNull(r.WithdrawnAt), r.WithdrawnBy, r.Weight ?? 0)),
        GraphPart.SetApart => await RowsAsync(part, Neo4jJson.Default.KeptSetApartRow, r => new KeptSetApart(r.Id, [
            .. r.Apart.DistinctBy(a => (a.OtherQuestionId, a.ClaimId)).OrderBy(a => a.OtherQuestionId, StringComparer.Ordinal).ThenBy(a => a.ClaimId, StringComparer.Ordinal)
                .Select(a => new SetApart(r.Id, a.OtherQuestionId, a.ClaimId, a.Reason))])),
        GraphPart.ScopeVerdicts => await RowsAsync(part, Neo4jJson.Default.ScopeVerdictRow, r => new KeptScopeVerdict(r.ClaimA, r.ClaimB, r.QuestionId, r.AssessmentId)),
        GraphPart.MergeSuggestions => await RowsAsync(part, Neo4jJson.Default.KeptSuggestionRow, r => new KeptSuggestion(
            new MergeSuggestion(r.Id, r.ActorA, r.ActorB, r.Score, r.Reason, r.Version), r.Status, Stored.Time(r.RecordedAt), r.Weight)),
        GraphPart.ActorMerges => await RowsAsync(part, Neo4jJson.Default.KeptMergeRow, r => new KeptMerge(r.Id, r.FromId, r.IntoId, r.By, Stored.Time(r.At), r.AssessmentId, Stored.TimeOrNull(r.UndoneAt))),
        GraphPart.Changes => await RowsAsync(part, Neo4jJson.Default.ChangeRow, r => new KeptChange(new Change(r.Sequence, Stored.Time(r.At), r.SourceId, r.AssessmentId, r.Relations ?? [], r.Conflicts ?? [], r.RunId))),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private async Task<IReadOnlyList<Kept>> RowsAsync<T>(GraphPart part, JsonTypeInfo<T> row, Func<T, Kept> read)
    {
        var parameters = new Dictionary<string, object?>
        {
            ["reached"] = reached,
            ["number"] = part is GraphPart.Assessments or GraphPart.Changes && reached.Length > 0 ? long.Parse(reached, CultureInfo.InvariantCulture) : 0L,
            ["most"] = most,
        };
        return [.. (await connection.ReadAsync(new Statement(Statements.Value[part.ToString()], parameters), row, cancellation)).Select(read)];
    }

    private static KeptAssessment Assessment(KeptAssessmentRow r) => new(
        new Assessment(r.Id, r.TargetId, r.Verdict, r.By, Stored.Time(r.At), r.Reason) { UndoneAt = Stored.TimeOrNull(r.UndoneAt), UndoneBy = r.UndoneBy }, r.Sequence, State(r.Before), State(r.After), r.UndoneReason);

    private static KeptState? State(string? stored) => stored is not null && VerdictState.Read(stored) is var s ? new KeptState(s.Kind, s.Conflict, s.Status, s.Inputs) : null;
}

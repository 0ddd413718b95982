namespace ClaimGraph.Neo4j;

// Rows of kept.cypher, and rows for take.cypher where those of write.cypher do not say enough.

internal sealed record CopyMarkRow(string Origin, long Change, string Part, string Reached)
{
    public static CopyMarkRow Of(CopyMark mark) => new(mark.Origin, mark.Change, mark.Part.ToString(), mark.Reached);

    public CopyMark ToMark() => new(Origin, Change, Enum.Parse<GraphPart>(Part), Reached);
}

internal sealed record KeptRunRow(string Id, string? SortKey, string Json);

internal sealed record KeptAssessmentRow(
    string Id, string TargetId, Verdict Verdict, string By, string At, string? Reason, string? Before, string? After, string? UndoneAt, string? UndoneBy, string? UndoneReason, long Sequence);

internal sealed record KeptSourceRow(SourceRow Source, string? ContentHash, IReadOnlyList<long>? Signature, TextRow? Text);

internal sealed record KeptSourceWrite(string Id, SourceProperties Properties, string RecordedAt, string? WithdrawnAt, TextWrite? Text);

internal sealed record KeptQuestionRow(string Id, string Key, string Text, string RecordedAt, string? ChangedAt);

internal sealed record KeptQuestionWrite(string Id, QuestionProperties Properties, string RecordedAt, string ChangedAt);

internal sealed record KeptPositionRow(string Id, string QuestionId, string Value);

internal sealed record KeptClaimRow(
    string Id, string Record, string? QuestionId, string? PositionId, string Origin, string RecordedAt, string? WithdrawnAt, string? WithdrawnBy, Standing Standing, string? StandingSince);

internal sealed record KeptCitationsRow(string Id, IReadOnlyList<CitationRow> Citations);

internal sealed record KeptRelationRow(RelationRow Relation, string? WithdrawnAt, string? WithdrawnBy, long? Weight, bool Found);

internal sealed record KeptRelationWrite(string Id, RelationProperties Properties, long Weight);

internal sealed record KeptCandidateRow(CandidateRow Candidate, string? WithdrawnAt, string? WithdrawnBy, long? Weight);

internal sealed record KeptCandidateWrite(string Id, CandidateProperties Properties, long Weight);

internal sealed record KeptSetApartRow(string Id, IReadOnlyList<SetApartRow> Apart);

internal sealed record KeptScopeVerdictWrite(string Key, string ClaimA, string ClaimB, string AssessmentId, string? QuestionId);

internal sealed record KeptSuggestionRow(string Id, string ActorA, string ActorB, double Score, string Reason, int Version, RelationStatus Status, string RecordedAt, string? OpenKey, long Weight);

internal sealed record KeptMergeRow(string Id, string FromId, string IntoId, string By, string At, string AssessmentId, string? UndoneAt);

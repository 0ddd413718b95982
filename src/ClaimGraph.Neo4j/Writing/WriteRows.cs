namespace ClaimGraph.Neo4j;

// Rows of write.cypher, by the parameter that they stand in. A null property removes the stored one.

internal sealed record DocumentWrite(string Id, string? Expected, string SourceId, int Version, string ContentHash);

internal sealed record QuestionWrite(string Id, QuestionProperties Properties);

internal sealed record QuestionProperties(string Key, string Text, string Words);

internal sealed record PositionWrite(string Id, string QuestionId, PositionProperties Properties);

internal sealed record PositionProperties(string Text, string Value, Modality Modality, Polarity Polarity, double? Low, double? High, string? Unit);

internal sealed record ActorWrite(string Id, ActorProperties Properties);

/// <param name="NameKeys">By what those of like names meet, one blank between.</param>
internal sealed record ActorProperties(string Name, ActorKind Kind, IReadOnlyList<string> Aliases, string Words, string NameKeys);

internal sealed record SourceWrite(string Id, SourceProperties Properties);

internal sealed record SourceProperties(
    SourceKind Kind, string? Title, string? Document, int Version, string? OutletId, string? OutletName, string? Url, string? Published, string? Language,
    string? ContentHash, IReadOnlyList<long>? Signature, string SortKey, string? Words);

internal sealed record TextWrite(string SourceId, string Text, string Furniture, string Notices);

internal sealed record PublishedWrite(string Source, string Outlet);

internal sealed record CitationWrite(string From, string To, CitationKind Kind, string? Cue, string? Quote);

internal sealed record ClaimWrite(string Id, ClaimProperties Properties);

internal sealed record ClaimProperties
{
    public required string Text { get; init; }
    public required string Words { get; init; }
    public required int SpanStart { get; init; }
    public required int SpanEnd { get; init; }
    public required string Language { get; init; }
    public required string SourceId { get; init; }
    public string? OutletId { get; init; }
    public string? QuestionId { get; init; }
    public string? PositionId { get; init; }
    public string? SpeakerId { get; init; }
    public required string ValueText { get; init; }
    public required string Value { get; init; }
    public required Modality Modality { get; init; }
    public required Polarity Polarity { get; init; }
    public double? Low { get; init; }
    public double? High { get; init; }
    public string? Unit { get; init; }
    /// <summary>The day, ISO, for ranges and readers; null where undated.</summary>
    public string? Date { get; init; }
    public required string Asserted { get; init; }
    public required DatePrecision Precision { get; init; }
    public required string SortKey { get; init; }
    public required string WorthKey { get; init; }
    public required double CheckWorthiness { get; init; }
    public required string RecordedAt { get; init; }
    public string? WithdrawnAt { get; init; }
    public string? WithdrawnBy { get; init; }
    public required string Origin { get; init; }
    /// <summary>As found, before actors were merged.</summary>
    public required string OwnOrigin { get; init; }
    public required bool OriginKnown { get; init; }
    public required IReadOnlyList<string> Blocks { get; init; }
    public required IReadOnlyList<string> Attributed { get; init; }
    public required Standing Standing { get; init; }
    public string? StandingSince { get; init; }
    /// <summary>The whole claim as JSON.</summary>
    public required string Record { get; init; }
}

internal sealed record AppearsWrite(string Claim, string Source);

internal sealed record AssertedWrite(string Claim, string Day);

internal sealed record StepWrite(string Claim, string Party, int Position, ChainRole Role, string? Cue, Stance Stance, bool Inferred);

internal sealed record MentionWrite(string Claim, string Actor, MentionRole Role);

/// <param name="Attributed">The actor again where the claim is attributed to it, null where it is only mentioned.</param>
internal sealed record InvolvesWrite(string Claim, string Actor, string? Attributed, string SortKey);

internal sealed record AnswerWrite(string Claim, string Position);

internal sealed record EntryWrite(string Claim, string Key, string PositionId, string SortKey);

internal sealed record PlacedWrite(string Id, string? QuestionId, string? PositionId);

internal sealed record OriginWrite(string Id, string Origin, string OwnOrigin);

internal sealed record WithdrawalWrite(string Id, string? At, string? By);

internal sealed record StandingWrite(string Id, Standing Standing, string? Since);

internal sealed record MergeWrite(string From, string Into);

internal sealed record RelationWrite(string Id, RelationProperties Properties);

internal sealed record RelationProperties
{
    public required RelationKind Kind { get; init; }
    public required bool Conflict { get; init; }
    public required RelationStatus Status { get; init; }
    public required int Version { get; init; }
    public required string LaterId { get; init; }
    public required string EarlierId { get; init; }
    public string? NarrowerId { get; init; }
    public required string QuestionId { get; init; }
    public required string SortKey { get; init; }
    /// <summary>Open ones first, then confirmed, then dismissed; newest first in each, read backwards.</summary>
    public required string ReviewKey { get; init; }
    public required string ConfidenceKey { get; init; }
    public required double Confidence { get; init; }
    public required string Inputs { get; init; }
    public required string RecordedAt { get; init; }
    public string? WithdrawnAt { get; init; }
    public string? WithdrawnBy { get; init; }
    /// <summary>Not open any more unless weighing says so.</summary>
    public string? OpenKey { get; init; }
    /// <summary>Who gave the verdict that stands; null where none does.</summary>
    public string? DecidedBy { get; init; }
    public string? DecidedAt { get; init; }
    public required bool Found { get; init; }
    public required string Record { get; init; }
}

internal sealed record UnlinkWrite(string Id, string A, string B);

internal sealed record LinkWrite(string From, string To, LinkProperties Properties);

internal sealed record LinkProperties(string Id, bool Conflict, double Confidence, string Rule, string Explanation, string Trace, RelationStatus Status, string? DecidedBy, string? DecidedAt);

internal sealed record DisputeWrite(string Relation, string Actor, string SortKey);

internal sealed record CandidateWrite(string Id, CandidateProperties Properties);

internal sealed record CandidateProperties
{
    public required RelationKind Kind { get; init; }
    public required string A { get; init; }
    public required string B { get; init; }
    public string? QuestionId { get; init; }
    public required double Score { get; init; }
    public required string Doubt { get; init; }
    public required string Factors { get; init; }
    public required string Inputs { get; init; }
    public required string IfConfirmed { get; init; }
    public required RelationStatus Status { get; init; }
    public required int Version { get; init; }
    public required string RecordedAt { get; init; }
    public string? WithdrawnAt { get; init; }
    public string? WithdrawnBy { get; init; }
    public string? OpenKey { get; init; }
}

internal sealed record SetApartWrite(string Key, string QuestionId, string? OtherQuestionId, string? ClaimId, string Reason);

internal sealed record SuggestionWrite(string Id, string ActorA, string ActorB, double Score, string Reason);

internal sealed record AssessmentWrite(string Id, string TargetId, Verdict Verdict, string By, string At, string? Reason, string? Before, string? After);

internal sealed record UndoneWrite(string Id, string At, string By, string? Reason);

internal sealed record QuestionDelta(string Id)
{
    public long Claims { get; set; }
    public long Conflicts { get; set; }
    public long Unreviewed { get; set; }
}

internal sealed record PositionDelta(string Id) { public long Claims { get; set; } }

internal sealed record ActorDelta(string Id) { public long Claims { get; set; } }

internal sealed record SourceDelta(string Id)
{
    public long Claims { get; set; }
    public long Conflicts { get; set; }
}

/// <summary>A pair that is counted: how often it occurs; the number of different ones stands on <see cref="Of"/>.</summary>
internal sealed record TallyDelta(string Key, string Of, string Field, string? ActorId, string? QuestionId) { public long By { get; set; } }

internal sealed record CounterDelta(string Name, long By);

internal sealed record ChangeWrite(string? SourceId, string? AssessmentId, IReadOnlyList<string> Relations, IReadOnlyList<string> Conflicts, string? RunId);

internal sealed record WriteAnswer(IReadOnlyList<string> Stale, long? Sequence);

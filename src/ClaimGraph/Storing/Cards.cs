namespace ClaimGraph;

/// <summary>What lists show of an article: enough for one line.</summary>
public sealed record SourceCard(string Id, SourceKind Kind, string? Title, string? OutletId, string? OutletName, string? Url, PartialDate? Published);

/// <summary>What lists show of a claim, read in one statement with its source, outlet and innermost speaker.</summary>
public sealed record ClaimCard
{
    public required string Id { get; init; }
    public required string Quote { get; init; }
    public required Span Span { get; init; }
    public string? QuestionId { get; init; }
    public string? PositionId { get; init; }
    public required Value Value { get; init; }
    public required PartialDate Asserted { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; init; }
    public required double CheckWorthiness { get; init; }
    public required SourceCard Source { get; init; }
    public Actor? Speaker { get; init; }
    public Standing Standing { get; init; }
    public PartialDate? StandingSince { get; init; }
}

public sealed record QuestionCard(Question Question)
{
    public int ClaimCount { get; init; }
    public int ConflictCount { get; init; }
    public int PositionCount { get; init; }
    public int ArticleCount { get; init; }
    public DateOnly? LatestConflict { get; init; }
    public PartialDate? FirstAsserted { get; init; }
    public PartialDate? LastAsserted { get; init; }
}

/// <param name="OriginsLow">Distinct origins that are known; at least 1.</param>
/// <param name="OriginsHigh">The same, with every claim whose chain breaks counted as an origin of its own.</param>
public sealed record PositionCard(Position Position, int ClaimCount, int ArticleCount, int OriginsLow, int OriginsHigh)
{
    public PartialDate? FirstAsserted { get; init; }
    public PartialDate? LastAsserted { get; init; }
    public required string ExampleClaimId { get; init; }
    /// <summary>No later position of the question supersedes it.</summary>
    public bool Current { get; init; } = true;
}

public sealed record ActorCard(Actor Actor, int ClaimCount, int QuestionCount);

/// <summary>A relation with both claims, as a list shows it.</summary>
public sealed record RelationCard(Relation Relation, ClaimCard Earlier, ClaimCard Later);

/// <summary>One claim of a position as counting origins needs it.</summary>
public sealed record OriginClaim(string ClaimId, string SourceId, string Origin, bool OriginKnown, DateOnly? Day);

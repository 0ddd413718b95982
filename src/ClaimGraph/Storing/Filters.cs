namespace ClaimGraph;

/// <summary>
/// A filter: <see cref="Leaf"/> or a combination. At most 3 deep with 20 leaves and 100 ids a list (checked by the API, not by stores).
/// An empty list matches nothing; null does not filter.
/// </summary>
public abstract record Filter<TLeaf>
{
    public sealed record Leaf(TLeaf Value) : Filter<TLeaf>;
    public sealed record And(IReadOnlyList<Filter<TLeaf>> Of) : Filter<TLeaf>;
    public sealed record Or(IReadOnlyList<Filter<TLeaf>> Of) : Filter<TLeaf>;
    public sealed record Not(Filter<TLeaf> Of) : Filter<TLeaf>;
}

/// <summary>All members given must hold; within a list one must.</summary>
public sealed record ClaimFilter
{
    /// <summary>Words that must all occur in the quote.</summary>
    public string? Text { get; init; }
    public IReadOnlyList<string>? Questions { get; init; }
    public IReadOnlyList<string>? Positions { get; init; }
    /// <summary>Attributed or mentioned.</summary>
    public IReadOnlyList<string>? Actors { get; init; }
    /// <summary>The innermost step.</summary>
    public IReadOnlyList<string>? Speakers { get; init; }
    public IReadOnlyList<string>? Sources { get; init; }
    public IReadOnlyList<string>? Outlets { get; init; }
    /// <summary>Inclusive, on the sort day; undated claims are left out.</summary>
    public DateOnly? AssertedFrom { get; init; }
    public DateOnly? AssertedTo { get; init; }
    public DateTimeOffset? RecordedFrom { get; init; }
    public DateTimeOffset? RecordedTo { get; init; }
    public IReadOnlyList<Modality>? Modality { get; init; }
    /// <summary>In a relation of one of these kinds that is not dismissed.</summary>
    public IReadOnlyList<RelationKind>? RelationKinds { get; init; }
    public IReadOnlyList<Standing>? Standing { get; init; }
    /// <summary>The claim's interval meets this one, in the same unit where one is given.</summary>
    public double? QuantityLow { get; init; }
    public double? QuantityHigh { get; init; }
    public string? QuantityUnit { get; init; }
    public double? MinCheckWorthiness { get; init; }
    public IReadOnlyList<DatePrecision>? Precision { get; init; }
}

public sealed record RelationFilter
{
    public IReadOnlyList<RelationKind>? Kinds { get; init; }
    public IReadOnlyList<string>? Questions { get; init; }
    /// <summary>Attributed on either side.</summary>
    public IReadOnlyList<string>? Actors { get; init; }
    public IReadOnlyList<string>? Sources { get; init; }
    public IReadOnlyList<string>? Outlets { get; init; }
    /// <summary>Where no leaf of a filter names a status, dismissed relations are left out: they come back only when asked for.</summary>
    public IReadOnlyList<RelationStatus>? Status { get; init; }
    /// <summary>The later claim's day.</summary>
    public DateOnly? AssertedFrom { get; init; }
    public DateOnly? AssertedTo { get; init; }
    public double? MinConfidence { get; init; }
    /// <summary>Both positions rest on at least this many origins.</summary>
    public int? MinOrigins { get; init; }
    public OriginFilter? Origins { get; init; }
    /// <summary>Only conflicts: set for the list of conflicts.</summary>
    public bool? Conflict { get; init; }
}

public enum OriginFilter { TwoOrMoreEachSide, OneSideRestsOnOne }

public sealed record QuestionFilter
{
    public string? Text { get; init; }
    public IReadOnlyList<RelationKind>? Kinds { get; init; }
    public IReadOnlyList<RelationStatus>? Status { get; init; }
    public IReadOnlyList<string>? Actors { get; init; }
    public IReadOnlyList<string>? Sources { get; init; }
    public IReadOnlyList<string>? Outlets { get; init; }
    public DateOnly? AssertedFrom { get; init; }
    public DateOnly? AssertedTo { get; init; }
    public OriginFilter? Origins { get; init; }
}

public sealed record SourceFilter
{
    public string? Text { get; init; }
    public IReadOnlyList<SourceKind>? Kinds { get; init; }
    public IReadOnlyList<string>? Outlets { get; init; }
    public IReadOnlyList<string>? Languages { get; init; }
    public DateOnly? PublishedFrom { get; init; }
    public DateOnly? PublishedTo { get; init; }
}

public sealed record ActorFilter
{
    public string? Text { get; init; }
    public IReadOnlyList<ActorKind>? Kinds { get; init; }
}

public sealed record ReviewFilter
{
    public IReadOnlyList<RelationKind>? Kinds { get; init; }
    /// <summary>False leaves candidates out, true shows them alone.</summary>
    public bool? Candidates { get; init; }
    public bool? Merges { get; init; }
    /// <summary>The name whose verdicts are meant by "mine".</summary>
    public string? AssessedBy { get; init; }
    public IReadOnlyList<string>? Questions { get; init; }
    public IReadOnlyList<string>? Actors { get; init; }
}

public enum QuestionOrder { MostConflicts, NeedsReview, NewestChange, MostOrigins }

public enum RelationOrder { Newest, Oldest, Confidence, NeedsReview }

public enum ClaimOrder { Newest, Oldest, CheckWorthiness }

public enum SearchKind { Claim, Question, Source, Actor }

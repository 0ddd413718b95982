namespace ClaimGraph;

public enum RelationKind { Contradicts = 1, Supersedes = 2, Refines = 3, Corroborates = 4 }

public enum RelationStatus { Unreviewed, Confirmed, Dismissed }

/// <summary>One line of the trace: a rule of the ordered list, what it saw on either side, what came of it.</summary>
/// <param name="Rule">The rule's name, as in <c>Comparison/Rules</c>.</param>
/// <param name="Decides">This line decided the outcome.</param>
public sealed record TraceStep(string Rule, string? Earlier, string? Later, string Outcome, bool Decides = false, string? Remark = null);

/// <summary>A typed, explained edge between two claims. Identity is the unordered pair, whatever the kind (<see cref="Ids.Relation"/>).</summary>
public sealed record Relation
{
    public required string Id { get; init; }
    public required RelationKind Kind { get; init; }
    /// <summary>CONTRADICTS, and a SUPERSEDES whose values are incompatible.</summary>
    public required bool Conflict { get; init; }
    public required string EarlierId { get; init; }
    public required string LaterId { get; init; }
    public required string QuestionId { get; init; }
    /// <summary>REFINES: the narrower of the two.</summary>
    public string? NarrowerId { get; init; }
    /// <summary>CORROBORATES: whether the two have different origins; null where that cannot be told.</summary>
    public bool? Independent { get; init; }
    public required string Rule { get; init; }
    /// <summary>One sentence from the rule's template: both values, both dates, both sources.</summary>
    public required string Explanation { get; init; }
    public required string DecidingField { get; init; }
    /// <summary>"It would be Contradicts if …"; null where nothing close would change it.</summary>
    public string? Counterfactual { get; init; }
    public required IReadOnlyList<TraceStep> Trace { get; init; }
    public required IReadOnlyList<Factor> Factors { get; init; }
    /// <summary>The product of the factors, 0..1.</summary>
    public required double Confidence { get; init; }
    /// <summary>The later claim's sort day, for lists; null where it is undated.</summary>
    public DateOnly? LaterDay { get; init; }
    public DateOnly? EarlierDay { get; init; }
    /// <summary>A fingerprint of what was compared: an assessment holds until it changes.</summary>
    public required string Inputs { get; init; }

    // What the store adds.
    public RelationStatus Status { get; init; }
    public int Version { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>A pair that is likely but not certain: a question to a person, no relation.</summary>
public sealed record Candidate
{
    public required string Id { get; init; }
    /// <summary>The relation that it would be.</summary>
    public required RelationKind Kind { get; init; }
    /// <summary>The later claim, as for the relation that it would become.</summary>
    public required string A { get; init; }
    public required string B { get; init; }
    public string? QuestionId { get; init; }
    public required double Score { get; init; }
    /// <summary>What speaks against it, in a sentence.</summary>
    public required string Doubt { get; init; }
    public required IReadOnlyList<Factor> Factors { get; init; }
    public required string Inputs { get; init; }
    /// <summary>What is stored when a person confirms it.</summary>
    public required Relation IfConfirmed { get; init; }

    public RelationStatus Status { get; init; }
    public int Version { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}

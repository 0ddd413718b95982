namespace ClaimGraph;

public enum Polarity { Positive, Negative, Mixed, Unknown }

/// <summary>How firmly something is claimed. The first seven are rungs of the commitment ladder, see <see cref="Commitment"/>.</summary>
public enum Modality { Refused, NotCommitted, Undecided, Considering, Willing, Ready, Committed, Asserted, Planned, Necessary, Possible, Hypothetical }

/// <summary>The ladder of commitment: refused -2, not committed -1, undecided 0, considering 1, willing 2, ready 3, committed 4.</summary>
public static class Commitment
{
    /// <summary>The rung of a modality, or null where it is no commitment.</summary>
    public static int? Rung(this Modality modality) => modality <= Modality.Committed ? (int)modality - 2 : null;
}

/// <summary>A facet that narrows a claim without changing its question: <c>publicity: private</c>, <c>domain: land</c>, <c>group: children</c>.</summary>
/// <param name="Words">The words that said so, verbatim, for the reader.</param>
public sealed record ScopeFacet(string Name, string Value, string Words);

/// <summary>What kind of happening or state a claim is about in time; decides whether a later value supersedes or contradicts.</summary>
public enum TimeKind { PastAct, Plan, RunningState, Measured, Unknown }

/// <summary>What is claimed, in comparable form.</summary>
public sealed record Proposition
{
    /// <summary>The question it answers before events are told apart, without rung, polarity, value or form: <c>countries;deploy-troops;UA</c>. Null where no key can be built: the claim is stored and searched, never compared.</summary>
    public string? Key { get; init; }
    public required string Subject { get; init; }
    public required string Predicate { get; init; }
    public string? Object { get; init; }
    public Quantity? Quantity { get; init; }
    /// <summary>The members where the answer is a list ("Britain, France and Australia"): canonical names.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
    /// <summary>"only": the list is complete.</summary>
    public bool Exclusive { get; init; }
    public Polarity Polarity { get; init; } = Polarity.Positive;
    public Modality Modality { get; init; } = Modality.Asserted;
    public IReadOnlyList<ScopeFacet> Scope { get; init; } = [];
    public string? Condition { get; init; }
    /// <summary>When the claim holds, as against when it was said.</summary>
    public PartialDate Valid { get; init; } = PartialDate.Unknown;
    public TimeKind TimeKind { get; init; } = TimeKind.Unknown;
    /// <summary>The value for a reader: <c>26 countries, committed</c>.</summary>
    public required string ValueText { get; init; }
    /// <summary>A sentence that asks what the key asks: <c>How many countries will deploy troops to Ukraine?</c></summary>
    public string QuestionText { get; init; } = "";
}

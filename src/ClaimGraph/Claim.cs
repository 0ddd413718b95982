namespace ClaimGraph;

/// <summary>Where a claim stands among the others, for lists: the strongest that holds.</summary>
public enum Standing { Current, Disputed, Replaced, Narrower, OtherScope, Alone }

public sealed record ClaimNote(string Code, string Message);

/// <summary>A named part of a score, in 0..1 unless its reason says otherwise.</summary>
public sealed record Factor(string Name, double Value, string? Reason = null);

/// <summary>
/// One claim as read from one document version: mention (quote and span), proposition, attribution, and what comparison needs.
/// This is the whole record: stores keep it by <see cref="ClaimJson"/> beside the columns that they filter on.
/// </summary>
public sealed record Claim
{
    public required string Id { get; init; }
    public required string SourceId { get; init; }
    public required string Quote { get; init; }
    public required Span Span { get; init; }
    public string Language { get; init; } = "en";
    public required Proposition Proposition { get; init; }
    /// <summary>From the innermost speaker outwards; never empty: the last step is the outlet or the article's own voice.</summary>
    public required IReadOnlyList<AttributionStep> Attribution { get; init; }
    public required PartialDate Asserted { get; init; }
    public IReadOnlyList<ActorMention> Actors { get; init; } = [];
    /// <summary>Spans of the words that decided value and rung, for highlighting.</summary>
    public IReadOnlyList<Span> Highlights { get; init; } = [];
    public IReadOnlyList<ClaimNote> Notes { get; init; } = [];
    public double CheckWorthiness { get; init; }
    public IReadOnlyList<Factor> CheckWorthinessFactors { get; init; } = [];
    /// <summary>What stands behind the claim, counted once however often repeated; a key of <see cref="ClaimGraph.Origin"/>.</summary>
    public required string Origin { get; init; }
    /// <summary>False where the chain breaks before an origin, so that the count of origins becomes a range.</summary>
    public bool OriginKnown { get; init; } = true;
    /// <summary>The blocks that the claim is compared in; empty where it is never compared. At most eight.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];
    public Evidence? Evidence { get; init; }

    /// <summary>The innermost speaker's actor, where one is known.</summary>
    public string? SpeakerId => Attribution[0] is { Role: ChainRole.Speaker or ChainRole.Origin, ActorId: { } id } ? id : null;
}

/// <summary>What the comparison looks at to tell one event from another. Filled by extraction, read by <c>Comparison</c>, opaque to stores.</summary>
public sealed record Evidence
{
    /// <summary>The kind of happening in one word (<c>quake</c>, <c>strike</c>, <c>summit</c>), or null.</summary>
    public string? EventKind { get; init; }
    /// <summary>Folded names in the claim's own sentence, and in the article's title and lead.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
    public IReadOnlyList<string> LeadNames { get; init; } = [];
    public IReadOnlyList<string> Places { get; init; } = [];
    /// <summary>Folded names anywhere in the article, those of several words first, then by how often they are named, at most 24: two reports of one story share some.</summary>
    public IReadOnlyList<string> StoryNames { get; init; } = [];
    /// <summary>When the event happened, from the sentence's own expressions.</summary>
    public PartialDate? EventTime { get; init; }
    /// <summary>Content lemmas of the sentence and of the lead, distinct and sorted.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];
    public IReadOnlyList<string> LeadTerms { get; init; } = [];
    /// <summary>What is counted beside it in the sentence or the next: <c>KEY=NUMBER</c>, sorted, at most eight. Two reports that share some of it speak of one event.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];
    /// <summary>The article gives the same number as a part of a larger one elsewhere: "killed 58 civilians", beside "82 dead including 58 civilians".</summary>
    public bool IsPart { get; init; }
    /// <summary>The article is about this claim, rather than mentioning it as background.</summary>
    public bool Principal { get; init; }
    /// <summary>Stands in a headline; the body of the same article beats it.</summary>
    public bool Headline { get; init; }
    /// <summary>The words in which it denies or corrects an earlier report, or null.</summary>
    public string? Denies { get; init; }
}

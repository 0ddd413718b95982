namespace ClaimGraph.Extraction;

/// <summary>A claim on its way: what the readers of numbers and of stances have in common, before evidence, blocks and worth are added.</summary>
internal sealed record Draft(Proposition Proposition, int QuoteStart, int QuoteEnd)
{
    /// <summary>The question is about one event: blocks by key and name.</summary>
    public bool Event { get; init; }
    public IReadOnlyList<Span> Highlights { get; init; } = [];
    public IReadOnlyList<Recognised> Recognised { get; init; } = [];
    public IReadOnlyList<ActorMention> Actors { get; init; } = [];
    /// <summary>A date of the happening, from the sentence.</summary>
    public PartialDate? EventTime { get; init; }
    public string? Denies { get; init; }
    /// <summary>Named parts of the worth, by the reader that knows them.</summary>
    public IReadOnlyList<Factor> Worth { get; init; } = [];
    /// <summary>A name of the key itself, tried first for event blocks.</summary>
    public string? KeyName { get; init; }
}

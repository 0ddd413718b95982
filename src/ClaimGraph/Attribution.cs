namespace ClaimGraph;

public enum ChainRole { Speaker, Narrator, Origin, Relay, Outlet }

public enum Stance { Endorses, Reports, Denies }

/// <summary>
/// One step between a claim and its reader. Steps are ordered from the innermost speaker outwards; joint speakers share a <see cref="Position"/>.
/// A step names an actor, a source, or only a name ("officials"): all three may be absent but <see cref="Name"/>.
/// </summary>
/// <param name="Position">0 is the innermost.</param>
/// <param name="Cue">The word that attributes ("said", "according to"); null where the step is the article's own voice.</param>
/// <param name="Inferred">Not written in the sentence: carried over from another one, or from the metadata.</param>
public sealed record AttributionStep(int Position, ChainRole Role, string Name)
{
    public string? ActorId { get; init; }
    public string? SourceId { get; init; }
    public string? Cue { get; init; }
    public Span? CueSpan { get; init; }
    public string? Quote { get; init; }
    public Stance Stance { get; init; } = Stance.Reports;
    public bool Inferred { get; init; }
}

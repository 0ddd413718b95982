namespace ClaimGraph;

public enum ActorKind { Person, Country, Organisation, Group, Unknown }

/// <summary>A person, country, organisation or group that makes claims or is spoken of in them.</summary>
/// <param name="Id">Derived from kind and canonical name (<see cref="Ids.Actor"/>), so that two articles that name the same actor agree.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

public enum MentionRole { Subject, Object, Place, Other }

/// <summary>An actor spoken of in a claim; the span is null where it is only implied.</summary>
public sealed record ActorMention(string ActorId, MentionRole Role, Span? Span);

/// <summary>Two actors that may be one: a question for a person, never decided by the machine.</summary>
public sealed record MergeSuggestion(string Id, string ActorA, string ActorB, double Score, string Reason, int Version = 0);

/// <summary>An actor that a person merged into another; undoing brings it back.</summary>
public sealed record ActorMerge(string Id, string FromId, string FromName, string IntoId, string By, DateTimeOffset At);

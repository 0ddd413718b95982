namespace ClaimGraph;

/// <summary>What a person decided about a relation or candidate (first five) or about a claim (the rest).</summary>
public enum Verdict { Confirm, Dismiss, MarkSuperseded, MarkContradicts, DifferentScope, Misread, NotAClaim, SamePerson, DifferentPerson }

/// <summary>A verdict: append-only; undoing appends <see cref="UndoneAt"/> by another row and hides nothing.</summary>
/// <param name="TargetId">A relation, candidate, claim or merge suggestion.</param>
public sealed record Assessment(string Id, string TargetId, Verdict Verdict, string By, DateTimeOffset At, string? Reason)
{
    public DateTimeOffset? UndoneAt { get; init; }
    public string? UndoneBy { get; init; }
}

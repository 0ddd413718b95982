using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("What a person decided, when, and why. Verdicts are added and undone, never changed or deleted.")]
internal sealed class Assessment(ClaimGraph.Assessment assessment) : INode
{
    [Id]
    [Description("The verdict's id, by which it is undone.")]
    public string Id => assessment.Id;

    [Description("What was decided.")]
    public Verdict Verdict => Verdicts.Shown(assessment.Verdict);

    [Description("Who decided: the name of the key, the subject of the token, else `local`.")]
    public string By => assessment.By;

    [Description("When.")]
    public DateTimeOffset At => assessment.At;

    [Description("Why, in the reviewer's words.")]
    public string? Reason => assessment.Reason;

    [Description("Whether it was undone since.")]
    public bool Undone => assessment.UndoneAt is not null;

    internal static IDataLoaderResult<IReadOnlyList<Assessment>> Of(string targetId, Snapshot at) =>
        at.AssessmentsOf.Load<IReadOnlyList<Assessment>>(targetId, found => [.. (found ?? []).Select(a => new Assessment(a))]);
}

/// <summary>Verdicts on relations and candidates; the last two are only answers: they are given on claims, by <see cref="ClaimVerdict"/>.</summary>
internal enum Verdict { Confirm, Dismiss, MarkSuperseded, MarkContradicts, DifferentScope, Misread, NotAClaim }

internal enum ClaimVerdict { Confirm, Misread, NotAClaim }

internal enum MergeVerdict { Same, Different }

/// <summary>Between the verdicts of the schema, which differ by what is judged, and the one enum of the domain.</summary>
internal static class Verdicts
{
    public static Verdict Shown(ClaimGraph.Verdict verdict) => verdict switch
    {
        ClaimGraph.Verdict.Confirm or ClaimGraph.Verdict.SamePerson => Verdict.Confirm,
        ClaimGraph.Verdict.Dismiss or ClaimGraph.Verdict.DifferentPerson => Verdict.Dismiss,
        ClaimGraph.Verdict.MarkSuperseded => Verdict.MarkSuperseded,
        ClaimGraph.Verdict.MarkContradicts => Verdict.MarkContradicts,
        ClaimGraph.Verdict.DifferentScope => Verdict.DifferentScope,
        ClaimGraph.Verdict.Misread => Verdict.Misread,
        ClaimGraph.Verdict.NotAClaim => Verdict.NotAClaim,
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not a verdict."),
    };

    /// <summary>Null where the verdict cannot be given on a relation or candidate.</summary>
    public static ClaimGraph.Verdict? Stored(Verdict verdict) => verdict switch
    {
        Verdict.Confirm => ClaimGraph.Verdict.Confirm,
        Verdict.Dismiss => ClaimGraph.Verdict.Dismiss,
        Verdict.MarkSuperseded => ClaimGraph.Verdict.MarkSuperseded,
        Verdict.MarkContradicts => ClaimGraph.Verdict.MarkContradicts,
        Verdict.DifferentScope => ClaimGraph.Verdict.DifferentScope,
        _ => null,
    };

    public static ClaimGraph.Verdict Stored(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Confirm => ClaimGraph.Verdict.Confirm,
        ClaimVerdict.Misread => ClaimGraph.Verdict.Misread,
        _ => ClaimGraph.Verdict.NotAClaim,
    };

    public static ClaimGraph.Verdict Stored(MergeVerdict verdict) => verdict == MergeVerdict.Same ? ClaimGraph.Verdict.SamePerson : ClaimGraph.Verdict.DifferentPerson;
}

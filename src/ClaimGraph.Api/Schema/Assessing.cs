using ClaimGraph.Api.Execution;

namespace ClaimGraph.Api.Schema;

/// <summary>What the verdict mutations have in common: store, then read anew what it changed.</summary>
internal static class Assessing
{
    private const int LongestReason = 2000;

    public static IUserError NotForPairs => new InvalidInput(ErrorCodes.BadUserInput, "This verdict is for claims: use `assessClaim`.", "input", "verdict");

    /// <param name="field">The input field that names the target.</param>
    public static async Task<(Assessment? Assessment, IReadOnlyList<IUserError> Errors)> AssessAsync(ApiRequest request, AssessmentRequest assessment, string field, CancellationToken cancellation)
    {
        if (assessment.Reason?.Length > LongestReason)
            return (null, [new InvalidInput(ErrorCodes.TextTooLong, $"A reason has at most {LongestReason} characters.", "input", "reason")]);
        var outcome = await request.Parts.Store.AssessAsync(assessment, cancellation).ConfigureAwait(false);
        return ErrorOf(outcome, field, assessment.TargetId) is { } error ? (null, [error]) : (outcome.Assessment is { } stored ? new Assessment(stored) : null, []);
    }

    public static IUserError? ErrorOf(AssessOutcome outcome, string field, string id) => outcome.Result switch
    {
        AssessResult.Done => null,
        AssessResult.NotFound => new NotFound($"There is no {field} {id}.", "input", field),
        AssessResult.SomebodyWasQuicker when outcome.Latest is { } latest => new SomebodyWasQuicker(new(latest)),
        // The pair changed because an article did: there is no verdict to show.
        AssessResult.SomebodyWasQuicker => new InvalidInput("OUT_OF_DATE", "It has changed since you looked. Nothing was stored.", "input", "expectedVersion"),
        _ => new InvalidInput(ErrorCodes.BadUserInput, outcome.Why ?? "The verdict was refused.", "input", field),
    };

    public static async Task<Relation?> RelationAsync(ApiRequest request, string id, CancellationToken cancellation)
    {
        var at = request.Fresh();
        return (await at.Store.RelationsAsync([id], null, cancellation).ConfigureAwait(false)).GetValueOrDefault(id) is { } card ? new(card, at) : null;
    }

    public static async Task<Claim?> ClaimAsync(ApiRequest request, string id, CancellationToken cancellation)
    {
        var at = request.Fresh();
        return (await at.Store.ClaimsAsync([id], null, cancellation).ConfigureAwait(false)).GetValueOrDefault(id) is { } card ? new(card, at) : null;
    }

    public static async Task<Actor?> ActorAsync(ApiRequest request, string id, CancellationToken cancellation)
    {
        var at = request.Fresh();
        return (await at.Store.ActorsAsync([id], null, cancellation).ConfigureAwait(false)).GetValueOrDefault(id) is { } card ? new(card, at) : null;
    }
}

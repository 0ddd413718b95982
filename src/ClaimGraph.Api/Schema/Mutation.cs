using System.ComponentModel;
using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Security;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Description("Everything that changes something. What a caller can correct comes back in `errors` of the payload; nothing is stored then.")]
internal sealed class Mutation
{
    [Requires(Role.Contributor)]
    [Description("Reads one article, compares its claims with those stored, and stores it; with `dryRun` nothing is stored. Nothing is fetched from its address.")]
    public static Task<IngestArticlePayload> IngestArticle(IResolveFieldContext context, IngestArticleInput input) =>
        Ingesting.OneAsync(context.Request(), input, context.CancellationToken);

    [Requires(Role.Reviewer)]
    [Description("A verdict on a relation.")]
    public static async Task<AssessRelationPayload> AssessRelation(IResolveFieldContext context, AssessRelationInput input)
    {
        var request = context.Request();
        if (Verdicts.Stored(input.Verdict) is not { } verdict)
            return new(null, null, [Assessing.NotForPairs]);
        var (assessment, errors) = await Assessing.AssessAsync(request, new(input.Relation, verdict, request.Name, input.Reason, input.ExpectedVersion), "relation", context.CancellationToken).ConfigureAwait(false);
        return new(await Assessing.RelationAsync(request, input.Relation, context.CancellationToken).ConfigureAwait(false), assessment, errors);
    }

    [Requires(Role.Reviewer)]
    [Description("A verdict on a candidate. Confirming makes it a relation, of the proposed kind or of another.")]
    public static async Task<AssessCandidatePayload> AssessCandidate(IResolveFieldContext context, AssessCandidateInput input)
    {
        var request = context.Request();
        if (Verdicts.Stored(input.Verdict) is not { } verdict)
            return new(null, null, null, [Assessing.NotForPairs]);
        var stop = context.CancellationToken;
        var (assessment, errors) = await Assessing.AssessAsync(request, new(input.Candidate, verdict, request.Name, input.Reason, input.ExpectedVersion, input.Kind), "candidate", stop).ConfigureAwait(false);
        var at = request.Fresh();
        var candidate = (await at.Store.CandidatesAsync([input.Candidate], null, stop).ConfigureAwait(false)).GetValueOrDefault(input.Candidate);
        var relation = candidate is null || assessment is null ? null : await Assessing.RelationAsync(request, candidate.IfConfirmed.Id, stop).ConfigureAwait(false);
        return new(candidate is null ? null : new(candidate, at), relation, assessment, errors);
    }

    [Requires(Role.Reviewer)]
    [Description("A verdict on a claim: whether it was read right. A claim that was misread or is none leaves the lists and counts.")]
    public static async Task<AssessClaimPayload> AssessClaim(IResolveFieldContext context, AssessClaimInput input)
    {
        var request = context.Request();
        var (assessment, errors) = await Assessing.AssessAsync(request, new(input.Claim, Verdicts.Stored(input.Verdict), request.Name, input.Reason, null), "claim", context.CancellationToken).ConfigureAwait(false);
        return new(await Assessing.ClaimAsync(request, input.Claim, context.CancellationToken).ConfigureAwait(false), assessment, errors);
    }

    [Requires(Role.Reviewer)]
    [Description("Takes a verdict back: what it changed is restored, and both stay in the history.")]
    public static async Task<UndoAssessmentPayload> UndoAssessment(IResolveFieldContext context, UndoAssessmentInput input)
    {
        var request = context.Request();
        var stop = context.CancellationToken;
        var outcome = await request.Parts.Store.UndoAsync(input.Assessment, request.Name, null, stop).ConfigureAwait(false);
        if (Assessing.ErrorOf(outcome, "assessment", input.Assessment) is { } error)
            return new(null, null, null, null, [error]);
        var undone = outcome.Assessment ?? throw new InvalidOperationException("The store undid a verdict and does not say which.");
        var at = request.Fresh();
        return new(
            new(undone),
            await Assessing.RelationAsync(request, undone.TargetId, stop).ConfigureAwait(false),
            (await at.Store.CandidatesAsync([undone.TargetId], null, stop).ConfigureAwait(false)).GetValueOrDefault(undone.TargetId) is { } candidate ? new(candidate, at) : null,
            await Assessing.ClaimAsync(request, undone.TargetId, stop).ConfigureAwait(false),
            []);
    }

    [Requires(Role.Contributor)]
    [Description("Starts a run that reads and stores many articles, and answers at once with its id. It goes on without the caller.")]
    public static Task<IngestArticlesPayload> IngestArticles(IResolveFieldContext context, IngestArticlesInput input) =>
        Ingesting.ManyAsync(context.Request(), [.. input.Articles.Select(a => a.ToDomain())], context.CancellationToken);

    [Requires(Role.Contributor)]
    [Description("Starts a run that reads the sample articles.")]
    public static async Task<IngestArticlesPayload> LoadSamples(IResolveFieldContext context)
    {
        var request = context.Request();
        return request.Parts.Options.Samples is { } samples
            ? await Ingesting.ManyAsync(request, samples(), context.CancellationToken).ConfigureAwait(false)
            : new(null, [new InvalidInput(ErrorCodes.BadUserInput, "This server has no sample articles.")]);
    }

    [Requires(Role.Reviewer)]
    [Description("Decides whether two actors are one. Merging moves the claims of one to the other and can be undone.")]
    public static async Task<AssessMergePayload> AssessMerge(IResolveFieldContext context, AssessMergeInput input)
    {
        var request = context.Request();
        var stop = context.CancellationToken;
        var at = request.Fresh();
        var suggestion = (await at.Store.MergeSuggestionsAsync([input.Suggestion], stop).ConfigureAwait(false)).GetValueOrDefault(input.Suggestion);
        if (suggestion is null)
            return new(null, null, [new NotFound($"There is no merge suggestion {input.Suggestion}.", "input", "suggestion")]);
        var (_, errors) = await Assessing.AssessAsync(request, new(input.Suggestion, Verdicts.Stored(input.Verdict), request.Name, input.Reason, input.ExpectedVersion), "suggestion", stop).ConfigureAwait(false);
        if (errors.Count > 0 || input.Verdict == MergeVerdict.Different)
            return new(null, null, errors);
        var merges = await at.Store.MergesAsync([suggestion.ActorA, suggestion.ActorB], stop).ConfigureAwait(false);
        var merge = merges.SelectMany(m => m).Where(m => m.FromId == suggestion.ActorA || m.FromId == suggestion.ActorB).MaxBy(m => m.At);
        return new(merge is null ? null : await Assessing.ActorAsync(request, merge.IntoId, stop).ConfigureAwait(false), merge is null ? null : new(merge), []);
    }

    [Requires(Role.Reviewer)]
    [Description("Splits two actors that were merged.")]
    public static async Task<UndoMergePayload> UndoMerge(IResolveFieldContext context, UndoMergeInput input)
    {
        var request = context.Request();
        var stop = context.CancellationToken;
        var outcome = await request.Parts.Store.UndoAsync(input.Merge, request.Name, input.Reason, stop).ConfigureAwait(false);
        if (Assessing.ErrorOf(outcome, "merge", input.Merge) is { } error)
            return new([], [error]);
        var at = request.Fresh();
        var suggestion = outcome.Assessment is { } undone ? (await at.Store.MergeSuggestionsAsync([undone.TargetId], stop).ConfigureAwait(false)).GetValueOrDefault(undone.TargetId) : null;
        if (suggestion is null)
            return new([], []);
        var actors = await at.Store.ActorsAsync([suggestion.ActorA, suggestion.ActorB], null, stop).ConfigureAwait(false);
        return new([.. actors.Values.Select(a => new Actor(a, at))], []);
    }
}

using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Loading;

namespace ClaimGraph.Api.Schema;

/// <summary>Articles in by mutation: one that is waited for, or many in a run of their own.</summary>
internal static class Ingesting
{
    public static async Task<IngestArticlePayload> OneAsync(ApiRequest request, IngestArticleInput input, CancellationToken cancellation)
    {
        var outcome = await request.Parts.Ingest.OneAsync(input.ToDomain(), input.DryRun, cancellation).ConfigureAwait(false);
        var warnings = Problem.Of(outcome.Warnings);
        if (outcome.Refused || outcome.Reading is not { } reading)
            return new(null, [], [], [], false, warnings, [.. outcome.Errors.Select(e => new InvalidInput(e.Code, e.Message, "input"))], null);

        var at = request.Fresh();
        if (input.DryRun)
            NotStored.MakeKnown(reading, outcome.Grouping, request.Parts.Clock.GetUtcNow(), at);
        var ids = reading.Claims.Select(c => c.Id).ToList();
        var cards = await KnownOrStored(at.Claims, ids, cancellation).ConfigureAwait(false);
        var claims = ids.Where(cards.ContainsKey).ToDictionary(id => id, id => new Claim(cards[id], at));
        var own = ids.ToHashSet(StringComparer.Ordinal);
        var relations = outcome.Grouping.Relations.Where(r => own.Contains(r.EarlierId) || own.Contains(r.LaterId)).ToList();
        var candidates = outcome.Grouping.Candidates.Where(c => own.Contains(c.A) || own.Contains(c.B)).ToList();
        var source = (await KnownOrStored(at.Sources, [reading.Source.Id], cancellation).ConfigureAwait(false)).GetValueOrDefault(reading.Source.Id) ?? reading.Source;
        return new(
            new(source, at),
            [.. claims.Values],
            [.. (await RelationCards(relations, input.DryRun, at, cancellation).ConfigureAwait(false)).Select(r => new Relation(r, at))],
            [.. candidates.Select(c => new Candidate(c, at))],
            outcome.Result == WriteResult.Unchanged, warnings, [],
            [.. reading.Sentences.Select(s => new ReadSentence(s, claims))]);
    }

    public static async Task<IngestArticlesPayload> ManyAsync(ApiRequest request, IReadOnlyList<Article> articles, CancellationToken cancellation)
    {
        if (articles.Count == 0)
            return new(null, [new InvalidInput(ErrorCodes.BadUserInput, "There is no article to read.", "input", "articles")]);
        return new(new(await request.Parts.Runs.StartAsync(articles, cancellation).ConfigureAwait(false), request.Fresh()), []);
    }

    private static async Task<IReadOnlyList<RelationCard>> RelationCards(IReadOnlyList<ClaimGraph.Relation> relations, bool dryRun, Snapshot at, CancellationToken cancellation)
    {
        if (!dryRun)
            return [.. (await KnownOrStored(at.Relations, [.. relations.Select(r => r.Id)], cancellation).ConfigureAwait(false)).Values];
        var cards = await KnownOrStored(at.Claims, [.. relations.SelectMany(r => new[] { r.EarlierId, r.LaterId }).Distinct()], cancellation).ConfigureAwait(false);
        return [.. relations.Where(r => cards.ContainsKey(r.EarlierId) && cards.ContainsKey(r.LaterId)).Select(r => new RelationCard(r, cards[r.EarlierId], cards[r.LaterId]))];
    }

    private static async Task<IReadOnlyDictionary<string, T>> KnownOrStored<T>(Loader<T> loader, IReadOnlyList<string> ids, CancellationToken cancellation) where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        var results = ids.Select(id => (id, result: loader.Load(id, value => value))).ToList();
        foreach (var (id, result) in results)
        {
            if (await result.GetResultAsync(cancellation).ConfigureAwait(false) is { } value)
                found[id] = value;
        }
        return found;
    }
}

using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

/// <summary>Puts names and claims to the origins of a position: the claims of the origins shown in one store call, then their actors and sources.</summary>
internal sealed class OriginNames(Snapshot at)
{
    // A repeat is one line for a reader; beyond this nobody reads on, and the count says how many there are.
    private const int MostRepeats = 20;

    public IDataLoaderResult<IReadOnlyList<Origin>> Of(IDataLoaderResult<ClaimGraph.Corroboration?> counted, ClaimCard self, int first) =>
        counted.Then(corroboration => Shown(Groups(corroboration, self, first), self));

    private static List<OriginGroup> Groups(ClaimGraph.Corroboration? corroboration, ClaimCard self, int first) => corroboration is null
        ? [.. new[] { new OriginGroup(ClaimGraph.Origin.OfArticle(self.Source.Id), OriginReason.Own, [self.Id], []) }.Take(first)]
        : [.. corroboration.Groups.Take(first).Select(g => g with { Repeats = [.. g.Repeats.Take(MostRepeats)] })];

    private IDataLoaderResult<IReadOnlyList<Origin>> Shown(List<OriginGroup> groups, ClaimCard self)
    {
        at.Claims.Know(self.Id, self);
        var actors = groups.Select(g => ClaimGraph.Origin.ActorOf(g.Key)).OfType<string>().Distinct();
        var sources = groups.Select(g => ClaimGraph.Origin.SourceOf(g.Key)).OfType<string>().Distinct();
        // All three are asked for before the first is fetched.
        var foundActors = at.Actors.LoadMany(actors, a => a);
        var foundSources = at.Sources.LoadMany(sources, s => s);
        return at.Claims.LoadMany(groups.SelectMany(g => g.Claims.Concat(g.Repeats.Select(r => r.ClaimId))).Distinct(), c => c)
            .Then(cards => foundActors.Then(a => foundSources.Then(s => LoaderResults.Known(Origins(groups, cards, a, s)))));
    }

    private IReadOnlyList<Origin> Origins(List<OriginGroup> groups, IReadOnlyList<ClaimCard> cards, IReadOnlyList<ActorCard> actors, IReadOnlyList<ClaimGraph.Source> sources)
    {
        var byId = cards.ToDictionary(c => c.Id);
        return [.. groups.Select(g => new Origin(g, NameOf(g, byId, actors, sources), byId, at))];
    }

    private static string NameOf(OriginGroup group, Dictionary<string, ClaimCard> cards, IReadOnlyList<ActorCard> actors, IReadOnlyList<ClaimGraph.Source> sources)
    {
        if (ClaimGraph.Origin.ActorOf(group.Key) is { } actor && actors.FirstOrDefault(a => a.Actor.Id == actor) is { } known)
            return known.Actor.Name;
        if (ClaimGraph.Origin.SourceOf(group.Key) is { } id && sources.FirstOrDefault(s => s.Id == id) is { } source)
            return source.Title ?? source.OutletName ?? source.Url ?? source.Document ?? source.Id;
        return group.Claims.Select(cards.GetValueOrDefault).OfType<ClaimCard>().FirstOrDefault() is { } claim
            ? claim.Speaker?.Name ?? claim.Source.OutletName ?? claim.Source.Title ?? "not named"
            : "not named";
    }
}

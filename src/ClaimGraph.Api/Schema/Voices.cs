using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

/// <summary>Who speaks through whom, read from the chains of an actor's newest claims: whoever relays a speaker speaks for it.</summary>
internal static class Voices
{
    private static readonly PageRequest Newest = new(First: 100);

    public static IDataLoaderResult<IReadOnlyList<Actor>> Through(string actorId, Snapshot at) => Of(actorId, at, steps =>
        steps[0].ActorId == actorId ? steps.Where(s => s.Position > steps[0].Position && IsVoice(s)).Select(s => s.ActorId) : []);

    public static IDataLoaderResult<IReadOnlyList<Actor>> For(string actorId, Snapshot at) => Of(actorId, at, steps =>
        steps.Any(s => s.ActorId == actorId && s.Position > steps[0].Position && IsVoice(s)) ? [steps[0].ActorId] : []);

    private static bool IsVoice(AttributionStep step) => step.Role is ChainRole.Relay or ChainRole.Speaker;

    private static IDataLoaderResult<IReadOnlyList<Actor>> Of(string actorId, Snapshot at, Func<IReadOnlyList<AttributionStep>, IEnumerable<string?>> voices) =>
        at.ClaimsOf(ClaimParent.Actor, "voices", () => null, ClaimOrder.Newest, Newest).LoadThen(actorId, page =>
            at.Chains.LoadMany((page ?? Page<ClaimCard>.Empty).Edges.Select(e => e.Node.Id), chains => chains).Then(chains =>
                at.Actors.LoadMany<IReadOnlyList<Actor>>(
                    chains.Where(c => c.Count > 0).SelectMany(voices).OfType<string>().Where(id => id != actorId).Distinct(),
                    actors => [.. actors.Select(a => new Actor(a, at))])));
}

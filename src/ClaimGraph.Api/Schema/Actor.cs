using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("A person, country, organisation or group that makes claims or is spoken of in them.")]
internal sealed class Actor(ClaimGraph.Actor actor, Snapshot at, ActorCard? card = null) : INode
{
    public Actor(ActorCard card, Snapshot at) : this(card.Actor, at, card)
    {
    }

    [Id]
    [Description("The actor's id, made of its kind and name.")]
    public string Id => actor.Id;

    [Description("The name by which it is best known.")]
    public string Name => actor.Name;

    [Description("What it is.")]
    public ActorKind Kind => actor.Kind;

    [Description("Other names under which it was met.")]
    public IDataLoaderResult<IReadOnlyList<string>> Aliases() => Card(c => c?.Actor.Aliases ?? actor.Aliases);

    [Description("Claims that it made or is spoken of in, newest first.")]
    public Connection<Claim> Claims(int? first = null, string? after = null) => Lists.ClaimsOf(ClaimParent.Actor, actor.Id, null, ClaimOrder.Newest, first, after, at);

    [Description("What it said on one question over time, the questions with most of its claims first.")]
    public IDataLoaderResult<IReadOnlyList<Timeline>> Timelines(int first = 10, [Id, Description("Only these questions.")] IEnumerable<string>? questions = null) =>
        Timeline.Of(actor.Id, Paging.Check(first, at.Limits), questions?.ToList(), at);

    [Description("How many claims it made.")]
    public IDataLoaderResult<int> ClaimCount() => Card(c => c?.ClaimCount ?? 0);

    [Description("How many questions they answer.")]
    public IDataLoaderResult<int> QuestionCount() => Card(c => c?.QuestionCount ?? 0);

    [Description("Actors that passed on what this one said, as its newest 100 claims show.")]
    public IDataLoaderResult<IReadOnlyList<Actor>> SpeaksThrough() => Voices.Through(actor.Id, at);

    [Description("Actors whose words this one passed on, as its newest 100 claims show.")]
    public IDataLoaderResult<IReadOnlyList<Actor>> SpeaksFor() => Voices.For(actor.Id, at);

    [Description("Actors that a person found to be this one, and that can be split off again.")]
    public IDataLoaderResult<IReadOnlyList<ActorMerge>> MergedFrom() => at.Merges.Load<IReadOnlyList<ActorMerge>>(actor.Id, merges => [.. (merges ?? []).Select(m => new ActorMerge(m))]);

    private IDataLoaderResult<T> Card<T>(Func<ActorCard?, T> then) => card is null ? at.Actors.Load(actor.Id, then) : LoaderResults.Known(then(card));
}

[Description("An actor that a person found to be the same as another.")]
internal sealed class ActorMerge(ClaimGraph.ActorMerge merge)
{
    [Id]
    [Description("The id by which the merge is undone.")]
    public string Id => merge.Id;

    [Description("The name of the actor that was merged away.")]
    public string Name => merge.FromName;

    [Description("Who decided it.")]
    public string By => merge.By;

    [Description("When it was decided.")]
    public DateTimeOffset At => merge.At;
}

[Implements(typeof(INode))]
[Description("Two actors that may be one: a question to a person, never decided by the machine.")]
internal sealed class MergeSuggestion(ClaimGraph.MergeSuggestion suggestion, Snapshot at) : INode
{
    [Id]
    [Description("The suggestion's id.")]
    public string Id => suggestion.Id;

    [Description("One of the two.")]
    public IDataLoaderResult<Actor> A() => at.Actors.Load(suggestion.ActorA, found => new Actor(Found.Or(found, "actor", suggestion.ActorA), at));

    [Description("The other.")]
    public IDataLoaderResult<Actor> B() => at.Actors.Load(suggestion.ActorB, found => new Actor(Found.Or(found, "actor", suggestion.ActorB), at));

    [Description("How likely they are one, 0 to 1.")]
    public double Score => suggestion.Score;

    [Description("What speaks for it, in words.")]
    public string Reason => suggestion.Reason;

    [Description("Counts verdicts: give it back as `expectedVersion`.")]
    public int Version => suggestion.Version;
}

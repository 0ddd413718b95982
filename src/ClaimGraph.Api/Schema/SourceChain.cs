using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Description("The way from whoever said it to the reader, innermost first: speaker, those who relayed it, the outlet.")]
internal sealed class SourceChain(ClaimCard card, Snapshot at)
{
    [Description("The steps from the innermost speaker outwards.")]
    public IDataLoaderResult<IReadOnlyList<ChainStep>> Steps() =>
        at.Chains.Load<IReadOnlyList<ChainStep>>(card.Id, steps => [.. (steps ?? []).Select(s => new ChainStep(s, card, at))]);

    [Description("Whether it begins with somebody who can be named and asked.")]
    public IDataLoaderResult<bool> Complete() => at.Chains.Load(card.Id, steps => Of(steps, Reach.Nothing).Complete);

    [Description("What is missing, as a sentence; null where the chain is complete.")]
    public IDataLoaderResult<string?> Break() => at.Chains.Load(card.Id, steps => Of(steps, Reach.Nothing).Break);

    [Description("The articles and outlets that cite each other in a circle through this one; null where there is no circle.")]
    public IDataLoaderResult<IReadOnlyList<Source>?> Cycle() => at.Reaches.LoadThen(card.Source.Id, reach =>
        Of([], reach ?? Reach.Nothing).Cycle is { } circle
            ? at.Sources.LoadMany<IReadOnlyList<Source>?>(circle, sources => [.. circle.Select(id => sources.FirstOrDefault(s => s.Id == id)).OfType<ClaimGraph.Source>().Select(s => new Source(s, at))])
            : LoaderResults.Known<IReadOnlyList<Source>?>(null));

    private ClaimGraph.SourceChain Of(IReadOnlyList<AttributionStep>? steps, Reach reach) => ClaimGraph.SourceChain.Of(steps ?? [], card.Source.Id, reach.Citations);
}

[Description("One step of a source chain. Steps with the same position speak jointly.")]
internal sealed class ChainStep(AttributionStep step, ClaimCard card, Snapshot at)
{
    [Description("0 is the innermost.")]
    public int Position => step.Position;

    [Description("The part that it plays.")]
    public ChainRole Role => step.Role;

    [Description("Who it is called here: the actor's or source's name, or only the words of the article (\"officials\").")]
    public string Name => step.Name;

    [Description("The person, country, organisation or group, where it is one that is known.")]
    public IDataLoaderResult<Actor?> Actor() => step.ActorId switch
    {
        null => LoaderResults.Known<Actor?>(null),
        { } id when id == card.Speaker?.Id => LoaderResults.Known<Actor?>(new(card.Speaker, at)),
        { } id => at.Actors.Load(id, found => found is null ? null : new Actor(found, at)),
    };

    [Description("The outlet, report or document, where the step is one.")]
    public IDataLoaderResult<Source?> Source() => step.SourceId switch
    {
        null => LoaderResults.Known<Source?>(null),
        { } id when id == card.Source.Id => LoaderResults.Known<Source?>(new(card.Source, at)),
        { } id when id == card.Source.OutletId => LoaderResults.Known(new Source(card.Source, at).Outlet),
        { } id => at.Sources.Load(id, found => found is null ? null : new Source(found, at)),
    };

    [Description("The word that attributes: \"said\", \"according to\"; null where it is the article's own voice.")]
    public string? Cue => step.Cue;

    [Description("The words of this step, where they are quoted.")]
    public string? Quote => step.Quote;

    [Description("Whether it stands by the claim, only reports it, or denies it.")]
    public Stance Stance => step.Stance;

    [Description("True where the sentence does not say so: carried over from another sentence or from the article's metadata.")]
    public bool Inferred => step.Inferred;
}

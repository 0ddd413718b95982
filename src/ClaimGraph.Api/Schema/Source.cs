using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("Something that claims appear in or lead back to: an article in one of its versions, an outlet, a report, a statement, a document.")]
internal sealed class Source(SourceCard card, Snapshot at, ClaimGraph.Source? full = null) : INode
{
    public Source(ClaimGraph.Source source, Snapshot at)
        : this(new SourceCard(source.Id, source.Kind, source.Title, source.OutletId, source.OutletName, source.Url, source.Published), at, source)
    {
    }

    [Id]
    [Description("The source's id. Each version of an article has its own.")]
    public string Id => card.Id;

    [Description("What it is.")]
    public SourceKind Kind => card.Kind;

    [Description("The headline, or the outlet's name.")]
    public string? Title => card.Title;

    [Description("Who published it.")]
    public Source? Outlet => card.OutletId is { } id && id != card.Id ? new(new SourceCard(id, SourceKind.Outlet, card.OutletName, null, null, null, null), at) : null;

    [Description("Its address as given; nothing is fetched from it.")]
    public string? Url => card.Url;

    [Description("When it was published; null where nobody said.")]
    public PartialDate? Published => PartialDate.Of(card.Published);

    [Description("Its language as a BCP 47 tag.")]
    public IDataLoaderResult<string?> Language() => Full(s => s?.Language);

    [Description("The stored text, as it was read; null for sources that are only cited.")]
    public IDataLoaderResult<string?> Text() => at.Texts.Load(card.Id, text => text?.Text);

    [Description("1 for the first version of a document.")]
    public IDataLoaderResult<int> Version() => Full(s => s?.Version ?? 1);

    [Description("The claims that stand in it.")]
    public Connection<Claim> Claims(ClaimFilter? where = null, int? first = null, string? after = null) =>
        Lists.ClaimsOf(ClaimParent.Source, card.Id, where, ClaimOrder.Newest, first, after, at);

    [Description("What it cites, with the words that show it.")]
    public IDataLoaderResult<IReadOnlyList<Citation>> Cites() => Cited(at.Reaches.Load(card.Id, reach => reach));

    [Description("When this version was stored.")]
    public IDataLoaderResult<DateTimeOffset> RecordedAt() => Full(s => Found.Or(s, "source", card.Id).RecordedAt);

    [Description("How the text came here: whom it is taken over or translated from, and who published it.")]
    public IDataLoaderResult<IReadOnlyList<LineageStep>> Lineage() => LineageStep.Of(card, at);

    [Description("Page furniture in the text (menus, captions, advertisements): kept, but no claims are read from it.")]
    public IDataLoaderResult<IReadOnlyList<Span>> Furniture() => at.Texts.Load<IReadOnlyList<Span>>(card.Id, text => Span.Of(text?.Furniture ?? []));

    [Description("How many claims stand in it.")]
    public IDataLoaderResult<int> ClaimCount() => Full(s => s?.ClaimCount ?? 0);

    [Description("How many conflicts its claims are in.")]
    public IDataLoaderResult<int> ConflictCount() => Full(s => s?.ConflictCount ?? 0);

    [Description("False once a newer version took its place.")]
    public IDataLoaderResult<bool> InForce() => Full(s => s?.WithdrawnAt is null);

    [Description("Corrections, retractions and other notices of the editors inside the text.")]
    public IDataLoaderResult<IReadOnlyList<SourceNotice>> Notices() =>
        at.Texts.Load<IReadOnlyList<SourceNotice>>(card.Id, text => [.. (text?.Notices ?? []).Select(n => new SourceNotice(n))]);

    private IDataLoaderResult<T> Full<T>(Func<ClaimGraph.Source?, T> then) => full is null ? at.Sources.Load(card.Id, then) : LoaderResults.Known(then(full));

    private IDataLoaderResult<IReadOnlyList<Citation>> Cited(IDataLoaderResult<Reach?> reach) => reach.Then(found =>
    {
        var edges = (found ?? Reach.Nothing).Citations[card.Id].ToList();
        return at.Sources.LoadMany<IReadOnlyList<Citation>>(edges.Select(e => e.ToId), sources =>
        {
            var byId = sources.DistinctBy(s => s.Id).ToDictionary(s => s.Id);
            return [.. edges.Where(e => byId.ContainsKey(e.ToId)).Select(e => new Citation(e, new Source(byId[e.ToId], at)))];
        });
    });
}

[Description("A source that another one cites.")]
internal sealed class Citation(ClaimGraph.Citation citation, Source to)
{
    [Description("What is cited.")]
    public Source To => to;

    [Description("How: quoted, paraphrased, taken over, translated, or only named.")]
    public CitationKind Kind => citation.Kind;

    [Description("The word that shows it.")]
    public string? Cue => citation.Cue;

    [Description("The sentence that shows it.")]
    public string? Quote => citation.Quote;
}

[Description("One station of an article's text on its way here.")]
internal sealed class LineageStep(string name, Source? source, ChainRole role, bool inferred)
{
    [Description("Its name.")]
    public string Name => name;

    [Description("The source that it is, where it is known.")]
    public Source? Source => source;

    [Description("The part that it plays: ORIGIN wrote it, RELAY passed it on, OUTLET published it.")]
    public ChainRole Role => role;

    [Description("True where the text does not say so itself.")]
    public bool Inferred => inferred;

    internal static IDataLoaderResult<IReadOnlyList<LineageStep>> Of(SourceCard card, Snapshot at) => at.Reaches.LoadThen(card.Id, reach =>
    {
        var taken = (reach ?? Reach.Nothing).Citations[card.Id].Where(c => c.Kind is CitationKind.Syndicates or CitationKind.Translates).ToList();
        return at.Sources.LoadMany<IReadOnlyList<LineageStep>>(taken.Select(c => c.ToId), sources =>
        {
            var steps = sources.Select(s => new LineageStep(s.Title ?? s.OutletName ?? s.Id, new Source(s, at), ChainRole.Origin, inferred: false)).ToList();
            if (card.OutletId is not null && card.OutletName is { } outlet)
                steps.Add(new(outlet, new Source(card, at).Outlet, ChainRole.Outlet, inferred: false));
            return steps;
        });
    });
}

[Description("A notice of the editors inside an article.")]
internal sealed class SourceNotice(ClaimGraph.SourceNotice notice)
{
    [Description("What kind of notice it is.")]
    public NoticeKind Kind => notice.Kind;

    [Description("Where it begins in the text.")]
    public int Start => notice.Span.Start;

    [Description("Where it ends.")]
    public int End => notice.Span.End;

    [Description("Its words.")]
    public string Text => notice.Text;
}

using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Description("How well a claim's position is supported. Claims and articles count for little: what counts is how many origins do not rest on each other.")]
internal sealed class Corroboration(ClaimCard card, PositionCard? position, Snapshot at)
{
    [Description("Claims that assert the same.")]
    public int Claims => position?.ClaimCount ?? 1;

    [Description("Articles that they stand in.")]
    public int Articles => position?.ArticleCount ?? 1;

    [Description("Independent origins: the same document, speaker, cited outlet or near-duplicate text counts once.")]
    public OriginCount IndependentOrigins => position is null ? new(1, 1, null) : OriginCount.Of(position);

    [Description("The origins, the most repeated first, each with the claims that rest on it.")]
    public IDataLoaderResult<IReadOnlyList<Origin>> Origins(int first = 10)
    {
        Paging.Check(first, at.Limits);
        var claims = card.PositionId is { } id
            ? at.Origins.LoadThen(id, Counted)
            : LoaderResults.Known<ClaimGraph.Corroboration?>(null);
        return new OriginNames(at).Of(claims, card, first);
    }

    private IDataLoaderResult<ClaimGraph.Corroboration?> Counted(IReadOnlyList<OriginClaim>? claims)
    {
        if (claims is null or { Count: 0 })
            return LoaderResults.Known<ClaimGraph.Corroboration?>(null);
        return at.Reaches.LoadMany<ClaimGraph.Corroboration?>(claims.Select(c => c.SourceId).Distinct(), reaches =>
            ClaimGraph.Corroboration.Of(claims, reaches.Distinct().SelectMany(r => r.Citations).SelectMany(c => c).Distinct()));
    }

    internal static IDataLoaderResult<Corroboration> Of(ClaimCard card, Snapshot at) => card.PositionId is { } id
        ? at.Positions.Load(id, position => new Corroboration(card, position, at))
        : LoaderResults.Known(new Corroboration(card, null, at));
}

[Description("A number of origins; a range where a chain breaks before its origin.")]
internal sealed class OriginCount(int low, int high, string? reason)
{
    [Description("At least so many.")]
    public int Low => low;

    [Description("At most so many.")]
    public int High => high;

    [Description("Why it is a range, as a sentence.")]
    public string? Reason => reason;

    internal static OriginCount Of(PositionCard position)
    {
        var count = ClaimGraph.OriginCount.Of(position.OriginsLow, position.OriginsHigh - position.OriginsLow);
        return new(position.OriginsLow, position.OriginsHigh, count.Reason);
    }
}

[Description("One origin and the claims that rest on it.")]
internal sealed class Origin(OriginGroup group, string name, IReadOnlyDictionary<string, ClaimCard> cards, Snapshot at)
{
    [Description("Why these claims are one origin.")]
    public OriginReason Why => group.Why;

    [Description("The speaker, outlet or article that it is.")]
    public string Name => name;

    [Description("How many claims rest on it.")]
    public int ClaimCount => group.ClaimCount;

    [Description("The claims that count, the first one first.")]
    public IReadOnlyList<Claim> Claims(int first = 3)
    {
        Paging.Check(first, at.Limits);
        return [.. group.Claims.Where(cards.ContainsKey).Take(first).Select(id => new Claim(cards[id], at))];
    }

    [Description("The claims that only repeat it: listed, not counted.")]
    public IReadOnlyList<Repeat> Repeats => [.. group.Repeats.Where(r => cards.ContainsKey(r.ClaimId)).Select(r => new Repeat(r, new Claim(cards[r.ClaimId], at)))];
}

[Description("A claim that repeats an origin and is not counted.")]
internal sealed class Repeat(ClaimGraph.Repeat repeat, Claim claim)
{
    [Description("The claim.")]
    public Claim Claim => claim;

    [Description("Why it is not counted.")]
    public string Reason => repeat.Reason switch
    {
        OriginReason.SameDocument => "It stands in the same document.",
        OriginReason.SameSpeaker => "It goes back to the same speaker.",
        OriginReason.SameCitedOutlet => "It is taken from the same outlet.",
        OriginReason.NearDuplicate => "Its text is nearly the same.",
        _ => "It rests on the same origin.",
    };
}

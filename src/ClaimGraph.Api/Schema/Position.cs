using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("One answer to a question: the claims that assert the same value, whoever makes them.")]
internal sealed class Position(PositionCard card, Snapshot at) : INode
{
    [Id]
    [Description("The position's id.")]
    public string Id => card.Position.Id;

    [Description("The value that its claims assert.")]
    public Value Value => new(card.Position.Value);

    [Description("How many claims assert it.")]
    public int ClaimCount => card.ClaimCount;

    [Description("In how many articles.")]
    public int ArticleCount => card.ArticleCount;

    [Description("How many independent origins stand behind it.")]
    public OriginCount IndependentOrigins => OriginCount.Of(card);

    [Description("When it was first asserted.")]
    public PartialDate? FirstAsserted => PartialDate.Of(card.FirstAsserted);

    [Description("When it was last asserted.")]
    public PartialDate? LastAsserted => PartialDate.Of(card.LastAsserted);

    [Description("A claim that shows it best.")]
    public IDataLoaderResult<Claim> Example() => at.Claims.Load(card.ExampleClaimId, found => new Claim(Found.Or(found, "claim", card.ExampleClaimId), at));

    [Description("Its claims.")]
    public Connection<Claim> Claims(int? first = null, string? after = null) => Lists.ClaimsOf(ClaimParent.Position, card.Position.Id, null, ClaimOrder.Newest, first, after, at);

    [Description("No later answer replaces it.")]
    public bool Current => card.Current;

    internal static Position[] Of(IReadOnlyList<PositionCard>? cards, Snapshot at) => cards is null ? [] : [.. cards.Select(c => new Position(c, at))];
}

[Description("How two answers to a question hang together: the strongest relation between their claims.")]
internal sealed class Joint(Position earlier, Position later, RelationCard relation, Snapshot at)
{
    [Description("The earlier answer.")]
    public Position Earlier => earlier;

    [Description("The later answer.")]
    public Position Later => later;

    [Description("How they hang together.")]
    public RelationKind Kind => relation.Relation.Kind;

    [Description("Why, in one sentence.")]
    public string Reason => relation.Relation.Explanation;

    [Description("The field that decided it.")]
    public string DecidingField => relation.Relation.DecidingField;

    [Description("Whether a person has confirmed it.")]
    public RelationStatus Status => relation.Relation.Status;

    [Description("The relation that shows it.")]
    public Relation Relation => new(relation, at);

    /// <summary>For each pair of positions the relation to show: not dismissed before dismissed, conflicts first, then the most confident.</summary>
    internal static IEnumerable<RelationCard> Between(IEnumerable<RelationCard> relations) => relations
        .Where(r => r.Earlier.PositionId is not null && r.Later.PositionId is not null && r.Earlier.PositionId != r.Later.PositionId)
        .GroupBy(r => string.CompareOrdinal(r.Earlier.PositionId, r.Later.PositionId) < 0 ? (r.Earlier.PositionId, r.Later.PositionId) : (r.Later.PositionId, r.Earlier.PositionId))
        .Select(pair => pair.OrderBy(r => r.Relation.Status == RelationStatus.Dismissed).ThenByDescending(r => r.Relation.Conflict).ThenByDescending(r => r.Relation.Confidence).First());

    internal static IReadOnlyList<Joint> Of(IReadOnlyList<RelationCard> joints, IReadOnlyList<PositionCard> positions, Snapshot at)
    {
        var byId = positions.ToDictionary(p => p.Position.Id, p => new Position(p, at));
        return [.. joints.Where(j => byId.ContainsKey(j.Earlier.PositionId!) && byId.ContainsKey(j.Later.PositionId!))
            .Select(j => new Joint(byId[j.Earlier.PositionId!], byId[j.Later.PositionId!], j, at))];
    }
}

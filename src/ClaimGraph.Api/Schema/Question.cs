using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("What claims answer: who, which act or measure, about what, which event. Claims that answer the same question can contradict each other.")]
internal sealed class Question(QuestionCard card, Snapshot at) : INode
{
    // Two positions hang together by a few relations of their claims, the newest of which tell: so many are read for each joint asked for, within bounds.
    private const int RelationsForJoint = 2, RelationsForJoints = 100;

    [Id]
    [Description("The question's id. A question that was merged into another answers with the survivor.")]
    public string Id => card.Question.Id;

    [Description("The comparable form of the question, without rung, polarity or value: `countries;deploy-troops;UA`.")]
    public string Key => card.Question.Key;

    [Description("The question for a reader.")]
    public string Text => card.Question.Text;

    [Description("How many claims answer it.")]
    public int ClaimCount => card.ClaimCount;

    [Description("How many conflicts it has.")]
    public int ConflictCount => card.ConflictCount;

    [Description("The day of the latest conflict.")]
    public DateOnly? LatestConflict => card.LatestConflict;

    [Description("The answers, in the order of time.")]
    public IDataLoaderResult<IReadOnlyList<Position>> Positions(
        int first = 20,
        [Description("NOTABLE leaves only the oldest, those in conflict and the latest.")] PositionSelection select = PositionSelection.All) =>
        at.PositionsOf(Paging.Check(first, at.Limits), select == PositionSelection.Notable).Load<IReadOnlyList<Position>>(card.Question.Id, cards => Position.Of(cards, at));

    [Description("Every claim that answers it.")]
    public Connection<Claim> Claims(ClaimFilter? where = null, ClaimOrder orderBy = ClaimOrder.Newest, int? first = null, string? after = null) =>
        Lists.ClaimsOf(ClaimParent.Question, card.Question.Id, where, orderBy, first, after, at);

    [Description("Its conflicts, newest first.")]
    public RelationConnection Conflicts(int? first = null, string? after = null) => new(new Listing<RelationCard, Relation>(
        at.RelationsOf(RelationParent.Question, "conflicts", Lists.ConflictsOnly, RelationOrder.Newest, Paging.Forward(first, after, at.Limits)),
        at.RelationsOf(RelationParent.Question, "conflicts", Lists.ConflictsOnly, RelationOrder.Newest, Paging.Count),
        card.Question.Id, relation => new Relation(relation, at)), facets: null);

    [Description("What looks like this question and is not, with the reason: shown, so that silence is not mistaken for blindness.")]
    public IDataLoaderResult<IReadOnlyList<SetApart>> SetApart() =>
        at.SetApart.Load<IReadOnlyList<SetApart>>(card.Question.Id, found => [.. (found ?? []).Select(s => new SetApart(s, at))]);

    [Description("How many different answers there are.")]
    public int PositionCount => card.PositionCount;

    [Description("How many articles its claims stand in.")]
    public int ArticleCount => card.ArticleCount;

    [Description("When it was first answered.")]
    public PartialDate? FirstAsserted => PartialDate.Of(card.FirstAsserted);

    [Description("When it was last answered.")]
    public PartialDate? LastAsserted => PartialDate.Of(card.LastAsserted);

    [Description("The latest answer in one sentence.")]
    public IDataLoaderResult<string> Headline() =>
        at.PositionsOf(at.Limits.DefaultPageSize, notable: true).Load(card.Question.Id, positions => Schema.Headline.Of(card.Question, positions ?? []));

    [Description("How neighbouring answers hang together: which contradicts, replaces, refines or supports which, and why.")]
    public IDataLoaderResult<IReadOnlyList<Joint>> Joints(int? first = null)
    {
        var most = Paging.Check(first ?? at.Limits.DefaultPageSize, at.Limits);
        return at.RelationsOf(RelationParent.Question, "joints", () => null, RelationOrder.Newest, new(First: Math.Min(RelationsForJoint * most, RelationsForJoints))).LoadThen(card.Question.Id, page =>
        {
            var joints = Joint.Between((page ?? Page<RelationCard>.Empty).Edges.Select(e => e.Node)).Take(most).ToList();
            return at.Positions.LoadMany<IReadOnlyList<Joint>>(joints.SelectMany(j => new[] { j.Earlier.PositionId!, j.Later.PositionId! }).Distinct(), positions => Joint.Of(joints, positions, at));
        });
    }
}

internal enum PositionSelection { All, Notable }

[Description("A claim or question that looks like this one and is not.")]
internal sealed class SetApart(ClaimGraph.SetApart apart, Snapshot at)
{
    [Description("The other question, where it is one.")]
    public IDataLoaderResult<Question?> Question() => apart.OtherQuestionId is { } id
        ? at.Questions.Load(id, found => found is null ? null : new Question(found, at))
        : LoaderResults.Known<Question?>(null);

    [Description("The claim, where it is one.")]
    public IDataLoaderResult<Claim?> Claim() => apart.ClaimId is { } id
        ? at.Claims.Load(id, found => found is null ? null : new Claim(found, at))
        : LoaderResults.Known<Claim?>(null);

    [Description("Why it was set apart.")]
    public string Reason => apart.Reason;
}

using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Description("What an actor said, and what was said about it, on one question, oldest first. Read from its newest 100 claims.")]
internal sealed class Timeline(Question question, IReadOnlyList<ClaimCard> claims, IReadOnlyDictionary<string, RelationCard> relations, string actorId, Snapshot at)
{
    [Description("The question.")]
    public Question Question => question;

    [Description("How often two neighbouring points contradict each other.")]
    public int Contradictions => Count(RelationKind.Contradicts);

    [Description("How often a later point replaces the one before: a change of position, no contradiction.")]
    public int Changes => Count(RelationKind.Supersedes);

    [Description("The points, oldest first.")]
    public IReadOnlyList<TimelinePoint> Points(int? first = null) =>
        [.. claims.Take(first is null ? claims.Count : Paging.Check(first.Value, at.Limits)).Select((c, i) => new TimelinePoint(c, c.Speaker?.Id == actorId, Next(i), at))];

    private int Count(RelationKind kind) => Enumerable.Range(0, claims.Count).Count(i => Next(i)?.Relation.Kind == kind);

    private RelationCard? Next(int i) => i + 1 < claims.Count ? relations.GetValueOrDefault(Ids.Relation(claims[i].Id, claims[i + 1].Id)) : null;

    internal static IDataLoaderResult<IReadOnlyList<Timeline>> Of(string actorId, int first, IReadOnlyList<string>? questions, Snapshot at)
    {
        Paging.CheckIds(questions, "questions", at.Limits);
        Filter<ClaimGraph.ClaimFilter>? Where() => questions is null ? null : new Filter<ClaimGraph.ClaimFilter>.Leaf(new() { Questions = questions });
        var key = "timelines" + (questions is null ? "" : string.Join(',', questions));
        return at.ClaimsOf(ClaimParent.Actor, key, Where, ClaimOrder.Newest, new(First: 100)).LoadThen(actorId, page =>
        {
            var groups = (page ?? Page<ClaimCard>.Empty).Edges.Select(e => e.Node).Where(c => c.QuestionId is not null && c.Asserted.IsKnown)
                .GroupBy(c => c.QuestionId!).OrderByDescending(g => g.Count()).Take(first)
                .Select(g => (Id: g.Key, Claims: g.OrderBy(c => c.Asserted.SortDay).ThenBy(c => c.Id, StringComparer.Ordinal).ToList())).ToList();
            var relations = at.Relations.LoadMany(groups.SelectMany(g => g.Claims.Zip(g.Claims.Skip(1), (a, b) => Ids.Relation(a.Id, b.Id))).Distinct(), r => r);
            return at.Questions.LoadMany(groups.Select(g => g.Id), q => q).Then(found => relations.Then(r => LoaderResults.Known(Timelines(groups, found, r, actorId, at))));
        });
    }

    private static IReadOnlyList<Timeline> Timelines(
        List<(string Id, List<ClaimCard> Claims)> groups, IReadOnlyList<QuestionCard> questions, IReadOnlyList<RelationCard> relations, string actorId, Snapshot at)
    {
        var byId = questions.DistinctBy(q => q.Question.Id).ToDictionary(q => q.Question.Id);
        var between = relations.ToDictionary(r => r.Relation.Id);
        return [.. groups.Where(g => byId.ContainsKey(g.Id)).Select(g => new Timeline(new(byId[g.Id], at), g.Claims, between, actorId, at))];
    }
}

[Description("One claim of a timeline.")]
internal sealed class TimelinePoint(ClaimCard card, bool own, RelationCard? next, Snapshot at)
{
    [Description("The claim.")]
    public Claim Claim => new(card, at);

    [Description("When it was said.")]
    public PartialDate At => new(card.Asserted);

    [Description("True where the actor says it itself, false where others say it of the actor.")]
    public bool Own => own;

    [Description("The relation to the next point; null where there is none.")]
    public Relation? RelationToNext => next is null ? null : new(next, at);
}

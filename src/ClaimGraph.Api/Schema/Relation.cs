using System.ComponentModel;
using ClaimGraph.Api.Loading;
using GraphQL;
using GraphQL.DataLoader;

namespace ClaimGraph.Api.Schema;

[Implements(typeof(INode))]
[Description("How two claims stand to each other, with the reason: the rule that decided it, what every rule saw, and how sure we are.")]
internal sealed class Relation(RelationCard card, Snapshot at) : INode
{
    internal RelationCard Card => card;

    [Id]
    [Description("The relation's id: of this pair of claims, whatever the kind.")]
    public string Id => card.Relation.Id;

    [Description("What kind of relation it is. A person's verdict may change it; the id stays.")]
    public RelationKind Kind => card.Relation.Kind;

    [Description("Whether the two values cannot both hold: CONTRADICTS, and SUPERSEDES with incompatible values.")]
    public bool Conflict => card.Relation.Conflict;

    [Description("The claim that was made first.")]
    public Claim Earlier => new(card.Earlier, at);

    [Description("The claim that was made last.")]
    public Claim Later => new(card.Later, at);

    [Description("Why, in one sentence with both values, dates and sources.")]
    public string Explanation => card.Relation.Explanation;

    [Description("The field that decided it.")]
    public string DecidingField => card.Relation.DecidingField;

    [Description("Every rule in its order, with what it saw on either side.")]
    public IReadOnlyList<TraceStep> Trace => [.. card.Relation.Trace.Select(t => new TraceStep(t))];

    [Description("How sure we are, 0 to 1: the product of the factors.")]
    public double Confidence => card.Relation.Confidence;

    [Description("What the confidence is made of.")]
    public IReadOnlyList<Factor> Factors => Factor.Of(card.Relation.Factors);

    [Description("Whether a person has looked at it.")]
    public RelationStatus Status => card.Relation.Status;

    [Description("What people decided, oldest first.")]
    public IDataLoaderResult<IReadOnlyList<Assessment>> Assessments() => Assessment.Of(card.Relation.Id, at);

    [Description("When it was found.")]
    public DateTimeOffset RecordedAt => card.Relation.RecordedAt;

    [Description("Counts verdicts: give it back as `expectedVersion`.")]
    public int Version => card.Relation.Version;

    [Description("The question that both claims answer.")]
    public IDataLoaderResult<Question> Question() =>
        at.Questions.Load(card.Relation.QuestionId, found => new Question(Found.Or(found, "question", card.Relation.QuestionId), at));

    [Description("The rule that decided it.")]
    public string Rule => card.Relation.Rule;

    [Description("What would make it another kind: \"It would be Contradicts if …\".")]
    public string? Counterfactual => card.Relation.Counterfactual;

    [Description("REFINES: the narrower of the two claims.")]
    public Claim? Narrower => card.Relation.NarrowerId switch
    {
        null => null,
        { } id => id == card.Earlier.Id ? Earlier : Later,
    };

    [Description("CORROBORATES: whether the two rest on different origins; null where that cannot be told.")]
    public bool? Independent => card.Relation.Independent;

    [Description("How many other claims hold the same two positions, so that a verdict here touches them too.")]
    public IDataLoaderResult<int> Dependents() =>
        at.Positions.LoadMany(new[] { card.Earlier.PositionId, card.Later.PositionId }.OfType<string>().Distinct(), positions => Math.Max(0, positions.Sum(p => p.ClaimCount) - 2));
}

[Description("One rule of the comparison: what it saw on either side and what came of it.")]
internal sealed class TraceStep(ClaimGraph.TraceStep step)
{
    [Description("The rule.")]
    public string Rule => step.Rule;

    [Description("What it saw in the earlier claim.")]
    public string? Earlier => step.Earlier;

    [Description("What it saw in the later claim.")]
    public string? Later => step.Later;

    [Description("What came of it.")]
    public string Outcome => step.Outcome;

    [Description("Whether this rule decided.")]
    public bool Decides => step.Decides;

    [Description("An assumption that was made, printed as one.")]
    public string? Remark => step.Remark;
}

[Implements(typeof(INode))]
[Description("A pair that is likely but not certain: a question to a person, no relation. A false contradiction would be an accusation that we made up.")]
internal sealed class Candidate(ClaimGraph.Candidate candidate, Snapshot at) : INode
{
    [Id]
    [Description("The candidate's id.")]
    public string Id => candidate.Id;

    [Description("The later claim.")]
    public IDataLoaderResult<Claim> A() => at.Claims.Load(candidate.A, found => new Claim(Found.Or(found, "claim", candidate.A), at));

    [Description("The earlier claim.")]
    public IDataLoaderResult<Claim> B() => at.Claims.Load(candidate.B, found => new Claim(Found.Or(found, "claim", candidate.B), at));

    [Description("How likely it is, 0 to 1.")]
    public double Score => candidate.Score;

    [Description("What speaks against it, in a sentence.")]
    public string Doubt => candidate.Doubt;

    [Description("The relation that it would be.")]
    public RelationKind Kind => candidate.Kind;

    [Description("The question, where both claims have the same.")]
    public IDataLoaderResult<Question?> Question() => candidate.QuestionId is { } id
        ? at.Questions.Load(id, found => found is null ? null : new Question(found, at))
        : LoaderResults.Known<Question?>(null);

    [Description("What the score is made of.")]
    public IReadOnlyList<Factor> Factors => Factor.Of(candidate.Factors);

    [Description("Whether a person has looked at it.")]
    public RelationStatus Status => candidate.Status;

    [Description("What people decided, oldest first.")]
    public IDataLoaderResult<IReadOnlyList<Assessment>> Assessments() => Assessment.Of(candidate.Id, at);

    [Description("Counts verdicts: give it back as `expectedVersion`.")]
    public int Version => candidate.Version;
}

using System.ComponentModel;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Description("Which claims: every member given must hold; within a list one is enough, and an empty list matches nothing.")]
internal sealed class ClaimFilter : ICombination<ClaimFilter>
{
    [Description("All of these must hold too.")]
    public IReadOnlyList<ClaimFilter>? And { get; set; }

    [Description("At least one of these must hold too.")]
    public IReadOnlyList<ClaimFilter>? Or { get; set; }

    [Description("This must not hold.")]
    public ClaimFilter? Not { get; set; }

    [Description("Words that must all occur in the quote. The order is then newest recorded.")]
    public string? Text { get; set; }

    [Id, Description("Answers one of these questions.")]
    public IReadOnlyList<string>? Questions { get; set; }

    [Id, Description("Holds one of these positions.")]
    public IReadOnlyList<string>? Positions { get; set; }

    [Id, Description("Made by one of these actors, relayed by it, or mentioning it.")]
    public IReadOnlyList<string>? Actors { get; set; }

    [Id, Description("Said by one of these actors: the innermost step of the chain.")]
    public IReadOnlyList<string>? Speakers { get; set; }

    [Id, Description("Stands in one of these articles.")]
    public IReadOnlyList<string>? Sources { get; set; }

    [Id, Description("Published by one of these outlets.")]
    public IReadOnlyList<string>? Outlets { get; set; }

    [Description("Said on this day or later; undated claims are left out.")]
    public DateOnly? AssertedFrom { get; set; }

    [Description("Said on this day or earlier; undated claims are left out.")]
    public DateOnly? AssertedTo { get; set; }

    [Description("Stored at this time or later.")]
    public DateTimeOffset? RecordedFrom { get; set; }

    [Description("Stored at this time or earlier.")]
    public DateTimeOffset? RecordedTo { get; set; }

    [Description("Claimed with one of these degrees of commitment.")]
    public IReadOnlyList<Modality>? Modality { get; set; }

    [Description("In a relation of one of these kinds that nobody has dismissed.")]
    public IReadOnlyList<RelationKind>? RelationKinds { get; set; }

    [Description("Standing so among the other claims.")]
    public IReadOnlyList<Standing>? Standing { get; set; }

    [Description("The claim's quantity meets this interval.")]
    public QuantityFilter? Quantity { get; set; }

    [Description("At least so much worth checking, 0 to 1.")]
    public double? MinCheckWorthiness { get; set; }

    public Filter<ClaimGraph.ClaimFilter>? Leaf(ApiLimits limits) => FilterTree.Leaf(new ClaimGraph.ClaimFilter
    {
        Text = FilterTree.Words(Text, limits),
        Questions = FilterTree.Ids(Questions, "questions", limits),
        Positions = FilterTree.Ids(Positions, "positions", limits),
        Actors = FilterTree.Ids(Actors, "actors", limits),
        Speakers = FilterTree.Ids(Speakers, "speakers", limits),
        Sources = FilterTree.Ids(Sources, "sources", limits),
        Outlets = FilterTree.Ids(Outlets, "outlets", limits),
        AssertedFrom = AssertedFrom,
        AssertedTo = AssertedTo,
        RecordedFrom = RecordedFrom,
        RecordedTo = RecordedTo,
        Modality = Modality,
        RelationKinds = RelationKinds,
        Standing = Standing,
        QuantityLow = Quantity?.Low,
        QuantityHigh = Quantity?.High,
        QuantityUnit = Quantity?.Unit,
        MinCheckWorthiness = MinCheckWorthiness,
    });

    public static Filter<ClaimGraph.ClaimFilter>? ToDomain(ClaimFilter? filter, ApiLimits limits) => FilterTree.Of(filter, f => f.Leaf(limits), limits);
}

[Description("An interval of quantities, both ends belonging to it; a null end is open.")]
internal sealed class QuantityFilter
{
    [Description("Lower end.")]
    public double? Low { get; set; }

    [Description("Upper end.")]
    public double? High { get; set; }

    [Description("Only quantities in this unit.")]
    public string? Unit { get; set; }
}

[Description("Which relations: every member given must hold; within a list one is enough, and an empty list matches nothing.")]
internal sealed class RelationFilter : ICombination<RelationFilter>
{
    [Description("All of these must hold too.")]
    public IReadOnlyList<RelationFilter>? And { get; set; }

    [Description("At least one of these must hold too.")]
    public IReadOnlyList<RelationFilter>? Or { get; set; }

    [Description("This must not hold.")]
    public RelationFilter? Not { get; set; }

    [Description("Of one of these kinds.")]
    public IReadOnlyList<RelationKind>? Kinds { get; set; }

    [Id, Description("On one of these questions.")]
    public IReadOnlyList<string>? Questions { get; set; }

    [Id, Description("One of these actors made one of the two claims or is mentioned in it.")]
    public IReadOnlyList<string>? Actors { get; set; }

    [Id, Description("One of the two claims stands in one of these articles.")]
    public IReadOnlyList<string>? Sources { get; set; }

    [Id, Description("One of the two claims was published by one of these outlets.")]
    public IReadOnlyList<string>? Outlets { get; set; }

    [Description("With one of these verdicts.")]
    public IReadOnlyList<RelationStatus>? Status { get; set; }

    [Description("The later claim was made on this day or later.")]
    public DateOnly? AssertedFrom { get; set; }

    [Description("The later claim was made on this day or earlier.")]
    public DateOnly? AssertedTo { get; set; }

    [Description("At least so sure, 0 to 1.")]
    public double? MinConfidence { get; set; }

    [Description("Both positions rest on at least so many origins.")]
    public int? MinOrigins { get; set; }

    [Description("How well both sides are supported.")]
    public OriginFilter? Origins { get; set; }

    public Filter<ClaimGraph.RelationFilter>? Leaf(ApiLimits limits) => FilterTree.Leaf(new ClaimGraph.RelationFilter
    {
        Kinds = Kinds,
        Questions = FilterTree.Ids(Questions, "questions", limits),
        Actors = FilterTree.Ids(Actors, "actors", limits),
        Sources = FilterTree.Ids(Sources, "sources", limits),
        Outlets = FilterTree.Ids(Outlets, "outlets", limits),
        Status = Status,
        AssertedFrom = AssertedFrom,
        AssertedTo = AssertedTo,
        MinConfidence = MinConfidence,
        MinOrigins = MinOrigins,
        Origins = Origins,
    });

    public static Filter<ClaimGraph.RelationFilter>? ToDomain(RelationFilter? filter, ApiLimits limits) => FilterTree.Of(filter, f => f.Leaf(limits), limits);
}

[Description("Which questions: every member given must hold; within a list one is enough, and an empty list matches nothing.")]
internal sealed class QuestionFilter : ICombination<QuestionFilter>
{
    [Description("All of these must hold too.")]
    public IReadOnlyList<QuestionFilter>? And { get; set; }

    [Description("At least one of these must hold too.")]
    public IReadOnlyList<QuestionFilter>? Or { get; set; }

    [Description("This must not hold.")]
    public QuestionFilter? Not { get; set; }

    [Description("Words that must all occur in the question.")]
    public string? Text { get; set; }

    [Description("Has a relation of one of these kinds.")]
    public IReadOnlyList<RelationKind>? Kinds { get; set; }

    [Description("Has a relation with one of these verdicts.")]
    public IReadOnlyList<RelationStatus>? Status { get; set; }

    [Id, Description("One of these actors made a claim on it or is mentioned in one.")]
    public IReadOnlyList<string>? Actors { get; set; }

    [Id, Description("One of these articles has a claim on it.")]
    public IReadOnlyList<string>? Sources { get; set; }

    [Id, Description("One of these outlets published a claim on it.")]
    public IReadOnlyList<string>? Outlets { get; set; }

    [Description("Has a conflict on this day or later.")]
    public DateOnly? AssertedFrom { get; set; }

    [Description("Has a conflict on this day or earlier.")]
    public DateOnly? AssertedTo { get; set; }

    [Description("How well the two sides of a conflict are supported.")]
    public OriginFilter? Origins { get; set; }

    public Filter<ClaimGraph.QuestionFilter>? Leaf(ApiLimits limits) => FilterTree.Leaf(new ClaimGraph.QuestionFilter
    {
        Text = FilterTree.Words(Text, limits),
        Kinds = Kinds,
        Status = Status,
        Actors = FilterTree.Ids(Actors, "actors", limits),
        Sources = FilterTree.Ids(Sources, "sources", limits),
        Outlets = FilterTree.Ids(Outlets, "outlets", limits),
        AssertedFrom = AssertedFrom,
        AssertedTo = AssertedTo,
        Origins = Origins,
    });

    public static Filter<ClaimGraph.QuestionFilter>? ToDomain(QuestionFilter? filter, ApiLimits limits) => FilterTree.Of(filter, f => f.Leaf(limits), limits);
}

[Description("Which sources: every member given must hold.")]
internal sealed class SourceFilter
{
    [Description("Words that must all occur in the title.")]
    public string? Text { get; set; }

    [Description("Of one of these kinds.")]
    public IReadOnlyList<SourceKind>? Kinds { get; set; }

    [Id, Description("Published by one of these outlets.")]
    public IReadOnlyList<string>? Outlets { get; set; }

    [Description("In one of these languages, as BCP 47 tags.")]
    public IReadOnlyList<string>? Languages { get; set; }

    [Description("Published on this day or later.")]
    public DateOnly? PublishedFrom { get; set; }

    [Description("Published on this day or earlier.")]
    public DateOnly? PublishedTo { get; set; }

    public static ClaimGraph.SourceFilter? ToDomain(SourceFilter? f, ApiLimits limits) => f is null ? null : new()
    {
        Text = FilterTree.Words(f.Text, limits),
        Kinds = f.Kinds,
        Outlets = FilterTree.Ids(f.Outlets, "outlets", limits),
        Languages = FilterTree.Ids(f.Languages, "languages", limits),
        PublishedFrom = f.PublishedFrom,
        PublishedTo = f.PublishedTo,
    };
}

[Description("Which actors: every member given must hold.")]
internal sealed class ActorFilter
{
    [Description("Words that must all occur in one of its names.")]
    public string? Text { get; set; }

    [Description("Of one of these kinds.")]
    public IReadOnlyList<ActorKind>? Kinds { get; set; }

    public static ClaimGraph.ActorFilter? ToDomain(ActorFilter? f, ApiLimits limits) => f is null ? null : new() { Text = FilterTree.Words(f.Text, limits), Kinds = f.Kinds };
}

[Description("Which items of the review inbox: every member given must hold.")]
internal sealed class ReviewFilter
{
    [Description("Of one of these kinds, or candidates for them.")]
    public IReadOnlyList<RelationKind>? Kinds { get; set; }

    [Description("False leaves candidates out, true shows them alone.")]
    public bool? Candidates { get; set; }

    [Description("False leaves merge suggestions out, true shows them alone.")]
    public bool? Merges { get; set; }

    [Description("True shows what the visitor has given a verdict on.")]
    public bool? Mine { get; set; }

    [Id, Description("On one of these questions.")]
    public IReadOnlyList<string>? Questions { get; set; }

    [Id, Description("With claims of one of these actors.")]
    public IReadOnlyList<string>? Actors { get; set; }

    public static ClaimGraph.ReviewFilter? ToDomain(ReviewFilter? f, string viewer, ApiLimits limits) => f is null ? null : new()
    {
        Kinds = f.Kinds,
        Candidates = f.Candidates,
        Merges = f.Merges,
        AssessedBy = f.Mine == true ? viewer : null,
        Questions = FilterTree.Ids(f.Questions, "questions", limits),
        Actors = FilterTree.Ids(f.Actors, "actors", limits),
    };
}

[Description("Narrows a search to claims of some speakers, outlets or dates: every member given must hold.")]
internal sealed class SearchFilter
{
    [Id, Description("Said by one of these actors.")]
    public IReadOnlyList<string>? Speakers { get; set; }

    [Id, Description("Published by one of these outlets.")]
    public IReadOnlyList<string>? Outlets { get; set; }

    [Description("Said on this day or later.")]
    public DateOnly? AssertedFrom { get; set; }

    [Description("Said on this day or earlier.")]
    public DateOnly? AssertedTo { get; set; }

    [Description("With a date known so exactly.")]
    public IReadOnlyList<DatePrecision>? Precision { get; set; }
}

using System.ComponentModel;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Description("An article as it comes in, and what its sender knows about it. Give `text` or `html`.")]
internal sealed class IngestArticleInput
{
    [Description("Identifies the document: the same id again is a new version. Without one its address does, then a hash of its text.")]
    public string? Id { get; set; }

    [Description("The text.")]
    public string? Text { get; set; }

    [Description("The page; what a reader would call the article is found in it.")]
    public string? Html { get; set; }

    [Description("The headline.")]
    public string? Title { get; set; }

    [Description("Who published it.")]
    public string? Outlet { get; set; }

    [Description("Its address. Nothing is fetched from it.")]
    public string? Url { get; set; }

    [Description("When it was published: an ISO day, month, year or instant; null where nobody knows.")]
    public string? Published { get; set; }

    [Description("Its language as a BCP 47 tag; null lets the text decide.")]
    public string? Language { get; set; }

    [Description("Read and compare, but store nothing.")]
    [DefaultValue(false)]
    public bool DryRun { get; set; }

    public Article ToDomain() => new() { Id = Id, Text = Text, Html = Html, Title = Title, Outlet = Outlet, Url = Url, Published = Published, Language = Language };
}

[Description("Articles to be read in one run, in their order.")]
internal sealed class IngestArticlesInput
{
    [Description("The articles; `dryRun` is not looked at.")]
    public IReadOnlyList<IngestArticleInput> Articles { get; set; } = [];
}

[Description("A verdict on a relation.")]
internal sealed class AssessRelationInput
{
    [Id, Description("The relation.")]
    public string Relation { get; set; } = "";

    [Description("What you decide.")]
    public Verdict Verdict { get; set; }

    [Description("Why, for those who come after you.")]
    public string? Reason { get; set; }

    [Description("The relation's `version` that you looked at.")]
    public int ExpectedVersion { get; set; }
}

[Description("A verdict on a candidate.")]
internal sealed class AssessCandidateInput
{
    [Id, Description("The candidate.")]
    public string Candidate { get; set; } = "";

    [Description("What you decide.")]
    public Verdict Verdict { get; set; }

    [Description("The kind of relation that it is, where it is another one than proposed.")]
    public RelationKind? Kind { get; set; }

    [Description("Why, for those who come after you.")]
    public string? Reason { get; set; }

    [Description("The candidate's `version` that you looked at.")]
    public int ExpectedVersion { get; set; }
}

[Description("A verdict on a claim.")]
internal sealed class AssessClaimInput
{
    [Id, Description("The claim.")]
    public string Claim { get; set; } = "";

    [Description("What you decide.")]
    public ClaimVerdict Verdict { get; set; }

    [Description("Why, for those who come after you.")]
    public string? Reason { get; set; }
}

[Description("A verdict to take back.")]
internal sealed class UndoAssessmentInput
{
    [Id, Description("The verdict.")]
    public string Assessment { get; set; } = "";
}

[Description("A verdict on two actors that may be one.")]
internal sealed class AssessMergeInput
{
    [Id, Description("The suggestion.")]
    public string Suggestion { get; set; } = "";

    [Description("Whether they are one.")]
    public MergeVerdict Verdict { get; set; }

    [Description("Why, for those who come after you.")]
    public string? Reason { get; set; }

    [Description("The suggestion's `version` that you looked at.")]
    public int ExpectedVersion { get; set; }
}

[Description("A merge to take back.")]
internal sealed class UndoMergeInput
{
    [Id, Description("The merge.")]
    public string Merge { get; set; } = "";

    [Description("Why, for those who come after you.")]
    public string? Reason { get; set; }
}

using System.ComponentModel;

namespace ClaimGraph.Api.Schema;

[Description("What became of an article.")]
internal sealed class IngestArticlePayload(Source? source, IReadOnlyList<Claim> claims, IReadOnlyList<Relation> relations, IReadOnlyList<Candidate> candidates, bool unchanged,
    IReadOnlyList<Problem> warnings, IReadOnlyList<IUserError> errors, IReadOnlyList<ReadSentence>? reading)
{
    [Description("The article as stored; null where it was refused.")]
    public Source? Source => source;

    [Description("The claims that were read in it, in the order of the text.")]
    public IReadOnlyList<Claim> Claims => claims;

    [Description("The relations of its claims that were found now.")]
    public IReadOnlyList<Relation> Relations => relations;

    [Description("The pairs that are likely but not certain.")]
    public IReadOnlyList<Candidate> Candidates => candidates;

    [Description("The same content was stored before: nothing has changed.")]
    public bool Unchanged => unchanged;

    [Description("What is worth knowing: no date, another language.")]
    public IReadOnlyList<Problem> Warnings => warnings;

    [Description("Why it was refused.")]
    public IReadOnlyList<IUserError> Errors => errors;

    [Description("The text sentence by sentence: what was recognised, and why nothing was claimed where nothing was.")]
    public IReadOnlyList<ReadSentence>? Reading => reading;
}

[Description("What became of many articles: a run that goes on by itself.")]
internal sealed class IngestArticlesPayload(IngestionRun? run, IReadOnlyList<IUserError> errors)
{
    [Description("The run, to be followed by `ingestionRun` or the subscription `ingestion`.")]
    public IngestionRun? Run => run;

    [Description("Why there is none.")]
    public IReadOnlyList<IUserError> Errors => errors;
}

[Description("What a verdict on a relation did.")]
internal sealed class AssessRelationPayload(Relation? relation, Assessment? assessment, IReadOnlyList<IUserError> errors)
{
    [Description("The relation as it is now.")]
    public Relation? Relation => relation;

    [Description("The verdict as stored; null where it was not.")]
    public Assessment? Assessment => assessment;

    [Description("Why it was not.")]
    public IReadOnlyList<IUserError> Errors => errors;
}

[Description("What a verdict on a candidate did.")]
internal sealed class AssessCandidatePayload(Candidate? candidate, Relation? relation, Assessment? assessment, IReadOnlyList<IUserError> errors)
{
    [Description("The candidate as it is now.")]
    public Candidate? Candidate => candidate;

    [Description("The relation that it became, where it was confirmed.")]
    public Relation? Relation => relation;

    [Description("The verdict as stored; null where it was not.")]
    public Assessment? Assessment => assessment;

    [Description("Why it was not.")]
    public IReadOnlyList<IUserError> Errors => errors;
}

[Description("What a verdict on a claim did.")]
internal sealed class AssessClaimPayload(Claim? claim, Assessment? assessment, IReadOnlyList<IUserError> errors)
{
    [Description("The claim as it is now.")]
    public Claim? Claim => claim;

    [Description("The verdict as stored; null where it was not.")]
    public Assessment? Assessment => assessment;

    [Description("Why it was not.")]
    public IReadOnlyList<IUserError> Errors => errors;
}

[Description("What taking a verdict back did.")]
internal sealed class UndoAssessmentPayload(Assessment? assessment, Relation? relation, Candidate? candidate, Claim? claim, IReadOnlyList<IUserError> errors)
{
    [Description("The verdict that was taken back.")]
    public Assessment? Assessment => assessment;

    [Description("The relation as it is now, where the verdict was on one.")]
    public Relation? Relation => relation;

    [Description("The candidate as it is now, where the verdict was on one.")]
    public Candidate? Candidate => candidate;

    [Description("The claim as it is now, where the verdict was on one.")]
    public Claim? Claim => claim;

    [Description("Why it was not taken back.")]
    public IReadOnlyList<IUserError> Errors => errors;
}

[Description("What a verdict on two actors did.")]
internal sealed class AssessMergePayload(Actor? actor, ActorMerge? merge, IReadOnlyList<IUserError> errors)
{
    [Description("The actor that both are now; null where they stay two.")]
    public Actor? Actor => actor;

    [Description("The merge, by whose id it is undone.")]
    public ActorMerge? Merge => merge;

    [Description("Why the verdict was not stored.")]
    public IReadOnlyList<IUserError> Errors => errors;
}

[Description("What taking a merge back did.")]
internal sealed class UndoMergePayload(IReadOnlyList<Actor> actors, IReadOnlyList<IUserError> errors)
{
    [Description("The actors that are two again.")]
    public IReadOnlyList<Actor> Actors => actors;

    [Description("Why it was not taken back.")]
    public IReadOnlyList<IUserError> Errors => errors;
}

[Description("One sentence as it was read.")]
internal sealed class ReadSentence(ClaimGraph.ReadSentence sentence, IReadOnlyDictionary<string, Claim> claims)
{
    [Description("Where it begins in the text.")]
    public int Start => sentence.Span.Start;

    [Description("Where it ends.")]
    public int End => sentence.Span.End;

    [Description("What kind of sentence it is; claims are read from statements and headlines.")]
    public SentenceKind Kind => sentence.Kind;

    [Description("The claims that it yielded.")]
    public IReadOnlyList<Claim> Claims => [.. sentence.ClaimIds.Where(claims.ContainsKey).Select(id => claims[id])];

    [Description("What was recognised in it: quantities, names, dates, attributing words.")]
    public IReadOnlyList<Recognised> Recognised => [.. sentence.Recognised.Select(r => new Recognised(r))];

    [Description("Why nothing was claimed; null where something was.")]
    public string? LeftOut => sentence.LeftOut;
}

[Description("Something that was recognised in a sentence.")]
internal sealed class Recognised(ClaimGraph.Recognised recognised)
{
    [Description("Where it begins in the text.")]
    public int Start => recognised.Span.Start;

    [Description("Where it ends.")]
    public int End => recognised.Span.End;

    [Description("What it is: `quantity`, `actor`, `cue`, `date`, `rung`, `negation`, `scope`.")]
    public string What => recognised.What;

    [Description("What it was understood as.")]
    public string Value => recognised.Value;
}

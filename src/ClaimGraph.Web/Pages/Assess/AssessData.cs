namespace ClaimGraph.Web;

/// <summary>The answer of whichever mutation of a verdict was sent: one of these is set.</summary>
public sealed class AssessData
{
    public AssessPayload? AssessRelation { get; set; }
    public AssessPayload? AssessCandidate { get; set; }
    public AssessPayload? AssessClaim { get; set; }
    public AssessPayload? UndoAssessment { get; set; }
    public AssessPayload? AssessMerge { get; set; }
    public AssessPayload? UndoMerge { get; set; }

    public AssessPayload? Payload => AssessRelation ?? AssessCandidate ?? AssessClaim ?? UndoAssessment ?? AssessMerge ?? UndoMerge;
}

public sealed class AssessPayload
{
    public AssessmentView? Assessment { get; set; }
    public IdView? Relation { get; set; }
    public ActorMergeView? Merge { get; set; }
    public IReadOnlyList<ActorView> Actors { get; set; } = [];
    public IReadOnlyList<UserErrorView> Errors { get; set; } = [];
}

using System.Text.Json.Serialization;

namespace ClaimGraph.Web;

public sealed class InboxData : PageData
{
    public InboxList ReviewInbox { get; set; } = new();
    public AssessmentView? Done { get; set; }
}

public sealed class InboxList
{
    public int? TotalCount { get; set; }
    public PageInfo PageInfo { get; set; } = new();
    public IReadOnlyList<FacetView> Facets { get; set; } = [];
    public IReadOnlyList<InboxItemView> Nodes { get; set; } = [];
}

/// <summary>A relation, a candidate, or two actors that may be one.</summary>
public sealed class InboxItemView
{
    [JsonPropertyName("__typename")]
    public string Type { get; set; } = "";
    public string Id { get; set; } = "";
    public RelationKind Kind { get; set; } = RelationKind.Contradicts;
    public double Confidence { get; set; }
    public double Score { get; set; }
    public int Version { get; set; }
    public string Explanation { get; set; } = "";
    public string DecidingField { get; set; } = "";
    public string? Doubt { get; set; }
    public string? Reason { get; set; }
    public int Dependents { get; set; }
    public QuestionView? Question { get; set; }
    /// <summary>A candidate's question, which it may lack: another type, so another name.</summary>
    public QuestionView? About { get; set; }
    public QuestionView? Asked => Question ?? About;
    public ClaimView? Earlier { get; set; }
    public ClaimView? Later { get; set; }
    public ClaimView? A { get; set; }
    public ClaimView? B { get; set; }
    public ActorView? ActorA { get; set; }
    public ActorView? ActorB { get; set; }

    public bool IsMerge => Type == "MergeSuggestion";
    public bool IsCandidate => Type == "Candidate";
    public ClaimView First => Earlier ?? B ?? new();
    public ClaimView Second => Later ?? A ?? new();
    public double Sure => IsMerge || IsCandidate ? Score : Confidence;

    public string Headline => IsMerge
        ? Words.Fill(Texts.HeadlineMerge, ActorA?.Name, ActorB?.Name)
        : Words.Fill(IsCandidate ? Texts.HeadlineCandidate : Kind switch
        {
            RelationKind.Supersedes => Texts.HeadlineSupersedes,
            RelationKind.Contradicts => Texts.HeadlineContradicts,
            RelationKind.Refines => Texts.HeadlineRefines,
            _ => Texts.HeadlineAgrees,
        }, Told(First), Told(Second));

    private string Told(ClaimView claim) => Words.DifferByRung([First.Value, Second.Value]) ? Words.Short(claim.Value, byRung: true) : claim.Value.Text;

    public string When => IsMerge ? "" : Dates.Range(First.Asserted, Second.Asserted);
}

using System.Text.Json.Serialization;

namespace ClaimGraph.Web;

public sealed class ConflictData : PageData
{
    public PairView? Node { get; set; }
    public AssessmentView? Done { get; set; }
}

/// <summary>A relation or a candidate as one page shows either: two claims, what they would be to each other, and why.</summary>
public sealed class PairView
{
    [JsonPropertyName("__typename")]
    public string Type { get; set; } = "";
    public string Id { get; set; } = "";
    public RelationKind Kind { get; set; } = RelationKind.Contradicts;
    public bool Conflict { get; set; }
    public double Confidence { get; set; }
    public double Score { get; set; }
    public string? Doubt { get; set; }
    public RelationStatus Status { get; set; }
    public int Version { get; set; }
    public string Rule { get; set; } = "";
    public string Explanation { get; set; } = "";
    public string DecidingField { get; set; } = "";
    public string? Counterfactual { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public int Dependents { get; set; }
    public IReadOnlyList<TraceStep> Trace { get; set; } = [];
    public IReadOnlyList<Factor> Factors { get; set; } = [];
    public IReadOnlyList<AssessmentView> Assessments { get; set; } = [];
    public ClaimView? Earlier { get; set; }
    public ClaimView? Later { get; set; }
    public ClaimView? A { get; set; }
    public ClaimView? B { get; set; }
    public IdView? Narrower { get; set; }
    public QuestionView? Question { get; set; }
    /// <summary>A candidate's question, which it may lack: another type, so another name.</summary>
    public QuestionView? About { get; set; }
    public QuestionView? Asked => Question ?? About;

    public bool IsCandidate => Type == "Candidate";
    public bool IsPair => Type is "Candidate" or "Relation";
    /// <summary>The earlier side; of a candidate, whose <c>a</c> is the later claim, its <c>b</c>.</summary>
    public ClaimView First => Earlier ?? B ?? new();
    public ClaimView Second => Later ?? A ?? new();

    /// <summary>Both values in a few words: <c>None, then 26</c>.</summary>
    public string Headline => Words.Fill(
        (IsCandidate, Kind) switch
        {
            (true, _) => Texts.HeadlineCandidate,
            (_, RelationKind.Supersedes) => Texts.HeadlineSupersedes,
            (_, RelationKind.Contradicts) => Texts.HeadlineContradicts,
            (_, RelationKind.Refines) => Texts.HeadlineRefines,
            _ => Texts.HeadlineAgrees,
        }, Told(First), Told(Second));

    /// <summary>Both values differ by rung alone.</summary>
    public bool ByRung => Words.DifferByRung([First.Value, Second.Value]);

    private string Told(ClaimView claim) => ByRung ? Words.Short(claim.Value, byRung: true) : claim.Value.Text;
}

namespace ClaimGraph.Web;

public sealed class ClaimData : PageData
{
    public ClaimView? Node { get; set; }
    public AssessmentView? Done { get; set; }
}

namespace ClaimGraph.Web;

public sealed class QuestionData : PageData
{
    public QuestionView? Node { get; set; }
}

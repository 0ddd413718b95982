namespace ClaimGraph.Web;

public sealed class ArticleData : PageData
{
    public SourceView? Node { get; set; }
}

namespace ClaimGraph.Web;

public sealed class GraphData : PageData
{
    public GraphView? Neighbourhood { get; set; }
    public GraphView? Path { get; set; }
    public Connection<QuestionView>? Questions { get; set; }
}

public sealed class TargetsData
{
    public HitList Search { get; set; } = new();
}

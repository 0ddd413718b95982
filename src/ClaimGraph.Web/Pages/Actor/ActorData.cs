namespace ClaimGraph.Web;

public sealed class ActorData : PageData
{
    public ActorView? Node { get; set; }
}

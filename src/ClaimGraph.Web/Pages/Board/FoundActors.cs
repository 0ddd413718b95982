namespace ClaimGraph.Web;

public sealed class FoundActors
{
    public Connection<ActorView> Actors { get; set; } = new();
}

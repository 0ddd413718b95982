namespace ClaimGraph;

/// <summary>
/// What stands behind a claim, as a key: <c>actor:ID</c> for the ultimate speaker, <c>outlet:ID</c> for a cited or publishing outlet whose own voice it is,
/// <c>article:ID</c> for an article that nothing leads beyond.
/// </summary>
public static class Origin
{
    private const string Actor = "actor:", Outlet = "outlet:", Article = "article:";

    public static string OfActor(string actorId) => Actor + actorId;

    public static string OfOutlet(string sourceId) => Outlet + sourceId;

    public static string OfArticle(string sourceId) => Article + sourceId;

    public static string? ActorOf(string origin) => After(origin, Actor);

    /// <summary>The outlet's or article's id; null where the origin is an actor.</summary>
    public static string? SourceOf(string origin) => After(origin, Outlet) ?? After(origin, Article);

    public static bool IsArticle(string origin) => origin.StartsWith(Article, StringComparison.Ordinal);

    // Circles are made of sources; the representative stands for all of them.
    internal static string OfSource(string sourceId) => OfOutlet(sourceId);

    private static string? After(string origin, string prefix) => origin.StartsWith(prefix, StringComparison.Ordinal) ? origin[prefix.Length..] : null;
}

namespace ClaimGraph.Comparison;

/// <summary>Whether two agreeing claims have different origins.</summary>
internal static class Independence
{
    /// <returns>Null where a chain breaks before its origin.</returns>
    public static bool? Of(Side a, Side b, bool sharedText)
    {
        if (a.Document == b.Document || sharedText || a.Claim.Origin == b.Claim.Origin) return false;
        if (SharesSpeaker(a, b) || Lineage.Cites(a, b) || Lineage.Cites(b, a)) return false;
        return a.Claim.OriginKnown && b.Claim.OriginKnown ? true : null;
    }

    /// <summary>Joint speakers: London and Paris in one article, London in the other.</summary>
    private static bool SharesSpeaker(Side a, Side b) => Speakers(a).Intersect(Speakers(b), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Speakers(Side side) =>
        side.Claim.Attribution.Where(s => s.Position == 0 && s.Role is ChainRole.Speaker or ChainRole.Origin && s.ActorId is not null).Select(s => s.ActorId!);
}

namespace ClaimGraph;

/// <summary>How many independent origins stand behind a position: at least <see cref="Low"/>, at most <see cref="High"/>, with the reason for a range.</summary>
public sealed record OriginCount(int Low, int High, string? Reason)
{
    /// <param name="known">Distinct origins that are known.</param>
    /// <param name="unknown">Articles whose chain breaks before an origin.</param>
    public static OriginCount Of(int known, int unknown) => unknown switch
    {
        0 => new(known, known, null),
        1 => new(Math.Max(known, 1), known + 1, "One article does not name its source: it may be one of the others, or one more."),
        _ => new(Math.Max(known, 1), known + unknown, $"{unknown} articles do not name their source: they may share one, or each have its own."),
    };
}

/// <summary>Why claims are counted as one origin.</summary>
public enum OriginReason { SameDocument, SameSpeaker, SameCitedOutlet, NearDuplicate, Own }

/// <summary>A claim that repeats an origin: listed, not counted.</summary>
public sealed record Repeat(string ClaimId, OriginReason Reason);

/// <summary>One origin and the claims that rest on it.</summary>
/// <param name="Key">The origin itself, see <see cref="Origin"/>.</param>
/// <param name="Claims">The first claim of the origin and those of its articles that add their own report.</param>
/// <param name="Repeats">The rest, with the reason why each is not counted.</param>
public sealed record OriginGroup(string Key, OriginReason Why, IReadOnlyList<string> Claims, IReadOnlyList<Repeat> Repeats)
{
    public int ClaimCount => Claims.Count + Repeats.Count;
}

/// <summary>
/// How well a position is supported: claims and articles count for little, independent origins for much. Citation circles are condensed first, so that
/// outlets that quote each other are one origin.
/// </summary>
public sealed record Corroboration(int Claims, int Articles, OriginCount Origins, IReadOnlyList<OriginGroup> Groups)
{
    /// <param name="claims">The claims of the position.</param>
    /// <param name="citations">Edges within reach of their articles.</param>
    public static Corroboration Of(IEnumerable<OriginClaim> claims, IEnumerable<Citation> citations)
    {
        var representative = SourceChain.Condense(citations);
        var ordered = claims.OrderBy(c => c.Day ?? DateOnly.MaxValue).ThenBy(c => c.ClaimId, StringComparer.Ordinal).ToList();
        var groups = ordered
            .GroupBy(c => Condensed(c.Origin, representative), StringComparer.Ordinal)
            .Select(group => Group(group.Key, [.. group]))
            .OrderByDescending(g => g.ClaimCount)
            .ToList();
        var known = ordered.Where(c => c.OriginKnown).Select(c => Condensed(c.Origin, representative)).Distinct(StringComparer.Ordinal).Count();
        var unknown = ordered.Where(c => !c.OriginKnown).Select(c => c.SourceId).Distinct(StringComparer.Ordinal).Count();
        return new(ordered.Count, ordered.Select(c => c.SourceId).Distinct(StringComparer.Ordinal).Count(), OriginCount.Of(known, unknown), groups);
    }

    private static string Condensed(string origin, IReadOnlyDictionary<string, string> representative) =>
        Origin.SourceOf(origin) is { } source && representative.TryGetValue(source, out var name) ? Origin.OfSource(name) : origin;

    private static OriginGroup Group(string key, IReadOnlyList<OriginClaim> claims)
    {
        var first = claims[0];
        var repeats = claims.Skip(1)
            .Select(c => new Repeat(c.ClaimId, c.SourceId == first.SourceId ? OriginReason.SameDocument : WhyShared(key, c)))
            .ToList();
        var why = repeats.Count == 0 ? OriginReason.Own
            : repeats.TrueForAll(r => r.Reason == OriginReason.SameDocument) ? OriginReason.SameDocument
            : WhyShared(key, first);
        return new(key, why, [first.ClaimId], repeats);
    }

    // An origin that is another article is shared because the text is the same; one that is an outlet because it is cited.
    private static OriginReason WhyShared(string key, OriginClaim claim) =>
        Origin.ActorOf(key) is not null ? OriginReason.SameSpeaker
        : Origin.IsArticle(key) && Origin.SourceOf(key) != claim.SourceId ? OriginReason.NearDuplicate
        : OriginReason.SameCitedOutlet;
}

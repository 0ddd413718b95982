namespace ClaimGraph.Comparison;

/// <summary>
/// What one story keeps a running account of: the oil that a ship lost, what a fund was promised, how many beaches are closed. Two reports of that story answer one question with
/// it on whatever day they speak, so that neither other days nor names of their own tell them apart. Casualties and damage are left out: one story has many attacks, one quake many towns.
/// </summary>
internal static class RunningMeasure
{
    // One value is hardly the other one's update where it is more than so many times as large; small counts move faster.
    private const double Amounts = 0.70, Counts = 0.85;

    /// <summary>The score of such a pair, however little wording is shared.</summary>
    public const double Likely = 0.85;

    private static readonly string[] Families = ["amount", "volume", "mass", "area"];

    // What says too little about what is counted, and damage, of which every town of a quake has its own.
    private static readonly HashSet<string> Vague = new(["count", "-", "money", "value", "fund", "damaged", "destroyed"], StringComparer.Ordinal);

    /// <param name="ratio">How far the values lie apart, 0..1.</param>
    /// <param name="sameValue">Small counts that are equal may be so by chance: other evidence must join them.</param>
    public static bool IsOf(Side a, Side b, double ratio, bool sameValue)
    {
        if (a.Key != b.Key || a.Document == b.Document && !Rebuts(a, b) || a.EventScope != b.EventScope || a.KeyParts.Length < 2 || Vague.Contains(a.KeyParts[1])) return false;
        if (!Measured(a) || sameValue && IsCount(a)) return false;
        // What one party has pledged is one sum, however far the reports of it lie apart; a denied sum may be any.
        if (!IsOwned(a) && !Rebuts(a, b) && ratio > (IsCount(a) ? Counts : Amounts)) return false;
        return SameStory(a, b) && !Elsewhere(a, b) && !Elsewhere(b, a);
    }

    /// <summary>"Not 1.1 billion: 740 million": who denies a sum and names another, in one article.</summary>
    private static bool Rebuts(Side a, Side b) => a.Document == b.Document && (a.Form == Form.Denied) != (b.Form == Form.Denied);

    private static bool IsOwned(Side a) => a.KeyParts is [_, "pledge", _];

    /// <summary>Whether the later of two clashing values is the news of its day: counts that go up and down, and what only grows, some days on.</summary>
    public static bool MovesOn(Side earlier, Side later)
    {
        if (earlier.Key != later.Key || earlier.EventScope != later.EventScope) return false;
        if (IsCount(later)) return true;
        return later is { IsEvent: true, KeyParts: [_, "spilled" or "recovered" or "pledge" or "burned", ..] }
            && later.AsOf.SortDay is { } to && earlier.AsOf.SortDay is { } from && to.DayNumber - from.DayNumber >= EventWeights.NewsDays
            && later.Range is { } l && earlier.Range is { } e && l.Low * l.Factor > e.High * e.Factor;
    }

    private static bool Measured(Side a) => Families.Contains(a.KeyParts[0], StringComparer.Ordinal)
        || IsCount(a);

    /// <summary>Things of which there are more or fewer by the day: closed beaches, burning houses; no persons.</summary>
    public static bool IsCount(Side a) => a is { IsEvent: true, Range.Kind: QuantityKind.Count, KeyParts.Length: > 1 } && a.KeyParts[0] is not ("person" or "number" or "one" or "time") && !Vague.Contains(a.KeyParts[1]);

    /// <summary>Two names of several words that both articles have, or one that stands in the headline or lead of both.</summary>
    private static bool SameStory(Side a, Side b)
    {
        var shared = Several(a).Intersect(Several(b), StringComparer.Ordinal).ToList();
        return shared.Count >= 2 || shared.Exists(n => a.Evidence!.LeadNames.Contains(n) && b.Evidence!.LeadNames.Contains(n));
    }

    private static IEnumerable<string> Several(Side side) => side.Evidence!.StoryNames.TakeWhile(n => n.Contains(' ', StringComparison.Ordinal));

    /// <summary>The sentence itself puts it where, or when, the other article is not: "off Pascagoula in 2016".</summary>
    private static bool Elsewhere(Side claim, Side other) =>
        claim.Words.Places.Any(p => !other.Words.Knows(p) && Array.BinarySearch(other.Words.Story, p) < 0 && Array.BinarySearch(claim.Words.LeadNames, p) < 0)
        || claim.Evidence?.EventTime?.End is { } end && other.Day is { } day && day.DayNumber - end.DayNumber > EventWeights.PeriodDays;
}

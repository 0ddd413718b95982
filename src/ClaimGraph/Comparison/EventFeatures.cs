namespace ClaimGraph.Comparison;

/// <summary>
/// What speaks for and against two claims being of one event, as numbers in -1..1: the inputs of the linear score, each with its weights in <see cref="EventWeights"/>.
/// Nothing here refuses a pair; that is done by the vetoes of <see cref="EventPair"/> before.
/// </summary>
internal static class EventFeatures
{
    // Counts up to this say little by their ratio: one dead and two dead are as near as can be.
    private const double Small = 3;
    // Three boats here and three boats there: so small a number is shared by chance where each article names what the other does not.
    private const double Common = 30, Strangers = 0.7;
    private const double Thousand = 3, EnoughBeside = 2;

    /// <summary>In the order of <see cref="EventWeights.Table"/>.</summary>
    public static double[] Of(Side a, Side b, NameRarity names)
    {
        var (x, y) = (a.Evidence!, b.Evidence!);
        var apart = PublishedApart(a, b);
        var strange = Math.Min(1, Math.Min(Strange(a, b, names), Strange(b, a, names)) / 2);
        var least = Math.Max(0, Math.Min(Point(a), Point(b)));
        return
        [
            1,
            Terms.Cosine(a.Words.Terms, b.Words.Terms),
            Math.Min(1, names.Shared(a.Words.Names, b.Words.Names)),
            Math.Min(1, names.Shared(a.Words.LeadNames, b.Words.LeadNames) / 2),
            Flag(TimesMeet(x.EventTime, y.EventTime)),
            Flag(a.EventTime is null || b.EventTime is null),
            Flag(a.Day is not null && b.Day is not null),
            Flag(apart <= EventWeights.NearDays),
            Flag(apart is > EventWeights.FarDays and < int.MaxValue),
            Flag(PlaceUnknown(a, b)),
            Ratio(a, b),
            Flag(a.Document == b.Document),
            Flag(x.Principal && y.Principal),
            Flag(a.Range is { Kind: not QuantityKind.Count } && Ratio(a, b) < EventWeights.NearMeasure),
            Flag(Terms.Shared(a.Words.Settings, b.Words.Settings) > 0),
            Flag(Terms.Shared(a.Words.LeadSettings, b.Words.LeadSettings) > 0),
            Math.Min(1, Terms.Shared(a.Words.Beside, b.Words.Beside) / EnoughBeside),
            Flag(Terms.Shared(a.Words.BesideLarge, b.Words.BesideLarge) > 0),
            Flag(least <= Small),
            Math.Min(1, Math.Log10(1 + least) / Thousand),
            (Flag(a.Range is not { IsPoint: true }) + Flag(b.Range is not { IsPoint: true })) / 2,
            Growth(a, b),
            strange,
            Flag(strange >= Strangers && least <= Common),
        ];
    }

    /// <summary>How far the values lie apart, 0..1: half of the logarithm of their ratio.</summary>
    public static double Ratio(Side a, Side b)
    {
        if (a.Range is null || b.Range is null) return 0;
        var (p, q) = (Point(a), Point(b));
        return p <= 0 || q <= 0 ? 1 : Math.Min(1, Math.Abs(Math.Log(p / q)) / 2);
    }

    public static bool TimesMeet(PartialDate? a, PartialDate? b) => a is { Start: { } aFrom, End: { } aTo } && b is { Start: { } bFrom, End: { } bTo } && aFrom <= bTo && bFrom <= aTo;

    /// <summary>Days between the two articles; the largest number where one has no day.</summary>
    public static int PublishedApart(Side a, Side b) => (a.Day ?? a.Published, b.Day ?? b.Published) is ({ } x, { } y) ? Math.Abs(x.DayNumber - y.DayNumber) : int.MaxValue;

    /// <summary>How rare the names are in one article's title and lead that the other article has nowhere.</summary>
    private static double Strange(Side a, Side b, NameRarity names)
    {
        var sum = 0.0;
        foreach (var name in a.Words.LeadNames)
            if (!b.Words.Knows(name) && Array.BinarySearch(b.Words.Story, name) < 0) sum += names.Of(name);
        return sum;
    }

    private static double Flag(bool holds) => holds ? 1 : 0;

    /// <summary>One sentence names a place of which the other article's sentence, title and lead know nothing.</summary>
    public static bool PlaceUnknown(Side a, Side b) => Array.Exists(a.Words.Places, p => !b.Words.Knows(p)) || Array.Exists(b.Words.Places, p => !a.Words.Knows(p));

    /// <summary>A toll rises from one day to the next; what falls is rather another event.</summary>
    private static double Growth(Side a, Side b)
    {
        if (a.Day is not { } x || b.Day is not { } y || x == y || Point(a) == Point(b)) return 0;
        return x < y == Point(a) < Point(b) ? 1 : -1;
    }

    /// <summary>The number that is printed, in the basic unit; 0 for none.</summary>
    public static double Point(Side side) => side.Range is { } range ? (double.IsInfinity(range.Low) || range.Low == 0 ? (double.IsInfinity(range.High) ? 0 : range.High) : range.Low) * range.Factor : 0;
}

namespace ClaimGraph.Comparison;

/// <summary>
/// The fitted numbers of event identity, in one place. Logistic weights and thresholds were fitted with whole topics and whole months left out on
/// ECB+ (Cybulska and Vossen, CC BY 3.0) and FA-KES (Abu Salem et al., CC BY 4.0); rounded to two decimals; see NOTICE. Features are in -1..1.
/// </summary>
internal static class EventWeights
{
    /// <summary>One weight for two claims of overlapping values, one for two whose values differ.</summary>
    public sealed record Weight(string Feature, double SameValue, double OtherValue);

    /// <summary>In the order of <see cref="EventFeatures.Of"/>.</summary>
    public static readonly IReadOnlyList<Weight> Table =
    [
        new("bias", 0.54, 0.04),
        new("sentence", 1.06, -0.02),
        new("names", 0.66, 0.43),
        new("leadNames", -0.43, 0.14),
        new("eventTimeEqual", 0.36, 1.18),
        new("daysUnknown", 1.02, 0.07),
        new("dated", -0.72, -0.32),
        new("publishedNear", 1.03, 0.80),
        new("publishedFar", -0.75, -0.71),
        new("placeApart", -0.35, -0.73),
        new("valueRatio", 0.17, -2.33),
        new("sameArticle", -0.99, -0.54),
        new("bothPrincipal", -0.12, 0.70),
        new("measureNear", 0.81, 0.50),
        new("settingShared", 0.77, 0.80),
        new("settingLeadShared", 0.58, 0.32),
        new("beside", 0.19, 0.48),
        new("besideLarge", 0.30, 0.72),
        new("small", 0.06, 1.21),
        new("size", 0.43, 0.04),
        new("bounded", -0.57, 0.64),
        new("growth", -0.15, 0.47),
        new("strange", 0.17, -0.69),
        new("strangersCommon", -0.63, -0.66),
    ];

    // Clustering, in this order: pairs of one value, then of different ones.
    public const double JoinSame = 0.70, MeanSame = 0.60, JoinOther = 0.40, MeanOther = 0.35, ComparedShare = 0.30;

    // What is stated, what is asked.
    public const double StateConflict = 0.65, StateAgreement = 0.85, Ask = 0.25;

    // How many of the pairs of two positions must be likely of one event where their clash is stated.
    public const double CarriedShare = 0.30;

    // The story gate.
    public const double GateNames = 0.50, GateLead = 0.40, GateNamesNear = 0.20, GateLeadNear = 0.15;

    // Names that each claim has for itself: from so much on they speak of two things.
    public const double OwnNames = 0.70;

    /// <summary>A value that is said again may be dated by the day of its repetition.</summary>
    public static int RepeatDays(Evidence a, Evidence b) => a.EventTime is not null && b.EventTime is not null ? 0 : FarDays;

    // Half of the logarithm of the ratio: bounds within a tenth are one number said in two ways.
    public const double SameNumber = 0.05;

    // A magnitude or a distance that is nearly the same is the same one read again; a toll may have doubled.
    public const double NearMeasure = 0.03;

    public const int TellingBlock = 120;

    public const int LongerByDays = 3, NewsDays = 3;

    // Articles that know no date of the event speak of what happened in the days before them.
    public const int NearDays = 1, FarDays = 10, PeriodDays = 40;
}

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
        new("bias", 0.54, 0.06),
        new("sentence", 1.07, 0.07),
        new("names", 0.67, 0.44),
        new("leadNames", -0.44, 0.14),
        new("eventTimeEqual", 0.35, 1.32),
        new("daysUnknown", 0.99, 0.03),
        new("dated", -0.74, -0.31),
        new("publishedNear", 1.06, 0.85),
        new("publishedFar", -0.73, -0.71),
        new("placeApart", -0.40, -0.81),
        new("valueRatio", 0.14, -2.38),
        new("sameArticle", -0.98, -0.52),
        new("bothPrincipal", -0.09, 0.59),
        new("measureNear", 0.82, 0.48),
        new("settingShared", 0.75, 0.71),
        new("settingLeadShared", 0.59, 0.25),
        new("beside", 0.18, 0.58),
        new("besideLarge", 0.31, 0.78),
        new("small", 0.06, 1.19),
        new("size", 0.42, 0.18),
        new("bounded", -0.57, 0.62),
        new("growth", -0.10, 0.49),
        new("strange", 0.17, -0.69),
        new("strangersCommon", -0.64, -0.67),
    ];

    // Clustering, in this order: pairs of one value, then of different ones.
    public const double JoinSame = 0.75, MeanSame = 0.65, JoinOther = 0.55, MeanOther = 0.45, ComparedShare = 0.34;

    // What is stated, what is asked.
    public const double StateConflict = 0.65, StateAgreement = 0.85, Ask = 0.25;

    // How many of the pairs of two positions must be likely of one event where their clash is stated.
    public const double Likely = 0.40, CarriedShare = 0.30;

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

    // Up to so many claims of a block all meet; in a crowd each meets so many of its neighbours.
    public const int TellingBlock = 120, Neighbours = 20;

    public const int LongerByDays = 3, NewsDays = 3;

    // Articles that know no date of the event speak of what happened in the days before them.
    public const int NearDays = 1, FarDays = 10, PeriodDays = 40;
}

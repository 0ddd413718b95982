namespace ClaimGraph.Comparison;

/// <summary>
/// The fitted numbers of event identity, in one place. Logistic weights and thresholds were fitted with whole topics and whole months left out on
/// ECB+ (Cybulska and Vossen, CC BY 3.0) and FA-KES (Abu Salem et al., CC BY 4.0); rounded to two decimals; see NOTICE. Features are in 0..1.
/// </summary>
internal static class EventWeights
{
    /// <summary>One table: for two claims of overlapping values, and for two whose values differ.</summary>
    public sealed record Table(
        double Bias, double Sentence, double Lead, double Names, double LeadNames, double EventTimeEqual, double PublishedNear, double PublishedFar,
        double KindEqual, double KindClash, double PlaceApart, double ValueRatio, double SameArticle, double BothPrincipal,
        double OwnNames, double OwnNamesOne, double MeasureNear);

    public static readonly Table SameValue = new(
        Bias: 0.70, Sentence: 2.10, Lead: 0, Names: 0.40, LeadNames: 0, EventTimeEqual: 0, PublishedNear: 0.20, PublishedFar: -2.40,
        KindEqual: 0, KindClash: -1.00, PlaceApart: -0.20, ValueRatio: -1.80, SameArticle: -0.70, BothPrincipal: 0.20, OwnNames: -0.30, OwnNamesOne: 0.50, MeasureNear: 1.40);

    public static readonly Table OtherValue = new(
        Bias: -0.55, Sentence: 0.10, Lead: 0, Names: 0.45, LeadNames: 0.55, EventTimeEqual: 1.70, PublishedNear: 1.00, PublishedFar: -1.50,
        KindEqual: 0, KindClash: 0, PlaceApart: -0.20, ValueRatio: -2.40, SameArticle: -0.70, BothPrincipal: 0.40, OwnNames: -1.15, OwnNamesOne: -0.10, MeasureNear: 0.70);

    // Clustering, in this order: pairs of one value, then of different ones.
    public const double JoinSame = 0.70, MeanSame = 0.60, JoinOther = 0.40, MeanOther = 0.35, ComparedShare = 0.30;

    // What is stated, what is asked.
    public const double StateConflict = 0.65, StateAgreement = 0.80, Ask = 0.25;

    // The story gate.
    public const double GateNames = 0.50, GateLead = 0.40, GateNamesNear = 0.20, GateLeadNear = 0.15;

    // Names that each claim has for itself: from so much on they speak of two things.
    public const double OwnNames = 0.70;

    /// <summary>A value that is said again may be dated by the day of its repetition.</summary>
    public static int RepeatDays(Evidence a, Evidence b) => a.EventTime is not null && b.EventTime is not null ? 0 : FarDays;

    // Half of the logarithm of the ratio: bounds within a tenth are one number said in two ways.
    public const double SameNumber = 0.05;

    public const int TellingBlock = 120;

    public const int LongerByDays = 3, NewsDays = 3;

    // Articles that know no date of the event speak of what happened in the days before them.
    public const int NearDays = 1, FarDays = 10, PeriodDays = 40;
}

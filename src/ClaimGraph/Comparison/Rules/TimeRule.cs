namespace ClaimGraph.Comparison;

/// <summary>3. The times for which the claims hold, and their order. The day of speaking counts only for what may change from day to day.</summary>
internal static class TimeRule
{
    public const string Name = "valid time";

    public static bool Apply(Examination x)
    {
        var (e, l) = (x.Earlier, x.Later);
        if (IsFixed(e) && IsFixed(l) && Disjoint(e.Proposition.Valid, l.Proposition.Valid))
            return x.Stop(Name, e.Proposition.Valid.Text, l.Proposition.Valid.Text, "each holds at its own time");
        x.Order = Ordered(e.AsOf, l.AsOf);
        var outcome = x.Order switch
        {
            Order.Known when e.AsOf.SortDay is { } from && l.AsOf.SortDay is { } to => $"{Days(to.DayNumber - from.DayNumber)} apart",
            Order.SameTime => "the same day",
            Order.Known => "in this order",
            _ => "order unknown",
        };
        x.Step(Name, e.AsOf.Text, l.AsOf.Text, outcome, IsFixed(e) && IsFixed(l) ? "both speak of a fixed time, whoever speaks later" : null);
        x.Factor("order", x.Order switch { Order.Unknown => 0.85, _ when Coarse(e.AsOf) || Coarse(l.AsOf) => 0.9, _ => 1 }, x.Order == Order.Unknown ? "order unknown" : "how exactly the dates are known");
        return true;
    }

    /// <summary>A past act, a plan or a measured quantity holds at its own time; a state runs on.</summary>
    public static bool IsFixed(Side side) => side.Proposition.TimeKind is TimeKind.PastAct or TimeKind.Measured or TimeKind.Plan;

    public static string Days(int days) => days == 1 ? "1 day" : FormattableString.Invariant($"{days} days");

    private static bool Coarse(PartialDate date) => date.Precision is DatePrecision.Month or DatePrecision.Year || date.Start != date.End;

    private static bool Disjoint(PartialDate a, PartialDate b) =>
        a is { IsKnown: true, Precision: not DatePrecision.Open } && b is { IsKnown: true, Precision: not DatePrecision.Open }
        && ((a.End < b.Start) || (b.End < a.Start));

    private static Order Ordered(PartialDate earlier, PartialDate later)
    {
        if (!earlier.IsKnown || !later.IsKnown) return Order.Unknown;
        // "Until 28 March" is made for 28 March.
        var (earlierFrom, laterFrom) = (earlier.Start is null || earlier.Precision == DatePrecision.Open ? earlier.End : earlier.Start, later.Start is null || later.Precision == DatePrecision.Open ? later.End : later.Start);
        var (earlierTo, laterTo) = (earlier.End ?? earlier.Start, later.End ?? later.Start);
        earlierFrom ??= earlierTo;
        laterFrom ??= laterTo;
        if (earlierTo < laterFrom) return Order.Known;
        return earlierFrom == earlierTo && laterFrom == laterTo ? Order.SameTime : Order.Unknown;
    }
}

using System.Globalization;
using ClaimGraph.Extraction;

namespace ClaimGraph.Comparison;

/// <summary>How two ranges of one dimension lie to each other.</summary>
internal enum Lie { Equal, Within, Around, Overlapping, Disjoint, OtherUnit }

/// <summary>
/// A quantity as comparison sees it: bounds in the unit as written, open or closed, with the slack that its printing allows.
/// Invariant: <c>Low &lt;= High</c> unless the quantity itself was reversed, which is put right here.
/// </summary>
internal sealed record ValueRange
{
    public required double Low { get; init; }
    public required double High { get; init; }
    public bool LowOpen { get; init; }
    public bool HighOpen { get; init; }
    public bool Approximate { get; init; }
    public bool Vague { get; init; }
    public required string Dimension { get; init; }
    public double Factor { get; init; } = 1;
    public QuantityKind Kind { get; init; }

    // "About", "nearly" and "some" allow a tenth; round thousands are rarely counted one by one, and let "more than" meet the bare number.
    private const double ApproximateSlack = 0.1;

    public bool IsNone => Low == 0 && High == 0;
    public bool IsPoint => Low == High;

    public static ValueRange Of(Quantity quantity)
    {
        var low = quantity.Low ?? double.NegativeInfinity;
        var high = quantity.High ?? double.PositiveInfinity;
        if (low > high) (low, high) = (high, low);
        var (dimension, factor) = quantity.Kind is QuantityKind.Percent ? ("percent", 1) : quantity.Kind is QuantityKind.PercentagePoints ? ("percentage-point", 1) : UnitOf(quantity.Unit);
        return new ValueRange
        {
            Low = low, High = high, LowOpen = !quantity.LowInclusive && !double.IsInfinity(low), HighOpen = !quantity.HighInclusive && !double.IsInfinity(high),
            Approximate = quantity.Approximate, Vague = quantity.Vague is not null, Dimension = dimension, Factor = factor, Kind = quantity.Kind,
        };
    }

    /// <summary>A list's count: exactly as many where the list is complete, else at least.</summary>
    public static ValueRange Count(int members, bool exact, string unit) =>
        new() { Low = members, High = exact ? members : double.PositiveInfinity, Dimension = UnitOf(unit).Dimension, Kind = QuantityKind.Count };

    // Currencies are never converted, and whatever is no unit of measure is a unit of its own: countries are no persons.
    private static (string Dimension, double Factor) UnitOf(string? unit) =>
        UnitTable.Find(unit) is { } known ? (known.Dimension == "money" ? known.Name : known.Dimension, known.Factor) : (unit?.ToLowerInvariant() ?? "", 1);

    public Lie To(ValueRange other)
    {
        if (!Comparable(other)) return Lie.OtherUnit;
        if (Factor != other.Factor) return InOneUnit(this, other);
        return Compare(this, other);
    }

    public bool Comparable(ValueRange other) => (Dimension == other.Dimension || Loose(other)) && (Kind == other.Kind || (IsAmount(Kind) && IsAmount(other.Kind)));

    // A counted thing without a noun ("killing 20") is compared with what the question counts.
    private bool Loose(ValueRange other) => Dimension.Length == 0 || other.Dimension.Length == 0;

    private static bool IsAmount(QuantityKind kind) => kind is QuantityKind.Count or QuantityKind.Measure or QuantityKind.Money;

    /// <summary>48 km and 30 miles: equal if either, converted and rounded to the digits that the other prints, is the other.</summary>
    private static Lie InOneUnit(ValueRange a, ValueRange b)
    {
        var ratio = a.Factor / b.Factor;
        if (a.IsPoint && b.IsPoint)
        {
            var aInB = a.Low * ratio;
            var bInA = b.Low / ratio;
            if (Math.Abs(aInB - b.Low) <= Step(b.Low) / 2 || Math.Abs(bInA - a.Low) <= Step(a.Low) / 2) return Lie.Equal;
        }
        return Compare(a with { Low = a.Low * ratio, High = a.High * ratio, Factor = b.Factor, Approximate = true }, b);
    }

    /// <summary>The value of the last digit that was printed: 100 for 2,900, 0.1 for 7.4.</summary>
    public static double Step(double value)
    {
        if (value == 0 || double.IsInfinity(value)) return 1;
        var digits = Math.Abs(value).ToString("E14", CultureInfo.InvariantCulture);
        var mantissa = digits[..digits.IndexOf('E')].TrimEnd('0');
        var places = mantissa.Length <= 2 ? 0 : mantissa.Length - 2;
        return Math.Pow(10, int.Parse(digits.AsSpan(digits.IndexOf('E') + 1), CultureInfo.InvariantCulture) - places);
    }

    private static Lie Compare(ValueRange a, ValueRange b)
    {
        if (Same(a.Low, b.Low) && Same(a.High, b.High) && a.LowOpen == b.LowOpen && a.HighOpen == b.HighOpen) return Lie.Equal;
        var (wideA, wideB) = (Widened(a), Widened(b));
        if (Before(wideA, wideB) || Before(wideB, wideA)) return Rounded(a, b) ? Lie.Equal : Lie.Disjoint;
        if (a.IsPoint && b.IsPoint) return Lie.Equal;
        if (Inside(a, b)) return Lie.Within;
        return Inside(b, a) ? Lie.Around : Lie.Overlapping;
    }

    /// <summary>"1.1 billion" is 1.08 billion printed with fewer digits: sums of money in millions are rarely given to the last one.</summary>
    private static bool Rounded(ValueRange a, ValueRange b)
    {
        if (!a.IsPoint || !b.IsPoint || a.Kind != QuantityKind.Money || b.Kind != QuantityKind.Money || Math.Min(a.Low, b.Low) < 1e6) return false;
        var (coarse, step) = Step(a.Low) > Step(b.Low) ? (a.Low, Step(a.Low)) : (b.Low, Step(b.Low));
        return Step(a.Low) != Step(b.Low) && coarse >= 10 * step && Math.Abs(a.Low - b.Low) <= step / 2;
    }

    /// <summary>Whether everything in the first lies before everything in the second.</summary>
    private static bool Before(ValueRange first, ValueRange second) =>
        first.High < second.Low - Tolerance(second.Low) || (Same(first.High, second.Low) && (first.HighOpen || second.LowOpen));

    private static bool Inside(ValueRange inner, ValueRange outer) =>
        (inner.Low > outer.Low || (Same(inner.Low, outer.Low) && (!outer.LowOpen || inner.LowOpen)))
        && (inner.High < outer.High || (Same(inner.High, outer.High) && (!outer.HighOpen || inner.HighOpen)));

    private static ValueRange Widened(ValueRange range)
    {
        if (!range.Approximate) return range;
        return range with
        {
            Low = range.Low - Math.Abs(range.Low) * ApproximateSlack, High = range.High + Math.Abs(range.High) * ApproximateSlack, LowOpen = false, HighOpen = false,
        };
    }

    private static bool Same(double x, double y) => x == y || Math.Abs(x - y) <= Tolerance(x);

    private static double Tolerance(double value) => double.IsInfinity(value) ? 0 : 1e-9 * Math.Max(1, Math.Abs(value));
}

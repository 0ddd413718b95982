namespace ClaimGraph;

public enum Comparator { Equal, LessThan, AtMost, MoreThan, AtLeast, Between }

/// <summary>What kind of number a quantity is. Different kinds never meet in one comparison.</summary>
public enum QuantityKind { Count, Measure, Money, Percent, PercentagePoints, Share, Ordinal, Rate }

/// <summary>
/// A quantity as an interval in the unit as written, scale words multiplied out (1.1bn is 1100000000).
/// A null bound is unbounded. Counts are inclusive integers ("more than 30" is 31 to null, "fewer than 30" 0 to 29);
/// measures and amounts keep the printed bound and say with <see cref="LowInclusive"/> and <see cref="HighInclusive"/> whether it belongs.
/// "No" is 0 to 0; "several" 3, "dozens" 24, "scores" 40, "hundreds" 200, "thousands" 2000, each to null, with <see cref="Vague"/> set to the word.
/// </summary>
/// <param name="Surface">The words that were read, verbatim.</param>
/// <param name="Approximate">"about", "around", "nearly", "some": the interval is the printed number, to be compared with slack.</param>
public sealed record Quantity(
    Comparator Comparator,
    double? Low,
    double? High,
    bool LowInclusive,
    bool HighInclusive,
    string? Unit,
    QuantityKind Kind,
    bool Approximate = false,
    string? Vague = null,
    string Surface = "",
    Span Span = default)
{
    public bool IsNone => Low == 0 && High == 0;

    public static Quantity Exactly(double value, string? unit, QuantityKind kind = QuantityKind.Count) =>
        new(Comparator.Equal, value, value, true, true, unit, kind);
}

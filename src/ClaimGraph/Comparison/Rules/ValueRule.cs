using System.Globalization;

namespace ClaimGraph.Comparison;

/// <summary>
/// 5. The values: disjoint is contrary, exact negation is contradictory. A count at a rung is a lower bound at every lower rung; a list of members is a count,
/// exact only after "only"; a denied number asserts no rival one.
/// </summary>
internal static class ValueRule
{
    public const string Name = "value";

    public static bool Apply(Examination x)
    {
        var (fit, why) = (x.Earlier.Form, x.Later.Form) switch
        {
            (Form.Members, Form.Members) => OfMembers(x),
            (Form.Denied, _) or (_, Form.Denied) => OfDenial(x),
            (Form.Plain, Form.Plain) => OfPlain(x),
            (Form.Plain, _) or (_, Form.Plain) => OfPlainAndCount(x),
            _ => OfCounts(x),
        };
        x.Value = fit;
        x.Step(Name, x.Earlier.Proposition.ValueText, x.Later.Proposition.ValueText, why);
        if (fit == ValueFit.Unrelated) return x.Stop(Name, x.Earlier.Proposition.ValueText, x.Later.Proposition.ValueText, why);
        x.Factor("value", Exactness(x), "how exact the values are");
        return true;
    }

    private static double Exactness(Examination x)
    {
        var (e, l) = (x.Earlier.Range, x.Later.Range);
        if (e is null || l is null) return 0.9;
        return e.Vague || l.Vague ? 0.85 : e.Approximate || l.Approximate ? 0.92 : 1;
    }

    private static (ValueFit, string) OfCounts(Examination x)
    {
        var (e, l) = (x.Earlier.Range!, x.Later.Range!);
        if (Complements(x.Earlier, x.Later)) return (ValueFit.Equal, "few do, and many do not");
        if (Signed(x.Earlier) != Signed(x.Later)) return (ValueFit.Unrelated, "one counts those who do, the other those who do not");
        if (!e.Comparable(l)) return (ValueFit.Unrelated, "different units");
        if (x.RungGap > 0) return AcrossRungs(x, e, l);
        if (NestedScope(x, e, l) is { } nested) return nested;
        return e.To(l) switch
        {
            Lie.Equal => (ValueFit.Equal, "the same value"),
            Lie.Within => (ValueFit.EarlierInside, "the earlier lies inside the later"),
            Lie.Around => (ValueFit.LaterInside, "the later lies inside the earlier"),
            Lie.Overlapping => (ValueFit.Overlapping, "the ranges overlap"),
            Lie.Disjoint => (ValueFit.Contrary, "both cannot be right"),
            _ => (ValueFit.Unrelated, "different units"),
        };
    }

    /// <summary>"Few have committed" and "many would not" say one thing of those who are asked.</summary>
    private static bool Complements(Side a, Side b) => Few(a) && Many(b) || Few(b) && Many(a);

    private static bool Few(Side side) => !Signed(side) && side.Proposition.Quantity?.Vague is "few";

    private static bool Many(Side side) => Signed(side) && side.Proposition.Quantity?.Vague is "many" or "most";

    /// <summary>Negated counts and lists that are not zero ("many are not willing", "Poland will not") tell of the others.</summary>
    private static bool Signed(Side side) => side.Negative && side.Range?.IsNone != true;

    /// <summary>Parts and wholes clash only where a part exceeds its whole.</summary>
    private static (ValueFit, string)? NestedScope(Examination x, ValueRange e, ValueRange l)
    {
        if (x.Scope == ScopeFit.Equal) return null;
        if (x.Scope == ScopeFit.Crossing) return (ValueFit.Unrelated, "each is narrower in one respect");
        var (part, whole, fit) = x.Scope == ScopeFit.EarlierNarrower ? (e, l, ValueFit.EarlierInside) : (l, e, ValueFit.LaterInside);
        if (part.Factor != whole.Factor) return (ValueFit.Unrelated, "a part in another unit");
        var exceeds = part.Low > whole.High && !(part.Approximate || whole.Approximate);
        return exceeds ? (ValueFit.Contrary, "the part exceeds the whole") : (fit, "the narrower scope fits into the wider");
    }

    private static (ValueFit, string) AcrossRungs(Examination x, ValueRange e, ValueRange l)
    {
        var laterHigher = x.Later.Rung > x.Earlier.Rung;
        var (high, low) = laterHigher ? (l, e) : (e, l);
        // None committed, and later some that are ready: no conflict, yet no longer how things stand.
        if (high.IsNone && !laterHigher && x is { RungGap: 1, Order: Order.Known, SameArticle: false } && low.Low > 0) return (ValueFit.Approached, "none, then some on the rung below");
        if (high.IsNone) return (ValueFit.Unrelated, "none on the higher rung says nothing about the lower");
        if (high.Low > low.High) return (ValueFit.Contrary, string.Create(CultureInfo.InvariantCulture, $"at least {high.Low:R} on the lower rung too"));
        return (laterHigher ? ValueFit.Raised : ValueFit.Lowered, "the higher rung includes the lower");
    }

    private static (ValueFit, string) OfMembers(Examination x)
    {
        var (e, l) = (x.Earlier, x.Later);
        if (Broken(e, l) is { } extra) return (ValueFit.Contrary, $"\"only\" leaves no room for {extra}");
        var shared = e.Members.Intersect(l.Members, StringComparer.Ordinal).ToList();
        if (shared.Count == 0) return (ValueFit.Unrelated, "other members");
        var names = string.Join(", ", shared.Select(m => Named(l, m)));
        if (x.RungGap == 0 && e.Negative != l.Negative) return (ValueFit.Contradictory, $"affirmed and denied of {names}");
        if (x.RungGap >= ModalityRule.ConflictingGap) return (ValueFit.Contrary, $"{x.RungGap} rungs apart for {names}");
        if (x.RungGap == 1 && e.Negative && l.Negative) return (ValueFit.Equal, $"both decline: {names}");
        if (x.RungGap == 1) return (l.Rung > e.Rung ? ValueFit.Raised : ValueFit.Lowered, $"one rung apart for {names}");
        if (shared.Count == e.Members.Count && shared.Count == l.Members.Count) return (ValueFit.Equal, "the same members");
        return (ValueFit.Overlapping, $"they share {names}");
    }

    /// <summary>A member of one list that the other, complete one leaves out; null where there is none.</summary>
    private static string? Broken(Side a, Side b) => Extra(a, b) ?? Extra(b, a);

    private static string? Extra(Side complete, Side other)
    {
        if (!complete.Proposition.Exclusive || complete.Negative || other.Negative || (other.Rung ?? 0) < (complete.Rung ?? 0)) return null;
        return other.Members.FirstOrDefault(m => !complete.Members.Contains(m, StringComparer.Ordinal)) is { } extra ? Named(other, extra) : null;
    }

    /// <summary>Members are compared in lower case and told as they are called.</summary>
    private static string Named(Side side, string member) => side.Proposition.Members.First(m => m.Equals(member, StringComparison.OrdinalIgnoreCase));

    private static (ValueFit, string) OfDenial(Examination x)
    {
        var (denied, other) = x.Earlier.Form == Form.Denied ? (x.Earlier, x.Later) : (x.Later, x.Earlier);
        if (other.Range is null) return (ValueFit.Unrelated, "a denied number asserts no other");
        if (!denied.Range!.Comparable(other.Range)) return (ValueFit.Unrelated, "different units");
        // A denial of "1.1 billion" denies what would be rounded to it.
        var slack = ValueRange.Step(denied.Range.Low) / 2;
        var rounded = denied.Range with { Low = denied.Range.Low - slack, High = denied.Range.High + slack, HighOpen = true };
        var meets = rounded.To(other.Range) is not Lie.Disjoint;
        if (other.Form == Form.Denied) return meets ? (ValueFit.Equal, "both deny it") : (ValueFit.Unrelated, "each denies another number");
        // "Not 1.1 billion: 740 million": the one who names his own figure bears his denial out.
        if (!meets && x.SameArticle) return (other == x.Later ? ValueFit.LaterInside : ValueFit.EarlierInside, "names a figure in place of the one that is denied");
        if (!meets) return (ValueFit.Unrelated, "the denied number is another one");
        return other.Range.IsPoint ? (ValueFit.Contradictory, "affirmed and denied") : (ValueFit.Unrelated, "the denied number is one of several that are possible");
    }

    private static (ValueFit, string) OfPlain(Examination x)
    {
        var (e, l) = (x.Earlier, x.Later);
        if (e.Rung is not null && l.Rung is not null)
        {
            return x.RungGap switch
            {
                0 => (ValueFit.Equal, "the same stance"),
                1 => (l.Rung > e.Rung ? ValueFit.Raised : ValueFit.Lowered, "one rung apart"),
                _ => (ValueFit.Contrary, $"{x.RungGap} rungs apart"),
            };
        }
        if (e.Proposition.Polarity == Polarity.Mixed || l.Proposition.Polarity == Polarity.Mixed) return (ValueFit.Overlapping, "one is for and against");
        return e.Negative == l.Negative ? (ValueFit.Equal, e.Negative ? "both deny it" : "both affirm it") : (ValueFit.Contradictory, "affirmed and denied");
    }

    private static (ValueFit, string) OfPlainAndCount(Examination x)
    {
        var (plain, counted) = x.Earlier.Form == Form.Plain ? (x.Earlier, x.Later) : (x.Later, x.Earlier);
        if (counted.Range is not { } range) return (ValueFit.Unrelated, "a number and none");
        if (plain.Proposition.Polarity is Polarity.Mixed or Polarity.Unknown) return (ValueFit.Unrelated, "an open answer");
        // "Other countries will not": some, not all; only so many commitments later tell that this is over.
        if (plain.Rung is not null || counted.Rung is not null)
            return plain.Rung < 0 && counted == x.Later && x.Order == Order.Known && counted.Rung == Modality.Committed.Rung() && range.Low > 0 ? (ValueFit.Contrary, "some that would not, then so many that do") : (ValueFit.Unrelated, "not said of all");
        if (plain.Negative && !counted.Negative) return range.Low > 0 ? (ValueFit.Contradictory, "affirmed and denied") : (ValueFit.Unrelated, "none is not excluded");
        if (plain.Negative) return (range.IsNone ? ValueFit.Equal : ValueFit.Unrelated, "both deny it");
        return range.IsNone ? (ValueFit.Contradictory, "affirmed and denied") : (plain == x.Earlier ? ValueFit.LaterInside : ValueFit.EarlierInside, "one gives the number");
    }
}

namespace ClaimGraph.Comparison;

/// <summary>4. How firmly each is claimed. On the ladder of commitment a gap of two rungs is a conflict, one is not; what is only imagined asserts nothing.</summary>
internal static class ModalityRule
{
    public const string Name = "modality";

    public const int ConflictingGap = 2;

    public static bool Apply(Examination x)
    {
        var (e, l) = (x.Earlier.Proposition, x.Later.Proposition);
        var (earlier, later) = (Text(e), Text(l));
        if (e.Modality == Modality.Hypothetical || l.Modality == Modality.Hypothetical) return x.Stop(Name, earlier, later, "a hypothetical asserts nothing");
        if ((e.Modality == Modality.Necessary) != (l.Modality == Modality.Necessary)) return x.Stop(Name, earlier, later, "what is needed is not what is");
        if (IsOpen(x.Earlier) || IsOpen(x.Later)) return x.Stop(Name, earlier, later, "an open question asserts nothing");
        x.Weak = e.Modality == Modality.Possible || l.Modality == Modality.Possible;
        if (x is { Earlier.Rung: { } a, Later.Rung: { } b })
        {
            x.RungGap = Math.Abs(a - b);
            x.Step(Name, earlier, later, x.RungGap switch { 0 => "the same rung", 1 => "one rung apart", _ => $"{x.RungGap} rungs apart" });
            if (x.RungGap > 0) x.Factor("modality", 0.95, "compared across rungs");
        }
        else
        {
            x.Step(Name, earlier, later, x.Weak ? "one is only possible" : "no commitment to be compared");
        }
        return true;
    }

    // An undecided stance is an answer on the ladder; an unknown polarity without a rung is only a question.
    private static bool IsOpen(Side side) => side.Proposition.Polarity == Polarity.Unknown && side.Rung is null;

    private static string Text(Proposition p) => p.Modality switch
    {
        Modality.NotCommitted => "not committed",
        { } modality => modality.ToString().ToLowerInvariant(),
    };
}

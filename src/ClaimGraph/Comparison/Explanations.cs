using System.Globalization;

namespace ClaimGraph.Comparison;

/// <summary>One sentence a rule, with both values, both dates and both sources; and the closest thing that would change the outcome.</summary>
internal static class Explanations
{
    public static string Sentence(Examination x)
    {
        var (earlier, later) = (Cited(x.Earlier), Cited(x.Later));
        return (x.Kind, x.Field) switch
        {
            (RelationKind.Supersedes, "correction") => $"{later} corrects {earlier}: the earlier value no longer holds.",
            (RelationKind.Supersedes, "modality") when !x.Conflict => $"{later} supersedes {earlier}: the same question, {Apart(x)}, and the commitment moved from {Rung(x.Earlier)} to {Rung(x.Later)}.",
            (RelationKind.Supersedes, _) => $"{later} supersedes {earlier}: the same question, {Apart(x)}, and both values cannot hold at once.",
            (RelationKind.Contradicts, "denial") => $"{later} denies {earlier}: {Why(x)}.",
            (RelationKind.Contradicts, "polarity") => $"{later} contradicts {earlier}: one affirms what the other denies, {When(x)}.",
            (RelationKind.Contradicts, "modality") => $"{later} contradicts {earlier}: {Why(x)} on the ladder of commitment, {When(x)}.",
            (RelationKind.Contradicts, _) => $"{later} contradicts {earlier}: {Why(x)}, {When(x)}.",
            (RelationKind.Refines, "modality") => $"{Cited(x.Narrower!)} refines {Cited(Other(x))}: the same value on a higher rung.",
            (RelationKind.Refines, "scope") => $"{Cited(x.Narrower!)} refines {Cited(Other(x))}: it is about a narrower scope ({ScopeRule.Describe(x.Narrower!)}), and both can hold.",
            (RelationKind.Refines, _) => $"{Cited(x.Narrower!)} refines {Cited(Other(x))}: its value lies inside the other.",
            _ => $"{later} agrees with {earlier}: {Why(x)}.",
        };
    }

    public static string? Counterfactual(Examination x) => x.Kind switch
    {
        RelationKind.Supersedes when x.Conflict && x.Field != "correction" => "It would be Contradicts if both were said for the same day.",
        RelationKind.Contradicts when x.Order == Order.SameTime && !TimeRule.IsFixed(x.Later) => "It would be Supersedes if one held for a later day.",
        RelationKind.Contradicts when x.Order == Order.Unknown => "It would be Supersedes if it were known which came later.",
        RelationKind.Refines when x.Scope != ScopeFit.Equal => "It would be Contradicts if the narrower value exceeded the wider one.",
        _ => null,
    };

    private static Side Other(Examination x) => x.Narrower == x.Earlier ? x.Later : x.Earlier;

    private static string Cited(Side side)
    {
        var date = side.Claim.Asserted is { Precision: DatePrecision.Day or DatePrecision.Minute, Start: { } day } ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : side.Claim.Asserted.Text;
        var who = side.Speaker is null || side.Speaker == side.SourceName ? side.SourceName : $"{side.Speaker} in {side.SourceName}";
        return $"“{side.Proposition.ValueText}” ({who}, {date})";
    }

    private static string Why(Examination x) => x.Trace.FindLast(t => t.Rule == ValueRule.Name)?.Outcome ?? "the values differ";

    private static string Apart(Examination x) =>
        x.Earlier.AsOf.SortDay is { } from && x.Later.AsOf.SortDay is { } to && to > from ? $"{TimeRule.Days(to.DayNumber - from.DayNumber)} later" : "at a later time";

    private static string When(Examination x) => x.Order switch
    {
        Order.SameTime => "on the same day",
        Order.Unknown => "and which came later is not known",
        _ when TimeRule.IsFixed(x.Earlier) && TimeRule.IsFixed(x.Later) => "about one and the same time",
        _ => "and the later one speaks of the time before as well",
    };

    private static string Rung(Side side) => side.Proposition.Modality == Modality.NotCommitted ? "not committed" : side.Proposition.Modality.ToString().ToLowerInvariant();
}

namespace ClaimGraph.Comparison;

/// <summary>
/// 6. Who stands behind the two claims: only those who endorse are in conflict, one voice in one article is not at odds with itself, and a headline gives way to
/// its body. Here the relation is stated.
/// </summary>
internal static class StanceRule
{
    public const string Name = "speakers";

    public static bool Apply(Examination x)
    {
        var (earlier, later) = (Voice(x.Earlier), Voice(x.Later));
        var oneVoice = x.Earlier.SpeakerKey == x.Later.SpeakerKey;
        if (x.Value is ValueFit.Contrary or ValueFit.Contradictory)
        {
            if (x.SameArticle && x.Earlier.IsHeadline != x.Later.IsHeadline) return x.Stop(Name, earlier, later, "headline and body of one article: the body holds");
            if (x.SameArticle && oneVoice && (x.Order != Order.Known || TimeRule.IsFixed(x.Earlier))) return x.Stop(Name, earlier, later, "one voice in one article");
        }
        x.Step(Name, earlier, later, x.SameArticle ? (oneVoice ? "one voice in one article" : "two voices in one article") : oneVoice && x.Later.Speaker is not null ? "one speaker, two articles" : "two sources");
        if (x.SameArticle) x.Factor("article", 0.95, "both stand in one article");
        return Conclude(x, oneVoice && x.Later.Speaker is not null);
    }

    private static bool Conclude(Examination x, bool sameSpeaker) => x.Value switch
    {
        ValueFit.Contrary or ValueFit.Contradictory => Clash(x, sameSpeaker),
        ValueFit.Raised or ValueFit.Lowered => Moved(x),
        ValueFit.Approached => x.Conclude(RelationKind.Supersedes, false, TimeRule.Name, "modality"),
        ValueFit.Equal => Corroborate(x),
        ValueFit.EarlierInside => Refine(x, x.Earlier),
        ValueFit.LaterInside => Refine(x, x.Later),
        ValueFit.Overlapping when x.Earlier.Form == Form.Members || Bounded(x) => Corroborate(x),
        _ => x.Stop(ValueRule.Name, null, null, "compatible, but neither supports the other"),
    };

    private static bool Clash(Examination x, bool sameSpeaker)
    {
        if (x.Weak) x.Doubt = "one of the two is only called possible";
        if (IsCorrection(x.Later) || (x.Order == Order.Known && Concedes(x.Later))) return x.Conclude(RelationKind.Supersedes, true, StanceRule.Name, "correction");
        var field = x.Value == ValueFit.Contradictory ? "polarity" : x.RungGap >= ModalityRule.ConflictingGap && x.Later.Range is null ? "modality" : "value";
        if (x.Later.Evidence?.Denies is not null || x.Later.Form == Form.Denied) return x.Conclude(RelationKind.Contradicts, true, ValueRule.Name, "denial");
        if (x.Order != Order.Known) return x.Conclude(RelationKind.Contradicts, true, ValueRule.Name, field);
        // Nine closed beaches are no quarrel with the five of three days before.
        if (RunningMeasure.MovesOn(x.Earlier, x.Later)) return x.Conclude(RelationKind.Supersedes, true, TimeRule.Name, field);
        var bothFixed = TimeRule.IsFixed(x.Earlier) && TimeRule.IsFixed(x.Later);
        if (bothFixed && !sameSpeaker) return x.Conclude(RelationKind.Contradicts, true, ValueRule.Name, field);
        if (x.Later.ReachesBack && Falls(x)) return x.Conclude(RelationKind.Contradicts, true, TimeRule.Name, field);
        return x.Conclude(RelationKind.Supersedes, true, TimeRule.Name, field);
    }

    /// <summary>"So far two", said after a third: what has happened by then cannot have been undone.</summary>
    private static bool Falls(Examination x) => (x.Later.Range, x.Earlier.Range) is ({ } l, { } e) && (x.Later.Proposition.Exclusive || x.Later.IsNone || l.High < e.Low);

    private static bool Moved(Examination x)
    {
        var counted = x.Earlier.Range is not null && !(x.Earlier.Form == Form.Members && x.Later.Form == Form.Members);
        var (high, low) = x.Later.Rung > x.Earlier.Rung ? (x.Later, x.Earlier) : (x.Earlier, x.Later);
        if (counted && high.Range!.Low < low.Range!.Low) return x.Stop(ValueRule.Name, null, null, "fewer on the higher rung: both can hold");
        if (x.Order == Order.Known && !x.SameArticle && (!counted || x.Value == ValueFit.Raised)) return x.Conclude(RelationKind.Supersedes, false, TimeRule.Name, "modality");
        if (counted && high.Range!.To(low.Range!) != Lie.Equal) return x.Stop(ValueRule.Name, null, null, "different counts on different rungs: both can hold");
        return Refine(x, high, "modality", ModalityRule.Name);
    }

    private static bool Corroborate(Examination x) => x.Conclude(RelationKind.Corroborates, false, ValueRule.Name, x.Later.Range is null ? "polarity" : "value");

    private static bool Refine(Examination x, Side narrower, string? field = null, string? rule = null)
    {
        var byScope = x.Scope != ScopeFit.Equal;
        return x.Conclude(RelationKind.Refines, false, rule ?? (byScope ? ScopeRule.Name : ValueRule.Name), field ?? (byScope ? "scope" : "value"), narrower);
    }

    private static bool Bounded(Examination x) =>
        x is { Earlier.Range: { } e, Later.Range: { } l } && !double.IsInfinity(e.Low) && !double.IsInfinity(e.High) && !double.IsInfinity(l.Low) && !double.IsInfinity(l.High);

    private static bool IsCorrection(Side side) => side.Evidence?.Denies is { } words && words.Contains("correct", StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Concessions = ["no longer claim", "no longer insist", "now admit", "conceded that", "admitted that", "concedes that", "admits that"];

    /// <summary>Who gives up a figure replaces it.</summary>
    private static bool Concedes(Side side) => side.Accepts || Array.Exists(Concessions, c => side.Claim.Quote.Contains(c, StringComparison.OrdinalIgnoreCase));

    private static string Voice(Side side) => side.Speaker is null ? side.SourceName : $"{side.Speaker}, {side.SourceName}";
}

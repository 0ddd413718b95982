namespace ClaimGraph.Comparison;

/// <summary>Which of two claims holds for the later day.</summary>
internal enum Order { Known, SameTime, Unknown }

internal enum ScopeFit { Equal, EarlierNarrower, LaterNarrower, Crossing }

/// <summary>How two values stand to each other once rung, polarity and form are taken into account.</summary>
internal enum ValueFit { Equal, EarlierInside, LaterInside, Overlapping, Raised, Lowered, Approached, Contrary, Contradictory, Unrelated }

/// <summary>Two claims under examination: what the rules have found out so far. The rules fill it in their order; each leaves a line in the trace.</summary>
internal sealed class Examination
{
    public Examination(Side a, Side b)
    {
        (Earlier, Later) = Sequence.Compare(a, b) <= 0 ? (a, b) : (b, a);
        SameArticle = a.Document == b.Document;
    }

    public Side Earlier { get; }
    public Side Later { get; }
    public bool SameArticle { get; }
    /// <summary>How likely both speak of one event; 1 where the question has none.</summary>
    public double Identity { get; init; } = 1;
    public string? IdentityReason { get; init; }
    /// <summary>The two come from near-duplicate texts.</summary>
    public bool SharedText { get; init; }
    /// <summary>Both texts are known to speak of one event, so that keys need not be equal.</summary>
    public bool OneEvent { get; init; }

    public ScopeFit Scope { get; set; }
    public Order Order { get; set; }
    public ValueFit Value { get; set; }
    public int RungGap { get; set; }
    /// <summary>One of the two is only possible, so that a difference is no clash.</summary>
    public bool Weak { get; set; }

    public List<TraceStep> Trace { get; } = [];
    public List<Factor> Factors { get; } = [];

    // The outcome.
    public RelationKind? Kind { get; private set; }
    public bool Conflict { get; private set; }
    public string Rule { get; private set; } = "";
    public string Field { get; private set; } = "";
    public Side? Narrower { get; private set; }
    /// <summary>Set where the pair is a question to a person and no relation.</summary>
    public string? Doubt { get; set; }
    /// <summary>Why there is no relation.</summary>
    public string? Stopped { get; private set; }

    public void Step(string rule, string? earlier, string? later, string outcome, string? remark = null) => Trace.Add(new TraceStep(rule, earlier, later, outcome, false, remark));

    public void Factor(string name, double value, string? reason = null) => Factors.Add(new Factor(name, value, reason));

    /// <summary>Ends the examination without a relation.</summary>
    public bool Stop(string rule, string? earlier, string? later, string why)
    {
        Stopped = why;
        Trace.Add(new TraceStep(rule, earlier, later, why, true));
        return false;
    }

    /// <summary>States the relation; the trace lines of the rule and of the field that decided are marked.</summary>
    public bool Conclude(RelationKind kind, bool conflict, string rule, string field, Side? narrower = null)
    {
        (Kind, Conflict, Rule, Field, Narrower) = (kind, conflict, rule, field, narrower);
        foreach (var name in (string[])[rule, field])
            if (Trace.FindLastIndex(t => t.Rule == name) is >= 0 and var deciding) Trace[deciding] = Trace[deciding] with { Decides = true };
        return true;
    }

    public double Confidence => Factors.Aggregate(1.0, (product, factor) => product * factor.Value);
}

/// <summary>The order of claims in time: by the day for which they are made, then of speaking, the body before its headline, then by id. Undated ones come last.</summary>
internal static class Sequence
{
    public static int Compare(Side a, Side b)
    {
        if (ReferenceEquals(a, b)) return 0;
        var order = (a.AsOf.SortDay ?? DateOnly.MaxValue).CompareTo(b.AsOf.SortDay ?? DateOnly.MaxValue);
        if (order == 0) order = (a.Day ?? DateOnly.MaxValue).CompareTo(b.Day ?? DateOnly.MaxValue);
        if (order == 0) order = a.IsHeadline.CompareTo(b.IsHeadline);
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }
}

namespace ClaimGraph.Comparison;

/// <summary>A rule looks at two claims, leaves a line in the trace, and answers whether the examination goes on.</summary>
internal delegate bool Rule(Examination x);

/// <summary>The rules in the order in which they are asked. What one has refused no later one sees.</summary>
internal static class OrderedRules
{
    private static readonly Rule[] All =
    [
        KeyRule.Apply,
        ScopeRule.Apply,
        TimeRule.Apply,
        ModalityRule.Apply,
        ValueRule.Apply,
        StanceRule.Apply,
    ];

    /// <summary>Runs the rules until one stops or the last has concluded.</summary>
    public static Examination Run(Examination x)
    {
        foreach (var rule in All)
            if (!rule(x)) break;
        return x;
    }
}

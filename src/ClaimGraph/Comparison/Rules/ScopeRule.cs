namespace ClaimGraph.Comparison;

/// <summary>2. The same event, and the same scope or one inside the other. A scope that is not stated is unknown, never equal.</summary>
internal static class ScopeRule
{
    public const string Name = "event and scope";

    // Facets that make another measure of it: a level is no change, a daily figure no total, "another 12" no 12.
    private static readonly HashSet<string> Apart = new(["change", "rate", "instance", "period", "of"], StringComparer.Ordinal);
    private static readonly HashSet<string> WholePeriod = new(["total", "so-far"], StringComparer.Ordinal);

    public static bool Apply(Examination x)
    {
        if (x.Identity < 1) x.Step("event", null, null, "the same event", x.IdentityReason);
        var (earlierNarrower, laterNarrower) = (false, false);
        foreach (var name in Names(x))
        {
            switch (Fit(name, Values(x.Earlier, name), Values(x.Later, name), x))
            {
                case null: return x.Stop(Name, Describe(x.Earlier), Describe(x.Later), $"different scope: {name}");
                case < 0: earlierNarrower = true; break;
                case > 0: laterNarrower = true; break;
            }
        }
        x.Scope = (earlierNarrower, laterNarrower) switch
        {
            (false, false) => ScopeFit.Equal,
            (true, false) => ScopeFit.EarlierNarrower,
            (false, true) => ScopeFit.LaterNarrower,
            _ => ScopeFit.Crossing,
        };
        x.Step(Name, Describe(x.Earlier), Describe(x.Later), x.Scope switch
        {
            ScopeFit.Equal => "same scope",
            ScopeFit.EarlierNarrower => "the earlier is narrower",
            ScopeFit.LaterNarrower => "the later is narrower",
            _ => "each is narrower in one respect",
        });
        if (x.Identity < 1) x.Factor("event", x.Identity, x.IdentityReason);
        x.Factor("scope", x.Scope == ScopeFit.Equal ? 1 : x.Scope == ScopeFit.Crossing ? 0.7 : 0.85, "how far the scopes cover each other");
        if (x.Earlier.Proposition.Condition != x.Later.Proposition.Condition) x.Factor("condition", 0.95, "only one is tied to a condition, or to another one");
        return true;
    }

    public static string Describe(Side side) => side.Facets.Count == 0 ? "not restricted" : string.Join(", ", side.Facets.Select(f => $"{f.Name}: {f.Value}"));

    // Two claims of one event have one event scope; their places told the event.
    private static IEnumerable<string> Names(Examination x) => x.Earlier.IsEvent && x.Later.IsEvent && x.Earlier.EventScope == x.Later.EventScope ? [] : x.Earlier.Facets.Concat(x.Later.Facets).Select(f => f.Name).Distinct(StringComparer.Ordinal);

    private static HashSet<string> Values(Side side, string name) => side.Facets.Where(f => f.Name == name).Select(f => f.Value).ToHashSet(StringComparer.Ordinal);

    /// <returns>Null for apart, below zero where the earlier is narrower, above where the later is.</returns>
    private static int? Fit(string name, HashSet<string> earlier, HashSet<string> later, Examination x)
    {
        if (name == "publicity") return Publicity(earlier, later, x);
        if (name == "domain")
        {
            Open(earlier);
            Open(later);
        }
        if (name == "period")
        {
            earlier.ExceptWith(WholePeriod);
            later.ExceptWith(WholePeriod);
        }
        if (earlier.SetEquals(later)) return 0;
        if (Apart.Contains(name)) return null;
        if (later.Count == 0) return -1;
        if (earlier.Count == 0) return 1;
        if (name == "domain" && earlier.IsSubsetOf(later)) return -1;
        return name == "domain" && later.IsSubsetOf(earlier) ? 1 : null;
    }

    // "By land, sea or air" leaves nothing out.
    private static void Open(HashSet<string> domains)
    {
        if (domains.Count >= 3) domains.Clear();
    }

    /// <summary>What is formal is public. What was said in private stays apart from what was not said in public, unless the public word is a higher rung.</summary>
    private static int? Publicity(HashSet<string> earlier, HashSet<string> later, Examination x)
    {
        var (e, l) = (earlier.Contains("private"), later.Contains("private"));
        if (earlier.Count > 0 && later.Count > 0)
        {
            if (e == l) return 0;
            var (hidden, open) = e ? (x.Earlier, x.Later) : (x.Later, x.Earlier);
            return open.Rung > hidden.Rung && !open.Negative ? 0 : null;
        }
        if (e || l) return e ? -1 : 1;
        return earlier.Count == 0 ? 1 : -1;
    }
}

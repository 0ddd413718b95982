namespace ClaimGraph.Comparison;

/// <summary>Whether two keys ask one question: the same, or an amount of which one key does not say what it is of.</summary>
internal static class Questions
{
    // What a key says where the sentence left it open.
    private static readonly HashSet<string> Open = new(["-", "money", "value", "fund", "figure", "sum", "budget", "oil", "fuel"], StringComparer.Ordinal);

    /// <summary>The claims that are grouped together: those of one key, or of one dimension where the blocks say so.</summary>
    public static string FamilyOf(Claim claim) =>
        claim.Blocks is [['e', '|', ..] block, ..] && block.IndexOf('|', 2) is > 0 and var end ? block[2..end] : claim.Proposition.Key ?? "";

    public static bool Compatible(Side a, Side b)
    {
        if (a.Key == b.Key) return true;
        if (a.Family != b.Family) return false;
        var (x, y) = (a.KeyParts, b.KeyParts);
        return Fits(x, y, 1, Open) && Fits(x, y, 2, null);
    }

    private static bool Fits(string[] x, string[] y, int part, HashSet<string>? open)
    {
        if (x.Length <= part || y.Length <= part) return open is null;
        return x[part] == y[part] || (open is not null && (open.Contains(x[part]) || open.Contains(y[part])) && x[part] != "recovered" && y[part] != "recovered");
    }
}

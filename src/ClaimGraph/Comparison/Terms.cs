namespace ClaimGraph.Comparison;

/// <summary>Likeness of word sets. The lists of <see cref="Evidence"/> are distinct and sorted ordinally; names are sorted here where they are not.</summary>
internal static class Terms
{
    /// <summary>The share of the smaller set that the two sentences have in common.</summary>
    public static double Overlap(Side a, Side b)
    {
        var (x, y) = (a.Evidence?.Terms ?? [], b.Evidence?.Terms ?? []);
        var smaller = Math.Min(x.Count, y.Count);
        return smaller == 0 ? 0 : (double)Shared(x, y) / smaller;
    }

    public static double Cosine(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count == 0 || b.Count == 0 ? 0 : Shared(a, b) / Math.Sqrt((double)a.Count * b.Count);

    public static double Cosine(int[] a, int[] b) => a.Length == 0 || b.Length == 0 ? 0 : Shared(a, b) / Math.Sqrt((double)a.Length * b.Length);

    public static int Shared(int[] a, int[] b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i] - b[j];
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return shared;
    }

    public static int Shared(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < a.Count && j < b.Count)
        {
            var order = string.CompareOrdinal(a[i], b[j]);
            if (order == 0) shared++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return shared;
    }
}

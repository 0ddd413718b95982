namespace ClaimGraph.Comparison;

/// <summary>
/// Which pairs of a question are compared and stored: a claim meets its nearest in time on either side in each other position, and its neighbours in its own,
/// so that edges grow as claims times positions and never as claims squared. A function of the set of claims alone.
/// </summary>
internal static class Edges
{
    // A single dissenting claim between hundreds of one position meets so many of them on either side.
    private const int Reach = 8;

    public static IEnumerable<(Side A, Side B)> Of(IEnumerable<Side> question)
    {
        var positions = question.GroupBy(s => s.Position, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Ordered).ToList();
        foreach (var position in positions)
            for (var i = 1; i < position.Count; i++) yield return (position[i - 1], position[i]);
        for (var i = 0; i < positions.Count; i++)
            for (var j = i + 1; j < positions.Count; j++)
                foreach (var pair in Between(positions[i], positions[j])) yield return pair;
    }

    private static List<Side> Ordered(IEnumerable<Side> claims)
    {
        var list = claims.ToList();
        list.Sort(Sequence.Compare);
        return list;
    }

    /// <summary>Both lists merged in time: where one stops and the other begins, the last of the one meets the first of the other and its successors, and the other way round.</summary>
    private static IEnumerable<(Side A, Side B)> Between(List<Side> a, List<Side> b)
    {
        var (i, j) = (0, 0);
        var (before, run) = (default(List<Side>), new List<Side>());
        while (i < a.Count || j < b.Count)
        {
            var fromA = j >= b.Count || (i < a.Count && Sequence.Compare(a[i], b[j]) <= 0);
            var (list, start) = fromA ? (a, i) : (b, j);
            run = [];
            while (fromA ? i < a.Count && (j >= b.Count || Sequence.Compare(a[i], b[j]) <= 0) : j < b.Count && (i >= a.Count || Sequence.Compare(b[j], a[i]) < 0))
                run.Add(list[fromA ? i++ : j++]);
            if (before is not null)
            {
                yield return (before[^1], run[0]);
                for (var k = 1; k < Math.Min(Reach, run.Count); k++) yield return (before[^1], run[k]);
                for (var k = 1; k < Math.Min(Reach, before.Count); k++) yield return (before[^(k + 1)], run[0]);
            }
            before = run;
        }
    }
}

namespace ClaimGraph.Sqlite;

/// <summary>Neighbourhoods and paths: nodes found by walking, then labels and links of those that are shown, each by one statement a kind.</summary>
internal static class Graphs
{
    /// <summary>Nodes looked at before a walk gives up; beyond it a neighbourhood says so by its total, and a path is not found.</summary>
    private const int MostVisited = 10_000, MostExpanded = 600, FirstRing = 200, LaterRings = 20, PathRing = 100;

    public static Graph? Neighbourhood(Connection db, string id, int hops, IReadOnlyCollection<LinkKind>? links, int first, DateTimeOffset? asOf)
    {
        if (GraphWalk.Find(db, id) is not { } focus) return null;
        var time = asOf?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        var walk = new GraphWalk(db, links, time);
        var found = new List<NodeKey> { focus };
        var seen = new HashSet<NodeKey> { focus };
        var reached = new Dictionary<LinkKind, HashSet<(NodeKey, NodeKey)>>();
        var (ring, expanded) = ((List<NodeKey>)[focus], 0);
        for (var hop = 0; hop < hops && seen.Count < MostVisited; hop++)
        {
            var next = new List<NodeKey>();
            foreach (var node in ring)
            {
                if (expanded++ >= MostExpanded || seen.Count >= MostVisited) break;
                foreach (var (to, link) in walk.From(node, hop == 0 ? FirstRing : LaterRings))
                {
                    if (!reached.TryGetValue(link, out var pairs)) reached.Add(link, pairs = []);
                    pairs.Add(node.GetHashCode() < to.GetHashCode() ? (node, to) : (to, node));
                    if (seen.Add(to)) next.Add(to);
                }
            }
            found.AddRange(next);
            ring = next;
        }

        var shown = found.Take(Math.Max(first, 1)).ToList();
        var (nodes, ids) = GraphRows.Nodes(db, shown);
        var between = GraphRows.Links(db, shown, ids, time).Where(l => links is null || links.Contains(l.Kind)).ToList();
        var counts = between.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => g.Count());
        return new Graph(nodes, between, Math.Min(found.Count, Listing.MostCounted),
            reached.Keys.Union(counts.Keys).ToDictionary(k => k, k => (counts.GetValueOrDefault(k), Math.Max(counts.GetValueOrDefault(k), reached.TryGetValue(k, out var all) ? all.Count : 0))));
    }

    /// <summary>From both ends at once, the smaller side first.</summary>
    public static Graph? Path(Connection db, string from, string to, int maxLength, DateTimeOffset? asOf)
    {
        if (GraphWalk.Find(db, from) is not { } start || GraphWalk.Find(db, to) is not { } end) return null;
        var time = asOf?.ToUnixTimeMilliseconds() ?? long.MaxValue;
        var walk = new GraphWalk(db, null, time);
        var sides = new[] { new Side(start), new Side(end) };
        NodeKey? meeting = start == end ? start : null;
        for (var length = 0; meeting is null && length < maxLength; length++)
        {
            var side = sides[0].Ring.Count <= sides[1].Ring.Count ? sides[0] : sides[1];
            var other = side == sides[0] ? sides[1] : sides[0];
            var next = new List<NodeKey>();
            foreach (var node in side.Ring)
            {
                if (meeting is not null || side.Before.Count > MostVisited) break;
                foreach (var (neighbour, _) in walk.From(node, PathRing))
                {
                    if (!side.Before.TryAdd(neighbour, node)) continue;
                    next.Add(neighbour);
                    if (!other.Before.ContainsKey(neighbour)) continue;
                    meeting = neighbour;
                    break;
                }
            }
            if (next.Count == 0) return null;
            side.Ring = next;
        }
        if (meeting is not { } middle) return null;

        List<NodeKey> path = [.. sides[0].Back(middle).Reverse(), .. sides[1].Back(middle).Skip(1)];
        var (nodes, ids) = GraphRows.Nodes(db, path);
        var order = path.Select((n, i) => (ids[n], i)).ToDictionary(n => n.Item1, n => n.i, StringComparer.Ordinal);
        var links = GraphRows.Links(db, path, ids, time).Where(l => Math.Abs(order[l.From] - order[l.To]) == 1).ToList();
        return new Graph([.. nodes.OrderBy(n => order[n.Id])], links, nodes.Count, links.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => (g.Count(), g.Count())));
    }

    private sealed class Side(NodeKey start)
    {
        public Dictionary<NodeKey, NodeKey> Before { get; } = new() { [start] = start };

        public List<NodeKey> Ring { get; set; } = [start];

        public IEnumerable<NodeKey> Back(NodeKey node)
        {
            for (; ; node = Before[node])
            {
                yield return node;
                if (node == start) yield break;
            }
        }
    }
}

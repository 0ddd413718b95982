using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

internal sealed record StepRow(string From, string To, LinkKind Link);

internal sealed record NodeRow(string Id, string Label, NodeKind Kind, string? Sub, string? At);

internal sealed record LinkRow(string From, string To, LinkKind Kind, double? Confidence, string? Source, RelationStatus? Status);

/// <summary>
/// Neighbourhoods and paths: nodes found ring by ring, each ring by one statement a kind of node that stops early (the most certain relations and the newest claims
/// first), then labels and links of those that are shown. A hub shows some of its neighbours, never all.
/// </summary>
internal sealed class Graphs(Connection connection)
{
    /// <summary>Nodes looked at before a walk gives up; beyond it a neighbourhood says so by its total, and a path is not found.</summary>
    private const int MostVisited = 10_000, MostExpanded = 600, FirstRing = 200, LaterRings = 20, PathRing = 100;

    private static readonly (string Prefix, string Query)[] Steps =
        [(Ids.ClaimPrefix, "graph-claims"), (Ids.QuestionPrefix, "graph-questions"), (Ids.SourcePrefix, "graph-sources"), (Ids.ActorPrefix, "graph-actors")];

    public async Task<Graph?> NeighbourhoodAsync(string id, int hops, IReadOnlyCollection<LinkKind>? links, int first, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } focus) return null;
        var found = new List<string> { focus };
        var seen = new HashSet<string>(StringComparer.Ordinal) { focus };
        var reached = new Dictionary<LinkKind, HashSet<(string, string)>>();
        var (ring, expanded) = ((List<string>)[focus], 0);
        for (var hop = 0; hop < hops && seen.Count < MostVisited && expanded < MostExpanded && ring.Count > 0; hop++)
        {
            var next = new List<string>();
            var expand = ring.Take(MostExpanded - expanded).ToList();
            expanded += expand.Count;
            foreach (var step in await StepsAsync(expand, hop == 0 ? FirstRing : LaterRings, links, asOf, cancellation))
            {
                if (!reached.TryGetValue(step.Link, out var pairs)) reached.Add(step.Link, pairs = []);
                pairs.Add(string.CompareOrdinal(step.From, step.To) < 0 ? (step.From, step.To) : (step.To, step.From));
                if (seen.Count < MostVisited && seen.Add(step.To)) next.Add(step.To);
            }
            found.AddRange(next);
            ring = next;
        }

        var shown = found.Take(Math.Max(first, 1)).ToList();
        var nodes = await NodesAsync(shown, cancellation);
        var between = (await LinksAsync(shown, asOf, cancellation)).Where(l => links is null || links.Contains(l.Kind)).ToList();
        var counts = between.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => g.Count());
        return new Graph(nodes, between, Math.Min(found.Count, MostVisited),
            reached.Keys.Union(counts.Keys).ToDictionary(k => k, k => (counts.GetValueOrDefault(k), Math.Max(counts.GetValueOrDefault(k), reached.TryGetValue(k, out var all) ? all.Count : 0))));
    }

    /// <summary>From both ends at once, the smaller side first.</summary>
    public async Task<Graph?> PathAsync(string from, string to, int maxLength, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (await FindAsync(from, cancellation) is not { } start || await FindAsync(to, cancellation) is not { } end) return null;
        Side[] sides = [new(start), new(end)];
        var meeting = start == end ? start : null;
        for (var length = 0; meeting is null && length < maxLength; length++)
        {
            var (side, other) = sides[0].Ring.Count <= sides[1].Ring.Count ? (sides[0], sides[1]) : (sides[1], sides[0]);
            var next = new List<string>();
            if (side.Before.Count > MostVisited) return null;
            foreach (var step in await StepsAsync(side.Ring, PathRing, null, asOf, cancellation))
            {
                if (!side.Before.TryAdd(step.To, step.From)) continue;
                next.Add(step.To);
                if (!other.Before.ContainsKey(step.To)) continue;
                meeting = step.To;
                break;
            }
            if (next.Count == 0) return null;
            side.Ring = next;
        }
        if (meeting is null) return null;

        List<string> path = [.. sides[0].Back(meeting).Reverse(), .. sides[1].Back(meeting).Skip(1)];
        var order = path.Select((id, i) => (id, i)).ToDictionary(n => n.id, n => n.i, StringComparer.Ordinal);
        var links = (await LinksAsync(path, asOf, cancellation)).Where(l => Math.Abs(order[l.From] - order[l.To]) == 1).ToList();
        var nodes = await NodesAsync(path, cancellation);
        return new Graph(nodes, links, nodes.Count, links.GroupBy(l => l.Kind).ToDictionary(g => g.Key, g => (g.Count(), g.Count())));
    }

    private async Task<string?> FindAsync(string id, CancellationToken cancellation) =>
        await connection.ReadAsync(new Statement(Cypher.Query("graph-find"), new Dictionary<string, object?> { ["id"] = id }), Neo4jJson.Default.String, cancellation) is [var found] ? found : null;

    private async Task<IReadOnlyList<StepRow>> StepsAsync(List<string> ring, int most, IReadOnlyCollection<LinkKind>? links, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var kinds = (links ?? Enum.GetValues<LinkKind>()).Select(l => l.ToString()).ToList();
        var found = new List<StepRow>();
        foreach (var (prefix, query) in Steps)
        {
            List<string> ids = [.. ring.Where(id => id.StartsWith(prefix, StringComparison.Ordinal))];
            if (ids.Count == 0) continue;
            found.AddRange(await connection.ReadAsync(new Statement(Cypher.Query(query), new Dictionary<string, object?>
            {
                ["ids"] = ids, ["most"] = most, ["links"] = kinds, ["time"] = AsOf.Parameter(asOf),
            }), Neo4jJson.Default.StepRow, cancellation));
        }
        return found;
    }

    private async Task<IReadOnlyList<GraphNode>> NodesAsync(List<string> ids, CancellationToken cancellation)
    {
        var rows = await connection.ReadAsync(new Statement(Cypher.Query("graph-nodes"), new Dictionary<string, object?> { ["ids"] = ids }), Neo4jJson.Default.NodeRow, cancellation);
        var found = rows.ToDictionary(r => r.Id, r => new GraphNode(r.Id, r.Label, r.Kind, r.Sub, Stored.DayOrNull(r.At)), StringComparer.Ordinal);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private async Task<IEnumerable<GraphLink>> LinksAsync(List<string> ids, DateTimeOffset? asOf, CancellationToken cancellation) =>
        (await connection.ReadAsync(new Statement(Cypher.Query("graph-links"), new Dictionary<string, object?> { ["ids"] = ids, ["time"] = AsOf.Parameter(asOf) }), Neo4jJson.Default.LinkRow, cancellation))
            .Select(r => new GraphLink(r.From, r.To, r.Kind, r.Confidence, r.Source, r.Status, r.Kind is not (LinkKind.Contradicts or LinkKind.Corroborates)))
            .DistinctBy(l => (l.From, l.To, l.Kind))
            .OrderByDescending(l => l.Confidence ?? 0);

    private sealed class Side(string start)
    {
        public Dictionary<string, string> Before { get; } = new(StringComparer.Ordinal) { [start] = start };

        public List<string> Ring { get; set; } = [start];

        public IEnumerable<string> Back(string node)
        {
            for (; ; node = Before[node])
            {
                yield return node;
                if (node == start) yield break;
            }
        }
    }
}

using QuikGraph;
using QuikGraph.Algorithms;

namespace ClaimGraph;

/// <summary>
/// Who said it, who relayed it, and where that ends: the attribution of one claim from the innermost speaker outwards, whether it reaches somebody who can be
/// asked, and whether the article's citations lead back to itself (circular reporting).
/// </summary>
/// <param name="Break">What is missing, as a sentence; null where the chain is complete.</param>
/// <param name="Cycle">Ids of the sources that cite each other in a circle through this article, in order of the walk; null where there is none.</param>
public sealed record SourceChain(IReadOnlyList<AttributionStep> Steps, string? Break, IReadOnlyList<string>? Cycle)
{
    public bool Complete => Break is null;

    /// <param name="steps">As stored, innermost first.</param>
    /// <param name="sourceId">The article.</param>
    /// <param name="citations">Edges within reach of the article, by the source that they leave.</param>
    public static SourceChain Of(IReadOnlyList<AttributionStep> steps, string sourceId, ILookup<string, Citation> citations) =>
        new(steps, BreakOf(steps), CycleThrough(sourceId, citations));

    private static string? BreakOf(IReadOnlyList<AttributionStep> steps)
    {
        if (steps.Count == 0)
            return "Nothing is known of who said it or where it was published.";
        var innermost = steps[0];
        if (innermost is { ActorId: null, SourceId: null })
            return innermost.Role is ChainRole.Narrator or ChainRole.Outlet
                ? "The outlet that published it is not known."
                : $"The chain ends at “{innermost.Name}”, who are not named.";
        if (steps.FirstOrDefault(s => s is { Role: ChainRole.Relay or ChainRole.Origin, ActorId: null, SourceId: null }) is { } relay)
            return $"It came through “{relay.Name}”, who are not named.";
        return steps[^1] is { ActorId: null, SourceId: null } ? "The outlet that published it is not known." : null;
    }

    // Breadth first, so that the shortest circle is shown and no depth of citations can exhaust the stack.
    private static List<string>? CycleThrough(string sourceId, ILookup<string, Citation> citations)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var queue = new Queue<string>([sourceId]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var next in citations[at].Select(c => c.ToId).Order(StringComparer.Ordinal))
            {
                if (next == sourceId)
                    return WalkTo(at);
                if (cameFrom.TryAdd(next, at))
                    queue.Enqueue(next);
            }
        }
        return null;

        List<string> WalkTo(string last)
        {
            var walk = new List<string> { last };
            while (walk[^1] != sourceId)
                walk.Add(cameFrom[walk[^1]]);
            walk.Reverse();
            return walk;
        }
    }

    /// <summary>The groups of sources that cite each other in a circle: each source to a representative of its group (itself where it stands alone).</summary>
    internal static IReadOnlyDictionary<string, string> Condense(IEnumerable<Citation> citations)
    {
        var graph = new AdjacencyGraph<string, SEdge<string>>();
        foreach (var citation in citations)
            graph.AddVerticesAndEdge(new SEdge<string>(citation.FromId, citation.ToId));
        var components = new Dictionary<string, int>();
        graph.StronglyConnectedComponents(components);
        return components.GroupBy(c => c.Value)
            .SelectMany(group => group.Select(member => (member.Key, Name: group.Select(m => m.Key).Min(StringComparer.Ordinal)!)))
            .ToDictionary(member => member.Key, member => member.Name, StringComparer.Ordinal);
    }
}

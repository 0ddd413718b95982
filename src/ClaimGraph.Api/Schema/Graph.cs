using System.ComponentModel;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Description("A part of the graph: what hangs together, and by which links.")]
internal sealed class Graph(ClaimGraph.Graph graph)
{
    [Description("The nodes, at most as many as were asked for, the most certain first.")]
    public IReadOnlyList<GraphNode> Nodes => [.. graph.Nodes.Select(n => new GraphNode(n))];

    [Description("The links between these nodes.")]
    public IReadOnlyList<GraphLink> Links => [.. graph.Links.Select(l => new GraphLink(l))];

    [Description("Nodes within reach before the cut, counted to 10,000.")]
    public int Total => graph.Total;

    [Description("Nodes shown.")]
    public int Shown => graph.Nodes.Count;

    [Description("Links by kind: what is hidden is counted.")]
    public IReadOnlyList<LinkCount> Counts => [.. graph.Counts.OrderBy(c => c.Key).Select(c => new LinkCount(c.Key, c.Value.Shown, c.Value.Total))];
}

[Description("A node of a picture of the graph.")]
internal sealed class GraphNode(ClaimGraph.GraphNode node)
{
    [Id]
    [Description("The id; `node(id:)` tells the rest.")]
    public string Id => node.Id;

    [Description("One line that names it.")]
    public string Label => node.Label;

    [Description("What it is.")]
    public NodeKind Kind => node.Kind;

    [Description("A second, smaller line.")]
    public string? Sub => node.Sub;

    [Description("The day that it belongs to.")]
    public DateOnly? At => node.At;
}

[Description("A link between two nodes.")]
internal sealed class GraphLink(ClaimGraph.GraphLink link)
{
    [Id]
    [Description("Where it begins.")]
    public string From => link.From;

    [Id]
    [Description("Where it leads.")]
    public string To => link.To;

    [Description("What it says.")]
    public LinkKind Kind => link.Kind;

    [Description("How sure we are, for relations between claims.")]
    public double? Confidence => link.Confidence;

    [Description("The words or the article that show it.")]
    public string? Source => link.Source;

    [Description("Whether a person has looked at it, for relations between claims.")]
    public RelationStatus? Status => link.Status;

    [Description("Whether its direction means something.")]
    public bool Directed => link.Directed;
}

[Description("How many links of a kind there are.")]
internal sealed class LinkCount(LinkKind kind, int shown, int total)
{
    [Description("The kind.")]
    public LinkKind Kind => kind;

    [Description("How many are shown.")]
    public int Shown => shown;

    [Description("How many there are within reach.")]
    public int Total => total;
}

using Bunit;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class TimeColumnsTests : BunitContext
{
    private static GraphView Graph(int claims, int others)
    {
        var nodes = Enumerable.Range(0, claims).Select(i => new GraphNode($"c_{i:000}", $"Claim number {i}", NodeKind.Claim, "The Harbour Post", new DateOnly(2025, 1 + i % 9, 1 + i % 28)))
            .Concat(Enumerable.Range(0, others).Select(i => new GraphNode($"a_{i:000}", $"Actor {i}", i % 2 == 0 ? NodeKind.Actor : NodeKind.Source, null, null)))
            .Append(new GraphNode("q_1", "How many?", NodeKind.Question, null, null)).ToList();
        var links = Enumerable.Range(1, Math.Max(0, claims - 1)).Select(i => new GraphLink($"c_{i:000}", $"c_{i / 2:000}", i % 3 == 0 ? LinkKind.Contradicts : LinkKind.Supersedes, .9, null, RelationStatus.Unreviewed, true))
            .Concat(Enumerable.Range(0, claims).Select(i => new GraphLink($"c_{i:000}", "q_1", LinkKind.Answers, null, null, null, true)))
            .Concat(Enumerable.Range(0, others).Select(i => new GraphLink($"c_{i % Math.Max(1, claims):000}", $"a_{i:000}", LinkKind.AttributedTo, null, "said", null, true))).ToList();
        return new() { Nodes = nodes, Links = links, Shown = nodes.Count, Total = nodes.Count };
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(9, 6)]
    [InlineData(150, 49)]
    public void No_two_nodes_stand_on_each_other(int claims, int others)
    {
        var drawing = TimeColumns.Of(Graph(claims, others), "c_000");
        foreach (var (i, a) in drawing.Nodes.Index())
            foreach (var b in drawing.Nodes.Skip(i + 1))
                Assert.False(Math.Abs(a.X - b.X) < 40 && Math.Abs(a.Y - b.Y) < 40, $"{a.Node.Id} and {b.Node.Id}");
        var boxes = drawing.Nodes.Where(n => n.Node.Kind == NodeKind.Claim).ToList();
        foreach (var (i, a) in boxes.Index())
            foreach (var b in boxes.Skip(i + 1))
                Assert.False(Math.Abs(a.X - b.X) < TimeColumns.BoxWidth && Math.Abs(a.Y - b.Y) < TimeColumns.BoxHeight, $"{a.Node.Id} and {b.Node.Id}");
        Assert.All(drawing.Nodes, n => Assert.InRange(n.X, 20, drawing.Width - 20));
        Assert.All(drawing.Nodes, n => Assert.InRange(n.Y, 20, drawing.Height - 10));
    }

    [Fact]
    public void Later_claims_stand_to_the_right()
    {
        var claims = TimeColumns.Of(Graph(9, 0), null).Nodes.Where(n => n.Node.Kind == NodeKind.Claim).OrderBy(n => n.Node.At).ToList();
        Assert.Equal(claims.Select(n => n.X).Order(), claims.Select(n => n.X));
    }

    [Fact]
    public void The_same_graph_is_always_the_same_picture()
    {
        var graph = Graph(60, 20);
        var shuffled = new GraphView { Nodes = [.. graph.Nodes.Reverse()], Links = graph.Links };
        Assert.Equal(TimeColumns.Of(graph, null).Nodes, TimeColumns.Of(shuffled, null).Nodes);
    }

    [Fact]
    public void Picture_and_list_hold_the_same_links()
    {
        var graph = Graph(9, 6);
        var list = Render<LinkList>(p => p.Add(l => l.Graph, graph).Add(l => l.Focus, "c_000"));
        var drawn = TimeColumns.Of(graph, "c_000").Links;
        Assert.Equal(drawn.Count, list.FindAll("li").Count);
        // The focus is named without a link in rows that lead to it, every other end with one.
        var named = drawn.SelectMany(l => new[] { l.Link.From, l.Link.To }).Where(id => id != "c_000");
        Assert.Equal(named.Order(), list.FindAll("li a:not(.tag)").Select(a => a.GetAttribute("href")!.Split('/')[^1]).Where(id => id != "c_000").Order());
    }

    [Fact]
    public void Where_links_are_too_many_each_node_keeps_its_surest_and_the_focus_all_it_can()
    {
        var graph = Graph(60, 20);
        var links = graph.Links.Concat(Enumerable.Range(2, 58).SelectMany(i => Enumerable.Range(1, i - 1).Select(j => new GraphLink($"c_{i:000}", $"c_{j:000}", LinkKind.Corroborates, .5, null, null, false)))).ToList();
        var crowded = new GraphView { Nodes = graph.Nodes, Links = links, Shown = graph.Shown, Total = graph.Total };
        var kept = crowded.Surest(150, "q_1");
        Assert.Equal(150, kept.Links.Count);
        Assert.Equal(graph.Nodes.Select(n => n.Id).Order(), kept.Links.SelectMany(l => new[] { l.From, l.To }).Distinct().Order());
        Assert.Equal(60, kept.Links.Count(l => l.To == "q_1"));
        Assert.Equal(kept.Links, links.Where(kept.Links.Contains));
        Assert.Same(graph, graph.Surest(1_000, "q_1"));
    }

    [Fact]
    public void A_link_whose_end_is_missing_is_not_drawn()
    {
        var graph = Graph(2, 0);
        graph.Links = [.. graph.Links, new GraphLink("c_000", "gone", LinkKind.Cites, null, null, null, true)];
        Assert.DoesNotContain(TimeColumns.Of(graph, null).Links, l => l.Link.To == "gone");
    }
}

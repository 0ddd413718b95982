using System.Globalization;

namespace ClaimGraph.Web;

/// <summary>A node in its place; <see cref="X"/> and <see cref="Y"/> are its middle.</summary>
public sealed record PlacedNode(GraphNode Node, double X, double Y, bool Focus);

/// <param name="Path">SVG path data.</param>
/// <param name="Label">Where the link's word stands; null where there is no room: the list beside the picture has it.</param>
public sealed record PlacedLink(GraphLink Link, string Path, (double X, double Y)? Label, string? Arrow);

public sealed record ColumnHead(double X, string Label);

/// <summary>
/// A graph drawn in time columns: claims stand in the column of their month, the earliest on the left; questions stand above, people and sources below.
/// Inside a column claims are ordered by the middle of their neighbours (Sugiyama's barycentre, a few sweeps), ties by id, so that the same graph is always the same picture.
/// </summary>
public sealed record TimeColumns(double Width, double Height, IReadOnlyList<ColumnHead> Heads, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedLink> Links)
{
    public const double BoxWidth = 168, BoxHeight = 44;
    private const double Pitch = 248, Room = 880, RowPitch = 60, SlotPitch = 172, SlotHeight = 76, Margin = 24, HeadHeight = 40, MostInColumn = 14, Sweeps = 6, MostLabels = 18;

    public static TimeColumns Of(GraphView graph, string? focus)
    {
        var nodes = graph.Nodes.DistinctBy(n => n.Id).ToDictionary(n => n.Id, StringComparer.Ordinal);
        var links = graph.Links.Where(l => nodes.ContainsKey(l.From) && nodes.ContainsKey(l.To)).ToList();
        var near = Neighbours(links);

        var columns = Columns(nodes.Values.Where(n => n.Kind == NodeKind.Claim), out var labels);
        Order(columns, near);
        var rows = columns.Count == 0 ? 0 : columns.Max(c => c.Count);
        var above = nodes.Values.Where(n => n.Kind == NodeKind.Question).ToList();
        var below = nodes.Values.Where(n => n.Kind is NodeKind.Actor or NodeKind.Source).ToList();

        var width = Math.Max(columns.Count > 1 ? Room : Math.Max(columns.Count, 1) * Pitch, Math.Max(columns.Count, 1) * Pitch + 2 * Margin);
        width = Math.Max(width, Math.Min(Math.Max(above.Count, below.Count), 6) * SlotPitch + 2 * Margin);
        var place = new Dictionary<string, (double X, double Y)>(StringComparer.Ordinal);
        var perRow = Math.Max(1, (int)((width - 2 * Margin) / SlotPitch));
        var top = HeadHeight + Rows(above.Count, perRow) * SlotHeight + (above.Count > 0 ? 4 : 0);
        var step = (width - 2 * Margin) / Math.Max(columns.Count, 1);
        for (var c = 0; c < columns.Count; c++)
        {
            var offset = (rows - columns[c].Count) * RowPitch / 2;
            for (var r = 0; r < columns[c].Count; r++) place[columns[c][r].Id] = (Margin + step * (c + .5), top + 20 + offset + r * RowPitch + BoxHeight / 2);
        }
        var bottom = top + 20 + rows * RowPitch;
        Slots(above, near, place, width, perRow, HeadHeight + 42);
        Slots(below, near, place, width, perRow, bottom + 40);
        var height = bottom + 10 + Rows(below.Count, perRow) * SlotHeight + 20;

        var heads = labels.Select((label, c) => (Label: label, X: Margin + step * (c + .5))).GroupBy(h => h.Label).Select(g => new ColumnHead(g.Average(h => h.X), g.Key));
        var placed = nodes.Values.OrderBy(n => place[n.Id].X).ThenBy(n => place[n.Id].Y).Select(n => new PlacedNode(n, place[n.Id].X, place[n.Id].Y, n.Id == focus)).ToList();
        return new(width, height, [.. heads], placed, Drawn(links, nodes, place));
    }

    private static int Rows(int count, int perRow) => (count + perRow - 1) / perRow;

    private static Dictionary<string, List<string>> Neighbours(List<GraphLink> links)
    {
        var near = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var link in links)
        {
            (near.TryGetValue(link.From, out var a) ? a : near[link.From] = []).Add(link.To);
            (near.TryGetValue(link.To, out var b) ? b : near[link.To] = []).Add(link.From);
        }
        return near;
    }

    // A column a month; a quarter or a year where months would be too many; long ones are split side by side under one head.
    private static List<List<GraphNode>> Columns(IEnumerable<GraphNode> claims, out List<string> labels)
    {
        var list = claims.OrderBy(n => n.At ?? DateOnly.MaxValue).ThenBy(n => n.Id, StringComparer.Ordinal).ToList();
        Func<DateOnly, string>[] scales = [d => d.ToString("MMMM yyyy", CultureInfo.InvariantCulture), d => $"{(d.Month + 2) / 3}/{d.Year.ToString(CultureInfo.InvariantCulture)}", d => d.Year.ToString(CultureInfo.InvariantCulture)];
        var dates = list.Where(n => n.At is not null).Select(n => n.At!.Value).ToList();
        var scale = scales.FirstOrDefault(s => dates.Select(s).Distinct().Count() <= 8) ?? scales[^1];
        var columns = new List<List<GraphNode>>();
        labels = [];
        foreach (var group in list.GroupBy(n => n.At is { } at ? scale(at) : Texts.Undated))
        {
            var all = group.ToList();
            var parts = (int)Math.Ceiling(all.Count / MostInColumn);
            foreach (var part in all.Chunk((all.Count + parts - 1) / parts))
            {
                columns.Add([.. part]);
                labels.Add(group.Key);
            }
        }
        return columns;
    }

    private static void Order(List<List<GraphNode>> columns, Dictionary<string, List<string>> near)
    {
        var rank = new Dictionary<string, double>(StringComparer.Ordinal);
        void Number(List<GraphNode> column)
        {
            for (var r = 0; r < column.Count; r++) rank[column[r].Id] = r - column.Count / 2.0;
        }
        columns.ForEach(Number);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var column in sweep % 2 == 0 ? columns : Enumerable.Reverse(columns))
            {
                var middle = column.ToDictionary(n => n.Id, n =>
                    near.TryGetValue(n.Id, out var others) && others.Where(rank.ContainsKey).ToList() is { Count: > 0 } ranked ? ranked.Average(o => rank[o]) : rank[n.Id], StringComparer.Ordinal);
                column.Sort((a, b) => middle[a.Id].CompareTo(middle[b.Id]) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id));
                Number(column);
            }
        }
    }

    // Each stands as near as it can to the middle of what it is linked with.
    private static void Slots(List<GraphNode> nodes, Dictionary<string, List<string>> near, Dictionary<string, (double X, double Y)> place, double width, int perRow, double y)
    {
        var wanted = nodes.Select(n => (Node: n, X: near.TryGetValue(n.Id, out var others) && others.Where(place.ContainsKey).ToList() is { Count: > 0 } known ? known.Average(o => place[o].X) : width / 2))
            .OrderBy(w => w.X).ThenBy(w => w.Node.Id, StringComparer.Ordinal).ToList();
        var rows = Rows(wanted.Count, perRow);
        for (var row = 0; row < rows; row++)
        {
            // Taken in turn, so that every row spans the whole width.
            var line = wanted.Where((_, i) => i % rows == row).ToList();
            var xs = line.Select(w => w.X).ToArray();
            var (low, high) = (Margin + SlotPitch / 2, width - Margin - SlotPitch / 2);
            for (var i = 0; i < xs.Length; i++) xs[i] = Math.Max(xs[i], i == 0 ? low : xs[i - 1] + SlotPitch);
            for (var i = xs.Length - 1; i >= 0; i--) xs[i] = Math.Min(xs[i], i == xs.Length - 1 ? high : xs[i + 1] - SlotPitch);
            for (var i = 0; i < line.Count; i++) place[line[i].Node.Id] = (xs[i], y + row * SlotHeight);
        }
    }

    private static List<PlacedLink> Drawn(List<GraphLink> links, Dictionary<string, GraphNode> nodes, Dictionary<string, (double X, double Y)> place)
    {
        var labelled = links.Count(l => l.Kind.Name() is not null) <= MostLabels;
        var taken = nodes.Values.Where(n => n.Kind == NodeKind.Claim).Select(n => (X1: place[n.Id].X - BoxWidth / 2, Y1: place[n.Id].Y - BoxHeight / 2, X2: place[n.Id].X + BoxWidth / 2, Y2: place[n.Id].Y + BoxHeight / 2)).ToList();
        var drawn = new List<PlacedLink>();
        foreach (var link in links)
        {
            var (a, b) = (place[link.From], place[link.To]);
            var (path, mid, end, from) = nodes[link.From].Kind == NodeKind.Claim && nodes[link.To].Kind == NodeKind.Claim ? Between(a, b) : Upright(nodes[link.From].Kind, a, nodes[link.To].Kind, b);
            (double X, double Y)? label = null;
            if (labelled && link.Kind.Name() is not null)
            {
                var half = link.Kind.Word().Length * 12 * .34;
                var box = (X1: mid.X - half, Y1: mid.Y - 9, X2: mid.X + half, Y2: mid.Y + 9);
                if (!taken.Any(t => box.X1 < t.X2 && t.X1 < box.X2 && box.Y1 < t.Y2 && t.Y1 < box.Y2))
                {
                    taken.Add(box);
                    label = (mid.X, mid.Y + 4);
                }
            }
            drawn.Add(new(link, path, label, link.Kind == LinkKind.Supersedes ? Arrow(from, end) : null));
        }
        return drawn;
    }

    private static (string Path, (double X, double Y) Mid, (double X, double Y) End, (double X, double Y) From) Between((double X, double Y) a, (double X, double Y) b)
    {
        if (Math.Abs(a.X - b.X) < BoxWidth)
        {
            // One above the other: an arc outside the column, wider the further it reaches.
            var x = Math.Max(a.X, b.X) + BoxWidth / 2;
            var bow = x + 22 + Math.Min(36, Math.Abs(a.Y - b.Y) / 8);
            return ($"M{N(a.X + BoxWidth / 2)} {N(a.Y)}C{N(bow)} {N(a.Y)} {N(bow)} {N(b.Y)} {N(b.X + BoxWidth / 2)} {N(b.Y)}", (x + (bow - x) * .75, (a.Y + b.Y) / 2), (b.X + BoxWidth / 2, b.Y), (bow, b.Y));
        }
        var right = b.X > a.X ? 1 : -1;
        var (sx, ex) = (a.X + right * BoxWidth / 2, b.X - right * BoxWidth / 2);
        var pull = (ex - sx) * .45;
        return ($"M{N(sx)} {N(a.Y)}C{N(sx + pull)} {N(a.Y)} {N(ex - pull)} {N(b.Y)} {N(ex)} {N(b.Y)}", ((sx + ex) / 2, (a.Y + b.Y) / 2), (ex, b.Y), (ex - pull, b.Y));
    }

    private static (string Path, (double X, double Y) Mid, (double X, double Y) End, (double X, double Y) From) Upright(NodeKind fromKind, (double X, double Y) a, NodeKind toKind, (double X, double Y) b)
    {
        var down = b.Y >= a.Y ? 1 : -1;
        var (sy, ey) = (a.Y + down * Half(fromKind), b.Y - down * Half(toKind));
        if (Math.Abs(a.Y - b.Y) < 30) (sy, ey) = (a.Y + 14, b.Y + 14);
        var middle = Math.Abs(a.Y - b.Y) < 30 ? a.Y + 46 : (sy + ey) / 2;
        return ($"M{N(a.X)} {N(sy)}C{N(a.X)} {N(middle)} {N(b.X)} {N(middle)} {N(b.X)} {N(ey)}", ((a.X + b.X) / 2, middle), (b.X, ey), (b.X, middle));
    }

    private static double Half(NodeKind kind) => kind == NodeKind.Claim ? BoxHeight / 2 : 16;

    private static string Arrow((double X, double Y) from, (double X, double Y) tip)
    {
        var length = Math.Max(1, Math.Sqrt((tip.X - from.X) * (tip.X - from.X) + (tip.Y - from.Y) * (tip.Y - from.Y)));
        var (dx, dy) = ((tip.X - from.X) / length, (tip.Y - from.Y) / length);
        return $"M{N(tip.X)} {N(tip.Y)}L{N(tip.X - 9 * dx - 4.5 * dy)} {N(tip.Y - 9 * dy + 4.5 * dx)}L{N(tip.X - 9 * dx + 4.5 * dy)} {N(tip.Y - 9 * dy - 4.5 * dx)}z";
    }

    private static string N(double n) => n.ToString("0.#", CultureInfo.InvariantCulture);
}

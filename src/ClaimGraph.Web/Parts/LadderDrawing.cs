using System.Globalization;

namespace ClaimGraph.Web;

/// <summary>One claim on a chart of positions over time.</summary>
/// <param name="Own">The actor speaks for itself; else others say it about the actor.</param>
/// <param name="Relations">Relations of the claim; a line is drawn for those whose both ends are on the chart.</param>
public sealed record LadderPoint(ClaimView Claim, PartialDate At, bool Own, IReadOnlyList<RelationView> Relations);

public sealed record LadderRow(double Y, string Label, bool Zero);
public sealed record LadderTick(double X, string Label);
public sealed record LadderLine(double X1, double Y1, double X2, double Y2, bool Clash);

/// <param name="Width">0 for a day; the bar's width where only a longer time is known.</param>
public sealed record LadderMark(double X, double Y, double Width, bool Own, string Href, string Title, LadderLabel? Label);

/// <param name="Y">Base line of the first of two lines.</param>
public sealed record LadderLabel(double X, double Y, string Anchor, string Value, string Sub);

/// <summary>
/// The chart of one question: value or rung against time, reckoned here so that the picture is the same for everybody, prints, and needs no script.
/// A label that would touch another is left out: the list below the chart has every fact.
/// </summary>
public sealed record LadderDrawing(IReadOnlyList<LadderRow> Rows, IReadOnlyList<LadderTick> Ticks, IReadOnlyList<LadderLine> Lines, IReadOnlyList<LadderMark> Marks, double Height)
{
    public const double Width = 1080;
    private const double Left = 160, Right = 1050, Top = 40, Step = 50, Em = 13;

    /// <summary>Draws the points that have a date, or returns null where there are fewer than two or all say the same on one day.</summary>
    public static LadderDrawing? Of(IReadOnlyList<LadderPoint> points, PageScope scope)
    {
        var dated = points.Where(p => p.At.IsKnown).OrderBy(p => First(p.At)).Take(60).ToList();
        if (dated.Count < 2) return null;
        var (rows, place) = Axis(dated);
        if (rows.Count < 2) return null;
        var from = dated.Min(p => First(p.At));
        var to = dated.Max(p => Last(p.At));
        double X(DateOnly day) => to == from ? (Left + Right) / 2 : Left + 40 + (Right - Left - 100) * (day.DayNumber - from.DayNumber) / (to.DayNumber - from.DayNumber);

        var spots = new Dictionary<string, (double X, double Y)>(StringComparer.Ordinal);
        var shapes = new List<(LadderPoint Point, double X, double Y, double Width)>();
        foreach (var point in dated)
        {
            var x1 = X(First(point.At));
            var x2 = X(Last(point.At));
            var width = point.At.Precision is DatePrecision.Month or DatePrecision.Year or DatePrecision.Week && x2 > x1 ? Math.Max(34, x2 - x1) : 0;
            var x = width > 0 ? (x1 + x2) / 2 : x2;
            var y = place(point);
            spots.TryAdd(point.Claim.Id, (x, y));
            shapes.Add((point, x, y, width));
        }
        var height = rows.Max(r => r.Y) + 46;
        return new(rows, MonthTicks(from, to, X), Joined(dated, spots), Labelled(shapes, height, scope), height);
    }

    private static DateOnly First(PartialDate date) => date.Start ?? date.End!.Value;
    private static DateOnly Last(PartialDate date) => date.End ?? date.Start!.Value;

    // Numbers where every claim has one, else the ladder of commitment, else a row per value.
    private static (List<LadderRow> Rows, Func<LadderPoint, double> Place) Axis(List<LadderPoint> points)
    {
        if (points.All(p => Number(p) is not null)) return Numbers(points);
        if (points.Any(p => p.Claim.Value.Modality.Rung() is not null)) return Rungs(points);
        return Values(points);
    }

    private static double? Number(LadderPoint p) => p.Claim.Value.Low ?? p.Claim.Value.High;

    private static (List<LadderRow>, Func<LadderPoint, double>) Numbers(List<LadderPoint> points)
    {
        var low = Math.Min(0, points.Min(p => Number(p)!.Value));
        var high = points.Max(p => Number(p)!.Value);
        var step = NiceStep((high - low) / 4);
        var count = (int)Math.Ceiling((high - low) / step);
        var bottom = Top + Step * Math.Max(count, 1);
        var rows = Enumerable.Range(0, Math.Max(count, 1) + 1)
            .Select(i => new LadderRow(bottom - Step * i, (low + step * i).ToString("#,0.##", CultureInfo.InvariantCulture), low + step * i == 0)).ToList();
        return (rows, p => bottom - Step * (Number(p)!.Value - low) / step);
    }

    private static double NiceStep(double raw)
    {
        if (raw <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return raw <= 1.001 * power ? power : raw <= 2.001 * power ? 2 * power : raw <= 5.001 * power ? 5 * power : 10 * power;
    }

    private static (List<LadderRow>, Func<LadderPoint, double>) Rungs(List<LadderPoint> points)
    {
        var rungs = points.Select(Rung).ToList();
        var (low, high) = (Math.Min(0, rungs.Min()), Math.Max(1, rungs.Max()));
        var rows = Enumerable.Range(low, high - low + 1).Reverse()
            .Select((rung, i) => new LadderRow(Top + Step * i, ((Modality)(rung + 2)).Word(), rung == 0)).ToList();
        return (rows, p => Top + Step * (high - Rung(p)));

        static int Rung(LadderPoint p) => p.Claim.Value.Modality.Rung() ?? 0;
    }

    private static (List<LadderRow>, Func<LadderPoint, double>) Values(List<LadderPoint> points)
    {
        var values = points.Select(p => p.Claim.Value.Text).Distinct(StringComparer.Ordinal).Take(8).ToList();
        var rows = values.Select((v, i) => new LadderRow(Top + Step * i, Cut(v, 20), false)).ToList();
        return (rows, p => Top + Step * Math.Max(0, values.IndexOf(p.Claim.Value.Text)));
    }

    private static List<LadderTick> MonthTicks(DateOnly from, DateOnly to, Func<DateOnly, double> x)
    {
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        var step = Math.Max(1, (months + 5) / 6);
        var ticks = new List<LadderTick>();
        for (var m = 0; m <= months; m += step)
        {
            var month = new DateOnly(from.Year, from.Month, 1).AddMonths(m);
            var day = month < from ? from : month > to ? to : month;
            if (ticks.Count > 0 && x(day) - ticks[^1].X < 80) continue;
            ticks.Add(new(x(day), month.ToString(ticks.Count == 0 || month.Month <= step ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture)));
        }
        return ticks;
    }

    // A line to whatever a claim replaced would hide the picture: it is joined to the last of them. Contradictions are all drawn.
    private static List<LadderLine> Joined(List<LadderPoint> points, Dictionary<string, (double X, double Y)> spots) =>
        [.. points.SelectMany(p => p.Relations)
            .Where(r => r.Kind is RelationKind.Supersedes or RelationKind.Contradicts && spots.ContainsKey(r.Earlier.Id) && spots.ContainsKey(r.Later.Id))
            .DistinctBy(r => r.Id)
            .GroupBy(r => r.Kind == RelationKind.Contradicts ? r.Id : r.Later.Id)
            .Select(g => g.MaxBy(r => spots[r.Earlier.Id].X)!)
            .Select(r => (A: spots[r.Earlier.Id], B: spots[r.Later.Id], r.Kind))
            .Select(l => new LadderLine(l.A.X, l.A.Y, l.B.X, l.B.Y, l.Kind == RelationKind.Contradicts))];

    private static List<LadderMark> Labelled(List<(LadderPoint Point, double X, double Y, double Width)> shapes, double height, PageScope scope)
    {
        var taken = shapes.Select(s => new Box(s.X - Math.Max(10, s.Width / 2), s.Y - 10, s.X + Math.Max(10, s.Width / 2), s.Y + 10)).ToList();
        var marks = new List<LadderMark>();
        var byRung = Words.DifferByRung(shapes.Select(s => s.Point.Claim.Value));
        foreach (var (point, x, y, width) in shapes)
        {
            var value = Cut(Words.Heading(point.Claim.Value, byRung), 26);
            var sub = Cut($"{point.Claim.Speaker?.Name ?? point.Claim.Source?.Outlet?.Title ?? Texts.UnnamedSource}, {Dates.Text(point.At)}", 34);
            var wide = Math.Max(value.Length, sub.Length) * Em * .62;
            var side = Math.Max(16, width / 2 + 10);
            LadderLabel? label = null;
            foreach (var (lx, ly, anchor, box) in new[]
            {
                (x + side, y + 19, "start", new Box(x + side, y + 7, x + side + wide, y + 40)),
                (x + side, y - 22, "start", new Box(x + side, y - 36, x + side + wide, y - 1)),
                (x - side, y + 19, "end", new Box(x - side - wide, y + 7, x - side, y + 40)),
                (x - side, y - 22, "end", new Box(x - side - wide, y - 36, x - side, y - 1)),
            })
            {
                if (box.X1 < Left - 6 || box.X2 > Width - 4 || box.Y1 < 2 || box.Y2 > height - 18 || taken.Any(box.Overlaps)) continue;
                label = new(lx, ly, anchor, value, sub);
                taken.Add(box);
                break;
            }
            marks.Add(new(x, y, width, point.Own, scope.Link(Address.Claim(point.Claim.Id)), $"{point.Claim.Value.Text}. {Words.Said(point.Claim)}, {Dates.Text(point.At)}", label));
        }
        return marks;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : Runs.Clip(text, [], length - 2).Text;

    private readonly record struct Box(double X1, double Y1, double X2, double Y2)
    {
        public bool Overlaps(Box other) => X1 < other.X2 && other.X1 < X2 && Y1 < other.Y2 && other.Y1 < Y2;
    }
}

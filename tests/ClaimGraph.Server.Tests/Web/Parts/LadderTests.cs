using Bunit;
using ClaimGraph.Server.Tests.Web.Support;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class LadderTests : BunitContext
{
    private static LadderPoint Point(string id, Modality rung, PartialDate at, bool own = true, params RelationView[] relations)
    {
        var claim = Sample.Claim(id, rung.ToString(), at);
        claim.Value.Modality = rung;
        return new(claim, at, own, relations);
    }

    private static LadderDrawing Draw(params LadderPoint[] points) => LadderDrawing.Of(points, PageScope.Default)!;

    [Fact]
    public void A_month_is_a_bar_and_a_day_is_a_dot()
    {
        var ladder = Render<Ladder>(p => p.Add(l => l.Drawing, Draw(Point("c_1", Modality.Refused, Sample.Day(2025, 3, 17)), Point("c_2", Modality.Undecided, Sample.Month(2025, 5)))).Add(l => l.Title, "x"));
        Assert.Single(ladder.FindAll("svg.ladder a circle"));
        Assert.Single(ladder.FindAll("svg.ladder a rect"));
    }

    [Fact]
    public void A_higher_rung_stands_higher()
    {
        var drawing = Draw(Point("c_1", Modality.Refused, Sample.Day(2025, 3, 17)), Point("c_2", Modality.Committed, Sample.Day(2025, 9, 4)));
        Assert.True(drawing.Marks[1].Y < drawing.Marks[0].Y);
        Assert.True(drawing.Marks[1].X > drawing.Marks[0].X);
    }

    [Fact]
    public void Others_words_are_hollow() =>
        Assert.Equal([true, false], Draw(Point("c_1", Modality.Refused, Sample.Day(2025, 3, 17)), Point("c_2", Modality.Ready, Sample.Day(2025, 9, 4), own: false)).Marks.Select(m => m.Own));

    [Fact]
    public void A_contradiction_is_drawn_dashed_between_its_two_claims()
    {
        var clash = new RelationView { Id = "r", Kind = RelationKind.Contradicts, Earlier = new() { Id = "c_1" }, Later = new() { Id = "c_2" } };
        Assert.True(Assert.Single(Draw(Point("c_1", Modality.Refused, Sample.Day(2025, 3, 17), true, clash), Point("c_2", Modality.Ready, Sample.Day(2025, 3, 20))).Lines).Clash);
    }

    [Fact]
    public void A_claim_is_joined_to_the_last_of_those_that_it_replaced()
    {
        RelationView Replaces(string id, string earlier) => new() { Id = id, Kind = RelationKind.Supersedes, Earlier = new() { Id = earlier }, Later = new() { Id = "c_3" } };
        var drawing = Draw(Point("c_1", Modality.Refused, Sample.Day(2025, 3, 1)), Point("c_2", Modality.Considering, Sample.Day(2025, 5, 1)), Point("c_3", Modality.Ready, Sample.Day(2025, 9, 4), true, Replaces("r1", "c_1"), Replaces("r2", "c_2")));
        Assert.Equal(drawing.Marks[1].X, Assert.Single(drawing.Lines).X1);
    }

    [Fact]
    public void Counts_stand_on_a_scale_of_numbers()
    {
        LadderPoint Count(string id, double n, int month)
        {
            var claim = Sample.Claim(id, $"{n}", Sample.Day(2025, month, 1));
            claim.Value.Low = claim.Value.High = n;
            return new(claim, claim.Asserted, true, []);
        }
        var drawing = Draw(Count("c_1", 0, 3), Count("c_2", 26, 9));
        Assert.Contains(drawing.Rows, r => r.Label == "0" && r.Zero);
        Assert.True(drawing.Marks[1].Y < drawing.Marks[0].Y);
    }

    [Fact]
    public void Labels_never_touch_each_other()
    {
        var points = Enumerable.Range(0, 40).Select(i => Point($"c_{i:00}", (Modality)(i % 7), Sample.Day(2025, 1 + i % 3, 1 + i % 5))).ToArray();
        var boxes = Draw(points).Marks.Where(m => m.Label is not null).Select(m => m.Label!).Select(l =>
        {
            var wide = Math.Max(l.Value.Length, l.Sub.Length) * 13 * .62;
            var left = l.Anchor == "end" ? l.X - wide : l.X;
            return (X1: left, Y1: l.Y - 10, X2: left + wide, Y2: l.Y + 18);
        }).ToList();
        Assert.NotEmpty(boxes);
        for (var i = 0; i < boxes.Count; i++)
            for (var j = i + 1; j < boxes.Count; j++)
                Assert.False(boxes[i].X1 < boxes[j].X2 && boxes[j].X1 < boxes[i].X2 && boxes[i].Y1 < boxes[j].Y2 && boxes[j].Y1 < boxes[i].Y2);
    }

    [Fact]
    public void One_point_is_no_chart() => Assert.Null(LadderDrawing.Of([Point("c_1", Modality.Ready, Sample.Day(2025, 3, 17))], PageScope.Default));

    [Fact]
    public void Undated_claims_are_left_to_the_list() =>
        Assert.Null(LadderDrawing.Of([Point("c_1", Modality.Ready, PartialDate.Unknown), Point("c_2", Modality.Refused, PartialDate.Unknown)], PageScope.Default));
}

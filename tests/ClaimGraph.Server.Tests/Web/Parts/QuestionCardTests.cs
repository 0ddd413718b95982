using Bunit;
using ClaimGraph.Server.Tests.Web.Support;
using ClaimGraph.Web;
using Card = ClaimGraph.Web.QuestionCard;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class QuestionCardTests : BunitContext
{
    private IRenderedComponent<Card> Shown(QuestionView question) => Render<Card>(p => p.Add(c => c.Question, question));

    private static QuestionView Question(int shown, int all)
    {
        var positions = Enumerable.Range(0, shown).Select(i => Sample.Position($"p{i}", $"{i} ferries", current: i == shown - 1)).ToArray();
        return new()
        {
            Id = "q_1", Text = "How many ferries?", PositionCount = all, Positions = positions,
            Joints = [.. Enumerable.Range(1, Math.Max(0, shown - 1)).Select(i => Sample.Joint(positions[i - 1], positions[i]))],
        };
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(4, 3)]
    [InlineData(12, 11)]
    public void Between_two_neighbours_stands_one_joint(int positions, int joints)
    {
        var card = Shown(Question(positions, positions));
        Assert.Equal(positions, card.FindAll(".position").Count);
        Assert.Equal(joints, card.FindAll(".joint").Count);
        Assert.Equal(joints, card.FindAll(".joint a.tag").Count);
    }

    [Fact]
    public void A_joint_leads_to_its_conflict_with_the_reason_beside_it()
    {
        var joint = Shown(Question(2, 2)).Find(".joint");
        Assert.Equal("/conflicts/r_p0p1", joint.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("160 days later", joint.QuerySelector(".because")!.TextContent);
    }

    [Fact]
    public void Positions_that_are_not_shown_are_counted() => Assert.Contains("8 more positions", Shown(Question(4, 12)).Find("footer").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_past_position_has_the_dashed_edge()
    {
        var card = Shown(Question(2, 2));
        Assert.Equal([true, false], card.FindAll(".position").Select(p => p.ClassList.Contains("past")));
    }

    [Fact]
    public void A_joint_between_positions_apart_is_named_below()
    {
        var question = Question(3, 3);
        question.Joints = [Sample.Joint(question.Positions[0], question.Positions[2])];
        Assert.Contains("0 ferries then 2 ferries", Shown(question).Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreviewed_contradiction_asks_for_review()
    {
        var question = Question(2, 2);
        question.Joints = [Sample.Joint(question.Positions[0], question.Positions[1], RelationKind.Contradicts)];
        Assert.Contains("Nobody has reviewed it", Shown(question).Find("footer").TextContent, StringComparison.Ordinal);
    }
}

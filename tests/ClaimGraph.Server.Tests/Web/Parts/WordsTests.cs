using Bunit;
using ClaimGraph.Server.Tests.Web.Support;
using ClaimGraph.Web;
using Card = ClaimGraph.Web.QuestionCard;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class WordsTests : BunitContext
{
    private static ValueView Value(string text, Modality modality = Modality.Asserted, params string[] scope) => new() { Text = text, Modality = modality, Scope = scope };

    [Fact]
    public void Values_that_differ_by_rung_alone_are_named_by_it()
    {
        var (refused, ready) = (Value("ferries of Norway, refused", Modality.Refused), Value("ferries of Norway, ready", Modality.Ready));
        Assert.True(Words.DifferByRung([refused, ready]));
        Assert.Equal("Refused", Words.Heading(refused, byRung: true));
        Assert.Equal("", Words.Below(refused, byRung: true));
    }

    [Theory]
    [InlineData("12 countries, committed", Modality.Committed, "9 countries, ready", Modality.Ready)]
    [InlineData("12 countries, ready", Modality.Ready, "12 countries, ready", Modality.Ready)]
    [InlineData("12 countries", Modality.Asserted, "12 countries, ready", Modality.Ready)]
    public void Other_values_keep_what_they_say(string one, Modality rung, string two, Modality other) => Assert.False(Words.DifferByRung([Value(one, rung), Value(two, other)]));

    [Fact]
    public void The_rung_stands_below_the_value_with_its_scope_in_words()
    {
        var value = Value("12 countries, committed", Modality.Committed, "publicity: public", "domain: sea", "period: so-far", "group: ferry-crews");
        Assert.Equal("12 countries", Words.Heading(value, byRung: false));
        Assert.Equal("committed · in public · at sea · so far · ferry crews", Words.Below(value, byRung: false));
        // Where the whole text is shown, the rung is in it already.
        Assert.Equal("in public · at sea · so far · ferry crews", Words.Qualifiers(value));
    }

    [Fact]
    public void A_card_of_one_value_at_two_rungs_shows_the_rungs()
    {
        var earlier = Sample.Position("p1", "ferries of Norway, refused");
        var later = Sample.Position("p2", "ferries of Norway, ready");
        (earlier.Value.Modality, later.Value.Modality) = (Modality.Refused, Modality.Ready);
        var card = Render<Card>(p => p.Add(c => c.Question, new QuestionView { Id = "q_1", PositionCount = 2, Positions = [earlier, later], Joints = [Sample.Joint(earlier, later, RelationKind.Contradicts)] }));
        Assert.Equal(["Refused", "Ready"], card.FindAll(".value").Select(v => v.TextContent));
        Assert.Contains("refused against ready", card.Find("footer").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("modality", "commitment")]
    [InlineData("valid time", "time")]
    [InlineData("polarity", "denial")]
    [InlineData("value", "value")]
    public void A_deciding_field_is_named_for_a_reader(string field, string word) => Assert.Equal(word, Words.Field(field));

    [Fact]
    public void A_claim_whose_value_is_its_own_words_says_them_once()
    {
        var claim = Sample.Claim("c_1", "no country has committed to sending ferries");
        var row = Render<StepList>(p => p.Add(l => l.Claims, [claim])).Find("li");
        Assert.Single(row.QuerySelectorAll("a"));
        Assert.Equal(1, row.TextContent.Split("sending ferries").Length - 1);
    }
}

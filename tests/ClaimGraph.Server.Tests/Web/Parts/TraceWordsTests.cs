using Bunit;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

/// <summary>The trace of a comparison in a reader's words.</summary>
public sealed class TraceWordsTests : BunitContext
{
    private const string Question = "How many countries will send troops to Norland?";

    [Theory]
    [InlineData("question", "country;deploy-troops;norland", "country;deploy-troops;norland", Question)]
    [InlineData("question", "country;deploy-troops;norland", "country;send-soldiers;norland", "country · deploy troops · norland")]
    [InlineData("event and scope", "domain: air, period: so-far", "not restricted", "air, so far")]
    [InlineData("valid time", "2025-03-28", "2025-09-05", "28 Mar 2025")]
    [InlineData("valid time", "2025-03-28 to 2025-04-02", "undated", "28 Mar 2025 to 2 Apr 2025")]
    [InlineData("value", "26 countries, committed", "no country", "26 countries, committed")]
    public void What_a_rule_saw_is_shown_without_keys(string rule, string earlier, string later, string shown) =>
        Assert.Equal(shown, TraceWords.Seen(new TraceStep(rule, earlier, later, "go on"), earlier, Question));

    [Theory]
    [InlineData("valid time", "295 days apart", "They lie 295 days apart.")]
    [InlineData("valid time", "1 day apart", "They lie 1 day apart.")]
    [InlineData("valid time", "each holds at its own time", "Each holds at its own time.")]
    [InlineData("value", "both cannot be right", "Both cannot be right.")]
    [InlineData("value", "later than 2025-03-28", "Later than 28 Mar 2025.")]
    public void What_came_of_it_is_a_sentence(string rule, string outcome, string said) => Assert.Equal(said, TraceWords.Outcome(new TraceStep(rule, null, null, outcome)));

    [Fact]
    public void The_table_prints_no_key_and_no_ISO_date()
    {
        TraceStep[] trace =
        [
            new("question", "country;deploy-troops;norland", "country;deploy-troops;norland", "same question"), new("event and scope", "publicity: public", "publicity: formal", "same scope"),
            new("valid time", "2025-03-28", "2025-09-05", "161 days apart", true, "both speak of a fixed time"), new("speakers", "Lakeside Courier", "Emil Varga", "two sources"),
        ];
        var text = Render<RuleTable>(p => p.Add(t => t.Trace, trace).Add(t => t.Kind, RelationKind.Supersedes).Add(t => t.Question, Question)).Find("table").TextContent;
        Assert.DoesNotContain("deploy-troops", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("publicity", text, StringComparison.Ordinal);
        Assert.Contains("Both speak of a fixed time.", text, StringComparison.Ordinal);
    }
}

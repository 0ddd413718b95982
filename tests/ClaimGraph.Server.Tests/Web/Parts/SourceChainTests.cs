using Bunit;
using ClaimGraph.Web;
using Chain = ClaimGraph.Web.SourceChain;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class SourceChainTests : BunitContext
{
    private static ChainStepView Step(int position, ChainRole role, string name, bool inferred = false) =>
        new() { Position = position, Role = role, Actor = new ActorView { Id = "a_" + name, Name = name }, Cue = "said", Inferred = inferred };

    private IRenderedComponent<Chain> Shown(SourceChainView chain) => Render<Chain>(p => p.Add(c => c.Chain, chain));

    [Fact]
    public void Steps_stand_in_order_from_the_innermost_speaker()
    {
        var chain = Shown(new() { Complete = true, Steps = [Step(1, ChainRole.Relay, "Spokesman"), Step(0, ChainRole.Speaker, "Marsh")] });
        Assert.Equal(["Marsh", "Spokesman"], chain.FindAll(".name").Select(n => n.TextContent.Trim()));
        Assert.Equal(["1", "2"], chain.FindAll(".dot").Select(n => n.TextContent));
    }

    [Fact]
    public void Joint_speakers_share_a_step()
    {
        var chain = Shown(new() { Complete = true, Steps = [Step(0, ChainRole.Speaker, "Paris"), Step(0, ChainRole.Speaker, "London"), Step(1, ChainRole.Outlet, "Post")] });
        Assert.Equal(2, chain.FindAll("li").Count);
        Assert.Equal(2, chain.FindAll("li")[0].QuerySelectorAll(".name a").Length);
    }

    [Fact]
    public void An_inferred_step_is_dashed_and_says_so()
    {
        var chain = Shown(new() { Steps = [Step(0, ChainRole.Speaker, "Marsh"), Step(1, ChainRole.Outlet, "Post", inferred: true), Step(2, ChainRole.Outlet, "Site")] });
        var gap = Assert.Single(chain.FindAll("li.gap"));
        Assert.Contains("inferred", gap.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_break_is_named_and_offers_to_add_what_is_missing()
    {
        var chain = Shown(new() { Break = "The original is not stored.", Steps = [Step(0, ChainRole.Outlet, "Site")] });
        Assert.Contains("The chain breaks here. The original is not stored.", chain.Find(".caution").TextContent, StringComparison.Ordinal);
        Assert.Equal("/articles/new", chain.Find(".caution a").GetAttribute("href"));
    }

    [Fact]
    public void A_cycle_names_every_article_on_it()
    {
        var chain = Shown(new() { Steps = [Step(0, ChainRole.Outlet, "Site")], Cycle = [new() { Id = "s_1", Title = "One" }, new() { Id = "s_2", Title = "Two" }] });
        Assert.Equal(["One", "Two"], chain.FindAll(".caution a").Select(a => a.TextContent));
    }
}

namespace ClaimGraph.Tests;

public class ChainTests
{
    private static readonly ILookup<string, Citation> NoCitations = Array.Empty<Citation>().ToLookup(c => c.FromId);

    [Fact]
    public void A_named_speaker_relayed_by_a_named_outlet_is_a_complete_chain()
    {
        var chain = SourceChain.Of([Step(0, ChainRole.Speaker, "Emmanuel Macron", actor: "a_1"), Step(1, ChainRole.Outlet, "BBC", source: "s_bbc")], "s_article", NoCitations);
        Assert.True(chain.Complete);
        Assert.Null(chain.Cycle);
    }

    [Fact]
    public void Unnamed_officials_break_the_chain_and_are_quoted_in_the_reason()
    {
        var chain = SourceChain.Of([Step(0, ChainRole.Speaker, "British officials"), Step(1, ChainRole.Outlet, "FT", source: "s_ft")], "s_article", NoCitations);
        Assert.Equal("The chain ends at “British officials”, who are not named.", chain.Break);
    }

    [Fact]
    public void An_outlet_that_rests_on_unnamed_sources_breaks_where_they_stand()
    {
        var chain = SourceChain.Of([Step(0, ChainRole.Origin, "military sources"), Step(1, ChainRole.Outlet, "Bloomberg", source: "s_b")], "s_article", NoCitations);
        Assert.Contains("military sources", chain.Break);
    }

    [Fact]
    public void The_own_voice_of_an_unknown_outlet_is_a_break()
    {
        var chain = SourceChain.Of([Step(0, ChainRole.Narrator, "the article")], "s_article", NoCitations);
        Assert.Equal("The outlet that published it is not known.", chain.Break);
    }

    [Fact]
    public void A_chain_without_steps_says_that_nothing_is_known() =>
        Assert.StartsWith("Nothing is known", SourceChain.Of([], "s_article", NoCitations).Break);

    [Fact]
    public void Articles_that_cite_each_other_in_a_circle_are_shown_in_order()
    {
        var citations = Cites(("a", "b"), ("b", "c"), ("c", "a"), ("b", "d"), ("d", "e")).ToLookup(c => c.FromId);
        var chain = SourceChain.Of([Step(0, ChainRole.Outlet, "X", source: "x")], "a", citations);
        Assert.Equal(["a", "b", "c"], chain.Cycle);
    }

    [Fact]
    public void A_circle_that_does_not_pass_through_the_article_is_not_its_own()
    {
        var citations = Cites(("a", "b"), ("b", "c"), ("c", "b")).ToLookup(c => c.FromId);
        Assert.Null(SourceChain.Of([Step(0, ChainRole.Outlet, "X", source: "x")], "a", citations).Cycle);
    }

    [Fact]
    public void A_line_of_ten_thousand_citations_is_walked_without_recursion()
    {
        var line = Enumerable.Range(0, 10_000).Select(i => ($"{i}", $"{i + 1}")).Append(("10000", "0"));
        var chain = SourceChain.Of([Step(0, ChainRole.Outlet, "X", source: "x")], "0", Cites([.. line]).ToLookup(c => c.FromId));
        Assert.Equal(10_001, chain.Cycle!.Count);
    }

    [Fact]
    public void Five_articles_of_one_speaker_are_one_origin()
    {
        var c = Corroboration.Of(Enumerable.Range(1, 5).Select(i => Of($"c{i}", $"s{i}", Origin.OfActor("macron"))), []);
        Assert.Equal((5, 5, 1, 1), (c.Claims, c.Articles, c.Origins.Low, c.Origins.High));
        var group = Assert.Single(c.Groups);
        Assert.Equal(OriginReason.SameSpeaker, group.Why);
        Assert.Equal(["c1"], group.Claims);
        Assert.Equal(4, group.Repeats.Count);
    }

    [Fact]
    public void Two_sentences_of_one_article_repeat_each_other()
    {
        var c = Corroboration.Of([Of("c1", "s1", Origin.OfArticle("s1")), Of("c2", "s1", Origin.OfArticle("s1"))], []);
        Assert.Equal(OriginReason.SameDocument, Assert.Single(c.Groups).Why);
        Assert.Equal(OriginReason.SameDocument, Assert.Single(c.Groups[0].Repeats).Reason);
    }

    [Fact]
    public void The_same_text_under_two_names_is_one_origin()
    {
        var c = Corroboration.Of([Of("c1", "s1", Origin.OfArticle("s1"), 1), Of("c2", "s2", Origin.OfArticle("s1"), 2)], []);
        Assert.Equal(1, c.Origins.High);
        Assert.Equal(OriginReason.NearDuplicate, Assert.Single(c.Groups[0].Repeats).Reason);
    }

    [Fact]
    public void Outlets_that_cite_each_other_count_as_one()
    {
        var claims = new[] { Of("c1", "s1", Origin.OfOutlet("x")), Of("c2", "s2", Origin.OfOutlet("y")), Of("c3", "s3", Origin.OfOutlet("z")) };
        Assert.Equal(3, Corroboration.Of(claims, Cites(("x", "y"))).Origins.High);
        Assert.Equal(2, Corroboration.Of(claims, Cites(("x", "y"), ("y", "x"))).Origins.High);
    }

    [Fact]
    public void Unnamed_sources_make_the_count_a_range_with_a_reason()
    {
        var claims = new[] { Of("c1", "s1", Origin.OfActor("a")), Of("c2", "s2", Origin.OfArticle("s2"), known: false), Of("c3", "s3", Origin.OfArticle("s3"), known: false) };
        var count = Corroboration.Of(claims, []).Origins;
        Assert.Equal((1, 3), (count.Low, count.High));
        Assert.Contains("2 articles", count.Reason);
    }

    [Fact]
    public void Undated_claims_come_last_and_ties_follow_the_id()
    {
        var claims = new[] { Of("c3", "s3", Origin.OfActor("a")), Of("c2", "s2", Origin.OfActor("a"), 2), Of("c1", "s1", Origin.OfActor("a"), 2) };
        Assert.Equal(["c1"], Corroboration.Of(claims, []).Groups[0].Claims);
        Assert.Equal(["c2", "c3"], Corroboration.Of(claims, []).Groups[0].Repeats.Select(r => r.ClaimId));
    }

    private static AttributionStep Step(int position, ChainRole role, string name, string? actor = null, string? source = null) =>
        new(position, role, name) { ActorId = actor, SourceId = source };

    private static OriginClaim Of(string claim, string source, string origin, int? day = null, bool known = true) =>
        new(claim, source, origin, known, day is { } d ? new DateOnly(2025, 3, d) : null);

    private static List<Citation> Cites(params (string From, string To)[] edges) =>
        [.. edges.Select(e => new Citation(e.From, e.To, CitationKind.Cites, null, null))];
}

using Bunit;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class TagsTests : BunitContext
{
    [Theory]
    [InlineData(RelationKind.Contradicts, "contradicts", "Contradicts")]
    [InlineData(RelationKind.Supersedes, "supersedes", "Superseded")]
    [InlineData(RelationKind.Refines, "refines", "Narrower")]
    [InlineData(RelationKind.Corroborates, "corroborates", "Agrees")]
    public void Every_kind_has_glyph_word_and_class(RelationKind kind, string name, string word)
    {
        var tag = Render<RelationTag>(p => p.Add(t => t.Kind, kind)).Find(".tag");
        Assert.True(tag.ClassList.Contains(name));
        Assert.Equal(word, tag.TextContent.Trim());
        Assert.NotEmpty(tag.QuerySelector("svg path")!.GetAttribute("d")!);
    }

    [Fact]
    public void The_glyphs_differ()
    {
        var glyphs = Enum.GetValues<RelationKind>().Select(k => Render<RelationTag>(p => p.Add(t => t.Kind, k)).Find("path").GetAttribute("d"));
        Assert.Equal(4, glyphs.Distinct().Count());
    }

    [Fact]
    public void Origins_come_before_articles() =>
        Assert.Equal("1 origin · 5 articles", Render<Origins>(p => p.Add(o => o.Count, new OriginCountView { Low = 1, High = 1 }).Add(o => o.Articles, 5)).Find(".origins").TextContent);

    [Fact]
    public void A_range_of_origins_prints_its_reason()
    {
        var origins = Render<Origins>(p => p.Add(o => o.Count, new OriginCountView { Low = 1, High = 3, Reason = "one chain is broken" }).Add(o => o.WithReason, true));
        Assert.Contains("1 to 3 origins", origins.Markup, StringComparison.Ordinal);
        Assert.Contains("(one chain is broken)", origins.Markup, StringComparison.Ordinal);
    }
}

using ClaimGraph.Extraction;
using ClaimGraph.Tests.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Comparison;

/// <summary>Claims that repeat another's figure have its origin; those who found out for themselves have their own.</summary>
public sealed class LineageTests
{
    private const string Agency = "NORDHAVN (HNA) - About 2,900 barrels of oil have spilled from the tanker Blue Heron off Nordhavn, a port official said on Tuesday.";

    [Fact]
    public void An_article_that_has_its_figure_from_an_agency_has_the_agencys_origin() =>
        Assert.Equal(1, Origins(("Harbour News Agency", Agency), ("Daily Echo", "About 2,900 barrels of oil have spilled from the tanker Blue Heron off Nordhavn, writes the Harbour News Agency.")));

    [Fact]
    public void An_agency_is_found_under_its_initials() =>
        Assert.Equal(1, Origins(("Harbour News Agency", Agency), ("Daily Echo", "About 2,900 barrels of oil have spilled from the tanker Blue Heron off Nordhavn, writes the Nordhavn Courier with reference to the agency HNA.")));

    [Fact]
    public void Who_no_longer_contests_a_figure_accepts_it_from_who_gave_it() =>
        Assert.Equal(1, Origins(
            ("Harbour News Agency", "NORDHAVN - 4,600 barrels of oil have spilled from the tanker Blue Heron off Nordhavn, the Coast Guard said on Tuesday."),
            ("Daily Echo", "The owner no longer contests that the tanker Blue Heron lost 4,600 barrels of oil off Nordhavn, lawyers for the operator told a court.")));

    [Fact]
    public void Who_counts_for_himself_is_an_origin_of_his_own() =>
        Assert.Equal(2, Origins(
            ("Harbour News Agency", "NORDHAVN - 4,600 barrels of oil have spilled from the tanker Blue Heron off Nordhavn, the Coast Guard said on Tuesday."),
            ("Daily Echo", "4,600 barrels of oil have spilled from the tanker Blue Heron off Nordhavn, Lena Falk of the Nordhavn Institute said on Tuesday.")));

    [Fact]
    public void Two_who_speak_together_are_no_second_origin_beside_one_of_them() =>
        Assert.Equal(1, Origins(
            ("Harbour News Agency", "Norway said on Monday that it was ready to send troops to Moldova."),
            ("Daily Echo", "Sweden and Norway said on Tuesday that they were ready to send troops to Moldova.")));

    [Fact]
    public void The_order_of_ingestion_changes_no_origin()
    {
        (string, string)[] articles = [("Harbour News Agency", Agency), ("Daily Echo", "About 2,900 barrels of oil have spilled from the tanker Blue Heron off Nordhavn, writes the Harbour News Agency.")];
        Assert.Equal(Origins(articles), Origins([.. articles.Reverse()]));
    }

    [Fact]
    public void The_days_of_speaking_keep_no_two_reports_of_one_spill_apart()
    {
        var blocks = Read(
            ("Harbour News Agency", "The Coast Guard said on Tuesday that about 2,900 barrels of oil have spilled from the tanker Blue Heron off Nordhavn."),
            ("Daily Echo", "Roughly 122,000 gallons of oil are in the water off Nordhavn where the tanker Blue Heron ran aground, Lena Falk of the Nordhavn Institute wrote on Wednesday."));
        Assert.Equal(RelationKind.Corroborates, Assert.Single(blocks.Relations.Values).Kind);
    }

    [Fact]
    public void Reports_on_one_draft_meet_by_the_people_in_them()
    {
        var blocks = Read(
            ("Harbour News Agency", "Savings in the draft come to 740 million euros, said Lena Falk. Prime Minister Ole Brandt did not comment. The Island Alliance, led by Ana Kovac, was silent."),
            ("Daily Echo", "The Audit Council puts the savings in the draft at 1.08 billion euros. Ana Kovac of the Island Alliance told the Echo that her party was surprised."));
        Assert.Equal(RelationKind.Contradicts, Assert.Single(blocks.Relations.Values).Kind);
    }

    private static int Origins(params (string Outlet, string Text)[] articles)
    {
        var blocks = Read(articles);
        Assert.Single(blocks.Claims.Values.Select(c => c.QuestionId).Distinct());
        return blocks.Claims.Keys.Select(id => blocks.Origins.GetValueOrDefault(id) ?? blocks.Claims[id].Claim.Origin).Distinct().Count();
    }

    private static MemoryBlocks Read(params (string Outlet, string Text)[] articles)
    {
        var blocks = new MemoryBlocks();
        var extractor = new ClaimExtractor(CaseFile.Clock);
        foreach (var (outlet, text) in articles)
            blocks.Add(extractor.Read(new Article { Id = outlet, Outlet = outlet, Published = "2025-03-26" }, text, []));
        return blocks;
    }
}

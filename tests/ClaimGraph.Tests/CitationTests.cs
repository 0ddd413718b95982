using System.Text.Json;
using ClaimGraph.Citations;

namespace ClaimGraph.Tests;

/// <summary>Citations equal the approved files in <c>approved/</c>: a changed citation shows in the diff.</summary>
public class CitationTests
{
    private static readonly CitedSource Outlet = new("s_agency", SourceKind.Outlet, "The Northern Agency", null, "https://agency.example/", null, null);

    private static readonly CitedClaim Claim = new(
        "c_sample1",
        "Fourteen of the 20 pumps {50 % of output} failed & were shut down",
        "14 pumps, failed",
        "Ada Lindqvist",
        ActorKind.Person,
        PartialDate.Day(new DateOnly(2025, 9, 4), "given"),
        new CitedSource("s_article", SourceKind.Article, "Pumps fail at Harbour_4", "The Daily Quay", "https://quay.example/pumps?id=1", PartialDate.Day(new DateOnly(2025, 9, 4), "given"), "en"),
        [
            new AttributionStep(0, ChainRole.Speaker, "Ada Lindqvist") { ActorId = "a_1", Cue = "said" },
            new AttributionStep(1, ChainRole.Relay, "The Northern Agency") { SourceId = "s_agency", Cue = "according to" },
            new AttributionStep(2, ChainRole.Outlet, "The Daily Quay") { SourceId = "s_quay" },
        ],
        new Dictionary<string, CitedSource> { ["s_agency"] = Outlet, ["s_quay"] = new("s_quay", SourceKind.Outlet, "The Daily Quay", null, null, null, null) },
        Standing.Disputed,
        "https://claims.example/claims/c_sample1");

    [Theory]
    [InlineData(CitationFormat.Footnote, "txt")]
    [InlineData(CitationFormat.CslJson, "json")]
    [InlineData(CitationFormat.BibTeX, "bib")]
    [InlineData(CitationFormat.Ris, "ris")]
    [InlineData(CitationFormat.ClaimReview, "jsonld")]
    public void A_claim_and_its_chain_are_cited_as_approved(CitationFormat format, string ending)
    {
        Approved.Equal($"claim-{format}.{ending}", ClaimCitation.Write(Claim, format, chain: false));
        Approved.Equal($"chain-{format}.{ending}", ClaimCitation.Write(Claim, format, chain: true));
    }

    [Theory]
    [InlineData(DatePrecision.Year, "[[2025]]", "2025///", "2025")]
    [InlineData(DatePrecision.Month, "[[2025,3]]", "2025/03//", "2025-03")]
    [InlineData(DatePrecision.Day, "[[2025,3,1]]", "2025/03/01/", "2025-03-01")]
    public void A_date_is_cited_no_more_exactly_than_it_is_known(DatePrecision precision, string csl, string ris, string bibtex)
    {
        var day = new DateOnly(2025, 3, 1);
        var end = precision switch { DatePrecision.Year => new DateOnly(2025, 12, 31), DatePrecision.Month => new DateOnly(2025, 3, 31), _ => day };
        var claim = Claim with { Source = Claim.Source with { Published = new PartialDate(day, end, precision, "given") } };
        using var json = JsonDocument.Parse(ClaimCitation.Write(claim, CitationFormat.CslJson, false));
        Assert.Equal(csl, JsonSerializer.Serialize(json.RootElement[0].GetProperty("issued").GetProperty("date-parts")));
        Assert.Contains($"DA  - {ris}\n", ClaimCitation.Write(claim, CitationFormat.Ris, false), StringComparison.Ordinal);
        Assert.Contains($"date = {{{bibtex}}}", ClaimCitation.Write(claim, CitationFormat.BibTeX, false), StringComparison.Ordinal);
    }

    [Fact]
    public void An_undated_article_has_no_date_rather_than_a_false_one()
    {
        var claim = Claim with { Source = Claim.Source with { Published = null }, Asserted = PartialDate.Unknown };
        Assert.Contains("undated", ClaimCitation.Write(claim, CitationFormat.Footnote, false), StringComparison.Ordinal);
        Assert.DoesNotContain("issued", ClaimCitation.Write(claim, CitationFormat.CslJson, false), StringComparison.Ordinal);
        Assert.DoesNotContain("DA  -", ClaimCitation.Write(claim, CitationFormat.Ris, false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_end_a_record_or_open_a_command()
    {
        var claim = Claim with { Source = Claim.Source with { Title = "Evil\nER  - \n\\input{secret} }, author={x" } };
        Assert.Equal(1, ClaimCitation.Write(claim, CitationFormat.Ris, false).Split('\n').Count(l => l.StartsWith("ER", StringComparison.Ordinal)));
        var bibtex = ClaimCitation.Write(claim, CitationFormat.BibTeX, false);
        Assert.DoesNotContain("\\input", bibtex, StringComparison.Ordinal);
        Assert.DoesNotContain("author={x", bibtex, StringComparison.Ordinal);
        Assert.DoesNotContain("</script", ClaimCitation.Write(claim with { Quote = "</script><b>" }, CitationFormat.ClaimReview, false), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ClaimCitation.Write(claim, CitationFormat.CslJson, false));
        Assert.Equal(claim.Source.Title, json.RootElement[0].GetProperty("title").GetString());
    }
}

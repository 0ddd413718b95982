using Bunit;
using ClaimGraph.Server.Tests.Web.Support;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class DatesTests : BunitContext
{
    [Fact]
    public void A_day_that_is_given_is_printed_as_it_is()
    {
        var time = Render<FuzzyDate>(p => p.Add(d => d.Date, Sample.Day(2025, 9, 4))).Find("time");
        Assert.Equal("4 Sep 2025", time.TextContent);
        Assert.Equal("2025-09-04", time.GetAttribute("datetime"));
    }

    [Fact]
    public void A_day_that_was_worked_out_says_so_and_why()
    {
        var time = Render<FuzzyDate>(p => p.Add(d => d.Date, Sample.Day(2025, 9, 4, "worked out from “Thursday”")).Add(d => d.Full, true)).Find("time");
        Assert.Equal("c. 4 September 2025", time.TextContent);
        Assert.Equal("worked out from “Thursday”", time.GetAttribute("title"));
    }

    [Fact]
    public void A_month_never_becomes_a_day()
    {
        var time = Render<FuzzyDate>(p => p.Add(d => d.Date, Sample.Month(2025, 3))).Find("time");
        Assert.Equal("March 2025", time.TextContent);
        Assert.Equal("2025-03", time.GetAttribute("datetime"));
    }

    public static TheoryData<DateOnly?, DateOnly?, DatePrecision, string> Others => new()
    {
        { null, new DateOnly(2025, 9, 4), DatePrecision.Open, "by 4 Sep 2025" },
        { new DateOnly(2025, 9, 4), null, DatePrecision.Open, "since 4 Sep 2025" },
        { new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), DatePrecision.Year, "2025" },
        { new DateOnly(2025, 3, 17), new DateOnly(2025, 3, 23), DatePrecision.Week, "17 – 23 Mar 2025" },
        { new DateOnly(2025, 3, 30), new DateOnly(2025, 4, 2), DatePrecision.Week, "30 Mar – 2 Apr 2025" },
        { null, null, DatePrecision.Unknown, "undated" },
    };

    [Theory, MemberData(nameof(Others))]
    public void What_is_known_only_in_part_is_printed_in_part(DateOnly? start, DateOnly? end, DatePrecision precision, string text) =>
        Assert.Equal(text, Dates.Text(new PartialDate(start, end, precision, "given")));

    [Fact]
    public void A_range_names_the_year_once() =>
        Assert.Equal("28 Mar – 4 Sep 2025", Dates.Range(Sample.Day(2025, 3, 28), Sample.Day(2025, 9, 4)));
}

using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Parts;

public sealed class ScopeTests
{
    private static readonly PageScope Then = new() { AsOf = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Address = "/conflicts?kind=refines&asOf=2026-01-02T03:04:05Z" };

    [Fact]
    public void A_link_keeps_the_recorded_time_in_force() =>
        Assert.Equal("/articles/s_1?show=alone&asOf=2026-01-02T03%3A04%3A05.000Z#claim-c_1", Then.Link("/articles/s_1?show=alone#claim-c_1"));

    [Fact]
    public void A_link_to_now_leaves_it_out() => Assert.Equal("/conflicts?kind=refines", Then.WithoutAsOf);

    [Fact]
    public void An_instant_is_shown_in_the_visitors_zone()
    {
        var scope = new PageScope { Zone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(5), "test", "test") };
        Assert.Equal("2 Jan 2026, 08:04", scope.Time(Then.AsOf!.Value));
    }

    [Fact]
    public void An_address_escapes_what_it_is_given() => Assert.Equal("/search?q=a%26b%20%3F", Address.Of("/search", ("q", "a&b ?"), ("k", null)));

    [Theory]
    [InlineData("2025-13-01", null)]
    [InlineData("2025-03-01", "2025-03-01")]
    [InlineData("'; drop", null)]
    public void A_filter_that_is_said_wrongly_counts_as_not_said(string from, string? read) => Assert.Equal(read, BoardFilters.Of(null, null, from, null, null, null, null).From);

    [Fact]
    public void Filters_go_into_the_address_and_come_back()
    {
        var filters = BoardFilters.Of(["refines", "odd"], "confirmed", "2025-03-01", null, "two", " Marsh ", "new");
        Assert.Equal("/conflicts?kind=refines&review=confirmed&from=2025-03-01&origins=two&actor=Marsh&sort=new", filters.Href(PageScope.Default));
    }
}

using ClaimGraph.Web;

namespace ClaimGraph.Server.Tests.Web.Support;

/// <summary>Records for components: an invented dispute about ferries.</summary>
internal static class Sample
{
    public static PartialDate Day(int year, int month, int day, string basis = "given") => PartialDate.Day(new DateOnly(year, month, day), basis);

    public static PartialDate Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1), DatePrecision.Month, "given");

    public static ClaimView Claim(string id, string value, PartialDate? at = null, string quote = "no country has committed to sending ferries", string? speaker = null) => new()
    {
        Id = id,
        Quote = quote,
        Start = 100,
        End = 100 + quote.Length,
        Value = new ValueView { Text = value },
        Asserted = at ?? Day(2025, 3, 28),
        Speaker = speaker is null ? null : new ActorView { Id = "a_1", Name = speaker },
        Source = new SourceView { Id = "s_1", Title = "Ministers argue", Outlet = new SourceView { Id = "s_2", Title = "The Harbour Post" } },
    };

    public static PositionView Position(string id, string value, bool current = true) =>
        new() { Id = id, Value = new ValueView { Text = value }, Current = current, ArticleCount = 1, IndependentOrigins = new() { Low = 1, High = 1 }, Example = Claim("c_" + id, value) };

    public static JointView Joint(PositionView earlier, PositionView later, RelationKind kind = RelationKind.Supersedes) =>
        new() { Earlier = earlier, Later = later, Kind = kind, Reason = "160 days later", DecidingField = "value", Relation = new RelationView { Id = "r_" + earlier.Id + later.Id } };
}

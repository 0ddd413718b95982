using System.Globalization;
using System.Text;

namespace ClaimGraph.Citations;

/// <summary>A footnote as an editor would paste it: speaker and chain, title, outlet, date, address, then the words.</summary>
internal static class Footnote
{
    public static string Write(CitedClaim claim, bool chain)
    {
        var text = new StringBuilder();
        if (chain && Route(claim) is { Length: > 0 } route)
            text.Append(route).Append(", ");
        else if (claim.Speaker is { } speaker)
            text.Append(speaker).Append(", quoted in ");
        text.Append('‘').Append(ClaimCitation.TitleOf(claim.Source)).Append('’');
        if (claim.Source.Outlet is { } outlet)
            text.Append(", ").Append(outlet);
        text.Append(", ").Append(Date(claim.Source.Published ?? claim.Asserted));
        if (claim.Source.Url is { } url)
            text.Append(", ").Append(url);
        return text.Append(": ‘").Append(claim.Quote.Trim()).Append("’.").ToString();
    }

    /// <summary>"4 September 2025", "September 2025", "2025" or "undated".</summary>
    internal static string Date(PartialDate date) => date switch
    {
        { IsKnown: false } => "undated",
        { Precision: DatePrecision.Minute or DatePrecision.Day, SortDay: { } day } => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.Text,
    };

    private static string Route(CitedClaim claim)
    {
        var steps = claim.Chain.Where(s => s.Name != claim.Source.Outlet).GroupBy(s => s.Position).OrderBy(g => g.Key)
            .Select(joint => (Names: string.Join(" and ", joint.Select(s => s.Name)), joint.First().Role)).ToList();
        return string.Join(", ", steps.Select((step, i) => step.Role switch
        {
            _ when i == 0 => step.Names,
            ChainRole.Origin => $"through {step.Names}",
            _ => $"according to {step.Names}",
        }));
    }
}

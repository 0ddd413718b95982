using System.Globalization;
using System.Text;

namespace ClaimGraph.Citations;

/// <summary>RIS records (Research Information Systems, 2001 specification): one tag a line, <c>TY</c> first, <c>ER</c> last.</summary>
internal static class Ris
{
    public static string Write(CitedClaim claim, bool chain) =>
        string.Concat(ClaimCitation.SourcesOf(claim, chain).Select(source => Record(claim, source)));

    private static string Record(CitedClaim claim, CitedSource source)
    {
        var text = new StringBuilder();
        var cited = source.Id == claim.Source.Id;
        Tag("TY", source.Kind switch { SourceKind.Article => "NEWS", SourceKind.Report => "RPRT", _ => "GEN" });
        Tag("ID", cited ? claim.Id : source.Id);
        Tag("TI", ClaimCitation.TitleOf(source));
        Tag("T2", source.Outlet);
        Tag("DA", Date(source.Published));
        Tag("UR", source.Url);
        Tag("LA", source.Language);
        if (cited)
            Tag("N1", (claim.Speaker is { } speaker ? speaker + ": " : "") + "“" + claim.Quote.Trim() + "”");
        return text.Append("ER  - \n").ToString();

        void Tag(string name, string? value)
        {
            if (value is not null)
                text.Append(CultureInfo.InvariantCulture, $"{name}  - {OneLine(value)}\n");
        }
    }

    private static string? Date(PartialDate? date) => date switch
    {
        null or { Start: null } => null,
        { Precision: DatePrecision.Year } => date.Start.Value.ToString("yyyy'///'", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Month } => date.Start.Value.ToString("yyyy'/'MM'//'", CultureInfo.InvariantCulture),
        _ => date.Start.Value.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture),
    };

    private static string OneLine(string value) => string.Create(value.Length, value, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsControl(from[i]) ? ' ' : from[i];
    });
}

using System.Globalization;
using System.Text;

namespace ClaimGraph.Citations;

/// <summary>BibTeX entries for biblatex: <c>@article</c> for newspaper articles, <c>@report</c> and <c>@misc</c> for the rest.</summary>
internal static class BibTeX
{
    public static string Write(CitedClaim claim, bool chain) =>
        string.Join('\n', ClaimCitation.SourcesOf(claim, chain).Select(source => Entry(claim, source)));

    private static string Entry(CitedClaim claim, CitedSource source)
    {
        var cited = source.Id == claim.Source.Id;
        var fields = new List<(string Name, string? Value)>
        {
            ("title", ClaimCitation.TitleOf(source)),
            ("journal", source.Outlet),
            ("date", Date(source.Published)),
            ("url", source.Url),
            ("langid", source.Language),
            ("note", cited ? (claim.Speaker is { } speaker ? speaker + ": " : "") + "“" + claim.Quote.Trim() + "”" : null),
        };
        var text = new StringBuilder($"@{(source.Kind switch { SourceKind.Article => "article", SourceKind.Report => "report", _ => "misc" })}{{{(cited ? claim.Id : source.Id)}");
        foreach (var (name, value) in fields.Where(f => f.Value is not null))
            text.Append(CultureInfo.InvariantCulture, $",\n  {name} = {{{(name == "url" ? Address(value!) : Escape(value!))}}}");
        return text.Append("\n}\n").ToString();
    }

    private static string? Date(PartialDate? date) => date switch
    {
        null or { Start: null } => null,
        { Precision: DatePrecision.Year } => date.Start.Value.ToString("yyyy", CultureInfo.InvariantCulture),
        { Precision: DatePrecision.Month } => date.Start.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        { End: { } end } when end != date.Start => $"{date.Start:yyyy-MM-dd}/{end:yyyy-MM-dd}",
        _ => date.Start.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    // Every character that TeX would act on, and line ends, which would end a field for some readers.
    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
            text.Append(c switch
            {
                '\\' => "\\textbackslash{}",
                '{' => "\\{",
                '}' => "\\}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                '&' or '%' or '$' or '#' or '_' => "\\" + c,
                _ when char.IsControl(c) => " ",
                _ => c.ToString(),
            });
        return text.ToString();
    }

    private static string Address(string url) => url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);
}

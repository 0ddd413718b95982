using System.ComponentModel;

namespace ClaimGraph.Api.Schema;

[Description("A date as exactly as the source gives it: a first and a last day, both belonging to it, and why we believe it. Never a false day.")]
internal sealed class PartialDate(ClaimGraph.PartialDate date)
{
    [Description("The date for a reader: `2025-03-28`, `March 2025`, `since 2024-01-01`, `undated`.")]
    public string Text => date.Text;

    [Description("The first day that it can be; null where the beginning is open or nothing is known.")]
    public DateOnly? Start => date.Start;

    [Description("The last day that it can be; null where the end is open or nothing is known.")]
    public DateOnly? End => date.End;

    [Description("How exactly it is known.")]
    public DatePrecision Precision => date.Precision;

    [Description("Where it comes from, in words: \"weekday counted back from the publication date\".")]
    public string Basis => date.Basis;

    internal static PartialDate? Of(ClaimGraph.PartialDate? date) => date is null ? null : new(date);
}

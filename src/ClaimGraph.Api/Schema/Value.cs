using System.ComponentModel;

namespace ClaimGraph.Api.Schema;

[Description("What a claim says, in comparable form: a quantity as an interval, whether it is affirmed or denied, how firmly, and within which scope.")]
internal sealed class Value(ClaimGraph.Value value)
{
    [Description("The value for a reader: `26 countries, committed`.")]
    public string Text => value.Text;

    [Description("How the quantity was compared in words (\"more than\", \"at least\"); null where there is no quantity.")]
    public Comparator? Comparator => value.Quantity?.Comparator;

    [Description("Lower end of the interval in the unit as written, scale words multiplied out; null is unbounded.")]
    public double? Low => value.Quantity?.Low;

    [Description("Upper end of the interval; null is unbounded.")]
    public double? High => value.Quantity?.High;

    [Description("The unit as written: `countries`, `EUR`, `percent`.")]
    public string? Unit => value.Quantity?.Unit;

    [Description("Whether the words leave slack: \"about\", \"nearly\", \"some\".")]
    public bool Approximate => value.Quantity?.Approximate ?? false;

    [Description("Whether it is affirmed or denied.")]
    public Polarity Polarity => value.Polarity;

    [Description("How firmly: a rung of the commitment ladder, or plainly asserted, planned, possible and so on.")]
    public Modality Modality => value.Modality;

    [Description("What narrows the claim without changing its question, as `name: value`: `publicity: formal`, `group: children`.")]
    public IReadOnlyList<string> Scope => value.Scope;

    [Description("The condition under which alone it is claimed, in the source's words.")]
    public string? Condition => value.Condition;

    [Description("Whether the lower end belongs to the interval.")]
    public bool LowInclusive => value.Quantity?.LowInclusive ?? true;

    [Description("Whether the upper end belongs to the interval.")]
    public bool HighInclusive => value.Quantity?.HighInclusive ?? true;

    [Description("The vague word that stands for the number: `several`, `dozens`; null for figures.")]
    public string? Vague => value.Quantity?.Vague;

    [Description("False where the source says that the answer is not known. Zero is a known value.")]
    public bool Known => value.Polarity != Polarity.Unknown;
}

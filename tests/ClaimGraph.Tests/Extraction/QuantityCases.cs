using System.Globalization;
using ClaimGraph.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary>
/// Text and its quantities: <c>cases/quantities-*.txt</c>, lines of <c>text =&gt; LOW..HIGH unit</c>, joined by <c>;</c>. A bracket leaves its bound out: <c>(5..</c>. <c>~</c> is approximate, <c>+</c> and <c>-</c> a change. <c>nothing</c> expects none.
/// </summary>
public sealed class QuantityCases
{
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "quantities-*.txt").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                if (line.Length > 0 && line[0] != '#' && line.Split(" => ", 2) is [var text, var expected]) data.Add(text.Trim(), expected.Trim());
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Text_holds_the_quantities_that_a_reader_would_see(string text, string expected) =>
        Assert.Equal(expected == "nothing" ? "" : expected, string.Join("; ", QuantityReader.ReadAll(text).Select(Shown)));

    private static string Shown(FoundQuantity f)
    {
        var q = f.Quantity;
        var change = f.Change switch { QuantityChange.Up => "+", QuantityChange.Down => "-", QuantityChange.To => ">", _ => "" };
        return $"{change}{(q.Approximate && q.Vague is null ? "~" : "")}{(q.LowInclusive ? "" : "(")}{Number(q.Low)}..{Number(q.High)}{(q.HighInclusive ? "" : ")")} {q.Unit ?? "-"}";
    }

    private static string Number(double? value) => value is { } v ? Math.Round(v, 6).ToString("0.######", CultureInfo.InvariantCulture) : "";
}

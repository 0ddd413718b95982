using System.Globalization;
using ClaimGraph.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary><c>cases/dates.txt</c> and <c>cases/datelines.txt</c>: date expressions, and the day an article speaks on.</summary>
public sealed class DateCases
{
    public static TheoryData<string, string> Expressions() => Data("dates.txt");

    public static TheoryData<string, string> Lines() => Data("datelines.txt");

    private static TheoryData<string, string> Data(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var (text, expected) in CaseFile.Pairs(file)) data.Add(text, expected);
        return data;
    }

    [Theory]
    [MemberData(nameof(Expressions))]
    public void An_expression_becomes_an_interval(string text, string expected)
    {
        var (article, stored) = Split(text);
        var (context, _) = new ClaimExtractor(CaseFile.Clock).Statements(article, stored);
        var shown = context.Dates.Select(d => $"{d.Span.Of(stored)} = {Interval(d.Date)} {d.Date.Precision}").ToList();
        if (expected == "nothing") Assert.Empty(shown);
        else Assert.Contains(expected, shown);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_date_line_beats_the_metadata(string text, string expected)
    {
        var (article, stored) = Split(text);
        var extractor = new ClaimExtractor(CaseFile.Clock);
        var anchor = extractor.Statements(article, stored).Context.Anchor;
        var warnings = extractor.Read(article, stored, []).Warnings.Select(w => w.Code);
        var parts = expected.Split(' ');
        Assert.Equal(parts[0], anchor.IsKnown ? anchor.Start == anchor.End ? Iso(anchor.Start) : Interval(anchor) : "unknown");
        Assert.Equal(parts.Skip(1), warnings);
    }

    [Fact]
    public void Where_date_line_and_metadata_disagree_both_are_kept_and_the_basis_says_so()
    {
        const string text = "Bridge falls in the north\n26 March 2025\nA bridge fell in the north of the country after days of rain, police said.";
        var reading = new ClaimExtractor(CaseFile.Clock).Read(new Article { Id = "case", Published = "2025-04-04" }, text, []);
        var anchor = new ClaimExtractor(CaseFile.Clock).Statements(new Article { Id = "case", Published = "2025-04-04" }, text).Context.Anchor;
        Assert.Equal(new DateOnly(2025, 4, 4), reading.Source.Published?.Start);
        Assert.Contains("26 March 2025", anchor.Basis, StringComparison.Ordinal);
        Assert.Contains("2025-04-04", anchor.Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_is_asserted_on_the_day_its_frame_names()
    {
        var (_, statements) = new ClaimExtractor(CaseFile.Clock).Statements(new Article { Id = "case", Published = "2025-03-28" }, "Anna Kovac said on Monday that 12 bridges were closed.");
        Assert.Equal(new DateOnly(2025, 3, 24), Assert.Single(statements).Asserted.Start);
    }

    [Fact]
    public void Yesterday_inside_a_quotation_counts_from_the_day_of_the_quotation()
    {
        const string text = "“Twelve bridges fell yesterday,” Anna Kovac said on Monday.";
        var (context, _) = new ClaimExtractor(CaseFile.Clock).Statements(new Article { Id = "case", Published = "2025-03-28" }, text);
        Assert.Equal(new DateOnly(2025, 3, 23), context.Dates.Single(d => d.Span.Of(text) == "yesterday").Date.Start);
    }

    private static (Article Article, string Text) Split(string text)
    {
        var parts = text.Split(" | ", 2);
        return (new Article { Id = "case", Published = parts[0] == "-" ? null : parts[0] }, parts[1].Replace(" ¶ ", "\n", StringComparison.Ordinal));
    }

    private static string Interval(PartialDate date) => date.IsKnown ? $"{Iso(date.Start)}..{Iso(date.End)}" : "?";

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

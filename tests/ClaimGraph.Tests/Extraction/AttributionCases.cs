using ClaimGraph.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary><c>cases/attribution-*.txt</c>: text, some words of a content, and the chain expected for it; the chain may be given only in its first steps.</summary>
public sealed class AttributionCases
{
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var (text, expected) in CaseFile.Pairs("attribution-*.txt")) data.Add(text, expected);
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Words_lead_back_to_those_who_said_them(string text, string expected)
    {
        var parts = expected.Split(" | ");
        var stored = text.Replace(" ¶ ", "\n", StringComparison.Ordinal);
        var article = new Article { Id = "case", Outlet = "The Test Post", Published = "2025-03-28" };
        var (_, statements) = new ClaimExtractor(CaseFile.Clock).Statements(article, stored);
        var read = string.Join("\n", statements.Select(s => $"{s.Content.Of(stored)} | {Chain(s)}"));
        var holding = statements.Where(s => s.Content.Of(stored).Contains(parts[0], StringComparison.Ordinal)).OrderBy(s => s.Content.Length).FirstOrDefault();
        Assert.True(holding is not null, $"No statement holds “{parts[0]}”:\n{read}");
        Assert.StartsWith(parts[1], Chain(holding), StringComparison.Ordinal);
        if (parts.Length > 2) Assert.Equal(parts[2], holding.Attribution[0].Stance.ToString().ToUpperInvariant());
    }

    private static string Chain(Statement statement) =>
        string.Join(" < ", statement.Attribution.GroupBy(s => s.Position).OrderBy(g => g.Key).Select(g => $"{g.First().Role.ToString().ToUpperInvariant()} {string.Join(" + ", g.Select(s => s.Name))}"));
}

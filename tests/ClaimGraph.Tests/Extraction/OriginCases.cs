using ClaimGraph.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary><c>cases/origins.txt</c>: text, some words of a claim, and what stands behind it.</summary>
public sealed class OriginCases
{
    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var (text, expected) in CaseFile.Pairs("origins.txt")) data.Add(text, expected);
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_claim_rests_on_whoever_stands_behind_it(string text, string expected)
    {
        var parts = expected.Split(" | ");
        var article = new Article { Id = "case", Outlet = "The Test Post", Published = "2025-03-28" };
        var reading = new ClaimExtractor(CaseFile.Clock).Read(article, text, []);
        var claim = reading.Claims.FirstOrDefault(c => c.Quote.Contains(parts[0], StringComparison.Ordinal));
        Assert.True(claim is not null, $"No claim holds “{parts[0]}”: {string.Join(" / ", reading.Claims.Select(c => c.Quote))}");
        Assert.Equal(parts[1], Told(reading, claim));
    }

    private static string Told(Reading reading, Claim claim)
    {
        var name = Origin.IsArticle(claim.Origin) ? "article"
            : Origin.ActorOf(claim.Origin) is { } actor ? reading.Actors.First(a => a.Id == actor).Name
            : reading.NamedSources.First(s => s.Id == Origin.SourceOf(claim.Origin)).Title!;
        return claim.OriginKnown ? name : $"{name} ?";
    }
}

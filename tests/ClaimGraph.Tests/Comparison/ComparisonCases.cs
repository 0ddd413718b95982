using System.Text.Json;
using ClaimGraph.Comparison;
using Xunit;

namespace ClaimGraph.Tests.Comparison;

/// <summary>
/// Pairs of claims and what is to come of them: <c>cases/comparison*.json</c>, one file per phenomenon. The earlier article comes in first and the later second, then the other way round.
/// Expected: a kind in upper case, then what else must hold, e.g. <c>SUPERSEDES conflict by value</c>, <c>REFINES narrower b</c>, <c>CORROBORATES dependent</c>, <c>CANDIDATE</c>, <c>none</c>.
/// </summary>
public sealed class ComparisonCases
{
    public static TheoryData<string, string, string, string> All()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "comparison*.json").Order(StringComparer.Ordinal))
        {
            foreach (var item in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
                data.Add(item.GetProperty("case").GetString()!, item.GetProperty("a").GetString()!, item.GetProperty("b").GetString()!, item.GetProperty("expect").GetString()!);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_pair_comes_out_as_expected_in_either_order(string name, string a, string b, string expect)
    {
        Assert.NotEmpty(name);
        var sameArticle = b.StartsWith("same article: ", StringComparison.Ordinal);
        if (sameArticle) b = b["same article: ".Length..];
        Reading first = ClaimText.Reading("first", a), second = ClaimText.Reading("second", b);
        Claim claimA = first.Claims[0], claimB = second.Claims[0];
        if (sameArticle)
        {
            var both = ClaimText.Reading("first", a, b);
            (claimA, claimB) = (both.Claims[0], both.Claims[1]);
            Assert.Equal(expect, Outcome(claimA, claimB, both));
            return;
        }
        Assert.Equal(expect, Outcome(claimA, claimB, first, second));
        Assert.Equal(expect, Outcome(claimA, claimB, second, first));
    }

    private static string Outcome(Claim a, Claim b, params Reading[] readings)
    {
        var store = new MemoryBlocks();
        foreach (var reading in readings) store.Add(reading);
        if (store.Candidates.Count > 0) return "CANDIDATE";
        if (!store.Relations.TryGetValue(Ids.Relation(a.Id, b.Id), out var relation)) return "none";
        Assert.Contains(relation.Trace, t => t.Decides);
        Assert.InRange(relation.Confidence, 0.01, 1);
        return relation.Kind switch
        {
            RelationKind.Supersedes => $"SUPERSEDES{(relation.Conflict ? " conflict" : "")} {(relation.LaterId == b.Id ? "b over a" : "a over b")} by {relation.DecidingField}",
            RelationKind.Contradicts => $"CONTRADICTS by {relation.DecidingField}",
            RelationKind.Refines => $"REFINES narrower {(relation.NarrowerId == a.Id ? "a" : "b")}",
            _ => $"CORROBORATES {relation.Independent switch { true => "independent", false => "dependent", null => "unknown" }}",
        };
    }
}

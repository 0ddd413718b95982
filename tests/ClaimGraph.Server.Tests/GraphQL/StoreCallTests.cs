using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>A level of a query costs one store call a field, however many nodes it has.</summary>
public sealed class StoreCallTests
{
    [Theory]
    [InlineData("{ claims { nodes { quote source { title outlet { title } } speaker { name } } } }", 1)]
    [InlineData("{ claims { nodes { quote voice } } }", 2)]
    [InlineData("{ claims { nodes { sourceChain { steps { role actor { name } } } } } }", 3)]
    [InlineData("{ claims { nodes { corroboration { independentOrigins { low } } } } }", 2)]
    [InlineData("{ claims { nodes { corroboration { origins { name claims { quote } repeats { claim { quote } } } } } } }", 7)]
    [InlineData("{ claims { nodes { relations { nodes { kind earlier { quote } } totalCount } } } }", 3)]
    [InlineData("{ claims { totalCount nodes { question { text positions { claimCount } } } } }", 4)]
    [InlineData("{ questions { nodes { positions { example { quote } claims(first: 2) { nodes { quote } } } joints { later { claimCount } } headline } } }", 7)]
    [InlineData("{ sources { nodes { text cites { to { title } } lineage { name } claims { nodes { id } } } } }", 6)]
    [InlineData("{ actors { nodes { timelines { question { text } points { relationToNext { kind } } } speaksThrough { name } mergedFrom { name } } } }", 8)]
    [InlineData("{ claims { nodes { highlights { start } notes { code } citation(format: RIS) actors { actor { name } } } } }", 6)]
    public async Task No_level_asks_twice(string query, int most)
    {
        CountedStore counts = null!;
        await using var host = await ApiHost.StartAsync(wrap: store =>
        {
            (var wrapped, counts) = CountedStore.Around(store);
            return wrapped;
        });
        await host.DataAsync(query);
        counts.Calls.Clear();
        await host.DataAsync(query);
        Assert.True(counts.Calls.Values.Sum() <= most, $"{counts.Calls.Values.Sum()} calls: {string.Join(", ", counts.Calls.Select(c => $"{c.Key} {c.Value}"))}");
    }
}

using System.CommandLine;
using System.Globalization;
using ClaimGraph.Extraction;
using ClaimGraph.Tests.Comparison;

namespace ClaimGraph.Benchmarks;

/// <summary><c>pairs</c>: how many pairs of claims comparison looks at as a store grows, counted and not timed, with what it costs beside.</summary>
internal static class Pairs
{
    public static Command Command()
    {
        var sizes = new Option<int[]>("--claims") { Description = "Sizes of the store at which a row is printed", DefaultValueFactory = _ => [1_000, 10_000, 100_000], AllowMultipleArgumentsPerToken = true };
        var seed = new Option<int>("--seed") { Description = "The same seed writes the same articles", DefaultValueFactory = _ => 1 };
        var command = new Command("pairs", "Counts the pairs of claims that are compared as a store grows.") { sizes, seed };
        command.SetAction(parsed => Run([.. parsed.GetRequiredValue(sizes).Order()], parsed.GetRequiredValue(seed)));
        return command;
    }

    private static void Run(int[] sizes, int seed)
    {
        var (newsroom, store, extractor) = (new Newsroom(seed), new MemoryBlocks(), new ClaimExtractor(TimeProvider.System));
        var articles = 0;
        Console.WriteLine("| claims | articles | pairs compared | pairs a claim | relations | candidates | comparing, ms an article |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            while (store.Claims.Count < size)
            {
                var article = newsroom.Next();
                store.Add(extractor.Read(article, article.Text!, []));
                articles++;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {store.Claims.Count:N0} | {articles:N0} | {store.PairsCompared:N0} | {(double)store.PairsCompared / store.Claims.Count:0.0} | {store.Relations.Count:N0} | {store.Candidates.Count:N0} | {store.Comparing.TotalMilliseconds / articles:0.00} |"));
        }
    }
}

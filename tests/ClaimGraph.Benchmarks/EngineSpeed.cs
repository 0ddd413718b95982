using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using ClaimGraph.Extraction;
using ClaimGraph.Extraction.Dating;
using ClaimGraph.Extraction.Layout;
using ClaimGraph.Extraction.Naming;
using ClaimGraph.Extraction.Speech;
using ClaimGraph.Extraction.Tagging;
using ClaimGraph.Server.Reading;
using ClaimGraph.Server.Samples;
using ClaimGraph.Tests.Comparison;

namespace ClaimGraph.Benchmarks;

/// <summary><c>engine</c>: what extraction and comparison cost on one core, stage by stage, in CPU time.</summary>
internal static partial class EngineSpeed
{
    /// <summary>MB after which the runtime has compiled what is hot.</summary>
    private const double WarmUp = 12;

    private const string FirstSentence = "Twenty-six countries have committed to sending troops to Ukraine, Emmanuel Macron said on Thursday.";

    private static readonly ClaimExtractor Extractor = new(TimeProvider.System);

    public static Command Command()
    {
        var articles = new Option<FileInfo?>("--articles") { Description = "Articles as JSON lines; without it, variants of the samples" };
        var rounds = new Option<int>("--rounds") { Description = "Rounds; the best one counts", DefaultValueFactory = _ => 5 };
        var command = new Command("engine", "Prints what reading and comparing cost, in CPU time.") { articles, rounds };
        command.SetAction(async (parsed, cancellation) => await RunAsync(parsed.GetValue(articles), parsed.GetRequiredValue(rounds), cancellation));
        return command;
    }

    private static async Task RunAsync(FileInfo? file, int rounds, CancellationToken cancellation)
    {
        // Before anything else has warmed the engine.
        var start = Cpu(() => Extractor.Read(new Article { Id = "first" }, FirstSentence, []));
        Console.WriteLine($"start-up        {start * 1000,8:0} ms CPU to the first sentence");
        var articles = file is null ? Variants() : await LoadAsync(file, cancellation);
        var megabytes = articles.Sum(a => Encoding.UTF8.GetByteCount(a.Text!)) / 1e6;
        var cold = Cpu(() => Read(articles));
        for (var read = 0.0; read < WarmUp; read += megabytes) Read(articles);

        var whole = Best(rounds, () => Read(articles));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sentences = Read(articles);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        List<Reading> readings = [.. articles.Select(a => Extractor.Read(a, a.Text!, []))];
        Console.WriteLine($"reading         {megabytes / whole,8:0.00} MB/s warm, {megabytes / cold,0:0.00} MB/s while the code is still being compiled; {articles.Count} articles, {megabytes:0.00} MB, {sentences} sentences, {readings.Sum(r => r.Claims.Count)} claims");
        Console.WriteLine($"allocation      {allocated / sentences,8:0} bytes a sentence");
        foreach (var (stage, seconds) in Stages(articles, whole, rounds)) Console.WriteLine($"  {stage,-22} {seconds / whole,7:P0}");

        MemoryBlocks Compare()
        {
            var store = new MemoryBlocks();
            foreach (var reading in readings) store.Add(reading);
            return store;
        }

        var compared = Enumerable.Range(0, rounds).Select(_ => Compare()).MinBy(s => s.Comparing)!;
        Console.WriteLine($"comparison      {compared.PairsCompared / compared.Comparing.TotalSeconds,8:0} pairs/s; {compared.PairsCompared} pairs, {compared.Relations.Count} relations");
    }

    /// <summary>Each stage by itself over what the stages before have made; propositions and assembly are what the whole takes beyond them.</summary>
    private static IEnumerable<(string Stage, double Seconds)> Stages(List<Article> articles, double whole, int rounds)
    {
        var documents = articles.Select(a => DocumentReader.Read(a.Text!, a.Title, [])).ToList();
        var names = documents.ConvertAll(d => Names.Read(d.Sentences));
        var anchor = PartialDate.Day(new DateOnly(2025, 3, 6), "");
        var publisher = new Publisher("the article", null);
        var tagging = Best(rounds, () => { foreach (var sentence in documents.SelectMany(d => d.Sentences)) Tagger.Tag([.. sentence.Tokens]); });
        var layout = Best(rounds, () => { foreach (var a in articles) DocumentReader.Read(a.Text!, a.Title, []); });
        var naming = Best(rounds, () => { foreach (var d in documents) Names.Read(d.Sentences); });
        var dating = Best(rounds, () => { foreach (var sentence in documents.SelectMany(d => d.Sentences)) DateReader.Find(sentence.Tokens, 0, sentence.Tokens.Count, anchor, []); });
        var speech = Best(rounds, () => { for (var i = 0; i < articles.Count; i++) new StatementReader(documents[i].Sentences, articles[i].Text!, names[i], [], anchor, publisher).Read(); });
        var signature = Best(rounds, () => { foreach (var d in documents) TextSignature.Of(d.Sentences); });
        return
        [
            ("words and layout", layout - tagging), ("tagging", tagging), ("naming", naming), ("dating", dating), ("speech", speech), ("signature", signature),
            ("propositions, assembly", whole - layout - naming - dating - speech - signature),
        ];
    }

    /// <returns>How many sentences were read; the readings are let go, as ingestion does.</returns>
    private static int Read(List<Article> articles) => articles.Sum(a => Extractor.Read(a, a.Text!, []).Sentences.Count);

    private static double Best(int rounds, Action work) => Enumerable.Range(0, rounds).Min(_ => Cpu(work));

    private static double Cpu(Action work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        work();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    private static async Task<List<Article>> LoadAsync(FileInfo file, CancellationToken cancellation)
    {
        var articles = new List<Article>();
        await foreach (var article in Inputs.ReadAsync(Inputs.Find([file.FullName], null), int.MaxValue, cancellation))
            if (article.Text is { Length: > 0 }) articles.Add(article);
        return articles;
    }

    /// <summary>The samples, told again with other figures.</summary>
    private static List<Article> Variants() =>
        [.. Enumerable.Range(0, 40).SelectMany(k => SampleArticles.All.Select((a, i) => a with { Id = $"sample-{i}-{k}", Path = null, Text = Figures().Replace(a.Text!, m => $"{int.Parse(m.Value, null) + k}") }))];

    [GeneratedRegex(@"(?<![\d.,])\d{2,3}(?![\d.,])")]
    private static partial Regex Figures();
}

using BenchmarkDotNet.Attributes;
using ClaimGraph.Extraction;
using ClaimGraph.Server.Samples;

namespace ClaimGraph.Benchmarks;

/// <summary>Extraction of the sample articles, with what it allocates.</summary>
[MemoryDiagnoser]
public class EngineReads
{
    private readonly ClaimExtractor _extractor = new(TimeProvider.System);

    [Benchmark]
    public int ReadSamples() => SampleArticles.All.Sum(a => _extractor.Read(a, a.Text!, []).Claims.Count);
}

using ClaimGraph.Comparison;
using ClaimGraph.Extraction;

namespace ClaimGraph;

public sealed record IngestOptions
{
    /// <summary>Articles whose text or HTML is longer (in UTF-8 bytes) are refused.</summary>
    public int MaxArticleBytes { get; init; } = 2 * 1024 * 1024;
    /// <summary>Claims read from one block before only the nearest in time are.</summary>
    public int BlockCap { get; init; } = 400;
}

/// <summary>What became of one article.</summary>
/// <param name="Reading">Null where it was refused; see <paramref name="Errors"/>.</param>
public sealed record IngestOutcome(Reading? Reading, Grouping Grouping, WriteResult Result, IReadOnlyList<Problem> Warnings, IReadOnlyList<Problem> Errors)
{
    public bool Refused => Errors.Count > 0;
}

/// <summary>How far a run is, for a progress line: reported after each article.</summary>
public sealed record IngestProgress(IngestionRun Run, IngestedArticle? Article, int Articles, int Claims, int Relations, long PairsCompared, int? Total);

/// <summary>Articles in, explained conflicts out: read, extract, compare, store.</summary>
public sealed class Ingest(IClaimStore store, IArticleReader reader, ClaimExtractor extractor, RelationFinder finder, TimeProvider clock, IngestOptions options)
{
    /// <summary>One article; with <paramref name="dryRun"/> nothing is stored.</summary>
    public Task<IngestOutcome> OneAsync(Article article, bool dryRun, CancellationToken cancellation) =>
        throw new NotImplementedException($"{store}{reader}{extractor}{finder}{clock}{options}");

    /// <summary>
    /// Many articles: extraction on all cores, storing by one writer in the order given, several articles a commit.
    /// The same document twice: the later is the newer version, whichever extraction ends first.
    /// </summary>
    /// <param name="run">An id for the run, to be found in the store; null for a new one.</param>
    public Task<IngestionRun> RunAsync(IAsyncEnumerable<Article> articles, int? total, string? run, IProgress<IngestProgress>? progress, CancellationToken cancellation) =>
        throw new NotImplementedException();
}

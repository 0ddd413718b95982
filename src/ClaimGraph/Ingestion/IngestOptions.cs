using ClaimGraph.Comparison;

namespace ClaimGraph;

public sealed record IngestOptions
{
    /// <summary>Articles whose text or HTML is longer (in UTF-8 bytes) are refused.</summary>
    public int MaxArticleBytes { get; init; } = 2 * 1024 * 1024;
    /// <summary>Claims read from one block before only the nearest in time are.</summary>
    public int BlockCap { get; init; } = 400;
    /// <summary>Articles that may share a commit.</summary>
    public int ArticlesPerCommit { get; init; } = 32;
    /// <summary>How often an article is compared anew because another writer was quicker, before it is given up.</summary>
    public int Tries { get; init; } = 60;
    /// <summary>Articles that are read at the same time; 0 for one a core.</summary>
    public int Readers { get; init; }
}

/// <summary>What became of one article.</summary>
/// <param name="Reading">Null where it was refused; see <paramref name="Errors"/>.</param>
/// <param name="Result">Of a dry run: what storing would have done.</param>
public sealed record IngestOutcome(Reading? Reading, Grouping Grouping, WriteResult Result, IReadOnlyList<Problem> Warnings, IReadOnlyList<Problem> Errors)
{
    public int Conflicts { get; init; }
    public bool Refused => Errors.Count > 0;
}

/// <summary>How far a run is, for a progress line: reported after each article.</summary>
public sealed record IngestProgress(IngestionRun Run, IngestedArticle? Article, int Articles, int Claims, int Relations, long PairsCompared, int? Total);

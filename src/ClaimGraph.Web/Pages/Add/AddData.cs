namespace ClaimGraph.Web;

public sealed class AddData : PageData
{
    public Connection<RunView>? IngestionRuns { get; set; }
}

public sealed class RunData : PageData
{
    public RunView? IngestionRun { get; set; }
}

/// <summary>Several articles that came in together.</summary>
public sealed class RunView
{
    public string Id { get; set; } = "";
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public int Total { get; set; }
    public int Done { get; set; }
    public int Claims { get; set; }
    public int Conflicts { get; set; }
    public Connection<RunArticleView>? Articles { get; set; }
}

public sealed class RunArticleView
{
    public string? Title { get; set; }
    public RunState State { get; set; }
    public int ClaimCount { get; set; }
    public int ConflictCount { get; set; }
    public IdView? Source { get; set; }
    public IReadOnlyList<Problem> Problems { get; set; } = [];
}

/// <summary>The answer of whichever mutation read articles.</summary>
public sealed class IngestData
{
    public IngestPayload? IngestArticles { get; set; }
    public IngestPayload? LoadSamples { get; set; }
    public TryPayload? IngestArticle { get; set; }
}

public sealed class IngestPayload
{
    public IdView? Run { get; set; }
    public IReadOnlyList<UserErrorView> Errors { get; set; } = [];
}

public sealed class TryPayload
{
    public bool Unchanged { get; set; }
    public SourceView? Source { get; set; }
    public IReadOnlyList<ClaimView> Claims { get; set; } = [];
    public IReadOnlyList<RelationView> Relations { get; set; } = [];
    public IReadOnlyList<CandidateView> Candidates { get; set; } = [];
    public IReadOnlyList<ReadSentenceView>? Reading { get; set; }
    public IReadOnlyList<Problem> Warnings { get; set; } = [];
    public IReadOnlyList<UserErrorView> Errors { get; set; } = [];
}

public sealed class ReadSentenceView
{
    public int Start { get; set; }
    public int End { get; set; }
    public SentenceKind Kind { get; set; }
    public string? LeftOut { get; set; }
    public IReadOnlyList<RecognisedView> Recognised { get; set; } = [];
    public IReadOnlyList<ClaimView> Claims { get; set; } = [];
}

public sealed record RecognisedView(int Start, int End, string What, string Value);

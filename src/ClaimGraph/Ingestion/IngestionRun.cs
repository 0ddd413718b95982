namespace ClaimGraph;

public enum RunState { Waiting, Reading, Done, Unchanged, Failed }

/// <summary>One article of a run, with what came of it.</summary>
public sealed record IngestedArticle(string? Title, RunState State)
{
    /// <summary>How its sender knows it: file and line, else path, id or address.</summary>
    public string? Name { get; init; }
    public string? SourceId { get; init; }
    public int ClaimCount { get; init; }
    public int ConflictCount { get; init; }
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>Several articles that came in together, and how far they are.</summary>
public sealed record IngestionRun(string Id, DateTimeOffset StartedAt)
{
    public DateTimeOffset? FinishedAt { get; init; }
    public IReadOnlyList<IngestedArticle> Articles { get; init; } = [];
    public int Total => Articles.Count;
    public int Done => Articles.Count(a => a.State > RunState.Reading);
    public int Claims => Articles.Sum(a => a.ClaimCount);
    public int Conflicts => Articles.Sum(a => a.ConflictCount);
}

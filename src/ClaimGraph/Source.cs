namespace ClaimGraph;

public enum SourceKind { Article, Outlet, Report, Statement, Document }

/// <summary>
/// Something that claims appear in or lead back to. An article is one document version; an outlet is a source too, and so is a cited report.
/// </summary>
/// <param name="Document">The id that the article was ingested with; null for sources that are only cited.</param>
/// <param name="Version">1 for the first version of a document.</param>
public sealed record Source(string Id, SourceKind Kind, string? Title)
{
    public string? Document { get; init; }
    public int Version { get; init; } = 1;
    public string? OutletId { get; init; }
    public string? OutletName { get; init; }
    public string? Url { get; init; }
    public PartialDate? Published { get; init; }
    public string? Language { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    /// <summary>When a newer version took its place; null while in force.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }
    public int ClaimCount { get; init; }
    public int ConflictCount { get; init; }
}

public enum NoticeKind { Correction, Retraction, Clarification, Update }

/// <summary>An editor's notice inside an article.</summary>
public sealed record SourceNotice(NoticeKind Kind, Span Span, string Text);

public enum CitationKind { Quotes, Paraphrases, Cites, Syndicates, Translates }

/// <summary>An edge <c>CITES</c> from one source to another, with the cue that shows it.</summary>
public sealed record Citation(string FromId, string ToId, CitationKind Kind, string? Cue, string? Quote);

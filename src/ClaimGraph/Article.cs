namespace ClaimGraph;

/// <summary>An article as it comes in: text or HTML, and what its sender knows about it. Nothing is fetched from <see cref="Url"/>.</summary>
public sealed record Article
{
    /// <summary>Identifies the document; without one the <see cref="Url"/> does, then <see cref="Path"/>, then a hash of the text.</summary>
    public string? Id { get; init; }
    public string? Text { get; init; }
    public string? Html { get; init; }
    public string? Title { get; init; }
    public string? Outlet { get; init; }
    public string? Url { get; init; }
    /// <summary>An ISO day, month, year or instant; null for not known.</summary>
    public string? Published { get; init; }
    /// <summary>A BCP 47 tag; null lets the text decide.</summary>
    public string? Language { get; init; }
    /// <summary>The file's path below the folder given, for files without an id or url.</summary>
    public string? Path { get; init; }
    /// <summary>Spans of <see cref="Text"/> that are page furniture, where somebody read the page before: kept in the text, out of the claims.</summary>
    public IReadOnlyList<Span> Furniture { get; init; } = [];
    /// <summary>The file, and line, that it came from: for messages alone.</summary>
    public string? Location { get; init; }
    /// <summary>Why its sender could not read it (a broken file, a bad line): such an article is refused with these words, and the run has them.</summary>
    public Problem? Unreadable { get; init; }
}

/// <summary>What went wrong or is worth knowing with one article, in words for its sender.</summary>
/// <param name="Code">Stable and upper-case: <c>NO_DATE</c>, <c>FUTURE_DATE</c>, <c>OTHER_LANGUAGE</c>, <c>EMPTY</c>, <c>TOO_LARGE</c>, <c>BINARY</c>, …</param>
public sealed record Problem(string Code, string Message, int? Line = null);

/// <summary>HTML turned into text: what a reader would call the article, and the spans of that text that are page furniture.</summary>
public sealed record ReadHtml(string Text, string? Title, string? Outlet, string? Published, string? Language, string? Url, IReadOnlyList<Span> Furniture);

/// <summary>HTML to text; the server gives it, so that the domain has no parser of its own.</summary>
public interface IArticleReader
{
    /// <summary>Reads a page. Never fetches. Returns null where the page holds no text.</summary>
    ReadHtml? Read(string html, string? url);
}

public enum SentenceKind { Statement, Headline, Credit, Dateline, Furniture, OtherLanguage }

/// <summary>Something recognised in a sentence, for <c>explain</c> and <i>Try it without saving</i>.</summary>
/// <param name="What">"quantity", "actor", "cue", "date", "rung", "negation", "scope", …</param>
public sealed record Recognised(Span Span, string What, string Value);

/// <summary>One sentence as read: what was recognised, which claims it yielded, and why nothing where it yielded none.</summary>
public sealed record ReadSentence(Span Span, SentenceKind Kind, IReadOnlyList<string> ClaimIds, IReadOnlyList<Recognised> Recognised, string? LeftOut);

/// <summary>Everything that extraction read in one document version, ready to be compared and stored.</summary>
public sealed record Reading
{
    /// <summary>The article; its id, document, outlet, dates and language are set.</summary>
    public required Source Source { get; init; }
    /// <summary>The stored text: spans count in it.</summary>
    public required string Text { get; init; }
    /// <summary>Hash of text and metadata: equal means unchanged.</summary>
    public required string ContentHash { get; init; }
    /// <summary>Outlets and cited sources that the article or its claims name.</summary>
    public IReadOnlyList<Source> NamedSources { get; init; } = [];
    public IReadOnlyList<Actor> Actors { get; init; } = [];
    public IReadOnlyList<Claim> Claims { get; init; } = [];
    public IReadOnlyList<Citation> Citations { get; init; } = [];
    public IReadOnlyList<ReadSentence> Sentences { get; init; } = [];
    public IReadOnlyList<Span> Furniture { get; init; } = [];
    public IReadOnlyList<SourceNotice> Notices { get; init; } = [];
    public IReadOnlyList<Problem> Warnings { get; init; } = [];
    /// <summary>MinHash signature of the body's shingles, for near-duplicate text; empty for a body too short to tell.</summary>
    public IReadOnlyList<uint> Signature { get; init; } = [];
}

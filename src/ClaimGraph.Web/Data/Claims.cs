namespace ClaimGraph.Web;

public sealed class ClaimView
{
    public string Id { get; set; } = "";
    public string Quote { get; set; } = "";
    /// <summary>UTF-16 offsets into the stored text, as <see cref="Highlights"/>.</summary>
    public int Start { get; set; }
    public int End { get; set; }
    public ContextView? Context { get; set; }
    public QuestionView? Question { get; set; }
    public ValueView Value { get; set; } = new();
    public PartialDate Asserted { get; set; } = PartialDate.Unknown;
    public DateTimeOffset RecordedAt { get; set; }
    public SourceView? Source { get; set; }
    public ActorView? Speaker { get; set; }
    /// <summary>Who says it, by name; null where the article does in its own voice.</summary>
    public string? Voice { get; set; }
    public IReadOnlyList<ActorMentionView> Actors { get; set; } = [];
    public SourceChainView? SourceChain { get; set; }
    public CorroborationView? Corroboration { get; set; }
    public Connection<RelationView>? Relations { get; set; }
    public double CheckWorthiness { get; set; }
    public IReadOnlyList<AssessmentView> Assessments { get; set; } = [];
    public IReadOnlyList<Span> Highlights { get; set; } = [];
    public Standing Standing { get; set; } = Standing.Alone;
    public PartialDate? StandingSince { get; set; }
    public WordingView? Wording { get; set; }
    public IReadOnlyList<ClaimNote> Notes { get; set; } = [];
    public string? Citation { get; set; }

    /// <summary>The highlights as offsets into <see cref="Quote"/>.</summary>
    public IReadOnlyList<Span> QuoteHighlights =>
        [.. Highlights.Where(s => s.Start >= Start && s.End <= End && s.Length > 0).Select(s => new Span(s.Start - Start, s.End - Start))];
}

public sealed record ContextView(string Before, string After, int Paragraph);

public sealed record WordingView(bool Compared, bool? Differs, SourceView? Original, string Text);

public sealed class SourceChainView
{
    public IReadOnlyList<ChainStepView> Steps { get; set; } = [];
    public bool Complete { get; set; }
    public string? Break { get; set; }
    public IReadOnlyList<SourceView>? Cycle { get; set; }
}

public sealed class ChainStepView
{
    public int Position { get; set; }
    public ChainRole Role { get; set; }
    public string? Name { get; set; }
    public ActorView? Actor { get; set; }
    public SourceView? Source { get; set; }
    public string? Cue { get; set; }
    public string? Quote { get; set; }
    public Stance Stance { get; set; } = Stance.Reports;
    public bool Inferred { get; set; }
}

public sealed class CorroborationView
{
    public int Claims { get; set; }
    public int Articles { get; set; }
    public OriginCountView IndependentOrigins { get; set; } = new();
    public IReadOnlyList<OriginView> Origins { get; set; } = [];
}

/// <summary>Why claims count as one origin.</summary>
public enum OriginReason { SameDocument, SameSpeaker, SameCitedOutlet, NearDuplicate, Own }

public sealed class OriginView
{
    public OriginReason Why { get; set; }
    public string Name { get; set; } = "";
    public int ClaimCount { get; set; }
    public IReadOnlyList<ClaimView> Claims { get; set; } = [];
    public IReadOnlyList<RepeatView> Repeats { get; set; } = [];
}

public sealed record RepeatView(ClaimView Claim, string Reason);

public sealed class SourceView
{
    public string Id { get; set; } = "";
    public SourceKind Kind { get; set; }
    public string? Title { get; set; }
    public SourceView? Outlet { get; set; }
    public string? Url { get; set; }
    public PartialDate? Published { get; set; }
    public string? Language { get; set; }
    public string? Text { get; set; }
    public int Version { get; set; } = 1;
    public Connection<ClaimView>? Claims { get; set; }
    public IReadOnlyList<CitationView> Cites { get; set; } = [];
    public DateTimeOffset RecordedAt { get; set; }
    public IReadOnlyList<LineageView> Lineage { get; set; } = [];
    public IReadOnlyList<Span> Furniture { get; set; } = [];
    public int ClaimCount { get; set; }
    public int ConflictCount { get; set; }
    public bool InForce { get; set; } = true;
    public IReadOnlyList<NoticeView> Notices { get; set; } = [];
}

public sealed record CitationView(SourceView To, CitationKind Kind, string? Cue, string? Quote);

public sealed record LineageView(string Name, SourceView? Source, ChainRole Role, bool Inferred);

public sealed record NoticeView(NoticeKind Kind, int Start, int End, string Text);

public sealed class RelationView
{
    public string Id { get; set; } = "";
    public RelationKind Kind { get; set; }
    public bool Conflict { get; set; }
    public ClaimView Earlier { get; set; } = new();
    public ClaimView Later { get; set; } = new();
    public string Explanation { get; set; } = "";
    public string DecidingField { get; set; } = "";
    public IReadOnlyList<TraceStep> Trace { get; set; } = [];
    public double Confidence { get; set; }
    public IReadOnlyList<Factor> Factors { get; set; } = [];
    public RelationStatus Status { get; set; }
    public IReadOnlyList<AssessmentView> Assessments { get; set; } = [];
    public DateTimeOffset RecordedAt { get; set; }
    public int Version { get; set; }
    public QuestionView? Question { get; set; }
    public string Rule { get; set; } = "";
    public string? Counterfactual { get; set; }
    public IdView? Narrower { get; set; }
    public bool? Independent { get; set; }
    public int Dependents { get; set; }
}

public sealed record IdView(string Id);

public sealed class CandidateView
{
    public string Id { get; set; } = "";
    public ClaimView A { get; set; } = new();
    public ClaimView B { get; set; } = new();
    public double Score { get; set; }
    public string Doubt { get; set; } = "";
    public RelationKind Kind { get; set; }
    public QuestionView? Question { get; set; }
    public IReadOnlyList<Factor> Factors { get; set; } = [];
    public RelationStatus Status { get; set; }
    public IReadOnlyList<AssessmentView> Assessments { get; set; } = [];
    public int Version { get; set; }
}

public sealed class AssessmentView
{
    public string Id { get; set; } = "";
    public Verdict Verdict { get; set; }
    public string By { get; set; } = "";
    public DateTimeOffset At { get; set; }
    public string? Reason { get; set; }
    public bool Undone { get; set; }
}

/// <summary>An error that a caller can act on, from a mutation's payload.</summary>
public sealed class UserErrorView
{
    [System.Text.Json.Serialization.JsonPropertyName("__typename")]
    public string Type { get; set; } = "";
    public string Code { get; set; } = "";
    public string Message { get; set; } = "";
    public IReadOnlyList<string>? Path { get; set; }
    public AssessmentView? Assessment { get; set; }
}

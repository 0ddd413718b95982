
namespace ClaimGraph.Web;

// The pages' view of the schema: each record holds what some page asked for, and leaves the rest empty. Names are those of schema.graphql.

/// <summary>One page of a list by key.</summary>
public sealed class Connection<T>
{
    public IReadOnlyList<T> Nodes { get; set; } = [];
    public PageInfo PageInfo { get; set; } = new();
    /// <summary>Null where it was not asked for or is beyond what is counted.</summary>
    public int? TotalCount { get; set; }
}

public sealed class PageInfo
{
    public bool HasNextPage { get; set; }
    public bool HasPreviousPage { get; set; }
    public string? StartCursor { get; set; }
    public string? EndCursor { get; set; }
}

public sealed class ValueView
{
    public string Text { get; set; } = "";
    public double? Low { get; set; }
    public double? High { get; set; }
    public string? Unit { get; set; }
    public Modality Modality { get; set; } = Modality.Asserted;
    public IReadOnlyList<string> Scope { get; set; } = [];
    public string? Condition { get; set; }
}

public sealed class QuestionView
{
    public string Id { get; set; } = "";
    /// <summary>With days as the pages print them.</summary>
    public string Text { get; set => field = TraceWords.WithDates(value); } = "";
    public string Headline { get; set; } = "";
    public int ClaimCount { get; set; }
    public int ConflictCount { get; set; }
    public int PositionCount { get; set; }
    public int ArticleCount { get; set; }
    public PartialDate? FirstAsserted { get; set; }
    public PartialDate? LastAsserted { get; set; }
    public IReadOnlyList<PositionView> Positions { get; set; } = [];
    public IReadOnlyList<JointView> Joints { get; set; } = [];
    public IReadOnlyList<SetApartView> SetApart { get; set; } = [];
    public Connection<ClaimView>? Claims { get; set; }
    public Connection<RelationView>? Conflicts { get; set; }
}

public sealed class PositionView
{
    public string Id { get; set; } = "";
    public ValueView Value { get; set; } = new();
    public int ClaimCount { get; set; }
    public int ArticleCount { get; set; }
    public OriginCountView IndependentOrigins { get; set; } = new();
    public PartialDate? FirstAsserted { get; set; }
    public PartialDate? LastAsserted { get; set; }
    public ClaimView? Example { get; set; }
    public bool Current { get; set; }
}

public sealed class OriginCountView
{
    public int Low { get; set; }
    public int High { get; set; }
    public string? Reason { get; set; }
}

public sealed class JointView
{
    public PositionView Earlier { get; set; } = new();
    public PositionView Later { get; set; } = new();
    public RelationKind Kind { get; set; }
    public string Reason { get; set; } = "";
    public string DecidingField { get; set; } = "";
    public RelationStatus Status { get; set; }
    public RelationView? Relation { get; set; }
}

public sealed class SetApartView
{
    public QuestionView? Question { get; set; }
    public ClaimView? Claim { get; set; }
    public string Reason { get; set; } = "";
}

public sealed class ActorView
{
    public string Id { get; set; } = "";
    public string Name { get; set; } = "";
    public ActorKind Kind { get; set; } = ActorKind.Unknown;
    public IReadOnlyList<string> Aliases { get; set; } = [];
    public int ClaimCount { get; set; }
    public int QuestionCount { get; set; }
    public IReadOnlyList<ActorView> SpeaksThrough { get; set; } = [];
    public IReadOnlyList<ActorView> SpeaksFor { get; set; } = [];
    public IReadOnlyList<ActorMergeView> MergedFrom { get; set; } = [];
    public IReadOnlyList<TimelineView> Timelines { get; set; } = [];
    public Connection<ClaimView>? Claims { get; set; }
}

public sealed record ActorMergeView(string Id, string Name, string By, DateTimeOffset At);

public sealed record ActorMentionView(ActorView Actor, MentionRole Role);

public sealed class TimelineView
{
    public QuestionView Question { get; set; } = new();
    public int Contradictions { get; set; }
    public int Changes { get; set; }
    public IReadOnlyList<TimelinePointView> Points { get; set; } = [];
}

public sealed record TimelinePointView(ClaimView Claim, PartialDate At, bool Own, RelationView? RelationToNext);

public sealed class MergeSuggestionView
{
    public string Id { get; set; } = "";
    public ActorView A { get; set; } = new();
    public ActorView B { get; set; } = new();
    public double Score { get; set; }
    public string Reason { get; set; } = "";
    public int Version { get; set; }
}

public sealed class GraphView
{
    public IReadOnlyList<GraphNode> Nodes { get; set; } = [];
    public IReadOnlyList<GraphLink> Links { get; set; } = [];
    public int Total { get; set; }
    public int Shown { get; set; }
    public IReadOnlyList<LinkCountView> Counts { get; set; } = [];

    /// <summary>The same nodes with fewer links: for each node its first, those of the focus, then as they came, which is the most certain first.</summary>
    public GraphView Surest(int most, string? focus)
    {
        if (Links.Count <= most) return this;
        var held = new HashSet<string>(StringComparer.Ordinal);
        var firsts = Links.Where(l => held.Add(l.From) | held.Add(l.To)).ToHashSet();
        var kept = Links.OrderBy(l => firsts.Contains(l) ? 0 : l.From == focus || l.To == focus ? 1 : 2).Take(Math.Max(most, firsts.Count)).ToHashSet();
        return new() { Nodes = Nodes, Links = [.. Links.Where(kept.Contains)], Total = Total, Shown = Shown, Counts = Counts };
    }
}

public sealed record LinkCountView(LinkKind Kind, int Shown, int Total);

using System.Text.Json.Serialization;

namespace ClaimGraph.Web;

public sealed class SearchData : PageData
{
    public HitList? Search { get; set; }
    public Connection<ItemView>? Claims { get; set; }
    public Connection<ItemView>? Questions { get; set; }
    public Connection<ItemView>? Sources { get; set; }
    public Connection<ItemView>? Actors { get; set; }

    /// <summary>The list without words, whichever was asked for.</summary>
    public Connection<ItemView>? Listed => Claims ?? Questions ?? Sources ?? Actors;
}

public sealed class HitList
{
    public int? TotalCount { get; set; }
    public PageInfo PageInfo { get; set; } = new();
    public IReadOnlyList<KindCount> Counts { get; set; } = [];
    public IReadOnlyList<HitView> Nodes { get; set; } = [];
}

public sealed record KindCount(SearchKind Kind, int Total);

public sealed record HitView(string Text, IReadOnlyList<Span> Highlights, ItemView Item);

/// <summary>Whatever can be found: the members of its kind are set.</summary>
public sealed class ItemView
{
    [JsonPropertyName("__typename")]
    public string Type { get; set; } = "";
    public string Id { get; set; } = "";

    public string Quote { get; set; } = "";
    public int Start { get; set; }
    public int End { get; set; }
    public Standing Standing { get; set; } = Standing.Alone;
    public PartialDate? StandingSince { get; set; }
    public ValueView? Value { get; set; }
    public PartialDate? Asserted { get; set; }
    public ActorView? Speaker { get; set; }
    public SourceView? Source { get; set; }

    public string? QuestionText { get; set; }
    public string? Headline { get; set; }
    public int PositionCount { get; set; }

    public string? Title { get; set; }
    public SourceKind SourceKind { get; set; }
    public PartialDate? Published { get; set; }
    public SourceView? Outlet { get; set; }

    public string? Name { get; set; }
    public ActorKind ActorKind { get; set; } = ActorKind.Unknown;
    public IReadOnlyList<string> Aliases { get; set; } = [];

    public int ClaimCount { get; set; }
    public int ConflictCount { get; set; }
    public int QuestionCount { get; set; }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Web;

/// <summary>What of the graph is looked at, as it stands in the address: the page and its downloads read it alike.</summary>
public sealed record GraphChoice(string? Focus, int Hops, IReadOnlyList<string> Groups, string? To)
{
    /// <summary>Kinds of link as a visitor ticks them, by their names in the address.</summary>
    public static readonly IReadOnlyList<(string Key, LinkKind[] Kinds)> AllGroups =
    [
        ("claims", [LinkKind.Contradicts, LinkKind.Supersedes, LinkKind.Refines, LinkKind.Corroborates]),
        ("questions", [LinkKind.Answers]),
        ("sources", [LinkKind.AppearsIn, LinkKind.PublishedBy, LinkKind.Cites]),
        ("speakers", [LinkKind.AttributedTo]),
        ("mentions", [LinkKind.Mentions]),
    ];

    private static readonly string[] Usual = ["claims", "questions", "sources", "speakers"];

    public static GraphChoice Of(IQueryCollection query)
    {
        var groups = query["links"].Where(l => AllGroups.Any(g => g.Key == l)).Select(l => l!).Distinct().ToList();
        return new(
            query["focus"] is [{ Length: > 0 } focus, ..] ? focus : null,
            int.TryParse(query["hops"], NumberStyles.None, CultureInfo.InvariantCulture, out var hops) ? Math.Clamp(hops, 1, 3) : 1,
            groups.Count > 0 ? groups : Usual,
            query["to"] is [{ Length: > 0 } to, ..] ? to : null);
    }

    /// <summary>The variables of <c>Graph.graphql</c>.</summary>
    public (string Name, object? Value)[] Variables => Focus is null
        ? [("start", true)]
        : To is null
            ? [("of", Focus), ("hops", Hops), ("links", AllGroups.Where(g => Groups.Contains(g.Key)).SelectMany(g => g.Kinds).Select(Spelled).ToArray()), ("around", true)]
            : [("of", Focus), ("to", To), ("path", true)];

    /// <param name="path"><c>/graph</c> or one of the downloads.</param>
    public string Href(string path = "/graph")
    {
        var address = Address.Of(path, ("focus", Focus), ("hops", Hops == 1 ? null : Hops.ToString(CultureInfo.InvariantCulture)), ("to", To));
        return Groups.SequenceEqual(Usual) ? address : Groups.Aggregate(address, (a, g) => Address.Of(a, ("links", g)));
    }

    /// <summary>As GraphQL spells it: <c>APPEARS_IN</c>.</summary>
    private static object? Spelled(LinkKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());
}

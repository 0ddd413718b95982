using System.Globalization;

namespace ClaimGraph.Extraction;

/// <summary>
/// What the other figures of an article say of a claim: those beside it ("killed 14 and wounded 60"), on which two reports whose tolls differ may agree, and whether its number is
/// a part of a larger one.
/// </summary>
internal static class Neighbours
{
    private const int Reach = 200, Most = 8;

    /// <summary>The claims of one article in the order of the text, each of an event with the figures around it.</summary>
    public static IReadOnlyList<Claim> Noted(IReadOnlyList<Claim> claims)
    {
        var noted = new Claim[claims.Count];
        var figures = claims.Select(Figure).ToArray();
        for (var i = 0; i < noted.Length; i++)
        {
            var claim = noted[i] = claims[i];
            if (figures[i] is null || claim.Evidence is not { } evidence) continue;
            var beside = new SortedSet<string>(StringComparer.Ordinal);
            for (var j = 0; j < noted.Length && beside.Count < Most; j++)
                if (figures[j] is { } figure && Math.Abs(claims[j].Span.Start - claim.Span.Start) < Reach && What(figure) != What(figures[i]!)) beside.Add(figure);
            noted[i] = claim with { Evidence = evidence with { Beside = [.. beside], IsPart = claims.Any(other => IsPart(claim, other)) } };
        }
        return noted;
    }

    private static bool IsPart(Claim claim, Claim other) =>
        other.Proposition.Key == claim.Proposition.Key && NamesPart(other) && !NamesPart(claim) && other.Proposition.Quantity is { Low: { } low } && claim.Proposition.Quantity?.Low == low;

    // Civilians are a group only where they are a part.
    private static bool NamesPart(Claim claim) => claim.Proposition.Scope.Any(f => f is { Name: "part" } or { Name: "group", Value: "civilians" });

    private static string? Figure(Claim claim)
    {
        if (claim.Proposition is not { Key: { } key, Quantity: { } quantity } || (quantity.Low is > 0 ? quantity.Low : quantity.High) is not { } number) return null;
        var group = claim.Proposition.Scope.FirstOrDefault(f => f.Name == "group")?.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{key}{(group is null ? "" : $";{group}")}={number}");
    }

    private static string What(string figure) => figure[..figure.LastIndexOf('=')];
}

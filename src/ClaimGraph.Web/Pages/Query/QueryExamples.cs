namespace ClaimGraph.Web;

/// <summary>A query to start from.</summary>
/// <param name="Group">Whom it is for.</param>
/// <param name="Name">Of its document, below <c>Examples/</c>.</param>
/// <param name="Variables">As JSON; <c>{question}</c>, <c>{claim}</c>, <c>{actor}</c> and <c>{other}</c> are filled with ids that are stored.</param>
public sealed record QueryExample(string Group, string Name, string Title, string Variables = "");

/// <summary>Ten queries, for fact-checkers, editors and graph explorers in turn.</summary>
public static class QueryExamples
{
    public static readonly IReadOnlyList<QueryExample> All =
    [
        new(Texts.ForFactCheckers, "SupersededSince", Texts.ExampleSuperseded, """{ "from": "2025-03-01" }"""),
        new(Texts.ForFactCheckers, "Unreviewed", Texts.ExampleUnreviewed),
        new(Texts.ForFactCheckers, "WorthChecking", Texts.ExampleWorthChecking),
        new(Texts.ForEditors, "OneOrigin", Texts.ExampleOneOrigin),
        new(Texts.ForEditors, "BrokenChains", Texts.ExampleBrokenChains),
        new(Texts.ForEditors, "Citations", Texts.ExampleCitations, """{ "claim": "{claim}" }"""),
        new(Texts.ForExplorers, "OverTime", Texts.ExampleOverTime, """{ "actor": "{actor}" }"""),
        new(Texts.ForExplorers, "PathBetween", Texts.ExamplePath, """{ "from": "{actor}", "to": "{other}" }"""),
        new(Texts.ForExplorers, "AroundQuestion", Texts.ExampleAround, """{ "of": "{question}" }"""),
        new(Texts.ForExplorers, "KnownOn", Texts.ExampleKnownOn, """{ "at": "2026-01-01T00:00:00Z" }"""),
    ];

    public static string Filled(QueryExample example, QueryData? data)
    {
        if (example.Variables.Length == 0 || data is null) return example.Variables;
        var actors = data.Actors?.Nodes ?? [];
        return example.Variables
            .Replace("{question}", First(data.Questions?.Nodes) ?? "q_none", StringComparison.Ordinal)
            .Replace("{claim}", First(data.Claims?.Nodes) ?? "c_none", StringComparison.Ordinal)
            .Replace("{actor}", (actors.Count > 0 ? actors[0].Id : null) ?? "a_none", StringComparison.Ordinal)
            .Replace("{other}", (actors.Count > 1 ? actors[1].Id : null) ?? "a_none", StringComparison.Ordinal);
    }

    private static string? First(IReadOnlyList<IdView>? nodes) => nodes is [var first, ..] ? first.Id : null;
}

namespace ClaimGraph.Neo4j;

/// <summary>
/// A filter as Cypher: put together from the closed set of predicates in <c>filters.cypher</c>, every value as a parameter. Merged actors and questions are widened to what they stand for.
/// </summary>
internal sealed class Conditions(Dictionary<string, object?> parameters, Survivors survivors)
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Pieces = new(() => Cypher.Pieces("filters"));
    private int _next;

    public string Of(Filter<ClaimFilter>? filter) => Tree(filter, Of);

    public string Of(Filter<RelationFilter>? filter) => Tree(filter, Of);

    public string Of(Filter<QuestionFilter>? filter) => Tree(filter, Of);

    /// <summary>Rows in force now, or as they were recorded then.</summary>
    public string InForce(string row, DateTimeOffset? asOf)
    {
        if (asOf is not { } time) return $"{row}.withdrawnAt IS NULL";
        parameters["asOf"] = Stored.Time(time);
        return $"{row}.recordedAt <= $asOf AND ({row}.withdrawnAt IS NULL OR {row}.withdrawnAt > $asOf)";
    }

    public static string All(params IEnumerable<string> parts) => string.Join(" AND ", parts.Where(p => p != "true")) is { Length: > 0 } all ? all : "true";

    public string Of(ClaimFilter f) => All(
        Words("claim.text", f.Text),
        Among("claim.questions", f.Questions is null ? null : survivors.Of(f.Questions)),
        Among("claim.positions", f.Positions),
        Among("claim.actors", f.Actors is null ? null : survivors.Of(f.Actors)),
        Among("claim.speakers", f.Speakers is null ? null : survivors.Of(f.Speakers)),
        Among("claim.sources", f.Sources),
        Among("claim.outlets", f.Outlets),
        From("claim.assertedFrom", f.AssertedFrom),
        To("claim.assertedTo", f.AssertedTo),
        Piece("claim.recordedFrom", f.RecordedFrom is { } from ? Stored.Time(from) : null),
        Piece("claim.recordedTo", f.RecordedTo is { } to ? Stored.Time(to) : null),
        Among("claim.modality", f.Modality),
        Piece("claim.relationKinds", f.RelationKinds?.Select(k => k.ToString().ToUpperInvariant()).ToList()),
        Among("claim.standing", f.Standing),
        Piece("claim.quantityLow", f.QuantityLow),
        Piece("claim.quantityHigh", f.QuantityHigh),
        Piece("claim.quantityUnit", f.QuantityUnit),
        Piece("claim.minCheckWorthiness", f.MinCheckWorthiness),
        Among("claim.precision", f.Precision));

    public string Of(RelationFilter f) => All(
        Among("relation.kinds", f.Kinds),
        Among("relation.questions", f.Questions is null ? null : survivors.Of(f.Questions)),
        Among("relation.actors", f.Actors is null ? null : survivors.Of(f.Actors)),
        Among("relation.sources", f.Sources),
        Among("relation.outlets", f.Outlets),
        Among("relation.status", f.Status),
        From("relation.assertedFrom", f.AssertedFrom),
        To("relation.assertedTo", f.AssertedTo),
        Piece("relation.minConfidence", f.MinConfidence),
        Piece("relation.minOrigins", (long?)f.MinOrigins),
        Origins(f.Origins),
        Piece("relation.conflict", f.Conflict));

    public string Of(QuestionFilter f) => All(
        Words("question.text", f.Text),
        (f.Kinds, f.Status) switch
        {
            ({ } kinds, { } status) => Piece("question.kindsAndStatus", Names(kinds), Names(status)),
            ({ } kinds, null) => Piece("question.kinds", Names(kinds)),
            (null, { } status) => Piece("question.status", Names(status)),
            _ => "true",
        },
        Piece("question.actors", f.Actors is null ? null : survivors.Of(f.Actors).ToList()),
        Among("question.sources", f.Sources),
        Among("question.outlets", f.Outlets),
        f.AssertedFrom is null && f.AssertedTo is null ? "true"
            : Piece("question.asserted", f.AssertedFrom is { } from ? Stored.Day(from) : "0001", f.AssertedTo is { } to ? Stored.Day(to) + "~" : "~"),
        f.Origins is null ? "true" : Pieces.Value["question.conflict"].Replace("{{condition}}", Origins(f.Origins), StringComparison.Ordinal));

    public string Of(SourceFilter f, bool withoutOutlets = false) => All(
        Words("source.text", f.Text),
        Among("source.kinds", f.Kinds),
        withoutOutlets ? "true" : Among("source.outlets", f.Outlets),
        Among("source.languages", f.Languages),
        From("source.publishedFrom", f.PublishedFrom),
        To("source.publishedTo", f.PublishedTo));

    /// <summary>One of the predicates that ask for actors.</summary>
    public string Actors(string piece, IReadOnlyList<string>? actors) => Among(piece, actors is null ? null : survivors.Of(actors));

    public string Of(ActorFilter f) => All(Words("actor.text", f.Text), Among("actor.kinds", f.Kinds));

    /// <summary>Where no leaf names a status, dismissed relations are left out.</summary>
    public static string NotDismissed(Filter<RelationFilter>? filter) => Any(filter, l => l.Status is not null) ? "true" : Pieces.Value["relation.notDismissed"];

    public static bool Any<TLeaf>(Filter<TLeaf>? filter, Func<TLeaf, bool> leaf) => filter switch
    {
        Filter<TLeaf>.Leaf l => leaf(l.Value),
        Filter<TLeaf>.Not n => Any(n.Of, leaf),
        Filter<TLeaf>.And a => a.Of.Any(f => Any(f, leaf)),
        Filter<TLeaf>.Or o => o.Of.Any(f => Any(f, leaf)),
        _ => false,
    };

    /// <summary>The leaves that must all hold.</summary>
    public static IReadOnlyList<TLeaf> Leaves<TLeaf>(Filter<TLeaf>? filter) => filter switch
    {
        Filter<TLeaf>.Leaf l => [l.Value],
        Filter<TLeaf>.And a => [.. a.Of.OfType<Filter<TLeaf>.Leaf>().Select(l => l.Value)],
        _ => [],
    };

    /// <summary>The filter with other words in place of one of its <see cref="Leaves"/>: an index that is entered by a leaf's member answers that member.</summary>
    public static Filter<TLeaf>? Replaced<TLeaf>(Filter<TLeaf>? filter, TLeaf leaf, TLeaf by) where TLeaf : class => filter switch
    {
        Filter<TLeaf>.Leaf l when ReferenceEquals(l.Value, leaf) => new Filter<TLeaf>.Leaf(by),
        Filter<TLeaf>.And a => new Filter<TLeaf>.And([.. a.Of.Select(f => Replaced(f, leaf, by)!)]),
        _ => filter,
    };

    private static string Tree<TLeaf>(Filter<TLeaf>? filter, Func<TLeaf, string> leaf) => filter switch
    {
        null => "true",
        Filter<TLeaf>.Leaf l => leaf(l.Value),
        // Null is no answer, and what has no answer is not so.
        Filter<TLeaf>.Not n => $"NOT coalesce({Tree(n.Of, leaf)}, false)",
        Filter<TLeaf>.And a => All(a.Of.Select(f => Tree(f, leaf))),
        Filter<TLeaf>.Or { Of.Count: 0 } => "false",
        Filter<TLeaf>.Or o => $"({string.Join(" OR ", o.Of.Select(f => $"coalesce({Tree(f, leaf)}, false)"))})",
        _ => throw new InvalidOperationException($"A filter of the unknown kind {filter.GetType().Name}."),
    };

    private string Origins(OriginFilter? origins) => origins switch
    {
        OriginFilter.TwoOrMoreEachSide => Piece("relation.minOrigins", 2L),
        OriginFilter.OneSideRestsOnOne => Piece("relation.oneSideRestsOnOne", 2L),
        _ => "true",
    };

    /// <summary>Text without a word to look for finds nothing.</summary>
    private string Words(string piece, string? text) => text is null ? "true"
        : Neo4j.Words.Of(text) is { Count: > 0 } words ? Piece(piece, words.Take(20).Select(w => $" {w} ").ToList()) : "false";

    private string Among(string piece, IReadOnlyList<string>? values) => Piece(piece, values?.ToList());

    private string Among<T>(string piece, IReadOnlyList<T>? values) where T : struct, Enum => Piece(piece, values is null ? null : Names(values));

    private static List<string> Names<T>(IReadOnlyList<T> values) where T : struct, Enum => [.. values.Select(v => v.ToString())];

    private string From(string piece, DateOnly? day) => Piece(piece, day is { } d ? Stored.Day(d) : null);

    private string To(string piece, DateOnly? day) => Piece(piece, day is { } d ? Stored.Day(d) + "~" : null);

    private string Piece(string piece, object? value, object? other = null)
    {
        if (value is null) return "true";
        var text = Pieces.Value[piece].Replace("$value", "$" + Add(value), StringComparison.Ordinal);
        return "(" + (other is null ? text : text.Replace("$other", "$" + Add(other), StringComparison.Ordinal)) + ")";
    }

    private string Add(object value)
    {
        var name = $"p{_next++}";
        parameters[name] = value;
        return name;
    }
}

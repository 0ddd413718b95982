namespace ClaimGraph.Neo4j;

/// <summary>
/// What a write changes in counters: every claim and relation that is counted leaves as it was and enters as it is going to be. Numbers of different things
/// (articles of a position, questions of an actor) are counted by pairs, because their sum cannot tell.
/// </summary>
internal sealed class Tally
{
    private readonly Dictionary<string, QuestionDelta> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PositionDelta> _positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorDelta> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceDelta> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TallyDelta> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _counters = new(StringComparer.Ordinal);

    public IEnumerable<QuestionDelta> Questions => _questions.Values;
    public IEnumerable<PositionDelta> Positions => _positions.Values;
    public IEnumerable<ActorDelta> Actors => _actors.Values;
    public IEnumerable<SourceDelta> Sources => _sources.Values.Where(s => s.Claims != 0 || s.Conflicts != 0);
    public IEnumerable<TallyDelta> Pairs => _pairs.Values.Where(p => p.By != 0);
    public IEnumerable<CounterDelta> Counters => _counters.Where(c => c.Value != 0).Select(c => new CounterDelta(c.Key, c.Value));

    public void Count(string counter, long by) => _counters[counter] = _counters.GetValueOrDefault(counter) + by;

    /// <summary>The question changed in a way that no counter shows.</summary>
    public void Touch(string question) => Question(question);

    /// <param name="actors">Those that it is attributed to, merged ones replaced by their survivors.</param>
    public void Move(ClaimState claim, IReadOnlyCollection<string> actors, int by)
    {
        if (claim.Withdrawn) return;
        Count("claims", by);
        Source(claim.SourceId).Claims += by;
        if (claim.QuestionId is { } question)
        {
            Question(question).Claims += by;
            Pair($"qs|{question}|{claim.SourceId}", question, "questionArticles", null, null, by);
        }
        if (claim.PositionId is { } position)
        {
            Position(position).Claims += by;
            Pair($"ps|{position}|{claim.SourceId}", position, "positionArticles", null, null, by);
            if (claim.OriginKnown) Pair($"po|{position}|{claim.Origin}", position, "positionOrigins", null, null, by);
            else Pair($"pb|{position}|{claim.SourceId}", position, "positionBroken", null, null, by);
        }
        foreach (var actor in actors)
        {
            Actor(actor).Claims += by;
            if (claim.QuestionId is { } asked) Pair($"aq|{actor}|{asked}", actor, "actorQuestions", actor, asked, by);
        }
    }

    public void Move(RelationState relation, ClaimState later, ClaimState earlier, int by)
    {
        Question(relation.QuestionId);
        if (later.PositionId is { } one) Position(one);
        if (earlier.PositionId is { } other) Position(other);
        if (!relation.IsLive) return;
        Count("conflicts", by);
        var question = Question(relation.QuestionId);
        question.Conflicts += by;
        if (relation.Status == RelationStatus.Unreviewed)
        {
            question.Unreviewed += by;
            Count("unreviewed", by);
        }
        Source(later.SourceId).Conflicts += by;
        if (earlier.SourceId != later.SourceId) Source(earlier.SourceId).Conflicts += by;
    }

    private QuestionDelta Question(string id) => Get(_questions, id, static i => new QuestionDelta(i));

    private PositionDelta Position(string id) => Get(_positions, id, static i => new PositionDelta(i));

    private ActorDelta Actor(string id) => Get(_actors, id, static i => new ActorDelta(i));

    private SourceDelta Source(string id) => Get(_sources, id, static i => new SourceDelta(i));

    private void Pair(string key, string of, string field, string? actor, string? question, int by)
    {
        if (!_pairs.TryGetValue(key, out var pair)) _pairs.Add(key, pair = new TallyDelta(key, of, field, actor, question));
        pair.By += by;
    }

    private static T Get<T>(Dictionary<string, T> all, string id, Func<string, T> make)
    {
        if (!all.TryGetValue(id, out var delta)) all.Add(id, delta = make(id));
        return delta;
    }
}

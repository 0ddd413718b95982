using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>What stored rows say about now, computed for an earlier recorded time: standings, statuses, counts of the rows of a page.</summary>
internal sealed class AsOf(Connection connection)
{
    /// <summary>The parameter for "any time": later than every recorded one.</summary>
    public const string Ever = "9999";

    public static string Parameter(DateTimeOffset? asOf) => asOf is { } time ? Stored.Time(time) : Ever;

    public async Task<IReadOnlyList<ClaimCard>> StandingsAsync(IReadOnlyList<ClaimCard> cards, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is not { } time || cards.Count == 0) return cards;
        var rows = await connection.ReadAsync(Statement("standings-as-of", cards.Select(c => c.Id), time), Neo4jJson.Default.StandingAsOfRow, cancellation);
        var then = rows.ToDictionary(r => r.Id, Standing, StringComparer.Ordinal);
        return [.. cards.Select(c => c with { Standing = then[c.Id].Standing, StandingSince = then[c.Id].Since })];
    }

    public static (Standing Standing, PartialDate? Since) Standing(StandingAsOfRow row) =>
        Standings.Of([.. row.Relations.Select(x => new StandingRelation(x.Kind, x.Status, x.IsLater, x.IsNarrower, Stored.Date(x.Other)))], row.SetApart);

    public async Task<IReadOnlyList<RelationCard>> StatusAsync(IReadOnlyList<RelationCard> cards, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is not { } time || cards.Count == 0) return cards;
        var claims = (await StandingsAsync([.. cards.SelectMany(c => new[] { c.Earlier, c.Later }).DistinctBy(c => c.Id)], asOf, cancellation)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var states = await StatesAsync(cards.Select(c => c.Relation.Id), time, cancellation);
        return [.. cards.Select(c => new RelationCard(states.TryGetValue(c.Relation.Id, out var state) ? state.On(c.Relation) : c.Relation, claims[c.Earlier.Id], claims[c.Later.Id]))];
    }

    /// <summary>The state of targets at a time, of those that a verdict or an undoing changed since: it is what the first of these changed.</summary>
    public async Task<IReadOnlyDictionary<string, VerdictState>> StatesAsync(IEnumerable<string> targets, DateTimeOffset time, CancellationToken cancellation)
    {
        var at = Stored.Time(time);
        var first = new Dictionary<string, (string At, string State)>(StringComparer.Ordinal);
        foreach (var row in await connection.ReadAsync(Statement("states-as-of", targets, time), Neo4jJson.Default.StateAsOfRow, cancellation))
        {
            var (when, state) = string.CompareOrdinal(row.At, at) > 0 ? (row.At, row.Before) : (row.UndoneAt!, row.After);
            if (!first.TryGetValue(row.TargetId, out var known) || string.CompareOrdinal(when, known.At) < 0) first[row.TargetId] = (when, state);
        }
        return first.ToDictionary(f => f.Key, f => VerdictState.Read(f.Value.State), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<Source>> SourcesAsync(IReadOnlyList<Source> sources, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is not { } time || sources.Count == 0) return sources;
        var then = (await connection.ReadAsync(Statement("source-counts-as-of", sources.Select(s => s.Id), time), Neo4jJson.Default.SourceCountsRow, cancellation)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. sources.Select(s => s with { ClaimCount = then[s.Id].Claims, ConflictCount = then[s.Id].Conflicts, WithdrawnAt = s.WithdrawnAt > time ? null : s.WithdrawnAt })];
    }

    public async Task<IReadOnlyList<ActorCard>> ActorsAsync(IReadOnlyList<ActorCard> actors, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is not { } time || actors.Count == 0) return actors;
        var then = (await connection.ReadAsync(Statement("actor-counts-as-of", actors.Select(a => a.Actor.Id), time), Neo4jJson.Default.ActorCountsRow, cancellation)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. actors.Select(a => then.TryGetValue(a.Actor.Id, out var counts) ? a with { ClaimCount = counts.Claims, QuestionCount = counts.Questions } : a with { ClaimCount = 0, QuestionCount = 0 })];
    }

    public async Task<IReadOnlyList<QuestionCard>> QuestionsAsync(IReadOnlyList<QuestionCard> questions, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is not { } time || questions.Count == 0) return questions;
        var then = (await connection.ReadAsync(Statement("question-counts-as-of", questions.Select(q => q.Question.Id), time), Neo4jJson.Default.QuestionCountsRow, cancellation)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. questions.Select(q => then[q.Question.Id] is var row ? q with
        {
            ClaimCount = row.Claims, ArticleCount = row.Articles, PositionCount = row.Positions, ConflictCount = row.Conflicts, LatestConflict = Stored.DayOrNull(row.Latest),
            FirstAsserted = Stored.DateOrNull(row.First), LastAsserted = Stored.DateOrNull(row.Last),
        } : q)];
    }

    /// <summary>Without positions that nobody held yet.</summary>
    public async Task<IReadOnlyList<PositionCard>> PositionsAsync(IReadOnlyList<PositionCard> positions, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (asOf is not { } time || positions.Count == 0) return positions;
        var then = (await connection.ReadAsync(Statement("position-counts-as-of", positions.Select(p => p.Position.Id), time), Neo4jJson.Default.PositionCountsRow, cancellation)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return [.. positions.Where(p => then.ContainsKey(p.Position.Id)).Select(p =>
        {
            var (row, origins) = (then[p.Position.Id], OriginCount.Of(then[p.Position.Id].Known, then[p.Position.Id].Broken));
            return p with { ClaimCount = row.Claims, ArticleCount = row.Articles, OriginsLow = origins.Low, OriginsHigh = origins.High,
                FirstAsserted = Stored.DateOrNull(row.First), LastAsserted = Stored.DateOrNull(row.Last), ExampleClaimId = row.Example };
        })];
    }

    private static Statement Statement(string query, IEnumerable<string> ids, DateTimeOffset time) => new(Cypher.Query(query), new Dictionary<string, object?>
    {
        ["ids"] = ids.Distinct(StringComparer.Ordinal).ToList(),
        ["asOf"] = Stored.Time(time),
    });
}

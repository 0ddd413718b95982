using System.Text.Json.Serialization.Metadata;
using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>Reads by id: one statement for any number of ids.</summary>
internal sealed class ById(Connection connection)
{
    private const int MostOriginClaims = 1_000;

    private readonly AsOf _asOf = new(connection);

    public async Task<IReadOnlyDictionary<string, ClaimCard>> ClaimsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var rows = await ReadAsync("claims-by-id", ids, asOf, Neo4jJson.Default.ClaimCardRow, cancellation);
        return (await _asOf.StandingsAsync([.. rows.Select(r => r.ToCard())], asOf, cancellation)).ToDictionary(c => c.Id, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, Claim>> DetailsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await ReadAsync("claim-details", ids, null, Neo4jJson.Default.RecordRow, cancellation)).ToDictionary(r => r.Id, r => ClaimJson.Read(r.Record), StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, Source>> SourcesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var rows = await ReadAsync("sources-by-id", ids, asOf, Neo4jJson.Default.SourceRow, cancellation);
        return (await _asOf.SourcesAsync([.. rows.Select(r => r.ToSource())], asOf, cancellation)).ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, StoredText>> TextsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await ReadAsync("texts", ids, null, Neo4jJson.Default.TextRow, cancellation))
            .ToDictionary(r => r.SourceId, r => new StoredText(r.SourceId, r.Text, Stored.Spans(r.Furniture), Stored.Notices(r.Notices)), StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, ActorCard>> ActorsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var rows = await ReadAsync("actors-by-id", ids, null, Neo4jJson.Default.AskedActorRow, cancellation);
        var cards = await _asOf.ActorsAsync([.. rows.Select(r => r.Actor.ToCard())], asOf, cancellation);
        return rows.Zip(cards).ToDictionary(r => r.First.Asked, r => r.Second, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, QuestionCard>> QuestionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var rows = await ReadAsync("questions-by-id", ids, asOf, Neo4jJson.Default.AskedQuestionRow, cancellation);
        var cards = await _asOf.QuestionsAsync([.. rows.Select(r => r.Question.ToCard())], asOf, cancellation);
        return rows.Zip(cards).ToDictionary(r => r.First.Asked, r => r.Second, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, PositionCard>> PositionsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var rows = await ReadAsync("positions-by-id", ids, null, Neo4jJson.Default.PositionRow, cancellation);
        return (await _asOf.PositionsAsync([.. rows.Select(r => r.ToCard())], asOf, cancellation)).ToDictionary(p => p.Position.Id, StringComparer.Ordinal);
    }

    /// <summary>In time order, undated ones last. Notable: the oldest, those in a conflict, the latest.</summary>
    public async Task<ILookup<string, PositionCard>> PositionsOfAsync(IReadOnlyCollection<string> questions, int first, bool notable, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var limit = notable || asOf is not null ? 1_000 : first;
        var rows = await connection.ReadAsync(Statement("positions-of-questions", questions, asOf, ("limit", limit), ("past", asOf is not null)), Neo4jJson.Default.AskedPositionRow, cancellation);
        var cards = (await _asOf.PositionsAsync([.. rows.Select(r => r.Position.ToCard()).DistinctBy(p => p.Position.Id)], asOf, cancellation)).ToDictionary(p => p.Position.Id, StringComparer.Ordinal);
        var inConflict = notable ? (await ReadAsync("positions-in-conflict", [.. cards.Keys], null, Neo4jJson.Default.String, cancellation)).ToHashSet(StringComparer.Ordinal) : [];
        return rows.Where(r => cards.ContainsKey(r.Position.Id)).GroupBy(r => r.Asked, StringComparer.Ordinal).SelectMany(group =>
        {
            var ordered = group.Select(r => cards[r.Position.Id]).OrderBy(p => p.FirstAsserted?.SortDay ?? DateOnly.MaxValue).ThenBy(p => p.Position.Id, StringComparer.Ordinal).ToList();
            return (notable ? Notable(ordered, inConflict, first) : ordered.Take(first)).Select(card => (Asked: group.Key, Card: card));
        }).ToLookup(r => r.Asked, r => r.Card, StringComparer.Ordinal);
    }

    private static IEnumerable<PositionCard> Notable(List<PositionCard> ordered, HashSet<string> inConflict, int first)
    {
        var chosen = ordered.Where((p, i) => i == 0 || i == ordered.Count - 1 || inConflict.Contains(p.Position.Id)).ToList();
        // The latest is never cut off.
        return chosen.Count <= first || first == 0 ? chosen.Take(first) : chosen.Take(first - 1).Append(chosen[^1]);
    }

    public async Task<IReadOnlyDictionary<string, RelationCard>> RelationsAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var rows = await ReadAsync("relations-by-id", ids, asOf, Neo4jJson.Default.RelationRow, cancellation);
        return (await _asOf.StatusAsync([.. rows.Select(r => r.ToCard())], asOf, cancellation)).ToDictionary(c => c.Relation.Id, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, Candidate>> CandidatesAsync(IReadOnlyCollection<string> ids, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var found = (await ReadAsync("candidates-by-id", ids, asOf, Neo4jJson.Default.CandidateRow, cancellation)).ToDictionary(r => r.Id, r => r.ToCandidate(), StringComparer.Ordinal);
        if (asOf is not { } time || found.Count == 0) return found;
        foreach (var (id, state) in await _asOf.StatesAsync(found.Keys.ToList(), time, cancellation)) found[id] = found[id] with { Status = state.Status, Kind = state.Kind };
        return found;
    }

    public async Task<IReadOnlyDictionary<string, Assessment>> AssessmentsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await ReadAsync("assessments-by-id", ids, null, Neo4jJson.Default.AssessmentRow, cancellation)).ToDictionary(r => r.Id, r => r.ToAssessment(), StringComparer.Ordinal);

    public async Task<ILookup<string, Assessment>> AssessmentsOfAsync(IReadOnlyCollection<string> targets, DateTimeOffset? asOf, CancellationToken cancellation) =>
        (await ReadAsync("assessments-of", targets, asOf, Neo4jJson.Default.AssessmentRow, cancellation))
            .Select(r => r.ToAssessment())
            .Select(a => a.UndoneAt > asOf ? a with { UndoneAt = null, UndoneBy = null } : a)
            .ToLookup(a => a.TargetId, StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, MergeSuggestion>> SuggestionsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await ReadAsync("merge-suggestions-by-id", ids, null, Neo4jJson.Default.SuggestionRow, cancellation)).ToDictionary(r => r.Id, r => r.ToSuggestion(), StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, IngestionRun>> RunsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        (await ReadAsync("runs-by-id", ids, null, Neo4jJson.Default.JsonRow, cancellation)).ToDictionary(r => r.Id, r => ClaimJson.ReadRun(r.Json), StringComparer.Ordinal);

    /// <summary>Steps name the actor that survived a merge, under the name that the article uses.</summary>
    public async Task<ILookup<string, AttributionStep>> ChainsAsync(IReadOnlyCollection<string> claims, CancellationToken cancellation) =>
        (await ReadAsync("claim-parties", claims, null, Neo4jJson.Default.PartiesRow, cancellation))
            .SelectMany(r => ClaimJson.Read(r.Record).Attribution.Select(s => (r.Id, Step: s with { ActorId = Survivor(r, s.ActorId) })))
            .ToLookup(s => s.Id, s => s.Step, StringComparer.Ordinal);

    public async Task<ILookup<string, ActorMention>> MentionsAsync(IReadOnlyCollection<string> claims, CancellationToken cancellation) =>
        (await ReadAsync("claim-parties", claims, null, Neo4jJson.Default.PartiesRow, cancellation))
            .SelectMany(r => ClaimJson.Read(r.Record).Actors.Select(m => (r.Id, Mention: m with { ActorId = Survivor(r, m.ActorId)! })))
            .ToLookup(m => m.Id, m => m.Mention, StringComparer.Ordinal);

    private static string? Survivor(PartiesRow row, string? actor) => row.Merged.FirstOrDefault(m => m.From == actor)?.Into ?? actor;

    public async Task<ILookup<string, Citation>> CitationsAsync(IReadOnlyCollection<string> sources, CancellationToken cancellation) =>
        (await ReadAsync("citations", sources, null, Neo4jJson.Default.CitationRow, cancellation))
            .Select(r => new Citation(r.From, r.To, r.Kind, r.Cue, r.Quote)).ToLookup(c => c.FromId, StringComparer.Ordinal);

    public async Task<ILookup<string, OriginClaim>> OriginsAsync(IReadOnlyCollection<string> positions, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var parameters = new Dictionary<string, object?> { ["ids"] = positions.Distinct(StringComparer.Ordinal).ToList(), ["limit"] = MostOriginClaims };
        var text = Cypher.Query("origins", ("inForce", new Conditions(parameters, Survivors.None).InForce("c", asOf)));
        return (await connection.ReadAsync(new Statement(text, parameters), Neo4jJson.Default.OriginRow, cancellation))
            .ToLookup(r => r.Position, r => new OriginClaim(r.Claim, r.Source, r.Origin, r.Known, Stored.DayOrNull(r.SortKey)), StringComparer.Ordinal);
    }

    public async Task<ILookup<string, SetApart>> SetApartAsync(IReadOnlyCollection<string> questions, CancellationToken cancellation) =>
        (await ReadAsync("set-apart", questions, null, Neo4jJson.Default.SetApartRow, cancellation))
            .Select(r => new SetApart(r.Asked, r.OtherQuestionId, r.ClaimId, r.Reason)).ToLookup(s => s.QuestionId, StringComparer.Ordinal);

    public async Task<ILookup<string, ActorMerge>> MergesAsync(IReadOnlyCollection<string> actors, CancellationToken cancellation) =>
        (await ReadAsync("merges", actors, null, Neo4jJson.Default.ActorMergeRow, cancellation))
            .ToLookup(r => r.Survivor, r => new ActorMerge(r.Id, r.FromId, r.FromName, r.IntoId, r.By, Stored.Time(r.At)), StringComparer.Ordinal);

    private Task<IReadOnlyList<T>> ReadAsync<T>(string query, IReadOnlyCollection<string> ids, DateTimeOffset? asOf, JsonTypeInfo<T> row, CancellationToken cancellation) =>
        ids.Count == 0 ? Task.FromResult<IReadOnlyList<T>>([]) : connection.ReadAsync(Statement(query, ids, asOf), row, cancellation);

    private static Statement Statement(string query, IReadOnlyCollection<string> ids, DateTimeOffset? asOf, params ReadOnlySpan<(string Name, object Value)> more)
    {
        var parameters = new Dictionary<string, object?> { ["ids"] = ids.Distinct(StringComparer.Ordinal).ToList(), ["asOf"] = AsOf.Parameter(asOf) };
        foreach (var (name, value) in more) parameters[name] = value;
        return new Statement(Cypher.Query(query), parameters);
    }
}

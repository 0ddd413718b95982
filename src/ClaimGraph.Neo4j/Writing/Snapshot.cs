using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

/// <summary>What is to be read before a write.</summary>
internal sealed record SnapshotRequest
{
    public IEnumerable<string> Blocks { get; init; } = [];
    public string? Document { get; init; }
    public IEnumerable<string> Claims { get; init; } = [];
    public IEnumerable<string> Relations { get; init; } = [];
    /// <summary>Claims of which every relation is wanted.</summary>
    public IEnumerable<string> RelationsOf { get; init; } = [];
    public IEnumerable<string> Candidates { get; init; } = [];
    public IEnumerable<string> CandidatesOf { get; init; } = [];
    public IEnumerable<string> Actors { get; init; } = [];
    public IEnumerable<string> Questions { get; init; } = [];
    /// <summary>Questions that are merged away: all their claims and relations.</summary>
    public IEnumerable<string> MergedFrom { get; init; } = [];
}

/// <summary>
/// The part of the graph that a write is computed from, read in as many steps as it takes. The revision of each block is the one first seen: the write is refused
/// when any has moved on, so what was read later is of the same state or of no consequence.
/// </summary>
internal sealed class Snapshot(Connection connection)
{
    private static readonly string Text = Cypher.Query("write-state");

    private readonly HashSet<string> _relationsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _survivors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mergedQuestions = new(StringComparer.Ordinal);

    public Dictionary<string, long> Blocks { get; } = new(StringComparer.Ordinal);
    public DocumentRow? Document { get; private set; }
    public Dictionary<string, ClaimState> Claims { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, RelationState> Relations { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, CandidateState> Candidates { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ScopeVerdictRow> Verdicts { get; } = new(StringComparer.Ordinal);

    public async Task ReadAsync(SnapshotRequest request, CancellationToken cancellation)
    {
        var result = await connection.WriteAsync(new Statement(Text, new Dictionary<string, object?>
        {
            ["blocks"] = Distinct(request.Blocks),
            ["document"] = request.Document ?? "",
            ["claims"] = Distinct(request.Claims),
            ["relations"] = Distinct(request.Relations),
            ["relationsOf"] = Distinct(request.RelationsOf),
            ["candidates"] = Distinct(request.Candidates),
            ["candidatesOf"] = Distinct(request.CandidatesOf),
            ["actors"] = Distinct(request.Actors),
            ["questions"] = Distinct(request.Questions),
            ["mergedFrom"] = Distinct(request.MergedFrom),
        }), Neo4jJson.Default.StateRow, cancellation);
        var row = result[0];
        foreach (var block in row.Blocks) Blocks.TryAdd(block.Key, block.Revision);
        if (row.Document is { SourceId: not null }) Document = row.Document;
        foreach (var claim in row.Claims) Claims.TryAdd(claim.Id, claim);
        foreach (var relation in row.Relations) Relations.TryAdd(relation.Id, relation);
        foreach (var candidate in row.Candidates) Candidates.TryAdd(candidate.Id, candidate);
        foreach (var verdict in row.Verdicts) Verdicts.TryAdd(verdict.Key, verdict);
        foreach (var merged in row.Merged) _survivors[merged.From] = merged.Into;
        foreach (var merged in row.MergedQuestions) _mergedQuestions[merged.From] = merged.Into;
        _relationsOf.UnionWith(request.RelationsOf);
    }

    /// <summary>Reads every relation of claims where that was not done before.</summary>
    public Task ReadRelationsOfAsync(IEnumerable<string> claims, CancellationToken cancellation)
    {
        List<string> missing = [.. claims.Where(c => !_relationsOf.Contains(c) && Claims.ContainsKey(c))];
        return missing.Count == 0 ? Task.CompletedTask : ReadAsync(new SnapshotRequest { RelationsOf = missing }, cancellation);
    }

    /// <exception cref="StoreException">Neither stored nor part of what is written.</exception>
    public ClaimState Claim(string id) => Claims.TryGetValue(id, out var claim) ? claim
        : throw new StoreException(StoreFailure.Refused, $"The comparison speaks of the claim {id}, which is neither in the article nor in the store.");

    public string Survivor(string actor) => _survivors.GetValueOrDefault(actor, actor);

    /// <summary>An origin that is a merged actor is its survivor.</summary>
    public string SurvivingOrigin(string origin) => Origin.ActorOf(origin) is { } actor && Survivor(actor) is var survivor && survivor != actor ? Origin.OfActor(survivor) : origin;

    /// <summary>The question itself, or the one that it was merged into.</summary>
    public string Question(string id) => _mergedQuestions.GetValueOrDefault(id, id);

    /// <summary>The actors that a claim is attributed to, merged ones replaced by their survivors.</summary>
    public IReadOnlyCollection<string> AttributedTo(string claim) => [.. Claim(claim).Attributed.Select(Survivor).Distinct(StringComparer.Ordinal)];

    public IEnumerable<RelationState> RelationsOf(string claim) => Relations.Values.Where(r => r.LaterId == claim || r.EarlierId == claim);

    /// <summary>Where a claim stands by its relations as they are in here.</summary>
    public (Standing Standing, PartialDate? Since) StandingOf(string id)
    {
        var relations = RelationsOf(id).Where(r => !r.Withdrawn).Select(r =>
        {
            var isLater = r.LaterId == id;
            return new StandingRelation(r.Kind, r.Status, isLater, r.NarrowerId == id, Stored.Date(Claim(isLater ? r.EarlierId : r.LaterId).Asserted));
        }).ToList();
        return Standings.Of(relations, Verdicts.Values.Any(v => v.ClaimA == id || v.ClaimB == id));
    }

    private static List<string> Distinct(IEnumerable<string> ids) => [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

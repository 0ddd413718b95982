namespace ClaimGraph.Comparison;

/// <summary>Where a claim stands after comparison.</summary>
public sealed record Placement(string ClaimId, string QuestionId, string PositionId);

/// <summary>
/// What comparison decided about the claims that it was shown: the whole new state of those claims, of which the store writes what differs.
/// Claims without a key have no placement.
/// </summary>
public sealed record Grouping
{
    public static readonly Grouping Empty = new();

    public IReadOnlyList<Question> Questions { get; init; } = [];
    public IReadOnlyList<Position> Positions { get; init; } = [];
    public IReadOnlyList<Placement> Placements { get; init; } = [];
    /// <summary>Relations to add, or to rewrite where the id exists. A rewritten relation keeps its id, history and, while <see cref="Relation.Inputs"/> is unchanged, its verdict.</summary>
    public IReadOnlyList<Relation> Relations { get; init; } = [];
    /// <summary>Ids of unassessed relations that no longer hold: withdrawn, still readable by id and <c>asOf</c>.</summary>
    public IReadOnlyList<string> WithdrawnRelations { get; init; } = [];
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];
    public IReadOnlyList<string> WithdrawnCandidates { get; init; } = [];
    /// <summary>Questions that were merged away: old id to survivor.</summary>
    public IReadOnlyDictionary<string, string> MergedQuestions { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<SetApart> SetApart { get; init; } = [];
    public IReadOnlyList<MergeSuggestion> MergeSuggestions { get; init; } = [];
    /// <summary>Claims whose origin was found to be another one's (near-duplicate text): claim id to origin.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();
    public long PairsCompared { get; init; }
}

using ClaimGraph.Comparison;

namespace ClaimGraph.Tests.Comparison;

/// <summary>
/// The least that comparison needs of a store, in memory: reads blocks whole, applies a grouping. For judging the rules without a database; the product has its stores.
/// </summary>
public sealed class MemoryBlocks
{
    private readonly Dictionary<string, BlockClaim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _blocks = new(StringComparer.Ordinal);
    // Ids of the relations and candidates that a claim is in, or was.
    private readonly Dictionary<string, HashSet<string>> _joined = new(StringComparer.Ordinal);
    private readonly RelationFinder _finder = new();

    public IReadOnlyDictionary<string, BlockClaim> Claims => _claims;
    public Dictionary<string, Question> Questions { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Position> Positions { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Relation> Relations { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Candidate> Candidates { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, string> Origins { get; } = new(StringComparer.Ordinal);
    public List<SetApart> SetApart { get; } = [];
    public List<ScopeVerdict> ScopeVerdicts { get; } = [];
    public long PairsCompared { get; private set; }
    public TimeSpan Comparing { get; private set; }

    public Grouping Add(Reading reading, string? replaces = null)
    {
        var state = Read(RelationFinder.BlocksOf(reading));
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        var grouping = _finder.Compare(reading, state, replaces);
        Comparing += System.Diagnostics.Stopwatch.GetElapsedTime(started);
        Apply(reading, grouping, replaces);
        return grouping;
    }

    private BlockState Read(IReadOnlyList<string> blocks)
    {
        var ids = blocks.SelectMany(b => _blocks.GetValueOrDefault(b) ?? []).ToHashSet(StringComparer.Ordinal);
        var joined = ids.SelectMany(id => _joined.GetValueOrDefault(id) ?? []).ToHashSet(StringComparer.Ordinal);
        var relations = joined.Select(Relations.GetValueOrDefault).OfType<Relation>().Where(r => ids.Contains(r.EarlierId) && ids.Contains(r.LaterId));
        var candidates = joined.Select(Candidates.GetValueOrDefault).OfType<Candidate>().Where(c => ids.Contains(c.A) && ids.Contains(c.B));
        return new BlockState(blocks.ToDictionary(b => b, _ => 0L), [.. ids.Select(id => _claims[id])], [.. relations], [.. candidates], ScopeVerdicts);
    }

    private void Apply(Reading reading, Grouping grouping, string? replaces)
    {
        // A new version keeps the claims whose quote and proposition are unchanged, and with them what joins them.
        var kept = reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var old in _claims.Values.Where(c => replaces is not null && c.Claim.SourceId == replaces && !kept.Contains(c.Claim.Id)).ToList()) Remove(old.Claim);
        var source = reading.Source;
        var card = new SourceCard(source.Id, source.Kind, source.Title, source.OutletId, source.OutletName, source.Url, source.Published);
        foreach (var claim in reading.Claims)
        {
            _claims[claim.Id] = new BlockClaim(claim, card, reading.Signature, null, null, null);
            foreach (var block in claim.Blocks) (_blocks.TryGetValue(block, out var ids) ? ids : _blocks[block] = new(StringComparer.Ordinal)).Add(claim.Id);
        }
        foreach (var question in grouping.Questions) Questions[question.Id] = question;
        foreach (var position in grouping.Positions) Positions[position.Id] = position;
        foreach (var (from, into) in grouping.MergedQuestions)
            foreach (var claim in _claims.Values.Where(c => c.QuestionId == from).ToList()) _claims[claim.Claim.Id] = claim with { QuestionId = into, QuestionKey = Questions[into].Key };
        foreach (var placement in grouping.Placements)
            _claims[placement.ClaimId] = _claims[placement.ClaimId] with { QuestionId = placement.QuestionId, PositionId = placement.PositionId, QuestionKey = Questions[placement.QuestionId].Key };
        foreach (var id in grouping.WithdrawnRelations) Relations.Remove(id);
        foreach (var id in grouping.WithdrawnCandidates) Candidates.Remove(id);
        foreach (var relation in grouping.Relations) Join((Relations[relation.Id] = relation).Id, relation.EarlierId, relation.LaterId);
        foreach (var candidate in grouping.Candidates) Join((Candidates[candidate.Id] = candidate).Id, candidate.A, candidate.B);
        foreach (var (claim, origin) in grouping.Origins) Origins[claim] = origin;
        SetApart.AddRange(grouping.SetApart);
        PairsCompared += grouping.PairsCompared;
    }

    private void Join(string id, params ReadOnlySpan<string> claims)
    {
        foreach (var claim in claims) (_joined.TryGetValue(claim, out var known) ? known : _joined[claim] = new(StringComparer.Ordinal)).Add(id);
    }

    private void Remove(Claim claim)
    {
        _claims.Remove(claim.Id);
        foreach (var block in claim.Blocks) _blocks[block].Remove(claim.Id);
        foreach (var relation in Relations.Values.Where(r => r.EarlierId == claim.Id || r.LaterId == claim.Id).ToList()) Relations.Remove(relation.Id);
        foreach (var candidate in Candidates.Values.Where(c => c.A == claim.Id || c.B == claim.Id).ToList()) Candidates.Remove(candidate.Id);
    }
}

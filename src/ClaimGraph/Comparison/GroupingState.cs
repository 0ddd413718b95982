namespace ClaimGraph.Comparison;

/// <summary>What has been decided so far in one comparison, and what stood before.</summary>
internal sealed class GroupingState
{
    private readonly Dictionary<string, Relation> _before;
    private readonly Dictionary<string, Candidate> _askedBefore;
    private readonly HashSet<(string, string)> _keptApart;
    private readonly Dictionary<string, Side> _byId;
    private readonly HashSet<string> _standing = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _settled = [];
    private readonly Dictionary<string, Relation> _relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Candidate> _candidates = new(StringComparer.Ordinal);
    private readonly SharedTexts _texts;

    public GroupingState(IReadOnlyList<Side> sides, BlockState blocks, Sight sight, bool someLeft)
    {
        Sight = sight;
        SomeLeft = someLeft;
        _byId = sides.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _before = blocks.Relations.ToDictionary(r => r.Id, StringComparer.Ordinal);
        _askedBefore = blocks.Candidates.ToDictionary(c => c.Id, StringComparer.Ordinal);
        _keptApart = blocks.ScopeVerdicts.Where(v => v.PositionA is not null && v.PositionB is not null).Select(v => Unordered(v.PositionA!, v.PositionB!)).ToHashSet();
        _texts = new SharedTexts(sides);
    }

    /// <summary>The blocks whose pairs are decided now.</summary>
    public Sight Sight { get; }

    /// <summary>Claims of an older version left, so that pairs of those that stay may be neighbours now.</summary>
    public bool SomeLeft { get; }

    public List<Question> Questions { get; } = [];
    public List<Position> Positions { get; } = [];
    public List<Placement> Placements { get; } = [];
    public Dictionary<string, string> Merged { get; } = new(StringComparer.Ordinal);
    public List<SetApart> SetApart { get; } = [];
    public Dictionary<string, string> Origins { get; } = new(StringComparer.Ordinal);
    public long PairsCompared { get; set; }

    public void Place(Question question, IReadOnlyList<Side> claims)
    {
        Questions.Add(question);
        foreach (var position in claims.GroupBy(c => c.Position, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var example = position.Aggregate((best, next) => Sequence.Compare(next, best) < 0 ? next : best);
            Positions.Add(new Position(position.Key, question.Id, Value.Of(example.Proposition)));
            _texts.Share([.. position], Origins);
        }
        Lineage.Trace(claims, Origins);
        foreach (var claim in claims)
        {
            claim.Question = question.Id;
            Placements.Add(new Placement(claim.Id, question.Id, claim.Position));
        }
    }

    /// <summary>Examines a pair and keeps what comes of it. A pair of stored claims that a relation already joins is not examined again while its inputs are the same.</summary>
    /// <param name="identity">How likely both speak of one event; 1 where the question has none.</param>
    /// <param name="doubt">What speaks against a relation, so that a person is asked.</param>
    /// <param name="conflictsOnly">Keep nothing but a conflict.</param>
    public void Examine(Side a, Side b, string question, double identity = 1, string? reason = null, string? doubt = null, bool conflictsOnly = false)
    {
        if (_keptApart.Contains(Unordered(a.Position, b.Position))) return;
        if (identity == 1 && !SomeLeft && a.IsSettled && b.IsSettled)
        {
            // Compared when the later of the two came in, and neither has changed: what came of it stands. A large question has very many such pairs.
            _settled.Add(Unordered(a.Id, b.Id));
            return;
        }
        var id = Ids.Relation(a.Id, b.Id);
        var inputs = Findings.Inputs(a, b);
        if (_before.TryGetValue(id, out var before) && before.Inputs == inputs && (before.Status != RelationStatus.Unreviewed || (identity == 1 && !a.IsNew && !b.IsNew)))
        {
            _standing.Add(id);
            return;
        }
        PairsCompared++;
        var x = OrderedRules.Run(new Examination(a, b) { Identity = identity, IdentityReason = reason, SharedText = _texts.Shares(a, b) });
        if (x.Kind is null || (conflictsOnly && !x.Conflict)) return;
        doubt ??= x.Doubt;
        if (doubt is null) State(Findings.ToRelation(x, question), before);
        else Ask(Findings.ToCandidate(x, question, identity, doubt));
    }

    /// <summary>A relation whose claims are in a block that was not read stays as it is.</summary>
    private bool IsBeyondSight(Relation relation) =>
        !_byId.TryGetValue(relation.EarlierId, out var a) || !_byId.TryGetValue(relation.LaterId, out var b)
        || a.Claim.Blocks.Intersect(b.Claim.Blocks, StringComparer.Ordinal).Any(block => !Sight.Decides(block));

    private bool Stands(Relation relation) => _standing.Contains(relation.Id) || _settled.Contains(Unordered(relation.EarlierId, relation.LaterId));

    private void State(Relation relation, Relation? before)
    {
        _standing.Add(relation.Id);
        if (before is not null && before.Kind == relation.Kind && before.Conflict == relation.Conflict && before.Inputs == relation.Inputs && before.QuestionId == relation.QuestionId && Math.Abs(before.Confidence - relation.Confidence) < 0.005) return;
        _relations[relation.Id] = relation;
    }

    private void Ask(Candidate candidate)
    {
        _standing.Add(candidate.Id);
        if (_askedBefore.TryGetValue(candidate.Id, out var before))
        {
            if (before.Status != RelationStatus.Unreviewed && before.Inputs == candidate.Inputs) return;
            if (before.Inputs == candidate.Inputs && before.Kind == candidate.Kind && before.QuestionId == candidate.QuestionId && Math.Abs(before.Score - candidate.Score) < 0.005 && before.Doubt == candidate.Doubt) return;
        }
        _candidates[candidate.Id] = candidate;
    }

    public Grouping Finish() => new()
    {
        Questions = Questions,
        Positions = Positions,
        Placements = Placements,
        Relations = [.. _relations.Values],
        WithdrawnRelations = [.. _before.Values.Where(r => r.Status == RelationStatus.Unreviewed && !Stands(r) && !IsBeyondSight(r)).Select(r => r.Id)],
        Candidates = [.. _candidates.Values.Where(c => !_standing.Contains(c.IfConfirmed.Id))],
        WithdrawnCandidates =
        [
            .. _askedBefore.Values
                .Where(c => c.Status == RelationStatus.Unreviewed && (_standing.Contains(c.IfConfirmed.Id) || (!_standing.Contains(c.Id) && !_settled.Contains(Unordered(c.A, c.B)) && !IsBeyondSight(c.IfConfirmed))))
                .Select(c => c.Id),
        ],
        MergedQuestions = Merged,
        SetApart = SetApart,
        Origins = Origins,
        PairsCompared = PairsCompared,
    };

    private static (string, string) Unordered(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}

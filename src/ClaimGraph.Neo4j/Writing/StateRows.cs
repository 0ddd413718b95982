namespace ClaimGraph.Neo4j;

/// <summary>What <c>write-state.cypher</c> answers: everything that a write is computed from, under the locks of its blocks.</summary>
internal sealed record StateRow(
    IReadOnlyList<BlockRow> Blocks, DocumentRow? Document, IReadOnlyList<ClaimState> Claims, IReadOnlyList<RelationState> Relations,
    IReadOnlyList<CandidateState> Candidates, IReadOnlyList<MergedRow> Merged, IReadOnlyList<ScopeVerdictRow> Verdicts, IReadOnlyList<MergedRow> MergedQuestions);

internal sealed record BlockRow(string Key, long Revision);

internal sealed record DocumentRow(string Id, string? SourceId, int Version, string? ContentHash);

internal sealed record MergedRow(string From, string Into);

internal sealed record ScopeVerdictRow(string ClaimA, string ClaimB, string AssessmentId, string? QuestionId)
{
    public string Key => $"{ClaimA}|{ClaimB}";
}

/// <summary>A stored claim as far as counting and placing need it; changed in step with what is going to be written.</summary>
internal sealed record ClaimState
{
    public required string Id { get; init; }
    public required string SourceId { get; set; }
    public string? QuestionId { get; set; }
    public string? PositionId { get; set; }
    public required string Origin { get; set; }
    public bool OriginKnown { get; set; }
    public required string SortKey { get; set; }
    /// <summary>The date as stored.</summary>
    public required string Asserted { get; set; }
    public required string RecordedAt { get; init; }
    public string? WithdrawnAt { get; set; }
    /// <summary>The assessment that withdrew it; null where a newer version of the document did.</summary>
    public string? WithdrawnBy { get; set; }
    public required IReadOnlyList<string> Blocks { get; set; }
    /// <summary>Actors that it is attributed to, as named.</summary>
    public IReadOnlyList<string> Attributed { get; set; } = [];
    public Standing Standing { get; set; }
    public string? StandingSince { get; set; }

    public bool Withdrawn => WithdrawnAt is not null;
}

internal sealed record RelationState
{
    public required string Id { get; init; }
    public RelationKind Kind { get; set; }
    public bool Conflict { get; set; }
    public RelationStatus Status { get; set; }
    public int Version { get; set; }
    public required string LaterId { get; set; }
    public required string EarlierId { get; set; }
    public required string QuestionId { get; set; }
    public required string SortKey { get; set; }
    public required string Inputs { get; set; }
    public string? NarrowerId { get; set; }
    public string? WithdrawnAt { get; set; }
    public string? WithdrawnBy { get; set; }
    public required string RecordedAt { get; init; }
    /// <summary>Who gave the verdict that stands; null where none does.</summary>
    public string? DecidedBy { get; set; }
    public string? DecidedAt { get; set; }
    /// <summary>Has been a conflict in force, and was told of as one.</summary>
    public bool Found { get; set; }
    /// <summary>The whole relation as JSON.</summary>
    public required string Record { get; set; }

    public bool Withdrawn => WithdrawnAt is not null;

    /// <summary>Counted as a conflict of the present.</summary>
    public bool IsLive => Conflict && !Withdrawn && Status != RelationStatus.Dismissed;

    public RelationState Decided(Assessment? verdict)
    {
        (DecidedBy, DecidedAt) = (verdict?.By, verdict is null ? null : Stored.Time(verdict.At));
        return this;
    }
}

internal sealed record CandidateState
{
    public required string Id { get; init; }
    public RelationKind Kind { get; set; }
    public string A { get; set; } = "";
    public string B { get; set; } = "";
    public string? QuestionId { get; set; }
    public double Score { get; set; }
    public string Doubt { get; set; } = "";
    public string Factors { get; set; } = "";
    public string Inputs { get; set; } = "";
    public RelationStatus Status { get; set; }
    public int Version { get; set; }
    public string? WithdrawnAt { get; set; }
    public string? WithdrawnBy { get; set; }
    public required string RecordedAt { get; init; }
    public string IfConfirmed { get; set; } = "";

    public bool IsOpen => WithdrawnAt is null && Status == RelationStatus.Unreviewed;

    /// <summary>What the comparison says; status, version and times stay.</summary>
    public CandidateState Take(Candidate candidate)
    {
        (Kind, A, B, QuestionId, Score, Doubt) = (candidate.Kind, candidate.A, candidate.B, candidate.QuestionId, candidate.Score, candidate.Doubt);
        (Factors, Inputs, IfConfirmed) = (ClaimJson.Write(candidate.Factors), candidate.Inputs, ClaimJson.Write(candidate.IfConfirmed));
        return this;
    }

    public CandidateProperties Properties => new()
    {
        Kind = Kind,
        A = A,
        B = B,
        QuestionId = QuestionId,
        Score = Score,
        Doubt = Doubt,
        Factors = Factors,
        Inputs = Inputs,
        IfConfirmed = IfConfirmed,
        Status = Status,
        Version = Version,
        RecordedAt = RecordedAt,
        WithdrawnAt = WithdrawnAt,
        WithdrawnBy = WithdrawnBy,
    };
}

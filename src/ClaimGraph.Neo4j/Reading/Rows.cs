namespace ClaimGraph.Neo4j;

// Rows as cards.cypher projects them, and how they become the port's records.

internal sealed record SourceCardRow(string Id, SourceKind Kind, string? Title, string? OutletId, string? OutletName, string? Url, string? Published)
{
    public SourceCard ToCard() => new(Id, Kind, Title, OutletId, OutletName, Url, Stored.DateOrNull(Published));
}

internal sealed record NamedActorRow(string Id, string Name, ActorKind Kind, IReadOnlyList<string>? Aliases)
{
    public Actor ToActor() => new(Id, Name, Kind) { Aliases = Aliases ?? [] };
}

internal sealed record ClaimCardRow(
    string Id, string Text, int SpanStart, int SpanEnd, string? QuestionId, string? PositionId, string Value, string Asserted, string RecordedAt, string? WithdrawnAt,
    double CheckWorthiness, Standing Standing, string? StandingSince, string SortKey, string WorthKey, SourceCardRow Source, NamedActorRow? Speaker)
{
    public ClaimCard ToCard() => new()
    {
        Id = Id,
        Quote = Text,
        Span = new Span(SpanStart, SpanEnd),
        QuestionId = QuestionId,
        PositionId = PositionId,
        Value = Stored.Value(Value),
        Asserted = Stored.Date(Asserted),
        RecordedAt = Stored.Time(RecordedAt),
        WithdrawnAt = Stored.TimeOrNull(WithdrawnAt),
        CheckWorthiness = CheckWorthiness,
        Source = Source.ToCard(),
        Speaker = Speaker?.ToActor(),
        Standing = Standing,
        StandingSince = Stored.DateOrNull(StandingSince),
    };
}

/// <summary>A claim in a list: under the key that it was found by.</summary>
internal sealed record ClaimListRow(string Parent, string? At, ClaimCardRow Claim);

internal sealed record RelationRow(
    string Id, RelationKind Kind, bool Conflict, RelationStatus Status, int Version, string RecordedAt, string QuestionId, string Record, string SortKey,
    string? ConfidenceKey, string? ReviewKey, string? OpenKey, long? Weight, ClaimCardRow? Later, ClaimCardRow? Earlier)
{
    /// <summary>The record as compared, with what verdicts and merges made of it.</summary>
    public Relation ToRelation() => ClaimJson.ReadRelation(Record) with
    {
        Kind = Kind, Conflict = Conflict, Status = Status, Version = Version, RecordedAt = Stored.Time(RecordedAt), QuestionId = QuestionId,
    };

    public RelationCard ToCard() => new(ToRelation(), Earlier!.ToCard(), Later!.ToCard());
}

internal sealed record RelationListRow(string Parent, RelationRow Relation);

internal sealed record CandidateRow(
    string Id, RelationKind Kind, string A, string B, string? QuestionId, double Score, string Doubt, string Factors, string Inputs, RelationStatus Status, int Version, string RecordedAt,
    string IfConfirmed, string? OpenKey)
{
    public Candidate ToCandidate() => new()
    {
        Id = Id,
        Kind = Kind,
        A = A,
        B = B,
        QuestionId = QuestionId,
        Score = Score,
        Doubt = Doubt,
        Factors = ClaimJson.ReadFactors(Factors),
        Inputs = Inputs,
        IfConfirmed = ClaimJson.ReadRelation(IfConfirmed),
        Status = Status,
        Version = Version,
        RecordedAt = Stored.Time(RecordedAt),
    };
}

internal sealed record SourceRow(
    string Id, SourceKind Kind, string? Title, string? Document, int Version, string? OutletId, string? OutletName, string? Url, string? Published, string? Language,
    string RecordedAt, string? WithdrawnAt, int ClaimCount, int ConflictCount)
{
    public Source ToSource() => new(Id, Kind, Title)
    {
        Document = Document,
        Version = Version,
        OutletId = OutletId,
        OutletName = OutletName,
        Url = Url,
        Published = Stored.DateOrNull(Published),
        Language = Language,
        RecordedAt = Stored.Time(RecordedAt),
        WithdrawnAt = Stored.TimeOrNull(WithdrawnAt),
        ClaimCount = ClaimCount,
        ConflictCount = ConflictCount,
    };
}

internal sealed record SourceListRow(string At, SourceRow Source);

internal sealed record SourceCountsRow(string Id, int Claims, int Conflicts);

internal sealed record TextRow(string SourceId, string Text, string Furniture, string Notices);

internal sealed record ActorRow(string Id, string Name, ActorKind Kind, IReadOnlyList<string>? Aliases, int ClaimCount, int QuestionCount)
{
    public ActorCard ToCard() => new(new Actor(Id, Name, Kind) { Aliases = Aliases ?? [] }, ClaimCount, QuestionCount);
}

internal sealed record AskedActorRow(string Asked, ActorRow Actor);

internal sealed record ActorListRow(string At, ActorRow Actor);

internal sealed record ActorCountsRow(string Id, int Claims, int Questions);

internal sealed record QuestionRow(
    string Id, string Key, string Text, int ClaimCount, int ConflictCount, int PositionCount, int ArticleCount, string? LatestConflict, string? FirstAsserted, string? LastAsserted)
{
    public QuestionCard ToCard() => new(new Question(Id, Key, Text))
    {
        ClaimCount = ClaimCount,
        ConflictCount = ConflictCount,
        PositionCount = PositionCount,
        ArticleCount = ArticleCount,
        LatestConflict = Stored.DayOrNull(LatestConflict),
        FirstAsserted = Stored.DateOrNull(FirstAsserted),
        LastAsserted = Stored.DateOrNull(LastAsserted),
    };
}

internal sealed record AskedQuestionRow(string Asked, QuestionRow Question);

internal sealed record QuestionListRow(string At, QuestionRow Question);

internal sealed record QuestionCountsRow(string Id, int Claims, int Articles, int Positions, int Conflicts, string? Latest, string? First, string? Last);

internal sealed record PositionRow(
    string Id, string QuestionId, string Value, int ClaimCount, int ArticleCount, int KnownOrigins, int BrokenChains, string? FirstAsserted, string? LastAsserted, string? ExampleId,
    bool Superseded, string? FirstKey)
{
    public PositionCard ToCard()
    {
        var origins = OriginCount.Of(KnownOrigins, BrokenChains);
        return new PositionCard(new Position(Id, QuestionId, Stored.Value(Value)), ClaimCount, ArticleCount, origins.Low, origins.High)
        {
            FirstAsserted = Stored.DateOrNull(FirstAsserted),
            LastAsserted = Stored.DateOrNull(LastAsserted),
            ExampleClaimId = ExampleId ?? "",
            Current = !Superseded,
        };
    }
}

internal sealed record AskedPositionRow(string Asked, PositionRow Position);

internal sealed record PositionCountsRow(string Id, int Claims, int Articles, int Known, int Broken, string? First, string? Last, string Example);

internal sealed record AssessmentRow(string Id, string TargetId, Verdict Verdict, string By, string At, string? Reason, string? UndoneAt, string? UndoneBy)
{
    public Assessment ToAssessment() => new(Id, TargetId, Verdict, By, Stored.Time(At), Reason) { UndoneAt = Stored.TimeOrNull(UndoneAt), UndoneBy = UndoneBy };
}

internal sealed record StateAsOfRow(string TargetId, string At, string? UndoneAt, string Before, string After);

internal sealed record StandingAsOfRow(string Id, IReadOnlyList<StandingRelationRow> Relations, bool SetApart);

internal sealed record StandingRelationRow(RelationKind Kind, RelationStatus Status, bool IsLater, bool IsNarrower, string Other);

internal sealed record SuggestionRow(string Id, string ActorA, string ActorB, double Score, string Reason, int Version, string? OpenKey, RelationStatus Status)
{
    public MergeSuggestion ToSuggestion() => new(Id, ActorA, ActorB, Score, Reason, Version);
}

internal sealed record RecordRow(string Id, string Record);

internal sealed record PartiesRow(string Id, string Record, IReadOnlyList<MergedRow> Merged);

internal sealed record JsonRow(string Id, string Json);

internal sealed record CitationRow(string From, string To, CitationKind Kind, string? Cue, string? Quote);

internal sealed record OriginRow(string Position, string Claim, string Source, string Origin, bool Known, string SortKey);

internal sealed record SetApartRow(string Asked, string? OtherQuestionId, string? ClaimId, string Reason);

internal sealed record ActorMergeRow(string Survivor, string Id, string FromId, string FromName, string IntoId, string By, string At);

internal sealed record ChangeRow(long Sequence, string At, string? SourceId, string? AssessmentId, IReadOnlyList<string>? Relations, IReadOnlyList<string>? Conflicts, string? RunId);

internal sealed record StatisticsRow(int Questions, int Actors, int Sources, IReadOnlyList<CounterDelta> Counters, string? RecordedUpTo);

internal sealed record CountRow(string Id, int N);

internal sealed record RelationCountRow(string Id, RelationKind Kind, RelationStatus Status, int N);

internal sealed record BlocksRow(IReadOnlyList<SizedBlockRow> Blocks, IReadOnlyList<string> Claims);

internal sealed record SizedBlockRow(string Key, long Revision, int Size);

internal sealed record NearestRow(string Id, string Position, string At);

internal sealed record BlockClaimsRow(IReadOnlyList<BlockClaimRow> Claims, IReadOnlyList<RelationRow> Relations, IReadOnlyList<CandidateRow> Candidates, IReadOnlyList<PlacedVerdictRow> Verdicts);

internal sealed record BlockClaimRow(string Record, string? QuestionId, string? PositionId, SourceCardRow Source, IReadOnlyList<long>? Signature, string? QuestionKey);

internal sealed record PlacedVerdictRow(string ClaimA, string ClaimB, string? PositionA, string? PositionB);

namespace ClaimGraph.Sqlite;

/// <summary>A claim's row as writing needs it; changed in place while an article is written.</summary>
internal sealed class ClaimRow
{
    public required long Id { get; init; }
    public required string Ext { get; init; }
    public long SourceId { get; set; }
    public long? QuestionId { get; set; }
    public long? PositionId { get; set; }
    public long OriginId { get; set; }
    public bool OriginKnown { get; set; }
    public long Day { get; set; }
    public bool Withdrawn { get; set; }
    /// <summary>The verdict that withdrew the claim; null where a newer version did.</summary>
    public long? WithdrawnBy { get; set; }

    public const string Columns = "c.id, c.ext, c.source_id, c.question_id, c.position_id, c.origin_id, c.origin_known, c.day, c.withdrawn_at IS NOT NULL, c.withdrawn_by";

    public static ClaimRow Read(Statement row) => new()
    {
        Id = row.Int(0),
        Ext = row.Text(1),
        SourceId = row.Int(2),
        QuestionId = row.IntOrNull(3),
        PositionId = row.IntOrNull(4),
        OriginId = row.Int(5),
        OriginKnown = row.Flag(6),
        Day = row.Int(7),
        Withdrawn = row.Flag(8),
        WithdrawnBy = row.IntOrNull(9),
    };
}

/// <summary>A relation's row as writing needs it; changed in place.</summary>
internal sealed class RelationRow
{
    public required long Id { get; init; }
    public required string Ext { get; init; }
    public RelationKind Kind { get; set; }
    public bool Conflict { get; set; }
    public RelationStatus Status { get; set; }
    public int Version { get; set; }
    public long LaterId { get; set; }
    public long EarlierId { get; set; }
    public long QuestionId { get; set; }
    public long LaterDay { get; set; }
    public bool Withdrawn { get; set; }
    public long? WithdrawnBy { get; set; }
    public string Inputs { get; set; } = "";
    /// <summary>Has been a conflict in force, and was told of as one.</summary>
    public bool Found { get; set; }
    /// <summary>What a reader sees of it: rewritten where it differs.</summary>
    public int Narrower { get; set; }
    public string Explanation { get; set; } = "";
    public double Confidence { get; set; }
    public string Trace { get; set; } = "";

    /// <summary>Counts as a conflict now.</summary>
    public bool IsLive => Conflict && !Withdrawn && Status != RelationStatus.Dismissed;

    public const string Columns = """
        r.id, r.ext, r.kind, r.conflict, r.status, r.version, r.later_id, r.earlier_id, r.question_id, r.later_day, r.withdrawn_at IS NOT NULL, r.withdrawn_by, r.inputs,
        r.narrower, r.explanation, r.confidence, r.trace, r.found
        """;

    public static RelationRow Read(Statement row) => new()
    {
        Id = row.Int(0),
        Ext = row.Text(1),
        Kind = (RelationKind)row.Int(2),
        Conflict = row.Flag(3),
        Status = (RelationStatus)row.Int(4),
        Version = (int)row.Int(5),
        LaterId = row.Int(6),
        EarlierId = row.Int(7),
        QuestionId = row.Int(8),
        LaterDay = row.Int(9),
        Withdrawn = row.Flag(10),
        WithdrawnBy = row.IntOrNull(11),
        Inputs = row.Text(12),
        Narrower = (int)row.Int(13),
        Explanation = row.Text(14),
        Confidence = row.Real(15),
        Trace = row.Text(16),
        Found = row.Flag(17),
    };
}

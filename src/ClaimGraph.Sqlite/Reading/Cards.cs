namespace ClaimGraph.Sqlite;

/// <summary>What lists show of a claim and of a source: columns, joins and how to read them, by ordinal.</summary>
internal static class Cards
{
    public const int ClaimColumns = 31;

    /// <summary>Columns of a claim named <paramref name="c"/>, with its source <paramref name="c"/>s and its speaker <paramref name="c"/>x.</summary>
    public static string Claim(string c) => $"""
        {c}.ext, {c}.quote, {c}.span_start, {c}.span_end, {c}.question_ext, {c}.position_ext, {c}.value_text, {c}.form, {c}.low, {c}.high, {c}.unit, {c}.vague, {c}.scope, {c}.condition,
        {c}.asserted, {c}.recorded_at, {c}.withdrawn_at, {c}.check_worthiness, {c}.standing, {c}.standing_since,
        {c}s.ext, {c}s.kind, {c}s.title, {c}s.outlet_ext, {c}s.outlet_name, {c}s.url, {c}s.published, {c}x.ext, {c}x.name, {c}x.kind, {c}x.aliases
        """;

    public static string ClaimJoins(string c) => $"CROSS JOIN source {c}s ON {c}s.id = {c}.source_id LEFT JOIN actor {c}x ON {c}x.id = {c}.speaker_id";

    public static ClaimCard ReadClaim(Statement row, int first)
    {
        var speaker = row.TextOrNull(first + 27);
        return new ClaimCard
        {
            Id = row.Text(first),
            Quote = row.Text(first + 1),
            Span = new Span((int)row.Int(first + 2), (int)row.Int(first + 3)),
            QuestionId = row.TextOrNull(first + 4),
            PositionId = row.TextOrNull(first + 5),
            Value = ValueForm.Read(row, first + 6),
            Asserted = row.Date(first + 14),
            RecordedAt = Packed.Time(row.Int(first + 15)),
            WithdrawnAt = row.IntOrNull(first + 16) is { } withdrawn ? Packed.Time(withdrawn) : null,
            CheckWorthiness = row.Real(first + 17),
            Standing = (Standing)row.Int(first + 18),
            StandingSince = row.DateOrNull(first + 19),
            Source = ReadSource(row, first + 20),
            Speaker = speaker is null ? null : new Actor(speaker, row.Text(first + 28), (ActorKind)row.Int(first + 29)) { Aliases = Packed.Lines(row.TextOrNull(first + 30)) },
        };
    }

    public static string Source(string s) => $"{s}.ext, {s}.kind, {s}.title, {s}.outlet_ext, {s}.outlet_name, {s}.url, {s}.published";

    public static SourceCard ReadSource(Statement row, int first) => new(
        row.Text(first), (SourceKind)row.Int(first + 1), row.TextOrNull(first + 2), row.TextOrNull(first + 3), row.TextOrNull(first + 4), row.TextOrNull(first + 5), row.DateOrNull(first + 6));

    /// <summary>A relation's own columns.</summary>
    public static string RelationOnly(string r) => $"""
        {r}.ext, {r}.kind, {r}.conflict, {r}.question_ext, {r}.narrower, {r}.independent, {r}.rule, {r}.explanation, {r}.deciding_field, {r}.counterfactual, {r}.confidence,
        {r}.later_day, {r}.earlier_day, {r}.inputs, {r}.status, {r}.version, {r}.recorded_at, {r}.trace, {r}.factors
        """;

    /// <summary>A relation and both claims as cards, the later first.</summary>
    public static string Relation(string r, string later, string earlier) => $"{RelationOnly(r)}, {Claim(later)}, {Claim(earlier)}";

    public const int RelationColumns = 19;

    public static string RelationJoins(string r, string later, string earlier) =>
        $"CROSS JOIN claim {later} ON {later}.id = {r}.later_id {ClaimJoins(later)} CROSS JOIN claim {earlier} ON {earlier}.id = {r}.earlier_id {ClaimJoins(earlier)}";

    public static RelationCard ReadRelation(Statement row, int first)
    {
        var later = ReadClaim(row, first + RelationColumns);
        var earlier = ReadClaim(row, first + RelationColumns + ClaimColumns);
        return new RelationCard(ReadRelation(row, first, later.Id, earlier.Id), earlier, later);
    }

    public static Relation ReadRelation(Statement row, int first, string later, string earlier) => new()
    {
        Id = row.Text(first),
        Kind = (RelationKind)row.Int(first + 1),
        Conflict = row.Flag(first + 2),
        LaterId = later,
        EarlierId = earlier,
        QuestionId = row.Text(first + 3),
        NarrowerId = row.Int(first + 4) switch { 1 => later, 2 => earlier, _ => null },
        Independent = row.IntOrNull(first + 5) is { } independent ? independent == 1 : null,
        Rule = row.Text(first + 6),
        Explanation = row.Text(first + 7),
        DecidingField = row.Text(first + 8),
        Counterfactual = row.TextOrNull(first + 9),
        Confidence = row.Real(first + 10),
        LaterDay = PackedDate.Day(row.Int(first + 11)),
        EarlierDay = PackedDate.Day(row.Int(first + 12)),
        Inputs = row.Text(first + 13),
        Status = (RelationStatus)row.Int(first + 14),
        Version = (int)row.Int(first + 15),
        RecordedAt = Packed.Time(row.Int(first + 16)),
        Trace = new StoredList<TraceStep>(row.Text(first + 17), ClaimJson.ReadTrace),
        Factors = new StoredList<Factor>(row.Text(first + 18), ClaimJson.ReadFactors),
    };

    /// <summary>A candidate with the ids of its claims and question.</summary>
    public const string CandidateColumns = """
        d.ext, d.kind, a.ext, b.ext, q.ext, d.score, d.doubt, d.factors, d.inputs, d.if_confirmed, d.status, d.version, d.recorded_at
        """;

    public const string CandidateJoins = "CROSS JOIN claim a ON a.id = d.a_id CROSS JOIN claim b ON b.id = d.b_id LEFT JOIN question q ON q.id = d.question_id";

    public static Candidate ReadCandidate(Statement row, int first) => new()
    {
        Id = row.Text(first),
        Kind = (RelationKind)row.Int(first + 1),
        A = row.Text(first + 2),
        B = row.Text(first + 3),
        QuestionId = row.TextOrNull(first + 4),
        Score = row.Real(first + 5),
        Doubt = row.Text(first + 6),
        Factors = new StoredList<Factor>(row.Text(first + 7), ClaimJson.ReadFactors),
        Inputs = row.Text(first + 8),
        IfConfirmed = ClaimJson.ReadRelation(row.Text(first + 9)),
        Status = (RelationStatus)row.Int(first + 10),
        Version = (int)row.Int(first + 11),
        RecordedAt = Packed.Time(row.Int(first + 12)),
    };
}

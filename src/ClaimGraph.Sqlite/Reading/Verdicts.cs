namespace ClaimGraph.Sqlite;

/// <summary>Reads verdicts and what they changed.</summary>
internal static class Verdicts
{
    private const string Columns = "v.ext, v.target, v.verdict, v.by, v.at, v.reason, u.at, u.by";

    private const string Undone = "LEFT JOIN undoing u ON u.assessment_id = v.id";

    private static Assessment Read(Statement row) =>
        new(row.Text(0), row.Text(1), (Verdict)row.Int(2), row.Text(3), Packed.Time(row.Int(4)), row.TextOrNull(5))
        {
            UndoneAt = row.IntOrNull(6) is { } at ? Packed.Time(at) : null,
            UndoneBy = row.TextOrNull(7),
        };

    public static Dictionary<string, Assessment> ById(Connection db, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, Assessment>(StringComparer.Ordinal);
        using var rows = db.Prepare($"SELECT {Columns} FROM json_each(?) j CROSS JOIN assessment v ON v.ext = j.value {Undone}").Add(Packed.Json(ids));
        while (rows.Step()) found[rows.Text(0)] = Read(rows);
        return found;
    }

    /// <summary>The history of targets, oldest first; as of a time without what came later.</summary>
    public static ILookup<string, Assessment> Of(Connection db, IReadOnlyCollection<string> targets, DateTimeOffset? asOf)
    {
        var found = new List<Assessment>();
        using var rows = db.Prepare($"SELECT {Columns} FROM json_each(?) j CROSS JOIN assessment v ON v.target = j.value {Undone} WHERE v.at <= ? ORDER BY j.key, v.id")
            .Add(Packed.Json(targets.Distinct(StringComparer.Ordinal))).Add(asOf?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        while (rows.Step())
        {
            var assessment = Read(rows);
            found.Add(assessment.UndoneAt > asOf ? assessment with { UndoneAt = null, UndoneBy = null } : assessment);
        }
        return found.ToLookup(a => a.TargetId, StringComparer.Ordinal);
    }

    public static int CountSince(Connection db, string by, DateTimeOffset since) =>
        (int)(db.Prepare("SELECT count(*) FROM assessment v WHERE v.by = ? AND v.at >= ?").Add(by).Add(since.ToUnixTimeMilliseconds()).RunForInt() ?? 0);

    public static Assessment? Latest(Connection db, string target)
    {
        using var row = db.Prepare($"SELECT {Columns} FROM assessment v {Undone} WHERE v.target = ? ORDER BY v.id DESC LIMIT 1").Add(target);
        return row.Step() ? Read(row) : null;
    }

    /// <summary>The state of targets at a time, of those that a verdict or an undoing changed since: it is what the first of these changed.</summary>
    public static Dictionary<string, RelationState> StatesAsOf(Connection db, IEnumerable<string> targets, long time)
    {
        var first = new Dictionary<string, (long At, string State)>(StringComparer.Ordinal);
        using var rows = db.Prepare("SELECT v.target, v.at, u.at, v.before, v.after FROM json_each(?1) j CROSS JOIN assessment v ON v.target = j.value LEFT JOIN undoing u ON u.assessment_id = v.id WHERE v.before IS NOT NULL AND (v.at > ?2 OR u.at > ?2)")
            .Add(Packed.Json(targets)).Add(time);
        while (rows.Step())
        {
            var given = rows.Int(1) > time;
            var (at, state) = given ? (rows.Int(1), rows.Text(3)) : (rows.Int(2), rows.Text(4));
            if (!first.TryGetValue(rows.Text(0), out var known) || at < known.At) first[rows.Text(0)] = (at, state);
        }
        return first.ToDictionary(f => f.Key, f => RelationState.Read(f.Value.State), StringComparer.Ordinal);
    }
}

namespace ClaimGraph.Sqlite;

/// <summary>The feed of changes: appended in the transaction that it tells of. The write lock makes numbers without gaps.</summary>
internal static class Feed
{
    public static long Append(Connection db, long now, string? source, string? assessment, IReadOnlyCollection<string> relations, IReadOnlyCollection<string> conflicts, string? run)
    {
        db.Prepare("INSERT INTO change(seq, at, source, assessment, relations, conflicts, run) SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ? FROM change")
            .Add(now).Add(source).Add(assessment).Add(string.Join('\n', relations)).Add(string.Join('\n', conflicts)).Add(run).Run();
        return db.LastId;
    }

    public static IReadOnlyList<Change> After(Connection db, long after, int limit)
    {
        var changes = new List<Change>();
        using var rows = db.Prepare("SELECT seq, at, source, assessment, relations, conflicts, run FROM change WHERE seq > ? ORDER BY seq LIMIT ?").Add(after).Add(limit);
        while (rows.Step())
            changes.Add(new Change(rows.Int(0), Packed.Time(rows.Int(1)), rows.TextOrNull(2), rows.TextOrNull(3), Ids(rows.Text(4)), Ids(rows.Text(5)), rows.TextOrNull(6)));
        return changes;
    }

    private static string[] Ids(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static long Last(Connection db) => db.Prepare("SELECT max(seq) FROM change").RunForInt() ?? 0;
}

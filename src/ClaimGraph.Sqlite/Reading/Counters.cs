namespace ClaimGraph.Sqlite;

/// <summary>Counts of the whole store, kept by writing.</summary>
internal static class Counters
{
    public static long Of(Connection db, string name) => db.Prepare("SELECT n FROM counter WHERE name = ?").Add(name).RunForInt() ?? 0;

    public static Statistics All(Connection db)
    {
        var recorded = db.Prepare("SELECT at FROM change ORDER BY seq DESC LIMIT 1").RunForInt();
        return new Statistics((int)Of(db, "claims"), (int)Of(db, "questions"), (int)Of(db, "conflicts"), (int)Of(db, "articles"), (int)Of(db, "actors"), (int)Of(db, "unreviewed"),
            recorded is { } at ? Packed.Time(at) : null);
    }
}

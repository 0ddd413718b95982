namespace ClaimGraph.Sqlite;

/// <summary>The mark of the copy into this store.</summary>
internal static class CopyMarks
{
    public static CopyMark? Read(Connection db)
    {
        using var row = db.Prepare("SELECT origin, change, part, reached FROM copy_mark");
        return row.Step() ? new CopyMark(row.Text(0), row.Int(1), (GraphPart)row.Int(2), row.Text(3)) : null;
    }

    /// <exception cref="StoreException">The store holds something.</exception>
    public static void Begin(Connection db, CopyMark mark)
    {
        if (db.Prepare("SELECT EXISTS(SELECT 1 FROM source) OR EXISTS(SELECT 1 FROM change) OR EXISTS(SELECT 1 FROM run)").RunForInt() == 1)
            throw new StoreException(StoreFailure.Refused, "The store to copy into is not empty. Give an empty one: a copy adds nothing to what is there.");
        Write(db, mark);
    }

    public static void Write(Connection db, CopyMark mark) => db.Prepare("INSERT OR REPLACE INTO copy_mark(one, origin, change, part, reached) VALUES(1, ?, ?, ?, ?)")
        .Add(mark.Origin).Add(mark.Change).Add((long)mark.Part).Add(mark.Reached).Run();

    public static void Remove(Connection db) => db.Run("DELETE FROM copy_mark");
}

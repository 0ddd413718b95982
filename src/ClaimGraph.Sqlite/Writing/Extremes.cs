namespace ClaimGraph.Sqlite;

/// <summary>First and last of a position or question: found anew by two steps in an index, whatever the number of claims.</summary>
internal static class Extremes
{
    public static void OfPosition(Connection db, long position)
    {
        var first = Dated(db, "position_id", position, "ASC");
        var last = Dated(db, "position_id", position, "DESC");
        var example = first ?? Undated(db, position);
        // The last claim speaks for its position: a value that was given up and taken up again is current.
        var superseded = last is { } l && db.Prepare("SELECT EXISTS(SELECT 1 FROM relation WHERE earlier_id = ? AND kind = 2 AND withdrawn_at IS NULL AND status <> 2)").Add(l.Id).RunForInt() == 1;
        db.Prepare("UPDATE position SET first_day = ?, first_asserted = ?, last_asserted = ?, example_ext = ?, superseded = ? WHERE id = ?")
            .Add(first?.Day ?? PackedDate.Undated).Add(first?.Asserted).Add(last?.Asserted).Add(example?.Ext).Add(superseded).Add(position).Run();
    }

    public static void OfQuestion(Connection db, long question)
    {
        var first = Dated(db, "question_id", question, "ASC");
        var last = Dated(db, "question_id", question, "DESC");
        var conflict = db.Prepare("SELECT later_day FROM relation WHERE conflict = 1 AND question_id = ? AND withdrawn_at IS NULL AND status <> 2 ORDER BY later_day DESC, id DESC LIMIT 1").Add(question).RunForInt();
        db.Prepare("UPDATE question SET first_asserted = ?, last_asserted = ?, latest_conflict_day = ? WHERE id = ?")
            .Add(first?.Asserted).Add(last?.Asserted).Add(conflict ?? PackedDate.Undated).Add(question).Run();
    }

    private static (long Id, string Ext, string Asserted, long Day)? Dated(Connection db, string column, long of, string order)
    {
        using var row = db.Prepare($"SELECT id, ext, asserted, day FROM claim WHERE {column} = ? AND withdrawn_at IS NULL AND day > -10000000 ORDER BY day {order}, id {order} LIMIT 1").Add(of);
        return row.Step() ? (row.Int(0), row.Text(1), row.Text(2), row.Int(3)) : null;
    }

    private static (long Id, string Ext, string Asserted, long Day)? Undated(Connection db, long position)
    {
        using var row = db.Prepare("SELECT id, ext, asserted, day FROM claim WHERE position_id = ? AND withdrawn_at IS NULL ORDER BY day, id LIMIT 1").Add(position);
        return row.Step() ? (row.Int(0), row.Text(1), row.Text(2), row.Int(3)) : null;
    }
}

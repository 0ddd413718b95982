namespace ClaimGraph.Sqlite;

/// <summary>
/// Streams everything that is in force when the export begins. Each batch is a read of its own, so that no reader keeps the log from being reset; later changes
/// are left out by their recorded time, and nothing that is left out is pointed at.
/// </summary>
internal static class Exporter
{
    private const int Most = 500;

    public static async IAsyncEnumerable<ExportBatch> Batches(Func<Func<Connection, (ExportBatch? Batch, long Last)>, Task<(ExportBatch? Batch, long Last)>> read, DateTimeOffset now)
    {
        foreach (var step in (Func<Connection, long, DateTimeOffset, (ExportBatch?, long)>[])[Sources, Actors, Claims, Relations, Candidates])
        {
            long last = 0;
            while (true)
            {
                var from = last;
                var (batch, reached) = await read(db => step(db, from, now)).ConfigureAwait(false);
                if (batch is null) break;
                last = reached;
                yield return batch;
            }
        }
    }

    private static (ExportBatch?, long) Sources(Connection db, long after, DateTimeOffset now)
    {
        var found = new List<Source>();
        var last = Each(db, new Sql().Add($"SELECT {Sqlite.Sources.Columns} FROM source s WHERE s.id > ").Value(after).Add(" AND ").Add(Filters.InForce("s", now)).Add($" ORDER BY s.id LIMIT {Most}"), 14, row => found.Add(Sqlite.Sources.Read(row, 0)));
        return (found.Count == 0 ? null : new ExportBatch { Sources = found }, last);
    }

    private static (ExportBatch?, long) Actors(Connection db, long after, DateTimeOffset now)
    {
        var found = new List<Actor>();
        var last = Each(db, new Sql().Add("SELECT x.ext, x.name, x.kind, x.aliases, x.id FROM actor x WHERE x.id > ").Value(after).Add($" ORDER BY x.id LIMIT {Most}"), 4,
            row => found.Add(new Actor(row.Text(0), row.Text(1), (ActorKind)row.Int(2)) { Aliases = Packed.Lines(row.TextOrNull(3)) }));
        return (found.Count == 0 ? null : new ExportBatch { Actors = found }, last);
    }

    private static (ExportBatch?, long) Claims(Connection db, long after, DateTimeOffset now)
    {
        var found = new List<(Claim, string?, string?)>();
        var last = Each(db, new Sql().Add("SELECT r.json, c.question_ext, c.position_ext, c.id FROM claim c CROSS JOIN claim_record r ON r.claim_id = c.id WHERE c.id > ").Value(after)
            .Add(" AND ").Add(Filters.InForce("c", now)).Add($" ORDER BY c.id LIMIT {Most}"), 3, row => found.Add((ClaimJson.Read(row.Text(0)), row.TextOrNull(1), row.TextOrNull(2))));
        return (found.Count == 0 ? null : new ExportBatch { Claims = found }, last);
    }

    private static (ExportBatch?, long) Relations(Connection db, long after, DateTimeOffset now)
    {
        var found = new List<Relation>();
        var last = Each(db, new Sql().Add($"SELECT {Cards.RelationOnly("r")}, l.ext, e.ext, r.id FROM relation r CROSS JOIN claim l ON l.id = r.later_id CROSS JOIN claim e ON e.id = r.earlier_id WHERE r.id > ").Value(after)
            .Add(" AND ").Add(Filters.InForce("r", now)).Add($" ORDER BY r.id LIMIT {Most}"), Cards.RelationColumns + 2,
            row => found.Add(Cards.ReadRelation(row, 0, row.Text(Cards.RelationColumns), row.Text(Cards.RelationColumns + 1))));
        return (found.Count == 0 ? null : new ExportBatch { Relations = found }, last);
    }

    private static (ExportBatch?, long) Candidates(Connection db, long after, DateTimeOffset now)
    {
        var found = new List<Candidate>();
        var last = Each(db, new Sql().Add($"SELECT {Cards.CandidateColumns}, d.id FROM candidate d {Cards.CandidateJoins} WHERE d.id > ").Value(after)
            .Add(" AND ").Add(Filters.InForce("d", now)).Add($" ORDER BY d.id LIMIT {Most}"), 13, row => found.Add(Cards.ReadCandidate(row, 0)));
        return (found.Count == 0 ? null : new ExportBatch { Candidates = found }, last);
    }

    private static long Each(Connection db, Sql sql, int id, Action<Statement> take)
    {
        long last = 0;
        using var rows = sql.Prepare(db);
        while (rows.Step())
        {
            take(rows);
            last = rows.Int(id);
        }
        return last;
    }
}

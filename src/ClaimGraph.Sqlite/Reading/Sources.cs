namespace ClaimGraph.Sqlite;

/// <summary>Sources by id and in lists.</summary>
internal static class Sources
{
    private const byte Recorded = 31;

    public const string Columns = "s.ext, s.kind, s.title, s.document, s.version, s.outlet_ext, s.outlet_name, s.url, s.published, s.language, s.recorded_at, s.withdrawn_at, s.claim_count, s.conflict_count, s.id";

    public static Source Read(Statement row, int first) => new(row.Text(first), (SourceKind)row.Int(first + 1), row.TextOrNull(first + 2))
    {
        Document = row.TextOrNull(first + 3),
        Version = (int)row.Int(first + 4),
        OutletId = row.TextOrNull(first + 5),
        OutletName = row.TextOrNull(first + 6),
        Url = row.TextOrNull(first + 7),
        Published = row.DateOrNull(first + 8),
        Language = row.TextOrNull(first + 9),
        RecordedAt = Packed.Time(row.Int(first + 10)),
        WithdrawnAt = row.IntOrNull(first + 11) is { } at ? Packed.Time(at) : null,
        ClaimCount = (int)row.Int(first + 12),
        ConflictCount = (int)row.Int(first + 13),
    };

    public static IReadOnlyDictionary<string, Source> ById(Connection db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf)
    {
        var found = new List<Source>(ids.Count);
        using (var rows = db.Prepare($"SELECT {Columns} FROM json_each(?) j CROSS JOIN source s ON s.ext = j.value").Add(Packed.Json(ids)))
        {
            while (rows.Step())
            {
                var source = Read(rows, 0);
                if (asOf is null || source.RecordedAt <= asOf) found.Add(source);
            }
        }
        return Then(db, found, asOf).DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    public static Page<Source> Page(Connection db, SourceFilter? where, PageRequest page, DateTimeOffset? asOf)
    {
        var parts = new List<Sql> { Filters.InForce("s", asOf) };
        var from = "source s";
        if (where?.Text is { } text)
        {
            from = "source_text f CROSS JOIN source s ON s.id = f.rowid";
            parts.Insert(0, Filters.Match(text) is { } match ? new Sql().Add("f.title MATCH ").Value(match) : new Sql().Add("0"));
        }
        if (where?.Kinds is { } kinds) parts.Add(Filters.Numbers("s.kind", kinds));
        if (where?.Languages is { } languages) parts.Add(new Sql().Add("s.language IN (SELECT value FROM json_each(").Value(Packed.Json(languages)).Add("))"));
        parts.Add(Filters.Days("s.published_day", where?.PublishedFrom, where?.PublishedTo));

        var id = where?.Text is null ? "s.id" : "f.rowid";
        IReadOnlyList<Arm> arms = where?.Outlets is not { } outlets ? [new Arm(from, id, id, Filters.Join(parts, " AND ", "1"))]
            : [.. outlets.Distinct().Select(o => new Arm(from, id, id, Filters.Join([.. parts, new Sql().Add("s.outlet_id = ").Add(Filters.KeyOf("source", o))], " AND ", "1")))];
        var found = new Listing(Recorded, true, [arms], new RowShape("source s", "s.id", Columns, "")).Page(db, page, static (row, first) => Read(row, first));
        if (asOf is null) return found;
        var then = Then(db, found.Edges.Select(e => e.Node), asOf).ToDictionary(s => s.Id, StringComparer.Ordinal);
        return found with { Edges = [.. found.Edges.Select(e => e with { Node = then[e.Node.Id] })] };
    }

    /// <summary>The counts of sources as of a time.</summary>
    private static IEnumerable<Source> Then(Connection db, IEnumerable<Source> sources, DateTimeOffset? asOf)
    {
        if (asOf is not { } time) return sources;
        var list = sources.ToList();
        var claims = new Dictionary<string, (int Claims, int Conflicts)>(StringComparer.Ordinal);
        using var rows = db.Prepare("""
            SELECT s.ext, (SELECT count(*) FROM claim c WHERE c.source_id = s.id AND c.recorded_at <= ?2 AND (c.withdrawn_at IS NULL OR c.withdrawn_at > ?2)),
                (SELECT count(DISTINCT r.id) FROM claim c CROSS JOIN relation r ON (r.later_id = c.id OR r.earlier_id = c.id)
                    WHERE c.source_id = s.id AND r.conflict = 1 AND r.status <> 2 AND r.recorded_at <= ?2 AND (r.withdrawn_at IS NULL OR r.withdrawn_at > ?2))
            FROM json_each(?1) j CROSS JOIN source s ON s.ext = j.value
            """).Add(Packed.Json(list.Select(s => s.Id))).Add(time.ToUnixTimeMilliseconds());
        while (rows.Step()) claims[rows.Text(0)] = ((int)rows.Int(1), (int)rows.Int(2));
        return list.Select(s => s with { ClaimCount = claims[s.Id].Claims, ConflictCount = claims[s.Id].Conflicts, WithdrawnAt = s.WithdrawnAt > time ? null : s.WithdrawnAt });
    }
}

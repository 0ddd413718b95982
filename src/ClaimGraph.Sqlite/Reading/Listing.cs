namespace ClaimGraph.Sqlite;

/// <summary>Where rows come from in order: a table or index range, with the columns that it is sorted by.</summary>
/// <param name="From">Table and joins that the filter needs.</param>
/// <param name="Key">The sorting column.</param>
/// <param name="Id">The tie-breaker: the row's key.</param>
/// <param name="Where">What holds for every row of it; never empty.</param>
internal sealed record Arm(string From, string Key, string Id, Sql Where);

/// <summary>What a list shows of its rows.</summary>
/// <param name="Table">The table of the rows and its name in the statement: <c>claim c</c>.</param>
/// <param name="Id">The row's key: <c>c.id</c>.</param>
/// <param name="Joins">What else the columns need.</param>
internal sealed record RowShape(string Table, string Id, string Columns, string Joins);

/// <summary>
/// A list in order: segments one after the other (undated rows after dated ones, say), each a union of arms that are sorted alike. SQLite merges the arms and stops
/// after the page. <c>Listing.Page</c> runs the segments that a page touches.
/// </summary>
/// <param name="List">Tells cursors of this list and order from others.</param>
/// <param name="Descending">The order of every segment's key.</param>
/// <param name="Real">The key is a floating-point number.</param>
/// <param name="Row">What the page shows.</param>
internal sealed record Listing(byte List, bool Descending, IReadOnlyList<IReadOnlyList<Arm>> Segments, RowShape Row, bool Real = false)
{
    /// <summary>Where counting stops.</summary>
    public const int MostCounted = 10_000;

    public Page<T> Page<T>(Connection db, PageRequest page, Func<Statement, int, T> read, Func<int?>? total = null)
    {
        var backwards = page.Last is not null;
        var wanted = page.Last ?? page.First;
        var from = (backwards ? page.Before : page.After) is { } cursor ? Cursor.Read(List, cursor) : (RowKey?)null;
        var rows = new List<(RowKey Key, T Row)>();
        if (from is { Segment: var s } && s >= Segments.Count) throw new StoreException(StoreFailure.InvalidCursor, "The cursor is not one of this list in this order. Begin again without it.");

        var segment = from?.Segment ?? (backwards ? Segments.Count - 1 : 0);
        for (; segment >= 0 && segment < Segments.Count && rows.Count <= wanted; segment += backwards ? -1 : 1)
        {
            Fill(db, segment, segment == from?.Segment ? from : null, Descending != backwards, wanted + 1 - rows.Count, rows, read);
        }

        return Cut(rows, page, page.WithTotal ? total is null ? Count(db) : total() : null);
    }

    /// <summary>One row more than was asked for tells whether there is a next page.</summary>
    private Page<T> Cut<T>(List<(RowKey Key, T Row)> rows, PageRequest page, int? total)
    {
        var backwards = page.Last is not null;
        var wanted = page.Last ?? page.First;
        var more = rows.Count > wanted;
        if (more) rows.RemoveRange(wanted, rows.Count - wanted);
        if (backwards) rows.Reverse();
        var edges = new Edge<T>[rows.Count];
        for (var i = 0; i < edges.Length; i++) edges[i] = new Edge<T>(rows[i].Row, Cursor.Write(List, rows[i].Key));
        return new Page<T>(edges, backwards ? page.Before is not null : more, backwards ? more : page.After is not null, total);
    }

    /// <summary>A page of each of many parents in one statement: the arms speak of the parent as <c>p</c>.</summary>
    /// <param name="parents">Joins from an id, <c>j.value</c>, to the parent's row <c>p</c>.</param>
    /// <param name="key">The sorting column on the outer row.</param>
    public Dictionary<string, Page<T>> PagesOf<T>(Connection db, string parents, string key, IReadOnlyCollection<string> ids, PageRequest page, Func<Statement, int, T> read, Func<string, int?>? total)
    {
        var backwards = page.Last is not null;
        var wanted = page.Last ?? page.First;
        var from = (backwards ? page.Before : page.After) is { } cursor ? Cursor.Read(List, cursor) : (RowKey?)null;
        var rows = ids.Distinct(StringComparer.Ordinal).ToDictionary(id => id, _ => new List<(RowKey Key, T Row)>(), StringComparer.Ordinal);
        for (var segment = from?.Segment ?? (backwards ? Segments.Count - 1 : 0); segment >= 0 && segment < Segments.Count; segment += backwards ? -1 : 1)
        {
            var open = rows.Where(r => r.Value.Count <= wanted).ToDictionary(r => r.Key, r => r.Value.Count, StringComparer.Ordinal);
            if (open.Count == 0) break;
            var descending = Descending != backwards;
            var sql = new Sql().Add($"SELECT j.value, {key}, {Row.Id}, {Row.Columns} FROM json_each(").Value(Packed.Json(open.Keys)).Add($") j {parents}")
                .Add($" CROSS JOIN {Row.Table} ON {Row.Id} IN (SELECT id FROM (");
            AddKeys(sql, segment, segment == from?.Segment ? from : null, descending, wanted + 1);
            sql.Add($")) {Row.Joins}");
            using (var statement = sql.Prepare(db))
            {
                while (statement.Step()) rows[statement.Text(0)].Add((KeyOf(statement, segment, 1), read(statement, 3)));
            }
            foreach (var (id, before) in open) rows[id].Sort(before, rows[id].Count - before, InOrder<T>(descending));
        }
        return rows.ToDictionary(r => r.Key, r => Cut(r.Value, page, page.WithTotal ? total?.Invoke(r.Key) : null), StringComparer.Ordinal);
    }

    /// <summary>The length of the list, or null beyond <see cref="MostCounted"/>.</summary>
    public int? Count(Connection db)
    {
        long counted = 0;
        foreach (var arms in Segments)
        {
            var sql = new Sql().Add("SELECT count(*) FROM (");
            AddIds(sql, arms, MostCounted + 1);
            using var row = sql.Add(")").Prepare(db);
            row.Step();
            counted += row.Int(0);
        }
        return counted > MostCounted ? null : (int)counted;
    }

    /// <summary>The length of each parent's list, as <see cref="Count"/>.</summary>
    public Dictionary<string, int?> CountsOf(Connection db, string parents, IReadOnlyCollection<string> ids)
    {
        var counts = new Dictionary<string, int?>(StringComparer.Ordinal);
        foreach (var arms in Segments)
        {
            var sql = new Sql().Add("SELECT j.value, (SELECT count(*) FROM (");
            AddIds(sql, arms, MostCounted + 1);
            using var rows = sql.Add(")) FROM json_each(").Value(Packed.Json(ids)).Add($") j {parents}").Prepare(db);
            while (rows.Step())
            {
                var before = counts.TryGetValue(rows.Text(0), out var known) ? known : 0;
                counts[rows.Text(0)] = before + (int)rows.Int(1) is var sum && sum > MostCounted ? null : sum;
            }
        }
        return counts;
    }

    /// <summary>The keys of some arms in any order, each once: DISTINCT stops at the limit, where a UNION would first sort every arm.</summary>
    public static void AddIds(Sql sql, IReadOnlyList<Arm> arms, int limit)
    {
        if (arms.Count != 1) sql.Add("SELECT DISTINCT id FROM (");
        if (arms.Count == 0) sql.Add("SELECT 0 AS id WHERE 0");
        for (var i = 0; i < arms.Count; i++) sql.Add(i == 0 ? "" : " UNION ALL ").Add($"SELECT {arms[i].Id} AS id FROM {arms[i].From} WHERE ").Add(arms[i].Where);
        sql.Add(arms.Count == 1 ? $" LIMIT {limit}" : $") LIMIT {limit}");
    }

    private void Fill<T>(Connection db, int segment, RowKey? from, bool descending, int limit, List<(RowKey, T)> rows, Func<Statement, int, T> read)
    {
        if (Segments[segment].Count == 0) return;
        var sql = new Sql().Add($"SELECT k.key, k.id, {Row.Columns} FROM (");
        AddKeys(sql, segment, from, descending, limit);
        sql.Add($") k CROSS JOIN {Row.Table} ON {Row.Id} = k.id {Row.Joins}");

        var first = rows.Count;
        using (var statement = sql.Prepare(db))
        {
            while (statement.Step()) rows.Add((KeyOf(statement, segment, 0), read(statement, 2)));
        }
        // The inner rows drive the joins in their order; SQL alone does not promise it, so it is looked at.
        if (!IsSorted(rows, first, descending)) rows.Sort(first, rows.Count - first, InOrder<T>(descending));
    }

    private RowKey KeyOf(Statement row, int segment, int column) => new(segment, Real ? BitConverter.DoubleToInt64Bits(row.Real(column)) : row.Int(column), row.Int(column + 1));

    private Comparer<(RowKey Key, T)> InOrder<T>(bool descending) => Comparer<(RowKey Key, T)>.Create((a, b) => descending ? Compare(b.Key, a.Key) : Compare(a.Key, b.Key));

    /// <summary>The keys of a page: the arms in order, merged, cut.</summary>
    private void AddKeys(Sql sql, int segment, RowKey? from, bool descending, int limit)
    {
        var order = descending ? " DESC" : "";
        var arms = Segments[segment];
        for (var i = 0; i < arms.Count; i++)
        {
            var arm = arms[i];
            // A row may be in several arms: UNION keeps one, and needs no sorting where all arms are in order.
            if (i > 0) sql.Add(" UNION ");
            sql.Add($"SELECT {arm.Key} AS key, {arm.Id} AS id FROM {arm.From} WHERE ").Add(arm.Where);
            if (from is not { } start) continue;
            if (arm.Key == arm.Id)
            {
                sql.Add($" AND {arm.Id} {(descending ? '<' : '>')} ").Value(start.Id);
                continue;
            }
            sql.Add($" AND ({arm.Key}, {arm.Id}) {(descending ? '<' : '>')} (");
            _ = Real ? sql.Value(BitConverter.Int64BitsToDouble(start.Value)) : sql.Value(start.Value);
            sql.Add(", ").Value(start.Id).Add(")");
        }
        // One arm is ordered by its own columns, so that the index gives the order; several by the union's.
        sql.Add(arms.Count == 1 ? arms[0].Key == arms[0].Id ? $" ORDER BY {arms[0].Id}{order} LIMIT " : $" ORDER BY {arms[0].Key}{order}, {arms[0].Id}{order} LIMIT " : $" ORDER BY 1{order}, 2{order} LIMIT ").Value(limit);
    }

    private bool IsSorted<T>(List<(RowKey Key, T)> rows, int first, bool descending)
    {
        for (var i = first + 1; i < rows.Count; i++)
            if (descending ? Compare(rows[i - 1].Key, rows[i].Key) < 0 : Compare(rows[i - 1].Key, rows[i].Key) > 0) return false;
        return true;
    }

    private int Compare(in RowKey a, in RowKey b)
    {
        var byValue = Real ? BitConverter.Int64BitsToDouble(a.Value).CompareTo(BitConverter.Int64BitsToDouble(b.Value)) : a.Value.CompareTo(b.Value);
        return byValue != 0 ? byValue : a.Id.CompareTo(b.Id);
    }
}

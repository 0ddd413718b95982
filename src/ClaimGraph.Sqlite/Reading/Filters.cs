namespace ClaimGraph.Sqlite;

/// <summary>What filters of all kinds share.</summary>
internal static class Filters
{
    /// <summary>The leaves that must all hold, and what remains besides them.</summary>
    public static (List<TLeaf> Leaves, List<Filter<TLeaf>> Others) Split<TLeaf>(Filter<TLeaf>? filter)
    {
        var leaves = new List<TLeaf>();
        var rest = new List<Filter<TLeaf>>();
        foreach (var part in filter switch { null => [], Filter<TLeaf>.And and => and.Of, var one => [one] })
        {
            if (part is Filter<TLeaf>.Leaf leaf) leaves.Add(leaf.Value);
            else rest.Add(part);
        }
        return (leaves, rest);
    }

    /// <summary>A filter as a condition.</summary>
    public static Sql Condition<TLeaf>(Filter<TLeaf> filter, Func<TLeaf, Sql> leaf) => filter switch
    {
        Filter<TLeaf>.Leaf l => leaf(l.Value),
        Filter<TLeaf>.Not n => new Sql().Add("NOT coalesce((").Add(Condition(n.Of, leaf)).Add("), 0)"),
        Filter<TLeaf>.And a => Join(a.Of.Select(f => Condition(f, leaf)), " AND ", "1"),
        Filter<TLeaf>.Or o => Join(o.Of.Select(f => Condition(f, leaf)), " OR ", "0"),
        _ => throw new InvalidOperationException($"A filter of the unknown kind {filter.GetType().Name}."),
    };

    public static bool Any<TLeaf>(Filter<TLeaf>? filter, Func<TLeaf, bool> leaf) => filter switch
    {
        null => false,
        Filter<TLeaf>.Leaf l => leaf(l.Value),
        Filter<TLeaf>.Not n => Any(n.Of, leaf),
        Filter<TLeaf>.And a => a.Of.Any(f => Any(f, leaf)),
        Filter<TLeaf>.Or o => o.Of.Any(f => Any(f, leaf)),
        _ => false,
    };

    public static Sql Join(IEnumerable<Sql> parts, string with, string empty)
    {
        var joined = new Sql();
        foreach (var part in parts)
        {
            if (part.IsEmpty) continue;
            joined.Add(joined.IsEmpty ? "(" : with + "(").Add(part).Add(")");
        }
        return joined.IsEmpty ? joined.Add(empty) : joined;
    }

    /// <summary>Keys of text ids: <c>(SELECT …)</c>. Merged questions and actors stand for their survivors.</summary>
    public static Sql Keys(string table, IReadOnlyList<string> exts) =>
        new Sql().Add($"(SELECT {Key(table)} FROM json_each(").Value(Packed.Json(exts)).Add($") CROSS JOIN {table} ON ext = value)");

    /// <summary>The key of one text id.</summary>
    public static Sql KeyOf(string table, string ext) => new Sql().Add($"(SELECT {Key(table)} FROM {table} WHERE ext = ").Value(ext).Add(")");

    public static Sql Numbers<T>(string expression, IReadOnlyList<T> values) where T : struct, Enum =>
        new Sql().Add($"{expression} IN (SELECT value FROM json_each(").Value(Packed.Json(values.Select(v => Convert.ToInt64(v, null)))).Add("))");

    /// <summary>Rows in force now, or as they were recorded then.</summary>
    public static Sql InForce(string row, DateTimeOffset? asOf) => asOf is not { } time ? new Sql().Add($"{row}.withdrawn_at IS NULL")
        : new Sql().Add($"{row}.recorded_at <= ").Value(time.ToUnixTimeMilliseconds()).Add($" AND ({row}.withdrawn_at IS NULL OR {row}.withdrawn_at > ").Value(time.ToUnixTimeMilliseconds()).Add(")");

    /// <summary>A range of days; undated rows are in none.</summary>
    public static Sql Days(string column, DateOnly? from, DateOnly? to)
    {
        var days = new Sql();
        if (from is null && to is null) return days;
        days.Add($"{column} >= ").Value(from is { } f ? PackedDate.Of(f) : PackedDate.Undated + 1);
        if (to is { } t) days.Add($" AND {column} <= ").Value(PackedDate.Of(t));
        return days;
    }

    /// <summary>A user's words for the full-text index: each quoted, all of them wanted. Null where there is no word to look for.</summary>
    public static string? Match(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsLetterOrDigit)).Take(20).ToList();
        return words.Count == 0 ? null : string.Join(' ', words.Select(w => '"' + w.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
    }

    /// <summary>From an id to the row that stands for it: of what was merged, the survivor.</summary>
    public static string Parents(string table) => table is "question" or "actor"
        ? $"CROSS JOIN {table} asked ON asked.ext = j.value CROSS JOIN {table} p ON p.id = coalesce(asked.merged_into, asked.id)"
        : $"CROSS JOIN {table} p ON p.ext = j.value";

    /// <summary>A stored counter of many rows.</summary>
    public static Dictionary<string, int?> Counters(Connection db, string table, string counter, IReadOnlyCollection<string> ids)
    {
        var counts = new Dictionary<string, int?>(StringComparer.Ordinal);
        using var rows = db.Prepare($"SELECT j.value, p.{counter} FROM json_each(?) j {Parents(table)}").Add(Packed.Json(ids));
        while (rows.Step()) counts[rows.Text(0)] = (int)rows.Int(1);
        return counts;
    }

    private static string Key(string table) => table is "question" or "actor" ? $"coalesce({table}.merged_into, {table}.id)" : $"{table}.id";
}

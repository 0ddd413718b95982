namespace ClaimGraph.Sqlite;

/// <summary>Actors by id and in lists.</summary>
internal static class Actors
{
    private const byte ByClaims = 41, ByText = 42;

    private const string Columns = "x.ext, x.name, x.kind, x.aliases, x.claim_count, x.question_count, x.id";

    private static ActorCard Read(Statement row, int first) => new(
        new Actor(row.Text(first), row.Text(first + 1), (ActorKind)row.Int(first + 2)) { Aliases = Packed.Lines(row.TextOrNull(first + 3)) }, (int)row.Int(first + 4), (int)row.Int(first + 5));

    /// <summary>Those who share a key of names; of a key that very many have, the first who were stored.</summary>
    public static IReadOnlyList<Actor> NamedLike(Connection db, IReadOnlyCollection<string> keys)
    {
        const int most = 100;
        var found = new Dictionary<string, Actor>(StringComparer.Ordinal);
        using var rows = db.Prepare($"SELECT {Columns} FROM json_each(?1) j CROSS JOIN actor x ON x.id IN (SELECT actor_id FROM actor_key WHERE key = j.value LIMIT ?2)").Add(Packed.Json(keys)).Add(most);
        while (rows.Step()) found.TryAdd(rows.Text(0), Read(rows, 0).Actor);
        return [.. found.Values];
    }

    /// <summary>An actor that was merged into another answers with the survivor, under the id asked for.</summary>
    public static IReadOnlyDictionary<string, ActorCard> ById(Connection db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf)
    {
        var found = new Dictionary<string, ActorCard>(ids.Count, StringComparer.Ordinal);
        using (var rows = db.Prepare($"SELECT {Columns}, o.ext FROM json_each(?) j CROSS JOIN actor o ON o.ext = j.value CROSS JOIN actor x ON x.id = coalesce(o.merged_into, o.id)").Add(Packed.Json(ids)))
        {
            while (rows.Step()) found[rows.Text(7)] = Read(rows, 0);
        }
        if (asOf is null) return found;
        var then = Counts(db, found.Values.Select(a => a.Actor.Id), asOf.Value);
        return found.ToDictionary(f => f.Key, f => f.Value with { ClaimCount = then[f.Value.Actor.Id].Claims, QuestionCount = then[f.Value.Actor.Id].Questions }, StringComparer.Ordinal);
    }

    public static Page<ActorCard> Page(Connection db, ActorFilter? where, PageRequest page, DateTimeOffset? asOf)
    {
        var parts = new List<Sql> { new Sql().Add("x.merged_into IS NULL") };
        if (where?.Kinds is { } kinds) parts.Add(Filters.Numbers("x.kind", kinds));
        Listing listing;
        if (where?.Text is { } text)
        {
            parts.Insert(0, Filters.Match(text) is { } match ? new Sql().Add("actor_text MATCH ").Value(match) : new Sql().Add("0"));
            listing = new Listing(ByText, true, [[new Arm("actor_text CROSS JOIN actor x ON x.id = actor_text.rowid", "actor_text.rowid", "actor_text.rowid", Filters.Join(parts, " AND ", "1"))]], new RowShape("actor x", "x.id", Columns, ""));
        }
        else
        {
            listing = new Listing(ByClaims, true, [[new Arm("actor x", "x.claim_count", "x.id", Filters.Join(parts, " AND ", "1"))]], new RowShape("actor x", "x.id", Columns, ""));
        }
        var found = listing.Page(db, page, static (row, first) => Read(row, first), where is null ? () => (int?)Counters.Of(db, "actors") : null);
        if (asOf is null) return found;
        var then = Counts(db, found.Edges.Select(e => e.Node.Actor.Id), asOf.Value);
        return found with { Edges = [.. found.Edges.Select(e => e with { Node = e.Node with { ClaimCount = then[e.Node.Actor.Id].Claims, QuestionCount = then[e.Node.Actor.Id].Questions } })] };
    }

    private static Dictionary<string, Made> Counts(Connection db, IEnumerable<string> ids, DateTimeOffset asOf)
    {
        return db.Past.Of(db, ids, asOf, Count);

        IEnumerable<(string, Made)> Count(IReadOnlyCollection<string> unknown)
        {
            using var rows = db.Prepare("""
                SELECT x.ext, count(c.id), count(DISTINCT c.question_id) FROM json_each(?1) j CROSS JOIN actor x ON x.ext = j.value
                LEFT JOIN actor_claim k ON k.actor_id = x.id AND k.mentioned = 0 AND k.recorded_at <= ?2 AND (k.withdrawn_at IS NULL OR k.withdrawn_at > ?2) LEFT JOIN claim c ON c.id = k.claim_id GROUP BY x.id
                """).Add(Packed.Json(unknown)).Add(asOf.ToUnixTimeMilliseconds());
            while (rows.Step()) yield return (rows.Text(0), new Made((int)rows.Int(1), (int)rows.Int(2)));
        }
    }

    private sealed record Made(int Claims, int Questions);
}

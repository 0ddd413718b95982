using System.Runtime.InteropServices;

namespace ClaimGraph.Sqlite;

/// <summary>Positions by id and of questions, and what counting their origins needs.</summary>
internal static class Positions
{
    private const int MostClaims = 1_000, MostPositions = 1_000, FewPositions = 100;

    private const string Columns = """
        p.ext, q.ext, p.value_text, p.form, p.low, p.high, p.unit, p.vague, p.scope, p.condition, p.claim_count, p.article_count, p.known_origins, p.broken_chains,
        p.first_asserted, p.last_asserted, p.example_ext, p.superseded, p.id
        """;

    private static (long Key, PositionCard Card) Read(Statement row)
    {
        var origins = OriginCount.Of((int)row.Int(12), (int)row.Int(13));
        return (row.Int(18), new PositionCard(new Position(row.Text(0), row.Text(1), ValueForm.Read(row, 2)), (int)row.Int(10), (int)row.Int(11), origins.Low, origins.High)
        {
            FirstAsserted = row.DateOrNull(14),
            LastAsserted = row.DateOrNull(15),
            ExampleClaimId = row.TextOrNull(16) ?? "",
            Current = !row.Flag(17),
        });
    }

    public static IReadOnlyDictionary<string, PositionCard> ById(Connection db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf)
    {
        var found = new List<(long, PositionCard)>(ids.Count);
        using (var rows = db.Prepare($"SELECT {Columns} FROM json_each(?) j CROSS JOIN position p ON p.ext = j.value CROSS JOIN question q ON q.id = p.question_id").Add(Packed.Json(ids)))
        {
            while (rows.Step()) found.Add(Read(rows));
        }
        return Then(db, found, asOf).ToDictionary(p => p.Position.Id, StringComparer.Ordinal);
    }

    /// <summary>In time order, undated ones last. Notable: the oldest, those in a conflict, the latest.</summary>
    public static ILookup<string, PositionCard> OfQuestions(Connection db, IReadOnlyCollection<string> questions, int first, bool notable, DateTimeOffset? asOf)
    {
        var (found, large) = asOf is null ? Whole(db, questions) : ([], questions);
        if (large.Count > 0) found.AddRange(Cut(db, large, notable || asOf is not null ? MostPositions : first, asOf));
        if (asOf is not null)
        {
            var then = Then(db, found.Select(f => (f.Key, f.Card)), asOf).ToDictionary(p => p.Position.Id, StringComparer.Ordinal);
            found = [.. found.Where(f => then.ContainsKey(f.Card.Position.Id)).Select(f => then[f.Card.Position.Id] is var card ? f with { Day = PackedDate.Of(card.FirstAsserted?.SortDay), Card = card } : f)];
        }
        found.Sort(OfQuestion.InTime);
        if (notable) return found.GroupBy(f => f.Asked).SelectMany(q => Notable([.. q], first)).ToLookup(f => f.Asked, f => f.Card, StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        found.RemoveAll(f => CollectionsMarshal.GetValueRefOrAddDefault(taken, f.Asked, out _)++ >= first);
        return found.ToLookup(f => f.Asked, f => f.Card, StringComparer.Ordinal);
    }

    private readonly record struct OfQuestion(string Asked, long Key, long Day, bool Disputed, PositionCard Card)
    {
        /// <summary>The first asserted first, undated ones last.</summary>
        public static int InTime(OfQuestion a, OfQuestion b)
        {
            var byDay = (a.Day == PackedDate.Undated ? long.MaxValue : a.Day).CompareTo(b.Day == PackedDate.Undated ? long.MaxValue : b.Day);
            return byDay != 0 ? byDay : a.Key.CompareTo(b.Key);
        }
    }

    private static OfQuestion ReadOfQuestion(Statement row)
    {
        var (key, card) = Read(row);
        return new OfQuestion(row.Text(19), key, row.Int(20), row.Int(21) > 0, card);
    }

    /// <summary>All positions of questions that have few, which is nearly every question; and the ids of the others, by a row without a position.</summary>
    private static (List<OfQuestion> Found, IReadOnlyCollection<string> Large) Whole(Connection db, IReadOnlyCollection<string> questions)
    {
        var (found, large) = (new List<OfQuestion>(), new List<string>());
        using var rows = db.Prepare($"""
            SELECT {Columns}, o.ext, p.first_day, p.conflict_count, q.position_count FROM json_each(?) j CROSS JOIN question o ON o.ext = j.value CROSS JOIN question q ON q.id = coalesce(o.merged_into, o.id)
            LEFT JOIN position p ON p.question_id = q.id AND p.claim_count > 0 AND q.position_count <= {FewPositions}
            """).Add(Packed.Json(questions.Distinct(StringComparer.Ordinal)));
        while (rows.Step())
        {
            if (!rows.IsNull(18)) found.Add(ReadOfQuestion(rows));
            else if (rows.Int(22) > FewPositions) large.Add(rows.Text(19));
        }
        return (found, large);
    }

    /// <summary>The first positions of each question, dated and undated, by two ranges of an index.</summary>
    private static List<OfQuestion> Cut(Connection db, IReadOnlyCollection<string> questions, int most, DateTimeOffset? asOf)
    {
        var found = new List<OfQuestion>();
        // A position that nobody holds any more was held then.
        var held = asOf is null ? "claim_count > 0" : "1";
        using var rows = db.Prepare($"""
            SELECT {Columns}, o.ext, p.first_day, p.conflict_count FROM json_each(?1) j CROSS JOIN question o ON o.ext = j.value CROSS JOIN question q ON q.id = coalesce(o.merged_into, o.id)
            CROSS JOIN position p ON p.id IN (
                SELECT id FROM (SELECT id FROM position WHERE question_id = q.id AND {held} AND first_day > -10000000 ORDER BY first_day, id LIMIT ?2)
                UNION ALL SELECT id FROM (SELECT id FROM position WHERE question_id = q.id AND {held} AND first_day = -10000000 ORDER BY first_day, id LIMIT ?2))
            """).Add(Packed.Json(questions.Distinct(StringComparer.Ordinal))).Add(most);
        while (rows.Step()) found.Add(ReadOfQuestion(rows));
        return found;
    }

    private static IEnumerable<OfQuestion> Notable(List<OfQuestion> ordered, int first)
    {
        var chosen = ordered.Where((f, i) => i == 0 || i == ordered.Count - 1 || f.Disputed).ToList();
        // The latest is never cut off.
        return chosen.Count <= first || first == 0 ? chosen.Take(first) : chosen.Take(first - 1).Append(chosen[^1]);
    }

    /// <summary>Claims as counting origins needs them: the oldest first, so that the cut leaves out repeats.</summary>
    public static ILookup<string, OriginClaim> Origins(Connection db, IReadOnlyCollection<string> positions, DateTimeOffset? asOf)
    {
        var found = new List<(string Position, OriginClaim Claim)>();
        var inForce = asOf is null ? "withdrawn_at IS NULL" : "recorded_at <= ?3 AND (withdrawn_at IS NULL OR withdrawn_at > ?3)";
        var query = db.Prepare($"""
            SELECT p.ext, c.ext, s.ext, o.ext, c.origin_known, c.day FROM json_each(?1) j CROSS JOIN position p ON p.ext = j.value
            CROSS JOIN claim c ON c.id IN (SELECT id FROM claim WHERE position_id = p.id AND {inForce} ORDER BY day, id LIMIT ?2)
            CROSS JOIN source s ON s.id = c.source_id CROSS JOIN origin o ON o.id = c.origin_id
            """).Add(Packed.Json(positions.Distinct(StringComparer.Ordinal))).Add(MostClaims);
        if (asOf is { } time) query.Add(time.ToUnixTimeMilliseconds());
        using (query)
        {
            while (query.Step()) found.Add((query.Text(0), new OriginClaim(query.Text(1), query.Text(2), query.Text(3), query.Flag(4), PackedDate.Day(query.Int(5)))));
        }
        return found.ToLookup(f => f.Position, f => f.Claim, StringComparer.Ordinal);
    }

    /// <summary>Positions as of a time: counted anew; without those that nobody held yet.</summary>
    private static IEnumerable<PositionCard> Then(Connection db, IEnumerable<(long Key, PositionCard Card)> positions, DateTimeOffset? asOf)
    {
        var cards = positions.DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.Card);
        if (asOf is not { } time) return cards.Values;
        var then = new List<PositionCard>(cards.Count);
        var unknown = new Dictionary<long, long>();
        using (var rows = db.Prepare("SELECT p.id, p.ext, q.changed_at FROM json_each(?) j CROSS JOIN position p ON p.id = j.value CROSS JOIN question q ON q.id = p.question_id").Add(Packed.Json(cards.Keys)))
        {
            while (rows.Step())
            {
                if (db.Past.Find<Held>(rows.Text(1), time, rows.Int(2)) is not { } kept) unknown.Add(rows.Int(0), rows.Int(2));
                else if (kept.By is { } card) then.Add(card);
            }
        }
        if (unknown.Count == 0) return then;
        using (var counts = db.Prepare("""
            SELECT p.id, count(*), count(DISTINCT c.source_id), count(DISTINCT iif(c.origin_known, c.origin_id, NULL)), count(DISTINCT iif(c.origin_known, NULL, c.source_id)),
                (SELECT f.asserted FROM claim f WHERE f.position_id = p.id AND f.day > -10000000 AND f.recorded_at <= ?2 AND (f.withdrawn_at IS NULL OR f.withdrawn_at > ?2) ORDER BY f.day, f.id LIMIT 1),
                (SELECT f.asserted FROM claim f WHERE f.position_id = p.id AND f.day > -10000000 AND f.recorded_at <= ?2 AND (f.withdrawn_at IS NULL OR f.withdrawn_at > ?2) ORDER BY f.day DESC, f.id DESC LIMIT 1),
                (SELECT f.ext FROM claim f WHERE f.position_id = p.id AND f.recorded_at <= ?2 AND (f.withdrawn_at IS NULL OR f.withdrawn_at > ?2) ORDER BY f.day = -10000000, f.day, f.id LIMIT 1)
            FROM json_each(?1) j CROSS JOIN position p ON p.id = j.value CROSS JOIN claim c INDEXED BY claim_past ON c.question_id = p.question_id AND c.position_id = p.id
            WHERE c.recorded_at <= ?2 AND (c.withdrawn_at IS NULL OR c.withdrawn_at > ?2) GROUP BY p.id
            """).Add(Packed.Json(unknown.Keys)).Add(time.ToUnixTimeMilliseconds()))
        {
            while (counts.Step())
            {
                var origins = OriginCount.Of((int)counts.Int(3), (int)counts.Int(4));
                var card = cards[counts.Int(0)] with
                {
                    ClaimCount = (int)counts.Int(1), ArticleCount = (int)counts.Int(2), OriginsLow = origins.Low, OriginsHigh = origins.High,
                    FirstAsserted = counts.DateOrNull(5), LastAsserted = counts.DateOrNull(6), ExampleClaimId = counts.Text(7),
                };
                then.Add(card);
                if (unknown.Remove(counts.Int(0), out var at)) db.Past.Keep(card.Position.Id, time, at, new Held(card));
            }
        }
        foreach (var (key, at) in unknown) db.Past.Keep(cards[key].Position.Id, time, at, new Held(null));
        return then;
    }

    /// <param name="By">Null where nobody held the position yet.</param>
    private sealed record Held(PositionCard? By);
}

namespace ClaimGraph.Sqlite;

/// <summary>Lists of claims: the filter's most telling member drives an index in order, the rest is looked at row by row.</summary>
internal static class ClaimLists
{
    private const byte Newest = 1, Oldest = 2, Worth = 3, Recorded = 4;

    private static readonly RowShape Row = new("claim c", "c.id", Cards.Claim("c"), Cards.ClaimJoins("c"));

    public static Page<ClaimCard> Page(Connection db, Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf)
    {
        var listing = Of(where, order, asOf);
        Func<int?>? total = where is null && asOf is null ? () => (int?)Counters.Of(db, "claims") : null;
        return AsOf.Standings(db, listing.Page(db, page, static (row, first) => Cards.ReadClaim(row, first), total), asOf);
    }

    /// <summary>The claims of each of many parents.</summary>
    public static IReadOnlyDictionary<string, Page<ClaimCard>> PagesOf(
        Connection db, ClaimParent parent, IReadOnlyCollection<string> ids, Filter<ClaimFilter>? where, ClaimOrder order, PageRequest page, DateTimeOffset? asOf)
    {
        var (table, driver) = parent switch
        {
            ClaimParent.Position => ("position", new Driver("claim c", "c.day", "c.id", new Sql().Add("c.position_id = p.id"))),
            ClaimParent.Source => ("source", new Driver("claim c", "c.day", "c.id", new Sql().Add("c.source_id = p.id"))),
            ClaimParent.Actor => ("actor", new Driver("actor_claim k CROSS JOIN claim c ON c.id = k.claim_id", "k.day", "k.claim_id", new Sql().Add("k.mentioned = 0 AND k.actor_id = p.id"))),
            _ => ("question", new Driver("claim c", "c.day", "c.id", new Sql().Add("c.question_id = p.id"))),
        };
        var residual = Filters.Join([Filters.InForce("c", asOf), where is null ? new Sql() : Filters.Condition(where, Condition)], " AND ", "1");
        var listing = Build([driver], order, residual, new ClaimFilter());
        var parents = Filters.Parents(table);
        var totals = !page.WithTotal ? null : where is null && asOf is null ? Filters.Counters(db, table, "claim_count", ids) : listing.CountsOf(db, parents, ids);
        var pages = listing.PagesOf(db, parents, order == ClaimOrder.CheckWorthiness ? "c.check_worthiness" : "c.day", ids, page, static (row, first) => Cards.ReadClaim(row, first), id => totals?.GetValueOrDefault(id));
        return asOf is null ? pages : pages.ToDictionary(p => p.Key, p => AsOf.Standings(db, p.Value, asOf), StringComparer.Ordinal);
    }

    public static Listing Of(Filter<ClaimFilter>? where, ClaimOrder order, DateTimeOffset? asOf)
    {
        var (leaves, rest) = Filters.Split(where);
        var all = leaves.Aggregate(new ClaimFilter(), Both);
        // Two leaves that both name questions, say, are both looked at; the first drives.
        var residual = new List<Sql> { Filters.InForce("c", asOf) };
        residual.AddRange(rest.Select(r => Filters.Condition(r, Condition)));
        residual.AddRange(leaves.Select(l => Condition(leaves.Count == 1 ? WithoutDriver(l, order) : l)));
        return Build(Drive(all, order), order, Filters.Join(residual, " AND ", "1"), all);
    }

    /// <summary>What gives the order: pieces of FROM and WHERE, with the columns of day and key.</summary>
    internal sealed record Driver(string From, string Day, string Id, Sql Where);

    private static Listing Build(IReadOnlyList<Driver> drivers, ClaimOrder order, Sql residual, ClaimFilter dates)
    {
        if (dates.Text is not null)
        {
            var match = drivers.Select(d => new Arm(d.From, "f.rowid", "f.rowid", Filters.Join([d.Where, residual], " AND ", "1"))).ToList();
            return new Listing(Recorded, true, [match], Row);
        }
        if (order == ClaimOrder.CheckWorthiness)
        {
            var byWorth = drivers.Select(d => new Arm(d.From, "c.check_worthiness", "c.id", Filters.Join([d.Where, residual], " AND ", "1"))).ToList();
            return new Listing(Worth, true, [byWorth], Row, Real: true);
        }

        IReadOnlyList<Arm> Segment(string? undated) =>
            [.. drivers.Select(d => new Arm(d.From, d.Day, d.Id, Filters.Join([d.Where, undated is null ? new Sql() : new Sql().Add($"{d.Day} {undated}"), residual, Filters.Days(d.Day, dates.AssertedFrom, dates.AssertedTo)], " AND ", "1")))];
        return order == ClaimOrder.Newest ? new Listing(Newest, true, [Segment(null)], Row) : new Listing(Oldest, false, [Segment("> -10000000"), Segment("= -10000000")], Row);
    }

    private static IReadOnlyList<Driver> Drive(ClaimFilter filter, ClaimOrder order)
    {
        const string joined = " CROSS JOIN claim c ON c.id = k.claim_id";
        if (filter.Text is { } text)
        {
            // Text without a word to look for finds nothing.
            var match = Filters.Match(text);
            var from = "claim_text f CROSS JOIN claim c ON c.id = f.rowid";
            return [new Driver(from, "", "", match is null ? new Sql().Add("0") : new Sql().Add("f.quote MATCH ").Value(match))];
        }
        if (filter.Positions is { } positions) return [.. positions.Distinct().Select(p => new Driver("claim c", "c.day", "c.id", new Sql().Add("c.position_id = ").Add(Filters.KeyOf("position", p))))];
        if (filter.Questions is { } questions) return [.. questions.Distinct().Select(q => new Driver("claim c", "c.day", "c.id", new Sql().Add("c.question_id = ").Add(Filters.KeyOf("question", q))))];
        if (filter.Sources is { } sources) return [.. sources.Distinct().Select(s => new Driver("claim c", "c.day", "c.id", new Sql().Add("c.source_id = ").Add(Filters.KeyOf("source", s))))];
        if (filter.Speakers is { } speakers)
            return [.. speakers.Distinct().Select(s => new Driver("actor_claim k" + joined, "k.day", "k.claim_id", new Sql().Add("k.mentioned = 0 AND k.innermost = 1 AND k.actor_id = ").Add(Filters.KeyOf("actor", s))))];
        if (filter.Actors is { } actors)
            return [.. actors.Distinct().SelectMany(a => Enumerable.Range(0, 2).Select(mentioned => new Driver("actor_claim k" + joined, "k.day", "k.claim_id", new Sql().Add($"k.mentioned = {mentioned} AND k.actor_id = ").Add(Filters.KeyOf("actor", a)))))];
        return [new Driver("claim c", "c.day", "c.id", new Sql().Add(order == ClaimOrder.CheckWorthiness ? "c.check_worthiness >= 0" : "1"))];
    }

    private static ClaimFilter Both(ClaimFilter a, ClaimFilter b) => b with
    {
        Text = a.Text ?? b.Text,
        Positions = a.Positions ?? b.Positions,
        Questions = a.Questions ?? b.Questions,
        Sources = a.Sources ?? b.Sources,
        Speakers = a.Speakers ?? b.Speakers,
        Actors = a.Actors ?? b.Actors,
        AssertedFrom = a.AssertedFrom is { } x && b.AssertedFrom is { } y ? (x > y ? x : y) : a.AssertedFrom ?? b.AssertedFrom,
        AssertedTo = a.AssertedTo is { } u && b.AssertedTo is { } v ? (u < v ? u : v) : a.AssertedTo ?? b.AssertedTo,
    };

    /// <summary>The member that <see cref="Drive"/> uses needs no second look.</summary>
    private static ClaimFilter WithoutDriver(ClaimFilter f, ClaimOrder order)
    {
        var byDay = f.Text is null && order != ClaimOrder.CheckWorthiness;
        if (byDay) f = f with { AssertedFrom = null, AssertedTo = null };
        return f.Text is not null ? f with { Text = null }
            : f.Positions is not null ? f with { Positions = null }
            : f.Questions is not null ? f with { Questions = null }
            : f.Sources is not null ? f with { Sources = null }
            : f.Speakers is not null ? f with { Speakers = null }
            : f.Actors is not null ? f with { Actors = null } : f;
    }

    /// <summary>A leaf as a condition on a claim named <c>c</c>. The unary plus keeps an index from driving: the order has one already.</summary>
    public static Sql Condition(ClaimFilter f)
    {
        var parts = new List<Sql>();
        if (f.Text is { } text)
            parts.Add(Filters.Match(text) is { } match ? new Sql().Add("c.id IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ").Value(match).Add(")") : new Sql().Add("0"));
        if (f.Questions is { } questions) parts.Add(new Sql().Add("+c.question_id IN ").Add(Filters.Keys("question", questions)));
        if (f.Positions is { } positions) parts.Add(new Sql().Add("+c.position_id IN ").Add(Filters.Keys("position", positions)));
        if (f.Actors is { } actors) parts.Add(OfActors(actors, "k.mentioned IN (0, 1)"));
        if (f.Speakers is { } speakers) parts.Add(OfActors(speakers, "k.mentioned = 0 AND k.innermost = 1"));
        if (f.Sources is { } sources) parts.Add(new Sql().Add("+c.source_id IN ").Add(Filters.Keys("source", sources)));
        if (f.Outlets is { } outlets) parts.Add(new Sql().Add("(SELECT o.outlet_id FROM source o WHERE o.id = c.source_id) IN ").Add(Filters.Keys("source", outlets)));
        parts.Add(Filters.Days("+c.day", f.AssertedFrom, f.AssertedTo));
        if (f.RecordedFrom is { } from) parts.Add(new Sql().Add("c.recorded_at >= ").Value(from.ToUnixTimeMilliseconds()));
        if (f.RecordedTo is { } to) parts.Add(new Sql().Add("c.recorded_at <= ").Value(to.ToUnixTimeMilliseconds()));
        if (f.Modality is { } modality) parts.Add(Filters.Numbers(ValueForm.Modality("c"), modality));
        if (f.RelationKinds is { } kinds)
            parts.Add(new Sql().Add("1 = (SELECT 1 FROM relation r WHERE (r.later_id = c.id OR r.earlier_id = c.id) AND r.withdrawn_at IS NULL AND r.status <> 2 AND ").Add(Filters.Numbers("+r.kind", kinds)).Add(" LIMIT 1)"));
        if (f.Standing is { } standing) parts.Add(Filters.Numbers("c.standing", standing));
        parts.Add(Quantity(f));
        if (f.MinCheckWorthiness is { } worth) parts.Add(new Sql().Add("+c.check_worthiness >= ").Value(worth));
        if (f.Precision is { } precision) parts.Add(Filters.Numbers("c.precision", precision));
        return Filters.Join(parts, " AND ", "1");
    }

    private static Sql OfActors(IReadOnlyList<string> actors, string which) =>
        new Sql().Add($"1 = (SELECT 1 FROM actor_claim k WHERE {which} AND k.day = c.day AND k.claim_id = c.id AND k.actor_id IN ").Add(Filters.Keys("actor", actors)).Add(" LIMIT 1)");

    /// <summary>The intervals meet; a bound that is not given is unbounded.</summary>
    private static Sql Quantity(ClaimFilter f)
    {
        if (f.QuantityLow is null && f.QuantityHigh is null && f.QuantityUnit is null) return new Sql();
        var meets = new Sql().Add("c.form & 1 = 1");
        if (f.QuantityLow is { } low) meets.Add(" AND (c.high IS NULL OR c.high >= ").Value(low).Add(")");
        if (f.QuantityHigh is { } high) meets.Add(" AND (c.low IS NULL OR c.low <= ").Value(high).Add(")");
        if (f.QuantityUnit is { } unit) meets.Add(" AND c.unit = ").Value(unit);
        return meets;
    }
}

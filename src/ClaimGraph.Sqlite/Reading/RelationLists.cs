namespace ClaimGraph.Sqlite;

/// <summary>Lists of relations, conflicts before all.</summary>
internal static class RelationLists
{
    private const byte Newest = 11, Oldest = 12, Confidence = 13, NeedsReview = 14;

    private static readonly RowShape Row = new("relation r", "r.id", Cards.Relation("r", "l", "e"), Cards.RelationJoins("r", "l", "e"));

    public static Page<RelationCard> Page(Connection db, Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf)
    {
        var total = asOf is null && page.WithTotal && Facets.Total(db, where) is { } stored ? () => stored : (Func<int?>?)null;
        return AsOf.Status(db, Of(where, order, asOf).Page(db, page, static (row, first) => Cards.ReadRelation(row, first), total), asOf);
    }

    /// <summary>The relations of each of many parents; of a claim, those on either side.</summary>
    public static IReadOnlyDictionary<string, Page<RelationCard>> PagesOf(
        Connection db, RelationParent parent, IReadOnlyCollection<string> ids, Filter<RelationFilter>? where, RelationOrder order, PageRequest page, DateTimeOffset? asOf)
    {
        var table = parent == RelationParent.Claim ? "claim" : "question";
        IReadOnlyList<string> of = parent == RelationParent.Claim ? ["r.later_id = p.id", "r.earlier_id = p.id"] : OnlyConflicts(where) ? ["r.conflict = 1 AND r.question_id = p.id"] : ["r.question_id = p.id"];
        var residual = new List<Sql> { Filters.InForce("r", asOf), where is null ? new Sql() : Filters.Condition(where, Condition) };
        if (!Filters.Any(where, l => l.Status is not null)) residual.Add(new Sql().Add("+r.status <> 2"));
        var listing = Build([.. of.Select(w => new Driver("relation r", "r.later_day", "r.id", new Sql().Add(w)))], order, Filters.Join(residual, " AND ", "1"), new RelationFilter());
        var parents = Filters.Parents(table);
        var totals = !page.WithTotal ? null
            : parent == RelationParent.Question && asOf is null && IsAllConflicts(where) ? Filters.Counters(db, table, "conflict_count", ids) : listing.CountsOf(db, parents, ids);
        var pages = listing.PagesOf(db, parents, order == RelationOrder.Confidence ? "r.confidence" : "r.later_day", ids, page, static (row, first) => Cards.ReadRelation(row, first), id => totals?.GetValueOrDefault(id));
        return asOf is null ? pages : pages.ToDictionary(p => p.Key, p => AsOf.Status(db, p.Value, asOf), StringComparer.Ordinal);
    }

    private static bool OnlyConflicts(Filter<RelationFilter>? where) => Filters.Split(where).Leaves.Any(l => l.Conflict == true);

    /// <param name="allStatuses">Dismissed ones too, asked for or not.</param>
    public static Listing Of(Filter<RelationFilter>? where, RelationOrder order, DateTimeOffset? asOf, bool allStatuses = false)
    {
        var (leaves, rest) = Filters.Split(where);
        var all = leaves.Aggregate(new RelationFilter(), Both);
        var residual = new List<Sql> { Filters.InForce("r", asOf) };
        if (!allStatuses && !Filters.Any(where, l => l.Status is not null)) residual.Add(new Sql().Add("+r.status <> 2"));
        residual.AddRange(rest.Select(r => Filters.Condition(r, Condition)));
        residual.AddRange(leaves.Select(l => Condition(leaves.Count == 1 ? WithoutDriver(l, order) : l)));
        return Build(Drive(all), order, Filters.Join(residual, " AND ", "1"), all);
    }

    private sealed record Driver(string From, string Day, string Id, Sql Where);

    private static Listing Build(IReadOnlyList<Driver> drivers, RelationOrder order, Sql residual, RelationFilter dates)
    {
        if (order == RelationOrder.Confidence)
            return new Listing(Confidence, true, [[.. drivers.Select(d => new Arm(d.From, "r.confidence", "r.id", Filters.Join([d.Where, residual], " AND ", "1")))]], Row, Real: true);

        IReadOnlyList<Arm> Segment(string? where) => [.. drivers.Select(d => new Arm(d.From, d.Day, d.Id, Filters.Join(
            [d.Where, where is null ? new Sql() : new Sql().Add(where.Replace("{0}", d.Day, StringComparison.Ordinal)), residual, Filters.Days(d.Day, dates.AssertedFrom, dates.AssertedTo)], " AND ", "1")))];
        return order switch
        {
            RelationOrder.Oldest => new Listing(Oldest, false, [Segment("{0} > -10000000"), Segment("{0} = -10000000")], Row),
            RelationOrder.NeedsReview => new Listing(NeedsReview, true, [Segment("r.status = 0"), Segment("r.status = 1"), Segment("r.status = 2")], Row),
            _ => new Listing(Newest, true, [Segment(null)], Row),
        };
    }

    private static IReadOnlyList<Driver> Drive(RelationFilter filter)
    {
        var conflict = filter.Conflict == true ? "r.conflict = 1" : "1";
        if (filter.Questions is { } questions)
            return [.. questions.Distinct().Select(q => new Driver("relation r", "r.later_day", "r.id", new Sql().Add($"{conflict} AND r.question_id = ").Add(Filters.KeyOf("question", q))))];
        if (filter is { Conflict: true, Actors: { } actors })
            return [.. actors.Distinct().Select(a => new Driver("dispute k CROSS JOIN relation r ON r.id = k.relation_id", "k.later_day", "k.relation_id", new Sql().Add("k.actor_id = ").Add(Filters.KeyOf("actor", a))))];
        return [new Driver("relation r", "r.later_day", "r.id", new Sql().Add(conflict))];
    }

    private static RelationFilter Both(RelationFilter a, RelationFilter b) => b with
    {
        Questions = a.Questions ?? b.Questions,
        Actors = a.Actors ?? b.Actors,
        Conflict = a.Conflict == true ? true : b.Conflict,
        AssertedFrom = a.AssertedFrom is { } x && b.AssertedFrom is { } y ? (x > y ? x : y) : a.AssertedFrom ?? b.AssertedFrom,
        AssertedTo = a.AssertedTo is { } u && b.AssertedTo is { } v ? (u < v ? u : v) : a.AssertedTo ?? b.AssertedTo,
    };

    private static RelationFilter WithoutDriver(RelationFilter f, RelationOrder order)
    {
        if (order != RelationOrder.Confidence) f = f with { AssertedFrom = null, AssertedTo = null };
        if (f.Questions is not null) return f with { Questions = null, Conflict = f.Conflict == true ? null : f.Conflict };
        return f is { Conflict: true, Actors: not null } ? f with { Actors = null } : f with { Conflict = f.Conflict == true ? null : f.Conflict };
    }

    public static Sql Condition(RelationFilter f)
    {
        var parts = new List<Sql>();
        if (f.Kinds is { } kinds) parts.Add(Filters.Numbers("+r.kind", kinds));
        if (f.Questions is { } questions) parts.Add(new Sql().Add("+r.question_id IN ").Add(Filters.Keys("question", questions)));
        if (f.Actors is { } actors)
            parts.Add(new Sql().Add("1 = (SELECT 1 FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id IN (r.later_id, r.earlier_id) AND coalesce(x.merged_into, x.id) IN ").Add(Filters.Keys("actor", actors)).Add(" LIMIT 1)"));
        if (f.Sources is { } sources) parts.Add(new Sql().Add("1 = (SELECT 1 FROM claim o WHERE o.id IN (r.later_id, r.earlier_id) AND +o.source_id IN ").Add(Filters.Keys("source", sources)).Add(" LIMIT 1)"));
        if (f.Outlets is { } outlets)
            parts.Add(new Sql().Add("1 = (SELECT 1 FROM claim o CROSS JOIN source s ON s.id = o.source_id WHERE o.id IN (r.later_id, r.earlier_id) AND +s.outlet_id IN ").Add(Filters.Keys("source", outlets)).Add(" LIMIT 1)"));
        if (f.Status is { } status) parts.Add(Filters.Numbers("+r.status", status));
        parts.Add(Filters.Days("+r.later_day", f.AssertedFrom, f.AssertedTo));
        if (f.MinConfidence is { } confidence) parts.Add(new Sql().Add("+r.confidence >= ").Value(confidence));
        if (f.MinOrigins is { } origins) parts.Add(EachSideAtLeast(origins));
        if (f.Origins == OriginFilter.TwoOrMoreEachSide) parts.Add(EachSideAtLeast(2));
        if (f.Origins == OriginFilter.OneSideRestsOnOne) parts.Add(new Sql().Add("NOT ").Add(EachSideAtLeast(2)));
        if (f.Conflict is { } conflict) parts.Add(new Sql().Add(conflict ? "r.conflict = 1" : "r.conflict = 0"));
        return Filters.Join(parts, " AND ", "1");
    }

    private static Sql EachSideAtLeast(int origins) => new Sql()
        .Add($"(NOT EXISTS(SELECT 1 FROM claim o LEFT JOIN position p ON p.id = o.position_id WHERE o.id IN (r.later_id, r.earlier_id) AND coalesce({OriginsLow("p")}, 0) < ").Value(origins).Add("))");

    /// <summary>The lower count of origins, as <see cref="OriginCount.Of"/> has it.</summary>
    public static string OriginsLow(string p) => $"iif({p}.broken_chains = 0, {p}.known_origins, max({p}.known_origins, 1))";

    /// <summary>The list of conflicts without any filter: its length is a stored counter.</summary>
    public static bool IsAllConflicts(Filter<RelationFilter>? where) => where is Filter<RelationFilter>.Leaf { Value: var leaf } && leaf == new RelationFilter { Conflict = true };
}

namespace ClaimGraph.Sqlite;

/// <summary>
/// Search: the words, all of them, in claims, questions, titles and names. One kind after the other, within a kind the newest recorded first: that streams from the
/// full-text index, while an order by relevance reads every hit.
/// </summary>
internal static class Search
{
    private const byte List = 51;
    private const char Open = '\u0001', Close = '\u0002';

    public static Page<SearchHit> Page(Connection db, SearchRequest request, PageRequest page, DateTimeOffset? asOf)
    {
        var from = page.After is { } cursor ? Cursor.Read(List, cursor) : (RowKey?)null;
        var hits = new List<Edge<SearchHit>>();
        foreach (var kind in Kinds(request))
        {
            if (from is { } start && (int)kind < start.Segment) continue;
            if (hits.Count > page.First) break;
            using var rows = Statement(request, kind, from is { } f && f.Segment == (int)kind ? f.Id : null, page.First + 1 - hits.Count, asOf).Prepare(db);
            while (rows.Step())
            {
                var (text, spans) = Marked(rows.Text(2));
                hits.Add(new Edge<SearchHit>(new SearchHit(kind, rows.Text(1), text, spans), Cursor.Write(List, new RowKey((int)kind, 0, rows.Int(0)))));
            }
        }
        var more = hits.Count > page.First;
        if (more) hits.RemoveRange(page.First, hits.Count - page.First);
        int? total = null;
        if (page.WithTotal)
        {
            var counts = Counts(db, request, asOf);
            total = counts.Values.Any(c => c >= Listing.MostCounted) ? null : counts.Values.Sum();
        }
        return new Page<SearchHit>(hits, more, page.After is not null, total);
    }

    public static IReadOnlyDictionary<SearchKind, int> Counts(Connection db, SearchRequest request, DateTimeOffset? asOf)
    {
        var counts = new Dictionary<SearchKind, int>();
        foreach (var kind in Kinds(request))
        {
            var (from, where) = Parts(request, kind, asOf);
            using var row = new Sql().Add($"SELECT count(*) FROM (SELECT 1 FROM {from} WHERE ").Add(where).Add($" LIMIT {Listing.MostCounted})").Prepare(db);
            row.Step();
            counts[kind] = (int)row.Int(0);
        }
        return counts;
    }

    private static Sql Statement(SearchRequest request, SearchKind kind, long? before, int limit, DateTimeOffset? asOf)
    {
        var (from, where) = Parts(request, kind, asOf);
        var (table, row) = Names(kind);
        var sql = new Sql().Add($"SELECT {table}.rowid, {row}.ext, highlight({table}, 0, char(1), char(2)) FROM {from} WHERE ").Add(where);
        if (before is { } id) sql.Add($" AND {table}.rowid < ").Value(id);
        return sql.Add($" ORDER BY {table}.rowid DESC LIMIT ").Value(limit);
    }

    private static (string From, Sql Where) Parts(SearchRequest request, SearchKind kind, DateTimeOffset? asOf)
    {
        var (table, row) = Names(kind);
        var match = Filters.Match(request.Text) is { } words ? new Sql().Add($"{table} MATCH ").Value(words) : new Sql().Add("0");
        var rest = kind switch
        {
            SearchKind.Claim => Filters.Join(
                [Filters.InForce("c", asOf), ClaimLists.Condition(new ClaimFilter { Speakers = request.Speakers, Outlets = request.Outlets, AssertedFrom = request.AssertedFrom, AssertedTo = request.AssertedTo, Precision = request.Precision })], " AND ", "1"),
            SearchKind.Source => Filters.Join(
                [Filters.InForce("s", asOf), request.Outlets is { } outlets ? new Sql().Add("+s.outlet_id IN ").Add(Filters.Keys("source", outlets)) : new Sql(), Filters.Days("+s.published_day", request.AssertedFrom, request.AssertedTo)], " AND ", "1"),
            SearchKind.Question => asOf is { } time ? new Sql().Add("+q.claim_count > 0 AND q.recorded_at <= ").Value(time.ToUnixTimeMilliseconds()) : new Sql().Add("+q.claim_count > 0"),
            _ => new Sql().Add("x.merged_into IS NULL"),
        };
        var of = kind switch { SearchKind.Claim => "claim c", SearchKind.Question => "question q", SearchKind.Source => "source s", _ => "actor x" };
        return ($"{table} CROSS JOIN {of} ON {row}.id = {table}.rowid", Filters.Join([match, rest], " AND ", "1"));
    }

    private static (string Table, string Row) Names(SearchKind kind) => kind switch
    {
        SearchKind.Claim => ("claim_text", "c"),
        SearchKind.Question => ("question_text", "q"),
        SearchKind.Source => ("source_text", "s"),
        _ => ("actor_text", "x"),
    };

    /// <summary>A filter leaves out the kinds that it cannot tell anything of.</summary>
    private static IEnumerable<SearchKind> Kinds(SearchRequest request)
    {
        var ofClaims = request.Speakers is not null || request.Precision is not null;
        var ofPublished = request.Outlets is not null || request.AssertedFrom is not null || request.AssertedTo is not null;
        return request.Kinds.Distinct().Order().Where(k => k == SearchKind.Claim || (!ofClaims && (k == SearchKind.Source || !ofPublished)));
    }

    private static (string Text, IReadOnlyList<Span> Spans) Marked(string marked)
    {
        var spans = new List<Span>();
        var text = new System.Text.StringBuilder(marked.Length);
        var start = 0;
        foreach (var letter in marked)
        {
            if (letter == Open) start = text.Length;
            else if (letter == Close) spans.Add(new Span(start, text.Length));
            else text.Append(letter);
        }
        return (text.ToString(), spans);
    }
}

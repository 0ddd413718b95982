using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

internal sealed record HitRow(string Id, string Text, string At);

/// <summary>Search: the words, all of them, in claims, questions, titles and names. One kind after the other, within a kind the newest recorded first.</summary>
internal sealed class Search(Connection connection)
{
    private const int MostCounted = 10_000;
    private const int MostHits = 20_000;

    private sealed record Place(string Index, string Variable, string Text, string At);

    private static readonly Dictionary<SearchKind, Place> Places = new()
    {
        [SearchKind.Claim] = new("claim_words", "c", "text", "c.recordedAt + '_' + c.id"),
        [SearchKind.Question] = new("question_words", "q", "text", "q.recordedAt + '_' + q.id"),
        [SearchKind.Source] = new("source_words", "s", "title", "s.recordedKey"),
        [SearchKind.Actor] = new("actor_words", "a", "name", "a.rank"),
    };

    /// <summary>All words are wanted, as stored; only letters and digits reach the query, each word in quotes. Null without a word.</summary>
    public static string? Query(string text) => Words.Of(text) is { Count: > 0 } words ? string.Join(" AND ", words.Take(20).Distinct(StringComparer.Ordinal).Select(w => $"\"{w}\"")) : null;

    public async Task<Page<SearchHit>> PageAsync(SearchRequest request, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var list = new ListPage("search", page, Descending: true);
        var from = list.Ranges()[0].From.Split('|', 2) is [var kindOf, var at] ? (Kind: Enum.Parse<SearchKind>(kindOf), At: at) : ((SearchKind Kind, string At)?)null;
        var hits = new List<(string Key, SearchHit Hit)>();
        if (Query(request.Text) is { } words)
        {
            var wanted = Words.Of(request.Text).ToHashSet(StringComparer.Ordinal);
            var survivors = await Survivors.ReadAsync(connection, request.Speakers ?? [], [], cancellation);
            foreach (var kind in Kinds(request))
            {
                if (kind < from?.Kind) continue;
                if (hits.Count >= list.Limit) break;
                var (text, parameters) = Statement("search", request, kind, words, asOf, survivors);
                parameters["from"] = from is { } f && f.Kind == kind ? f.At : "~";
                parameters["limit"] = list.Limit - hits.Count;
                var rows = await connection.ReadAsync(new Statement(text, parameters), Neo4jJson.Default.HitRow, cancellation);
                hits.AddRange(rows.Select(r => ($"{kind}|{r.At}", new SearchHit(kind, r.Id, r.Text, Words.SpansOf(r.Text, wanted)))));
            }
        }
        int? total = page.WithTotal ? (await CountsAsync(request, asOf, cancellation)).Values is var counts && counts.Any(c => c >= MostCounted) ? null : counts.Sum() : null;
        return list.Cut(hits, total);
    }

    public async Task<IReadOnlyDictionary<SearchKind, int>> CountsAsync(SearchRequest request, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var counts = new Dictionary<SearchKind, int>();
        var words = Query(request.Text);
        var survivors = await Survivors.ReadAsync(connection, request.Speakers ?? [], [], cancellation);
        foreach (var kind in Kinds(request))
        {
            if (words is null)
            {
                counts[kind] = 0;
                continue;
            }
            var (text, parameters) = Statement("count-search", request, kind, words, asOf, survivors);
            parameters["limit"] = MostCounted;
            counts[kind] = (int)(await connection.ReadAsync(new Statement(text, parameters), Neo4jJson.Default.Int64, cancellation))[0];
        }
        return counts;
    }

    private static (string Text, Dictionary<string, object?> Parameters) Statement(string query, SearchRequest request, SearchKind kind, string words, DateTimeOffset? asOf, Survivors survivors)
    {
        var parameters = new Dictionary<string, object?> { ["words"] = words, ["hits"] = MostHits };
        var conditions = new Conditions(parameters, survivors);
        var condition = kind switch
        {
            SearchKind.Claim => Conditions.All(conditions.InForce("c", asOf), conditions.Of(
                new ClaimFilter { Speakers = request.Speakers, Outlets = request.Outlets, AssertedFrom = request.AssertedFrom, AssertedTo = request.AssertedTo, Precision = request.Precision })),
            SearchKind.Source => Conditions.All(conditions.InForce("s", asOf), conditions.Of(
                new SourceFilter { Outlets = request.Outlets, PublishedFrom = request.AssertedFrom, PublishedTo = request.AssertedTo })),
            SearchKind.Question => Conditions.All("q.claimCount > 0", asOf is { } time ? $"q.recordedAt <= '{Stored.Time(time)}'" : "true"),
            _ => "a.mergedInto IS NULL",
        };
        var place = Places[kind];
        return (Cypher.Query(query, ("index", place.Index), ("n", place.Variable), ("text", place.Text), ("at", place.At), ("filter", condition)), parameters);
    }

    /// <summary>A filter leaves out the kinds that it cannot tell anything of.</summary>
    private static IEnumerable<SearchKind> Kinds(SearchRequest request)
    {
        var ofClaims = request.Speakers is not null || request.Precision is not null;
        var ofPublished = request.Outlets is not null || request.AssertedFrom is not null || request.AssertedTo is not null;
        return request.Kinds.Distinct().Order().Where(k => k == SearchKind.Claim || (!ofClaims && (k == SearchKind.Source || !ofPublished)));
    }
}

using ClaimGraph.Neo4j.QueryApi;

namespace ClaimGraph.Neo4j;

internal sealed record OpenRow(string Id, string OpenKey);

internal sealed record KindCountRow(RelationKind Kind, int Count);

internal sealed record JudgedRow(string Id, long Sequence);

/// <summary>What waits for a person: conflicts that nobody looked at, candidates, questions whether two actors are one. In the order of how many claims hang on it.</summary>
internal sealed class Inbox(Connection connection, ById byId)
{
    private const int MostCounted = 10_000;

    /// <summary>Ties of weight go by kind, downwards.</summary>
    private enum Waiting { Merges = 1, Candidates = 2, Relations = 3 }

    private sealed record Source(Waiting Kind, string Query, string Label, string Variable, string Condition);

    private static readonly (string List, string Judged) Lists = ("inbox", "inbox/judged");

    public async Task<Page<ReviewItem>> PageAsync(ReviewFilter? where, PageRequest page, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (where?.AssessedBy is { } by) return await JudgedByAsync(by, where, page, cancellation);

        var list = new ListPage(Lists.List, page, Descending: true);
        // The cursor's key is KIND|WEIGHT_ID: the kind comes behind the weight in the order, but before it in the key, so that it can be cut off.
        var from = list.Ranges()[0].From is var key && key.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar
            ? (Kind: Enum.Parse<Waiting>(key[..bar]), Key: key[(bar + 1)..]) : ((Waiting Kind, string Key)?)null;
        var parameters = new Dictionary<string, object?> { ["asOf"] = AsOf.Parameter(asOf), ["limit"] = list.Limit };
        var sources = await SourcesAsync(where, parameters, cancellation);
        var found = new List<(Waiting Kind, OpenRow Row)>();
        foreach (var source in sources)
        {
            parameters["from"] = from is not { } f ? "~" : source.Kind == f.Kind ? f.Key : source.Kind < f.Kind ? Weight(f.Key) + "~" : Weight(f.Key);
            var rows = await connection.ReadAsync(new Statement(Cypher.Query(source.Query, ("filter", source.Condition)), new Dictionary<string, object?>(parameters)), Neo4jJson.Default.OpenRow, cancellation);
            found.AddRange(rows.Select(r => (source.Kind, r)));
        }
        var ordered = found.OrderByDescending(r => Weight(r.Row.OpenKey), StringComparer.Ordinal).ThenByDescending(r => r.Kind).ThenByDescending(r => r.Row.Id, StringComparer.Ordinal)
            .Take(list.Limit).Select(r => ($"{r.Kind}|{r.Row.OpenKey}", r.Row.Id)).ToList();
        var total = page.WithTotal ? await CountAsync(sources, parameters, cancellation) : null;
        return await ItemsAsync(list, ordered, total, cancellation);
    }

    private static string Weight(string openKey) => openKey[..(openKey.IndexOf('_', StringComparison.Ordinal) + 1)];

    private async Task<IReadOnlyList<Source>> SourcesAsync(ReviewFilter? where, Dictionary<string, object?> parameters, CancellationToken cancellation)
    {
        var survivors = await Survivors.ReadAsync(connection, where?.Actors ?? [], where?.Questions ?? [], cancellation);
        var conditions = new Conditions(parameters, survivors);
        var asked = new RelationFilter { Kinds = where?.Kinds, Questions = where?.Questions };
        var sources = new List<Source>();
        if (where?.Candidates != true && where?.Merges != true)
            sources.Add(new Source(Waiting.Relations, "inbox-relations", "RelationRecord", "r", conditions.Of(asked with { Actors = where?.Actors })));
        if (where?.Candidates != false && (where?.Merges != true || where.Candidates == true))
            sources.Add(new Source(Waiting.Candidates, "inbox-candidates", "Candidate", "r", Conditions.All(conditions.Of(asked), conditions.Actors("candidate.actors", where?.Actors))));
        if (where?.Merges != false && (where?.Candidates != true || where.Merges == true) && where?.Kinds is null && where?.Questions is null)
            sources.Add(new Source(Waiting.Merges, "inbox-merges", "MergeSuggestion", "m", conditions.Actors("merge.actors", where?.Actors)));
        return sources;
    }

    /// <summary>Whatever kinds a list shows: what each has, of all that waits.</summary>
    public async Task<ReviewFacets> FacetsAsync(ReviewFilter? where, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var all = (where ?? new()) with { Kinds = null, Candidates = null, Merges = null, AssessedBy = null };
        var parameters = new Dictionary<string, object?> { ["asOf"] = AsOf.Parameter(asOf), ["limit"] = MostCounted, ["kinds"] = Enum.GetNames<RelationKind>() };
        var relations = new Dictionary<RelationKind, int>();
        var counts = new Dictionary<Waiting, int>();
        foreach (var source in await SourcesAsync(all, parameters, cancellation))
        {
            if (source.Kind != Waiting.Relations)
            {
                counts[source.Kind] = (int)Math.Min(MostCounted, await CountAsync(source, parameters, cancellation));
                continue;
            }
            var rows = await connection.ReadAsync(new Statement(Cypher.Query("inbox-facets", ("filter", source.Condition)), new Dictionary<string, object?>(parameters)), Neo4jJson.Default.KindCountRow, cancellation);
            foreach (var row in rows.Where(r => r.Count > 0)) relations[row.Kind] = row.Count;
        }
        return new(relations, counts.GetValueOrDefault(Waiting.Candidates), counts.GetValueOrDefault(Waiting.Merges));
    }

    private async Task<int?> CountAsync(IReadOnlyList<Source> sources, Dictionary<string, object?> parameters, CancellationToken cancellation)
    {
        long total = 0;
        foreach (var source in sources) total += await CountAsync(source, parameters, cancellation);
        return total <= MostCounted ? (int)total : null;
    }

    private async Task<long> CountAsync(Source source, Dictionary<string, object?> parameters, CancellationToken cancellation)
    {
        var text = Cypher.Query("count-inbox", ("n", source.Variable), ("label", source.Label), ("filter", source.Condition));
        return (await connection.ReadAsync(new Statement(text, new Dictionary<string, object?>(parameters) { ["limit"] = MostCounted + 1 }), Neo4jJson.Default.Int64, cancellation))[0];
    }

    private async Task<Page<ReviewItem>> JudgedByAsync(string by, ReviewFilter where, PageRequest page, CancellationToken cancellation)
    {
        var list = new ListPage(Lists.Judged, page, Descending: true);
        var from = list.Ranges()[0].From is "~" ? long.MaxValue : long.Parse(list.Ranges()[0].From, System.Globalization.CultureInfo.InvariantCulture);
        string[] prefixes = where.Candidates == true ? [Ids.CandidatePrefix] : where.Merges == true ? [Ids.SuggestionPrefix] : [Ids.RelationPrefix, Ids.CandidatePrefix, Ids.SuggestionPrefix];
        var text = Cypher.Query("inbox-judged", ("filter", "left(v.targetId, 2) IN $prefixes"));
        var rows = await connection.ReadAsync(
            new Statement(text, new Dictionary<string, object?> { ["by"] = by, ["from"] = from, ["limit"] = list.Limit, ["prefixes"] = prefixes }), Neo4jJson.Default.JudgedRow, cancellation);
        return await ItemsAsync(list, [.. rows.Select(r => (r.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), r.Id))], null, cancellation);
    }

    private async Task<Page<ReviewItem>> ItemsAsync(ListPage list, IReadOnlyList<(string Key, string Id)> keys, int? total, CancellationToken cancellation)
    {
        List<string> Of(string prefix) => [.. keys.Take(list.Wanted).Select(k => k.Id).Where(i => i.StartsWith(prefix, StringComparison.Ordinal))];
        var relations = await byId.RelationsAsync(Of(Ids.RelationPrefix), null, cancellation);
        var candidates = await byId.CandidatesAsync(Of(Ids.CandidatePrefix), null, cancellation);
        var suggestions = await byId.SuggestionsAsync(Of(Ids.SuggestionPrefix), cancellation);
        return list.Cut([.. keys.Select(k => (k.Key, new ReviewItem(relations.GetValueOrDefault(k.Id), candidates.GetValueOrDefault(k.Id), suggestions.GetValueOrDefault(k.Id))))], total);
    }

    public async Task<Page<MergeSuggestion>> SuggestionsAsync(PageRequest page, CancellationToken cancellation)
    {
        var list = new ListPage("merges", page, Descending: true);
        var rows = await connection.ReadAsync(Statement("merge-suggestions", list), Neo4jJson.Default.SuggestionRow, cancellation);
        int? total = page.WithTotal ? (int)(await connection.ReadAsync(
            new Statement(Cypher.Query("count-inbox", ("n", "m"), ("label", "MergeSuggestion"), ("filter", "true")), new Dictionary<string, object?> { ["asOf"] = AsOf.Ever, ["limit"] = MostCounted }), Neo4jJson.Default.Int64, cancellation))[0] : null;
        return list.Cut([.. rows.Select(r => (r.OpenKey!, r.ToSuggestion()))], total);
    }

    public async Task<Page<IngestionRun>> RunsAsync(PageRequest page, CancellationToken cancellation)
    {
        var list = new ListPage("runs", page, Descending: true);
        var rows = await connection.ReadAsync(Statement("runs", list), Neo4jJson.Default.JsonRow, cancellation);
        int? total = page.WithTotal ? (int)(await connection.ReadAsync(new Statement(Cypher.Query("count-runs")), Neo4jJson.Default.Int64, cancellation))[0] : null;
        return list.Cut([.. rows.Select(r => (r.Id, ClaimJson.ReadRun(r.Json)))], total);
    }

    private static Statement Statement(string query, ListPage list) => new(
        Cypher.Query(query, ("beyond", list.Beyond), ("direction", list.Direction)), new Dictionary<string, object?> { ["from"] = list.Ranges()[0].From, ["limit"] = list.Limit });
}

namespace ClaimGraph.Sqlite;

/// <summary>Reads by id: one statement for any number of ids.</summary>
internal static class ById
{
    private static readonly string ClaimCards = $"SELECT {Cards.Claim("c")} FROM json_each(?) j CROSS JOIN claim c ON c.ext = j.value {Cards.ClaimJoins("c")}";

    private static readonly string RelationCards = $"SELECT {Cards.Relation("r", "l", "e")} FROM json_each(?) j CROSS JOIN relation r ON r.ext = j.value {Cards.RelationJoins("r", "l", "e")}";

    public static IReadOnlyDictionary<string, ClaimCard> Claims(Connection db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf)
    {
        var found = new Dictionary<string, ClaimCard>(ids.Count, StringComparer.Ordinal);
        using (var rows = db.Prepare(ClaimCards).Add(Packed.Json(ids)))
        {
            while (rows.Step())
            {
                var card = Cards.ReadClaim(rows, 0);
                if (asOf is null || card.RecordedAt <= asOf) found[card.Id] = card;
            }
        }
        return asOf is null ? found : AsOf.Standings(db, found.Values, asOf);
    }

    public static IReadOnlyDictionary<string, Claim> Details(Connection db, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, Claim>(ids.Count, StringComparer.Ordinal);
        using var rows = db.Prepare("SELECT r.json FROM json_each(?) j CROSS JOIN claim c ON c.ext = j.value CROSS JOIN claim_record r ON r.claim_id = c.id").Add(Packed.Json(ids));
        while (rows.Step())
        {
            var claim = ClaimJson.Read(rows.Text(0));
            found[claim.Id] = claim;
        }
        return found;
    }

    public static IReadOnlyDictionary<string, StoredText> Texts(Connection db, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, StoredText>(ids.Count, StringComparer.Ordinal);
        using var rows = db.Prepare("SELECT s.ext, a.body, a.furniture, a.notices FROM json_each(?) j CROSS JOIN source s ON s.ext = j.value CROSS JOIN article a ON a.source_id = s.id").Add(Packed.Json(ids));
        while (rows.Step()) found[rows.Text(0)] = new StoredText(rows.Text(0), rows.Text(1), Packed.Spans(rows.TextOrNull(2)), Packed.Notices(rows.TextOrNull(3)));
        return found;
    }

    public static IReadOnlyDictionary<string, RelationCard> Relations(Connection db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf)
    {
        var found = new List<RelationCard>(ids.Count);
        using (var rows = db.Prepare(RelationCards).Add(Packed.Json(ids)))
        {
            while (rows.Step())
            {
                var card = Cards.ReadRelation(rows, 0);
                if (asOf is null || card.Relation.RecordedAt <= asOf) found.Add(card);
            }
        }
        return AsOf.Status(db, found, asOf).DistinctBy(c => c.Relation.Id).ToDictionary(c => c.Relation.Id, StringComparer.Ordinal);
    }

    public static IReadOnlyDictionary<string, Candidate> Candidates(Connection db, IReadOnlyCollection<string> ids, DateTimeOffset? asOf)
    {
        var found = new Dictionary<string, Candidate>(ids.Count, StringComparer.Ordinal);
        using (var rows = db.Prepare($"SELECT {Cards.CandidateColumns} FROM json_each(?) j CROSS JOIN candidate d ON d.ext = j.value {Cards.CandidateJoins}").Add(Packed.Json(ids)))
        {
            while (rows.Step())
            {
                var candidate = Cards.ReadCandidate(rows, 0);
                if (asOf is null || candidate.RecordedAt <= asOf) found[candidate.Id] = candidate;
            }
        }
        if (asOf is not { } time || found.Count == 0) return found;
        foreach (var (id, state) in Verdicts.StatesAsOf(db, found.Keys.ToList(), time.ToUnixTimeMilliseconds())) found[id] = found[id] with { Status = state.Status, Kind = state.Kind };
        return found;
    }

    public static IReadOnlyDictionary<string, IngestionRun> Runs(Connection db, IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, IngestionRun>(ids.Count, StringComparer.Ordinal);
        using var rows = db.Prepare("SELECT r.json FROM json_each(?) j CROSS JOIN run r ON r.ext = j.value").Add(Packed.Json(ids));
        while (rows.Step())
        {
            var run = ClaimJson.ReadRun(rows.Text(0));
            found[run.Id] = run;
        }
        return found;
    }

    public static IReadOnlyDictionary<string, StoredDocument> Documents(Connection db, IReadOnlyCollection<string> documents)
    {
        var found = new Dictionary<string, StoredDocument>(documents.Count, StringComparer.Ordinal);
        using var rows = db.Prepare("SELECT s.document, s.ext, s.version, s.content_hash FROM json_each(?) j CROSS JOIN source s ON s.document = j.value AND s.withdrawn_at IS NULL").Add(Packed.Json(documents));
        while (rows.Step()) found[rows.Text(0)] = new StoredDocument(rows.Text(0), rows.Text(1), (int)rows.Int(2), rows.TextOrNull(3) ?? "");
        return found;
    }
}

using System.Collections.Concurrent;

namespace ClaimGraph.Sqlite;

/// <summary>Reads what comparison compares with. Stored records do not change while their claim is of one document version, so the parsed ones are kept between calls.</summary>
internal sealed class BlockReader
{
    private const int MostKept = 100_000;

    // By claim and document version: a claim carried over to a newer version has a new record.
    private readonly ConcurrentDictionary<(long Claim, long Source), Claim> _kept = new();

    public BlockState Read(Connection db, IReadOnlyCollection<string> blocks, IReadOnlyCollection<DateOnly> around, int cap)
    {
        var revisions = blocks.ToDictionary(b => b, _ => 0L, StringComparer.Ordinal);
        var keys = new List<(long Id, long Count)>();
        using (var rows = db.Prepare("SELECT b.ext, b.revision, b.id, b.claim_count FROM json_each(?) j CROSS JOIN block b ON b.ext = j.value").Add(Packed.Json(blocks)))
        {
            while (rows.Step())
            {
                revisions[rows.Text(0)] = rows.Int(1);
                if (rows.Int(3) > 0) keys.Add((rows.Int(2), rows.Int(3)));
            }
        }

        var ids = new HashSet<long>();
        Whole(db, keys.Where(k => k.Count <= cap).Select(k => k.Id), ids);
        foreach (var (block, _) in keys.Where(k => k.Count > cap)) ids.UnionWith(Nearest.In(db, block, [.. around.Select(d => PackedDate.Of(d))], cap));
        if (ids.Count == 0) return new BlockState(revisions, [], [], [], []);

        var all = Packed.Json(ids.Order());
        return new BlockState(revisions, Claims(db, all), Relations(db, all), Candidates(db, all), Verdicts(db, all));
    }

    private static void Whole(Connection db, IEnumerable<long> blocks, HashSet<long> into)
    {
        using var rows = db.Prepare("SELECT k.claim_id FROM json_each(?) j CROSS JOIN claim_block k ON k.block_id = j.value").Add(Packed.Json(blocks));
        while (rows.Step()) into.Add(rows.Int(0));
    }

    private List<BlockClaim> Claims(Connection db, string ids)
    {
        var claims = new List<BlockClaim>();
        var signatures = new Dictionary<long, IReadOnlyList<uint>>();
        var sources = new Dictionary<long, SourceCard>();
        using var rows = db.Prepare($"""
            SELECT c.id, c.source_id, c.question_ext, c.position_ext, q.key, {Cards.Source("s")}, s.signature
            FROM json_each(?) j CROSS JOIN claim c ON c.id = j.value CROSS JOIN source s ON s.id = c.source_id LEFT JOIN question q ON q.id = c.question_id
            """).Add(ids);
        var missing = new List<(long Id, long Source)>();
        var found = new List<(long Id, long Source, Claim? Kept, string? Question, string? Position, string? Key)>();
        while (rows.Step())
        {
            var (id, source) = (rows.Int(0), rows.Int(1));
            if (!sources.ContainsKey(source)) (sources[source], signatures[source]) = (Cards.ReadSource(rows, 5), Packed.Signature(rows.Bytes(12)));
            if (!_kept.TryGetValue((id, source), out var kept)) missing.Add((id, source));
            found.Add((id, source, kept, rows.TextOrNull(2), rows.TextOrNull(3), rows.TextOrNull(4)));
        }

        var parsed = Parse(db, missing);
        foreach (var (id, source, kept, question, position, key) in found)
            claims.Add(new BlockClaim(kept ?? parsed[id], sources[source], signatures[source], question, position, key));
        return claims;
    }

    private Dictionary<long, Claim> Parse(Connection db, List<(long Id, long Source)> missing)
    {
        var parsed = new Dictionary<long, Claim>(missing.Count);
        if (missing.Count == 0) return parsed;
        if (_kept.Count > MostKept) _kept.Clear();
        var source = missing.ToDictionary(m => m.Id, m => m.Source);
        using var rows = db.Prepare("SELECT r.claim_id, r.json FROM json_each(?) j CROSS JOIN claim_record r ON r.claim_id = j.value").Add(Packed.Json(source.Keys));
        while (rows.Step())
        {
            var claim = ClaimJson.Read(rows.Text(1));
            parsed.Add(rows.Int(0), claim);
            _kept[(rows.Int(0), source[rows.Int(0)])] = claim;
        }
        return parsed;
    }

    private static List<Relation> Relations(Connection db, string ids)
    {
        var relations = new List<Relation>();
        using var rows = db.Prepare($"""
            SELECT {Cards.RelationOnly("r")}, a.ext, b.ext
            FROM json_each(?1) j CROSS JOIN relation r ON r.later_id = j.value CROSS JOIN claim a ON a.id = r.later_id CROSS JOIN claim b ON b.id = r.earlier_id
            WHERE r.withdrawn_at IS NULL AND r.earlier_id IN (SELECT value FROM json_each(?1))
            """).Add(ids);
        while (rows.Step()) relations.Add(Cards.ReadRelation(rows, 0, rows.Text(Cards.RelationColumns), rows.Text(Cards.RelationColumns + 1)));
        return relations;
    }

    private static List<Candidate> Candidates(Connection db, string ids)
    {
        var candidates = new List<Candidate>();
        using var rows = db.Prepare($"""
            SELECT {Cards.CandidateColumns} FROM json_each(?1) j CROSS JOIN candidate d ON d.a_id = j.value {Cards.CandidateJoins}
            WHERE d.withdrawn_at IS NULL AND d.b_id IN (SELECT value FROM json_each(?1))
            """).Add(ids);
        while (rows.Step()) candidates.Add(Cards.ReadCandidate(rows, 0));
        return candidates;
    }

    private static List<ScopeVerdict> Verdicts(Connection db, string ids)
    {
        var verdicts = new List<ScopeVerdict>();
        using var rows = db.Prepare("""
            SELECT a.ext, b.ext, a.position_ext, b.position_ext FROM (
                SELECT v.claim_a, v.claim_b FROM json_each(?1) j CROSS JOIN scope_verdict v ON v.claim_a = j.value
                UNION SELECT v.claim_a, v.claim_b FROM json_each(?1) j CROSS JOIN scope_verdict v ON v.claim_b = j.value
                UNION SELECT v.claim_a, v.claim_b FROM json_each(?1) j CROSS JOIN claim c ON c.id = j.value CROSS JOIN scope_verdict v ON v.question_id = c.question_id) v
            CROSS JOIN claim a ON a.id = v.claim_a CROSS JOIN claim b ON b.id = v.claim_b
            """).Add(ids);
        while (rows.Step()) verdicts.Add(new ScopeVerdict(rows.Text(0), rows.Text(1), rows.TextOrNull(2), rows.TextOrNull(3)));
        return verdicts;
    }
}

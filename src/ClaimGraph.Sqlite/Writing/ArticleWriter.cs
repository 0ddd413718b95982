using ClaimGraph.Comparison;

namespace ClaimGraph.Sqlite;

/// <summary>Writes one article with its comparison, inside a transaction that holds the write lock: all of it, or nothing where it is unchanged or stale.</summary>
internal sealed class ArticleWriter(Connection db, long now)
{
    private readonly Names _names = new(db, now);
    private readonly Tally _tally = new(db, now);
    private readonly Dictionary<string, ClaimRow> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<long, ClaimRow> _byKey = [];
    private readonly HashSet<long> _bump = [];

    public WriteOutcome Write(ArticleWrite write)
    {
        var (reading, grouping) = (write.Reading, write.Grouping);
        var current = Current(reading.Source.Document);
        if (current?.Document.ContentHash == reading.ContentHash) return new WriteOutcome(WriteResult.Unchanged, current.Value.Document.SourceId, 0, 0);
        if (current?.Document.SourceId != write.Expected?.SourceId || current?.Document.Version != write.Expected?.Version || MovedOn(write.Revisions))
            return new WriteOutcome(WriteResult.Stale, reading.Source.Id, 0, 0);

        // 1. What the article names.
        if (current is { } old) db.Prepare("UPDATE source SET withdrawn_at = ? WHERE id = ?").Add(now).Add(old.Id).Run();
        _names.AddSources(reading);
        _names.AddActors(reading);
        var article = _names.AddArticle(reading, (current?.Document.Version ?? 0) + 1);
        AddCitations(reading);
        var places = new Places(db, now);
        places.Add(grouping);

        // 2. What is touched of what is there, taken out of the counts as it is.
        Load(reading, grouping, current?.Id);
        var gone = Gone(reading, current?.Id);
        var relations = new RelationWriter(db, now, _tally, _claims, _byKey);
        relations.Load(grouping, Recounted(reading, grouping, gone, places));
        var touched = Touched(reading, grouping, gone, places);
        foreach (var claim in touched)
        {
            _tally.Leave(claim);
            Blocks.Collect(db, claim.Id, _bump);
        }

        // 3. The claims: withdrawn, moved to this version, new, placed.
        foreach (var claim in gone) Withdraw(claim);
        var placements = grouping.Placements.ToDictionary(p => p.ClaimId, StringComparer.Ordinal);
        var claims = new ClaimWriter(db, now, _names, places);
        foreach (var claim in reading.Claims)
        {
            var origin = grouping.Origins.GetValueOrDefault(claim.Id, claim.Origin);
            var row = claims.Write(claim, article, placements.GetValueOrDefault(claim.Id), origin, _claims.GetValueOrDefault(claim.Id));
            (_claims[claim.Id], _byKey[row.Id]) = (row, row);
        }
        var ofReading = reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in touched)
        {
            if (ofReading.Contains(claim.Ext) || claim.Withdrawn) continue;
            if (placements.TryGetValue(claim.Ext, out var place)) claims.Place(claim, place);
            if (grouping.Origins.TryGetValue(claim.Ext, out var origin)) claims.SetOrigin(claim, origin);
        }
        foreach (var (from, into) in grouping.MergedQuestions) places.Merge(from, into, _byKey.Values);

        // 4. Back into the counts, with the relations between them.
        foreach (var claim in touched.Concat(ofReading.Select(id => _claims[id])).Distinct()) _tally.Enter(claim);
        var written = relations.Write(grouping, gone);
        AddSetApart(grouping, places);
        AddSuggestions(grouping);
        Count(current is null, places);
        _tally.Flush();
        places.Recount();
        relations.Weigh();
        StandingWriter.Update(db, relations.Touched);

        // 5. Who compares next sees that something moved.
        Blocks.Bump(db, _bump, write.Revisions.Keys);
        var sequence = Feed.Append(db, now, reading.Source.Id, null, written.Relations, relations.Found, write.RunId);
        return new WriteOutcome(WriteResult.Stored, reading.Source.Id, sequence, written.Conflicts);
    }

    private (long Id, StoredDocument Document)? Current(string? document)
    {
        if (document is null) return null;
        using var row = db.Prepare("SELECT id, ext, version, content_hash FROM source WHERE document = ? AND withdrawn_at IS NULL").Add(document);
        return row.Step() ? (row.Int(0), new StoredDocument(document, row.Text(1), (int)row.Int(2), row.TextOrNull(3) ?? "")) : null;
    }

    private bool MovedOn(IReadOnlyDictionary<string, long> compared)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        using var rows = db.Prepare("SELECT b.ext, b.revision FROM json_each(?) j CROSS JOIN block b ON b.ext = j.value").Add(Packed.Json(compared.Keys));
        while (rows.Step()) seen[rows.Text(0)] = rows.Int(1);
        return compared.Any(c => seen.GetValueOrDefault(c.Key) != c.Value);
    }

    private void AddCitations(Reading reading)
    {
        foreach (var citation in reading.Citations)
        {
            db.Prepare("INSERT OR REPLACE INTO cites(from_id, to_id, kind, cue, quote) VALUES(?, ?, ?, ?, ?)")
                .Add(_names.Source(citation.FromId)).Add(_names.Source(citation.ToId)).Add((long)citation.Kind).Add(citation.Cue).Add(citation.Quote).Run();
        }
    }

    /// <summary>Every stored claim that the article's comparison speaks of, and those of the version before.</summary>
    private void Load(Reading reading, Grouping grouping, long? older)
    {
        var exts = new HashSet<string>(reading.Claims.Select(c => c.Id), StringComparer.Ordinal);
        exts.UnionWith(grouping.Placements.Select(p => p.ClaimId));
        exts.UnionWith(grouping.Origins.Keys);
        foreach (var relation in grouping.Relations) { exts.Add(relation.LaterId); exts.Add(relation.EarlierId); }
        foreach (var candidate in grouping.Candidates) { exts.Add(candidate.A); exts.Add(candidate.B); }
        exts.UnionWith(grouping.SetApart.Select(s => s.ClaimId).OfType<string>());
        Load(db.Prepare($"SELECT {ClaimRow.Columns} FROM json_each(?) j CROSS JOIN claim c ON c.ext = j.value").Add(Packed.Json(exts)));
        if (older is { } source) Load(db.Prepare($"SELECT {ClaimRow.Columns} FROM claim c WHERE c.source_id = ?").Add(source));
    }

    private void Load(Statement rows)
    {
        using (rows)
        {
            while (rows.Step())
            {
                var claim = ClaimRow.Read(rows);
                if (_claims.TryAdd(claim.Ext, claim)) _byKey.Add(claim.Id, claim);
            }
        }
    }

    /// <summary>Claims of the version before that this one no longer makes.</summary>
    private List<ClaimRow> Gone(Reading reading, long? older)
    {
        if (older is not { } source) return [];
        var kept = reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return [.. _claims.Values.Where(c => c.SourceId == source && !c.Withdrawn && !kept.Contains(c.Ext))];
    }

    /// <summary>Stored claims whose counts change.</summary>
    private List<ClaimRow> Touched(Reading reading, Grouping grouping, List<ClaimRow> gone, Places places)
    {
        var touched = new HashSet<ClaimRow>(gone);
        touched.UnionWith(reading.Claims.Select(c => _claims.GetValueOrDefault(c.Id)).OfType<ClaimRow>());
        touched.UnionWith(Moved(grouping, places));
        foreach (var id in grouping.Origins.Keys)
            if (_claims.TryGetValue(id, out var claim)) touched.Add(claim);
        return [.. touched];
    }

    /// <summary>Claims whose relations must be counted anew: their source, position or speakers may change.</summary>
    private HashSet<ClaimRow> Recounted(Reading reading, Grouping grouping, List<ClaimRow> gone, Places places) =>
        [.. gone, .. reading.Claims.Select(c => _claims.GetValueOrDefault(c.Id)).OfType<ClaimRow>(), .. Moved(grouping, places)];

    private IEnumerable<ClaimRow> Moved(Grouping grouping, Places places)
    {
        foreach (var placement in grouping.Placements)
        {
            if (_claims.TryGetValue(placement.ClaimId, out var claim) && (claim.PositionId != places.Position(placement.PositionId) || claim.QuestionId != places.Question(placement.QuestionId)))
                yield return claim;
        }
    }

    private void Withdraw(ClaimRow claim)
    {
        db.Prepare("UPDATE claim SET withdrawn_at = ? WHERE id = ?").Add(now).Add(claim.Id).Run();
        ActorClaims.SetWithdrawn(db, claim.Id, now);
        Blocks.Leave(db, claim.Id);
        claim.Withdrawn = true;
        claim.WithdrawnBy = null;
    }

    private void AddSetApart(Grouping grouping, Places places)
    {
        foreach (var apart in grouping.SetApart)
        {
            db.Prepare("INSERT INTO set_apart(question_id, other_id, claim_id, reason) VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason")
                .Add(places.Question(apart.QuestionId)).Add(apart.OtherQuestionId is { } other ? places.Question(other) : 0)
                .Add(apart.ClaimId is { } claim ? _claims[claim].Id : 0).Add(apart.Reason).Run();
        }
    }

    private void AddSuggestions(Grouping grouping)
    {
        foreach (var suggestion in grouping.MergeSuggestions)
        {
            db.Prepare("""
                INSERT INTO merge_suggestion(ext, actor_a, actor_b, score, reason, status, version, recorded_at, weight)
                SELECT ?1, a.id, b.id, ?4, ?5, 0, 0, ?6, a.claim_count + b.claim_count FROM actor a, actor b WHERE a.ext = ?2 AND b.ext = ?3
                ON CONFLICT(ext) DO NOTHING
                """).Add(suggestion.Id).Add(suggestion.ActorA).Add(suggestion.ActorB).Add(suggestion.Score).Add(suggestion.Reason).Add(now).Run();
            if (db.Changes > 0) _tally.Count("unreviewed", 1);
        }
    }

    private void Count(bool isNew, Places places)
    {
        if (isNew) _tally.Count("articles", 1);
        _tally.Count("actors", _names.NewActors);
        _tally.Count("questions", places.NewQuestions);
    }
}

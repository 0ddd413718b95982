namespace ClaimGraph.Sqlite;

/// <summary>
/// Keeps counters and projections: what leaves and what enters is noted while a transaction changes rows, and written once at its end. Every change of a claim
/// or relation that is counted goes through here, as leaving before it and entering after it. <see cref="Rebuild"/> computes the same from nothing.
/// </summary>
internal sealed class Tally(Connection db, long now)
{
    private readonly Dictionary<long, QuestionDelta> _questions = [];
    private readonly Dictionary<long, long> _positionClaims = [];
    private readonly Dictionary<long, long> _positionConflicts = [];
    private readonly Dictionary<long, (long Claims, long Conflicts)> _sources = [];
    private readonly Dictionary<long, long> _actorClaims = [];
    private readonly Dictionary<(long Position, long Origin), long> _positionOrigins = [];
    private readonly Dictionary<(long Actor, long Question), long> _actorQuestions = [];
    private readonly Dictionary<(long Source, long Question), long> _questionSources = [];
    private readonly Dictionary<(long Source, long Position), (long All, long Broken)> _positionSources = [];
    private readonly Dictionary<string, long> _counters = new(StringComparer.Ordinal);
    private readonly HashSet<long> _touchedPositions = [];

    private sealed class QuestionDelta
    {
        public long Claims, Conflicts, Unreviewed, Positions, Articles, Origins;
    }

    public void Count(string counter, long by)
    {
        if (by != 0) _counters[counter] = _counters.GetValueOrDefault(counter) + by;
    }

    public void Enter(ClaimRow claim) => Move(claim, 1);

    public void Leave(ClaimRow claim) => Move(claim, -1);

    /// <summary>The relation is in force from here on, with its row as it now is.</summary>
    public void Enter(RelationRow relation, ClaimRow later, ClaimRow earlier) => Move(relation, later, earlier, 1);

    public void Leave(RelationRow relation, ClaimRow later, ClaimRow earlier) => Move(relation, later, earlier, -1);

    /// <summary>The question changed in a way that no counter shows.</summary>
    public void Touch(long question) => Question(question);

    private void Move(ClaimRow claim, int by)
    {
        if (claim.Withdrawn) return;
        Count("claims", by);
        var source = _sources.GetValueOrDefault(claim.SourceId);
        _sources[claim.SourceId] = (source.Claims + by, source.Conflicts);
        if (claim.QuestionId is { } question)
        {
            Question(question).Claims += by;
            Add(_questionSources, (claim.SourceId, question), by);
        }
        if (claim.PositionId is { } position)
        {
            Add(_positionClaims, position, by);
            if (claim.OriginKnown) Add(_positionOrigins, (position, claim.OriginId), by);
            var (all, broken) = _positionSources.GetValueOrDefault((claim.SourceId, position));
            _positionSources[(claim.SourceId, position)] = (all + by, broken + (claim.OriginKnown ? 0 : by));
        }

        using var actors = db.Prepare("SELECT DISTINCT coalesce(x.merged_into, x.id) FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id = ?").Add(claim.Id);
        while (actors.Step())
        {
            var actor = actors.Int(0);
            Add(_actorClaims, actor, by);
            if (claim.QuestionId is { } asked) Add(_actorQuestions, (actor, asked), by);
        }
    }

    private void Move(RelationRow relation, ClaimRow later, ClaimRow earlier, int by)
    {
        Question(relation.QuestionId);
        foreach (var position in (long?[])[later.PositionId, earlier.PositionId])
            if (position is { } touched) _touchedPositions.Add(touched);

        if (relation.Conflict)
        {
            if (by > 0) db.Prepare("INSERT OR IGNORE INTO dispute(actor_id, later_day, relation_id) SELECT DISTINCT coalesce(x.merged_into, x.id), ?1, ?2 FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id IN (?3, ?4)")
                .Add(relation.LaterDay).Add(relation.Id).Add(relation.LaterId).Add(relation.EarlierId).Run();
            else db.Prepare("DELETE FROM dispute WHERE later_day = ?1 AND relation_id = ?2 AND actor_id IN (SELECT coalesce(x.merged_into, x.id) FROM attribution t CROSS JOIN actor x ON x.id = t.actor_id WHERE t.claim_id IN (?3, ?4))")
                .Add(relation.LaterDay).Add(relation.Id).Add(relation.LaterId).Add(relation.EarlierId).Run();
        }
        if (!relation.Withdrawn) Count(Facets.Counter(relation.Kind, relation.Conflict, relation.Status), by);
        if (!relation.IsLive) return;

        Count("conflicts", by);
        foreach (var side in (long?[])[later.PositionId, earlier.PositionId])
            if (side is { } disputed) Add(_positionConflicts, disputed, by);
        var question = Question(relation.QuestionId);
        question.Conflicts += by;
        if (relation.Status == RelationStatus.Unreviewed)
        {
            question.Unreviewed += by;
            Count("unreviewed", by);
        }
        foreach (var source in (long[])(later.SourceId == earlier.SourceId ? [later.SourceId] : [later.SourceId, earlier.SourceId]))
        {
            var (claims, conflicts) = _sources.GetValueOrDefault(source);
            _sources[source] = (claims, conflicts + by);
        }
    }

    /// <summary>Writes what was noted. Rows must be as they are to be committed.</summary>
    public void Flush()
    {
        foreach (var position in _positionClaims.Keys) _touchedPositions.Add(position);
        var known = Distinct(_positionOrigins, "position_origin", "position_id", "origin_id");
        var askedOfActors = Distinct(_actorQuestions, "actor_question", "actor_id", "question_id");
        var (articles, broken) = ArticlesOfPositions();
        var questionOf = WritePositions(known, articles, broken);
        foreach (var (position, by) in known)
            if (questionOf.TryGetValue(position, out var question)) Question(question).Origins += by;
        WriteQuestions();

        foreach (var (source, (claims, conflicts)) in _sources)
        {
            if (claims == 0 && conflicts == 0) continue;
            db.Prepare("UPDATE source SET claim_count = claim_count + ?, conflict_count = conflict_count + ? WHERE id = ?").Add(claims).Add(conflicts).Add(source).Run();
        }
        foreach (var actor in _actorClaims.Keys.Union(askedOfActors.Keys).ToList())
        {
            db.Prepare("UPDATE actor SET claim_count = claim_count + ?, question_count = question_count + ? WHERE id = ?")
                .Add(_actorClaims.GetValueOrDefault(actor)).Add(askedOfActors.GetValueOrDefault(actor)).Add(actor).Run();
        }
        foreach (var (name, by) in _counters)
        {
            if (by == 0) continue;
            db.Prepare("INSERT INTO counter(name, n) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET n = n + excluded.n").Add(name).Add(by).Run();
        }
    }

    /// <summary>Applies counts of pairs, and tells by how much the number of different partners changed.</summary>
    private Dictionary<long, long> Distinct(Dictionary<(long Of, long Partner), long> pairs, string table, string of, string partner)
    {
        var changed = new Dictionary<long, long>();
        foreach (var (pair, by) in pairs)
        {
            if (by == 0) continue;
            var n = db.Prepare($"INSERT INTO {table}({of}, {partner}, n) VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n RETURNING n").Add(pair.Of).Add(pair.Partner).Add(by).RunForInt() ?? 0;
            if (n == by) Add(changed, pair.Of, 1);
            if (n != 0) continue;
            db.Prepare($"DELETE FROM {table} WHERE {of} = ? AND {partner} = ?").Add(pair.Of).Add(pair.Partner).Run();
            Add(changed, pair.Of, -1);
        }
        return changed;
    }

    /// <summary>How the number of articles, and of articles with a broken chain, changed in each position; counts those of questions on the way.</summary>
    private (Dictionary<long, long> Articles, Dictionary<long, long> Broken) ArticlesOfPositions()
    {
        var articles = new Dictionary<long, long>();
        var broken = new Dictionary<long, long>();
        foreach (var source in _questionSources.Keys.Select(k => k.Source).Union(_positionSources.Keys.Select(k => k.Source)).ToList())
        {
            var inQuestion = new Dictionary<long, long>();
            var inPosition = new Dictionary<long, (long All, long Broken)>();
            using (var rows = db.Prepare("SELECT question_id, position_id, origin_known FROM claim WHERE source_id = ? AND withdrawn_at IS NULL").Add(source))
            {
                while (rows.Step())
                {
                    if (rows.IntOrNull(0) is { } question) Add(inQuestion, question, 1);
                    if (rows.IntOrNull(1) is not { } position) continue;
                    var (all, unknown) = inPosition.GetValueOrDefault(position);
                    inPosition[position] = (all + 1, unknown + (rows.Flag(2) ? 0 : 1));
                }
            }
            foreach (var (key, by) in _questionSources)
            {
                if (key.Source == source) Question(key.Question).Articles += Crossing(inQuestion.GetValueOrDefault(key.Question), by);
            }
            foreach (var (key, (all, unknown)) in _positionSources)
            {
                if (key.Source != source) continue;
                var after = inPosition.GetValueOrDefault(key.Position);
                Add(articles, key.Position, Crossing(after.All, all));
                Add(broken, key.Position, Crossing(after.Broken, unknown));
            }
        }
        return (articles, broken);
    }

    /// <summary>1 where a count went from none to some, -1 where from some to none.</summary>
    private static long Crossing(long after, long by) => (after > 0 ? 1 : 0) - (after - by > 0 ? 1 : 0);

    private Dictionary<long, long> WritePositions(Dictionary<long, long> known, Dictionary<long, long> articles, Dictionary<long, long> broken)
    {
        var questionOf = new Dictionary<long, long>();
        foreach (var position in _touchedPositions)
        {
            var by = _positionClaims.GetValueOrDefault(position);
            using (var row = db.Prepare("""
                UPDATE position SET claim_count = claim_count + ?, conflict_count = conflict_count + ?, article_count = article_count + ?, known_origins = known_origins + ?, broken_chains = broken_chains + ?
                WHERE id = ? RETURNING question_id, claim_count
                """).Add(by).Add(_positionConflicts.GetValueOrDefault(position)).Add(articles.GetValueOrDefault(position)).Add(known.GetValueOrDefault(position)).Add(broken.GetValueOrDefault(position)).Add(position))
            {
                if (!row.Step()) continue;
                questionOf[position] = row.Int(0);
                Question(row.Int(0)).Positions += Crossing(row.Int(1), by);
                while (row.Step()) { }
            }
            Extremes.OfPosition(db, position);
        }
        return questionOf;
    }

    private void WriteQuestions()
    {
        foreach (var (id, delta) in _questions)
        {
            db.Prepare("""
                UPDATE question SET claim_count = claim_count + ?, conflict_count = conflict_count + ?, unreviewed_count = unreviewed_count + ?, position_count = position_count + ?,
                    article_count = article_count + ?, origin_count = origin_count + ?, changed_at = ? WHERE id = ?
                """).Add(delta.Claims).Add(delta.Conflicts).Add(delta.Unreviewed).Add(delta.Positions).Add(delta.Articles).Add(delta.Origins).Add(now).Add(id).Run();
            Extremes.OfQuestion(db, id);
        }
    }

    private QuestionDelta Question(long id)
    {
        if (!_questions.TryGetValue(id, out var delta)) _questions.Add(id, delta = new QuestionDelta());
        return delta;
    }

    private static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long by) where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + by;
}

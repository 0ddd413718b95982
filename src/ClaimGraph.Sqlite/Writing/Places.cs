using ClaimGraph.Comparison;

namespace ClaimGraph.Sqlite;

/// <summary>Questions and positions of a comparison, by their text ids.</summary>
internal sealed class Places(Connection db, long now)
{
    private readonly Dictionary<string, long> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _positions = new(StringComparer.Ordinal);
    private readonly HashSet<long> _merged = [];

    public long NewQuestions { get; private set; }

    public long Question(string ext) => _questions.TryGetValue(ext, out var id) ? id : _questions[ext] = Known("question", ext);

    public long Position(string ext) => _positions.TryGetValue(ext, out var id) ? id : _positions[ext] = Known("position", ext);

    public void Add(Grouping grouping)
    {
        foreach (var (ext, id) in Names.Ids(db, "question", grouping.Questions.Select(q => q.Id))) _questions[ext] = id;
        foreach (var (ext, id) in Names.Ids(db, "position", grouping.Positions.Select(p => p.Id))) _positions[ext] = id;
        foreach (var question in grouping.Questions)
        {
            if (_questions.TryGetValue(question.Id, out var known)) Rename(known, question);
            else Insert(question);
        }
        foreach (var position in grouping.Positions)
        {
            var question = Question(position.QuestionId);
            if (_positions.TryGetValue(position.Id, out var known))
            {
                db.Prepare("UPDATE position SET value_text = ?, form = ?, low = ?, high = ?, unit = ?, vague = ?, scope = ?, condition = ? WHERE id = ? AND value_text IS NOT ?")
                    .AddValue(position.Value).Add(known).Add(position.Value.Text).Run();
                continue;
            }
            db.Prepare("INSERT INTO position(ext, question_id, value_text, form, low, high, unit, vague, scope, condition) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .Add(position.Id).Add(question).AddValue(position.Value).Run();
            _positions[position.Id] = db.LastId;
        }
    }

    private void Insert(Question question)
    {
        db.Prepare("INSERT INTO question(ext, key, text, recorded_at, changed_at) VALUES(?, ?, ?, ?, ?)").Add(question.Id).Add(question.Key).Add(question.Text).Add(now).Add(now).Run();
        _questions[question.Id] = db.LastId;
        db.Prepare("INSERT INTO question_text(rowid, text) VALUES(?, ?)").Add(db.LastId).Add(question.Text).Run();
        NewQuestions++;
    }

    /// <summary>A question that had been merged away and is answered again stands on its own again.</summary>
    private void Rename(long id, Question question)
    {
        string? text;
        bool merged;
        using (var row = db.Prepare("SELECT text, merged_into IS NOT NULL FROM question WHERE id = ?").Add(id))
        {
            row.Step();
            (text, merged) = (row.Text(0), row.Flag(1));
        }
        if (merged)
        {
            db.Prepare("UPDATE question SET merged_into = NULL WHERE id = ?").Add(id).Run();
            NewQuestions++;
        }
        if (text == question.Text) return;
        db.Prepare("INSERT INTO question_text(question_text, rowid, text) VALUES('delete', ?, ?)").Add(id).Add(text).Run();
        db.Prepare("UPDATE question SET text = ?, key = ? WHERE id = ?").Add(question.Text).Add(question.Key).Add(id).Run();
        db.Prepare("INSERT INTO question_text(rowid, text) VALUES(?, ?)").Add(id).Add(question.Text).Run();
    }

    /// <summary>
    /// What is left of a question goes to its survivor: claims that the comparison did not place, positions, relations. Its rows stay, so that old links answer.
    /// </summary>
    public void Merge(string fromExt, string intoExt, IEnumerable<ClaimRow> loaded)
    {
        var (from, into) = (Question(fromExt), Question(intoExt));
        if (from == into) return;
        db.Prepare("UPDATE claim SET question_id = ?, question_ext = ? WHERE question_id = ?").Add(into).Add(intoExt).Add(from).Run();
        db.Prepare("UPDATE position SET question_id = ? WHERE question_id = ?").Add(into).Add(from).Run();
        db.Prepare("UPDATE relation SET question_id = ?, question_ext = ? WHERE question_id = ?").Add(into).Add(intoExt).Add(from).Run();
        db.Prepare("UPDATE candidate SET question_id = ? WHERE question_id = ?").Add(into).Add(from).Run();
        db.Prepare("UPDATE scope_verdict SET question_id = ? WHERE question_id = ?").Add(into).Add(from).Run();
        db.Prepare("UPDATE OR IGNORE set_apart SET question_id = ? WHERE question_id = ?").Add(into).Add(from).Run();
        db.Prepare("UPDATE question SET merged_into = ? WHERE id = ? OR merged_into = ?").Add(into).Add(from).Add(from).Run();
        foreach (var claim in loaded)
            if (claim.QuestionId == from) claim.QuestionId = into;
        NewQuestions--;
        _merged.Add(from);
        _merged.Add(into);
    }

    /// <summary>After a merge the counters of both questions are computed anew: merges are rare, and no difference is simpler than a sum.</summary>
    public void Recount()
    {
        foreach (var question in _merged) Rebuild.Question(db, question);
    }

    private long Known(string table, string ext) => db.Prepare($"SELECT id FROM {table} WHERE ext = ?").Add(ext).RunForInt()
        ?? throw new StoreException(StoreFailure.Refused, $"The comparison speaks of the {table} {ext}, which it did not describe and the store does not know.");
}

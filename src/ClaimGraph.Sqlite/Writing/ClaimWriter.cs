using ClaimGraph.Comparison;

namespace ClaimGraph.Sqlite;

/// <summary>Writes claims with what hangs on them: record, full text, attribution, mentions, the lists of their actors, blocks.</summary>
internal sealed class ClaimWriter(Connection db, long now, Names names, Places places)
{
    /// <summary>Writes a claim of the article, new or carried over from an older version; answers its row.</summary>
    public ClaimRow Write(Claim claim, long source, Placement? place, string origin, ClaimRow? known)
    {
        var row = known is null ? Insert(claim, source, place, origin) : Carry(claim, source, place, origin, known);
        AddSteps(claim, row);
        if (!row.Withdrawn) Blocks.Enter(db, row, claim.Blocks);
        return row;
    }

    public void Place(ClaimRow claim, Placement place)
    {
        claim.QuestionId = places.Question(place.QuestionId);
        claim.PositionId = places.Position(place.PositionId);
        db.Prepare("UPDATE claim SET question_id = ?, position_id = ?, question_ext = ?, position_ext = ? WHERE id = ?")
            .Add(claim.QuestionId).Add(claim.PositionId).Add(place.QuestionId).Add(place.PositionId).Add(claim.Id).Run();
        db.Prepare("UPDATE claim_block SET position_id = ? WHERE claim_id = ?").Add(claim.PositionId).Add(claim.Id).Run();
    }

    public void SetOrigin(ClaimRow claim, string origin)
    {
        claim.OriginId = names.Origin(origin);
        db.Prepare("UPDATE claim SET origin_id = ? WHERE id = ?").Add(claim.OriginId).Add(claim.Id).Run();
    }

    private ClaimRow Insert(Claim claim, long source, Placement? place, string origin)
    {
        var day = PackedDate.Of(claim.Asserted.SortDay);
        var (question, position) = Placed(place);
        var originId = names.Origin(origin);
        db.Prepare("""
            INSERT INTO claim(ext, source_id, question_id, position_id, question_ext, position_ext, speaker_id, quote, span_start, span_end,
                value_text, form, low, high, unit, vague, scope, condition, asserted, day, precision, recorded_at, check_worthiness, standing, origin_id, origin_known, language)
            VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
            .Add(claim.Id).Add(source).Add(question).Add(position).Add(place?.QuestionId).Add(place?.PositionId).Add(Speaker(claim)).Add(claim.Quote).Add(claim.Span.Start).Add(claim.Span.End)
            .AddValue(Value.Of(claim.Proposition)).Add(PackedDate.Write(claim.Asserted)).Add(day).Add((long)claim.Asserted.Precision).Add(now)
            .Add(claim.CheckWorthiness).Add((long)Standing.Alone).Add(originId).Add(claim.OriginKnown).Add(claim.Language).Run();
        var id = db.LastId;
        db.Prepare("INSERT INTO claim_record(claim_id, json) VALUES(?, ?)").Add(id).Add(ClaimJson.Write(claim)).Run();
        db.Prepare("INSERT INTO claim_text(rowid, quote) VALUES(?, ?)").Add(id).Add(claim.Quote).Run();
        return new ClaimRow
        {
            Id = id, Ext = claim.Id, SourceId = source, QuestionId = question, PositionId = position, OriginId = originId, OriginKnown = claim.OriginKnown, Day = day,
        };
    }

    /// <summary>The quote and proposition are the same, hence the id; where it stands in the text, who it is ascribed to and when may differ.</summary>
    private ClaimRow Carry(Claim claim, long source, Placement? place, string origin, ClaimRow row)
    {
        RemoveSteps(row);
        var (question, position) = Placed(place);
        (row.SourceId, row.QuestionId, row.PositionId) = (source, question, position);
        (row.OriginId, row.OriginKnown, row.Day) = (names.Origin(origin), claim.OriginKnown, PackedDate.Of(claim.Asserted.SortDay));
        // What a person withdrew stays withdrawn in the next version.
        row.Withdrawn &= row.WithdrawnBy is not null;
        db.Prepare("""
            UPDATE claim SET source_id = ?, question_id = ?, position_id = ?, question_ext = ?, position_ext = ?, speaker_id = ?, span_start = ?, span_end = ?,
                asserted = ?, day = ?, precision = ?, check_worthiness = ?, origin_id = ?, origin_known = ?, withdrawn_at = iif(?, withdrawn_at, NULL) WHERE id = ?
            """)
            .Add(source).Add(question).Add(position).Add(place?.QuestionId).Add(place?.PositionId).Add(Speaker(claim)).Add(claim.Span.Start).Add(claim.Span.End)
            .Add(PackedDate.Write(claim.Asserted)).Add(row.Day).Add((long)claim.Asserted.Precision).Add(claim.CheckWorthiness)
            .Add(row.OriginId).Add(row.OriginKnown).Add(row.Withdrawn).Add(row.Id).Run();
        db.Prepare("UPDATE claim_record SET json = ? WHERE claim_id = ?").Add(ClaimJson.Write(claim)).Add(row.Id).Run();
        return row;
    }

    private (long? Question, long? Position) Placed(Placement? place) => place is null ? (null, null) : (places.Question(place.QuestionId), places.Position(place.PositionId));

    private long? Speaker(Claim claim) => claim.SpeakerId is { } speaker ? names.Survivor(speaker) : null;

    private void AddSteps(Claim claim, ClaimRow row)
    {
        for (var no = 0; no < claim.Attribution.Count; no++)
        {
            var step = claim.Attribution[no];
            db.Prepare("""
                INSERT INTO attribution(claim_id, no, position, role, name, actor_id, source_id, cue, cue_start, cue_end, quote, stance, inferred)
                VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .Add(row.Id).Add(no).Add(step.Position).Add((long)step.Role).Add(step.Name).Add(step.ActorId is { } actor ? names.Actor(actor) : (long?)null).Add(names.SourceOrNull(step.SourceId))
                .Add(step.Cue).Add((long?)step.CueSpan?.Start).Add((long?)step.CueSpan?.End).Add(step.Quote).Add((long)step.Stance).Add(step.Inferred).Run();
        }
        for (var no = 0; no < claim.Actors.Count; no++)
        {
            var mention = claim.Actors[no];
            db.Prepare("INSERT INTO mention(claim_id, no, actor_id, role, span_start, span_end) VALUES(?, ?, ?, ?, ?, ?)")
                .Add(row.Id).Add(no).Add(names.Actor(mention.ActorId)).Add((long)mention.Role).Add((long?)mention.Span?.Start).Add((long?)mention.Span?.End).Run();
        }
        ActorClaims.Add(db, row.Id);
    }

    private void RemoveSteps(ClaimRow row)
    {
        ActorClaims.Remove(db, row.Id);
        db.Prepare("DELETE FROM attribution WHERE claim_id = ?").Add(row.Id).Run();
        db.Prepare("DELETE FROM mention WHERE claim_id = ?").Add(row.Id).Run();
        Blocks.Leave(db, row.Id);
    }
}

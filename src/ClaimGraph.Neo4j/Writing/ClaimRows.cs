using ClaimGraph.Comparison;

namespace ClaimGraph.Neo4j;

/// <summary>Turns claims of an article into rows: the node and everything that hangs on it.</summary>
internal sealed class ClaimRows(WriteBatch batch)
{
    /// <param name="known">As stored; null for a new claim.</param>
    /// <returns>The claim as it is going to be.</returns>
    public ClaimState Write(Claim claim, Source article, Placement? place, string origin, string ownOrigin, ClaimState? known)
    {
        var day = claim.Asserted.SortDay;
        var sortKey = Stored.SortKey(day, claim.Id);
        // What a person withdrew stays withdrawn in the next version; what an older version had lost is back.
        var stays = known is { Withdrawn: true, WithdrawnBy: not null };
        var state = new ClaimState
        {
            Id = claim.Id,
            SourceId = article.Id,
            QuestionId = place?.QuestionId,
            PositionId = place?.PositionId,
            Origin = origin,
            OriginKnown = claim.OriginKnown,
            SortKey = sortKey,
            Asserted = Stored.Date(claim.Asserted),
            RecordedAt = known?.RecordedAt ?? batch.Now,
            WithdrawnAt = stays ? known!.WithdrawnAt : null,
            WithdrawnBy = stays ? known!.WithdrawnBy : null,
            Blocks = claim.Blocks,
            Attributed = [.. claim.Attribution.Select(s => s.ActorId).OfType<string>().Distinct(StringComparer.Ordinal)],
            Standing = known?.Standing ?? Standing.Alone,
            StandingSince = known?.StandingSince,
        };
        var quantity = claim.Proposition.Quantity;
        batch.Claims.Add(new ClaimWrite(claim.Id, new ClaimProperties
        {
            Text = claim.Quote,
            Words = Words.Stored([claim.Quote]),
            SpanStart = claim.Span.Start,
            SpanEnd = claim.Span.End,
            Language = claim.Language,
            SourceId = article.Id,
            OutletId = article.OutletId,
            QuestionId = state.QuestionId,
            PositionId = state.PositionId,
            SpeakerId = claim.SpeakerId,
            ValueText = claim.Proposition.ValueText,
            Value = Stored.Write(Value.Of(claim.Proposition)),
            Modality = claim.Proposition.Modality,
            Polarity = claim.Proposition.Polarity,
            Low = quantity?.Low,
            High = quantity?.High,
            Unit = quantity?.Unit,
            Date = day is null ? null : Stored.Day(day),
            Asserted = state.Asserted,
            Precision = claim.Asserted.Precision,
            SortKey = sortKey,
            WorthKey = Stored.FractionKey(claim.CheckWorthiness, claim.Id),
            CheckWorthiness = claim.CheckWorthiness,
            RecordedAt = state.RecordedAt,
            WithdrawnAt = state.WithdrawnAt,
            WithdrawnBy = state.WithdrawnBy,
            Origin = origin,
            OwnOrigin = ownOrigin,
            OriginKnown = claim.OriginKnown,
            Blocks = claim.Blocks,
            Attributed = state.Attributed,
            Standing = state.Standing,
            StandingSince = state.StandingSince,
            Record = ClaimJson.Write(claim),
        }));
        if (known is not null) batch.Carried.Add(claim.Id);
        batch.Appears.Add(new AppearsWrite(claim.Id, article.Id));
        AddParties(claim, sortKey);
        if (!state.Withdrawn) Hook(state);
        return state;
    }

    /// <summary>Where a claim in force hangs: its day, its position, its blocks.</summary>
    public void Hook(ClaimState claim)
    {
        if (!claim.SortKey.StartsWith(Stored.Undated, StringComparison.Ordinal))
        {
            batch.Days.Add(claim.SortKey[..10]);
            batch.Asserted.Add(new AssertedWrite(claim.Id, claim.SortKey[..10]));
        }
        if (claim.PositionId is { } position) batch.Answers.Add(new AnswerWrite(claim.Id, position));
        foreach (var block in claim.Blocks.Distinct(StringComparer.Ordinal)) batch.Entries.Add(new EntryWrite(claim.Id, block, claim.PositionId ?? "", claim.SortKey));
    }

    private void AddParties(Claim claim, string sortKey)
    {
        foreach (var step in claim.Attribution)
        {
            if (step.ActorId is { } actor) batch.Steps.Add(new StepWrite(claim.Id, actor, step.Position, step.Role, step.Cue, step.Stance, step.Inferred));
            else if (step.SourceId is { } source) batch.SourceSteps.Add(new StepWrite(claim.Id, source, step.Position, step.Role, step.Cue, step.Stance, step.Inferred));
        }
        foreach (var mention in claim.Actors) batch.Mentions.Add(new MentionWrite(claim.Id, mention.ActorId, mention.Role));
        // Actors as named: merges are looked up when a list is read, so that one can be undone.
        var attributed = claim.Attribution.Select(s => s.ActorId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var actor in attributed.Union(claim.Actors.Select(m => m.ActorId), StringComparer.Ordinal))
            batch.Involves.Add(new InvolvesWrite(claim.Id, actor, attributed.Contains(actor) ? actor : null, sortKey));
    }
}

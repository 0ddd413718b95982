namespace ClaimGraph.Extraction;

/// <summary>Statements to propositions: quantities, predicate, rung, polarity, scope, question key, evidence. Total and thread-safe.</summary>
public static class PropositionReader
{
    /// <returns>Empty where the statement claims nothing worth keeping; <paramref name="leftOut"/> then says why.</returns>
    public static IReadOnlyList<ReadProposition> Read(Statement statement, ArticleContext article, out string? leftOut)
    {
        leftOut = null;
        var view = new SentenceView(statement, article);
        if (view.Last - view.First < 2) { leftOut = "too short to claim anything"; return []; }

        // Stances first: "26 countries have committed" is one claim, not a stance and a count.
        List<Draft> drafts = [.. Stances.Read(view)];
        var taken = drafts.Where(d => d.Proposition.Quantity is not null).Select(d => d.Proposition.Quantity!.Span).ToHashSet();
        drafts.AddRange(NumericClaims.Read(view, q => taken.Contains(q.Quantity.Span)));
        if (drafts.Count == 0) drafts.AddRange(PlainStatements.Read(view));

        List<ReadProposition> claims = [];
        var chatter = 0;
        foreach (var draft in drafts.OrderBy(d => d.QuoteStart).ThenBy(d => d.Proposition.Quantity?.Span.Start ?? 0))
        {
            var evidence = EvidenceReader.Read(view, draft);
            var (score, factors) = CheckWorth.Score(view, draft, evidence);
            if (score < CheckWorth.Chatter) { chatter++; continue; }
            claims.Add(new ReadProposition(draft.Proposition, view.SpanOf(draft.QuoteStart, draft.QuoteEnd))
            {
                Highlights = draft.Highlights, Recognised = draft.Recognised, Actors = draft.Actors, Evidence = evidence,
                Blocks = EvidenceReader.Blocks(draft, evidence, statement.Asserted), CheckWorthiness = score, CheckWorthinessFactors = factors,
            });
        }
        if (claims.Count == 0) leftOut = chatter > 0 ? "not worth checking" : "no number, commitment, requirement or plan was recognised, and nobody named states it as a fact";
        return claims;
    }
}

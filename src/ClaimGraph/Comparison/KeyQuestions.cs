namespace ClaimGraph.Comparison;

/// <summary>Questions whose key says what they are about: all claims of the key answer one question, and those of one value hold one position.</summary>
internal static class KeyQuestions
{
    public static void Add(GroupingState state, List<Side> claims)
    {
        claims.Sort(Sequence.Compare);
        var question = QuestionNames.OfKey(claims[0].Key, claims[0]);
        foreach (var claim in claims) claim.Position = Ids.Position(question.Id, claim.ValueKey);
        state.Place(question, claims);
        foreach (var (a, b) in Edges.Of(claims))
            state.Examine(a, b, question.Id);
        Apart(state, question, claims);
    }

    /// <summary>Answers of another scope are shown as look-alikes.</summary>
    private static void Apart(GroupingState state, Question question, List<Side> claims)
    {
        const int most = 3;
        var new_ = claims.Find(c => c.IsNew);
        if (new_ is null) return;
        foreach (var other in claims.Where(c => c.Document != new_.Document && c.Signed != new_.Signed).DistinctBy(c => c.Signed).Take(most))
        {
            var x = OrderedRules.Run(new Examination(new_, other));
            if (x.Kind is null && x.Stopped is { } why && why.StartsWith("different scope", StringComparison.Ordinal)) state.SetApart.Add(new SetApart(question.Id, null, other.Id, why));
        }
    }
}

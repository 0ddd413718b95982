namespace ClaimGraph.Extraction;

/// <summary>Negation of a stated number, and the words that deny an earlier report.</summary>
internal static class Denials
{
    public static (Polarity Polarity, string? Denies) Of(SentenceView v, int start, int end, PlacedQuantity? q)
    {
        if (DenyingWords(v) is { } denies) return (Polarity.Negative, denies);
        if (v.Statement.Attribution.Count > 0 && v.Statement.Attribution[0].Stance == Stance.Denies) return (Polarity.Negative, v.Statement.Attribution[0].Cue ?? "denied");
        if (q is null) return (Polarity.Positive, null);
        // "did not kill 12", "is not 46,000 barrels"; "not only", "no fewer than" are none.
        for (var i = q.Start - 1; i >= Math.Max(start, q.Start - 5); i--)
        {
            var word = v.Lower(i);
            if (word is "," or ";" or "but" or "and" or "that") break;
            if ((word is "not" or "never" or "n't" || word.EndsWith("n't", StringComparison.Ordinal)) && v.Lower(i + 1) is not ("only" or "just" or "less" or "more" or "fewer" or "least" or "yet" or "known" or "a" or "clear")) return (Polarity.Negative, null);
        }
        return (Polarity.Positive, null);
    }

    /// <summary>"It is not true that …", "plainly wrong that …", "denied reports that …": they reach over the whole statement.</summary>
    private static string? DenyingWords(SentenceView v)
    {
        for (var i = 0; i < v.Pieces.Count; i++)
        {
            var word = v.Lower(i);
            var found = word switch
            {
                "true" => v.Lower(i - 1) is "not" or "n't" or "isn't" or "wasn't" or "never" or "hardly" && v.Lower(i + 1) is "that",
                "untrue" or "false" or "wrong" or "fabricated" or "baseless" => v.Lower(i + 1) is "that" || (v.Lower(i + 1) is "\"" or "”" or "“" or "," && v.Lower(i + 2) is "that"),
                "case" => v.Lower(i - 2) is "not" && v.Lower(i - 1) is "the" && v.Lower(i + 1) is "that",
                "contests" or "disputes" => false,
                _ => false,
            };
            if (!found || i >= v.Last) continue;
            var start = i;
            while (start > 0 && v.Lower(start - 1) is "not" or "is" or "it" or "n't" or "isn't" or "the" or "plainly" or "simply" or "was") start--;
            return v.Words(start, Math.Min(v.Pieces.Count, i + 1));
        }
        return null;
    }
}

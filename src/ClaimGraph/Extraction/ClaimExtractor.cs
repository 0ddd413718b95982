namespace ClaimGraph.Extraction;

/// <summary>
/// Article text to claims: the entry of extraction. Deterministic, total (odd text yields fewer claims, never an exception), safe to call from many threads.
/// </summary>
public sealed class ClaimExtractor
{
    /// <param name="clock">"Now", for dates in the future (over a day ahead is taken as unknown and said).</param>
    public ClaimExtractor(TimeProvider clock) => _clock = clock;

    private readonly TimeProvider _clock;

    /// <summary>Reads one article.</summary>
    /// <param name="furniture">Spans that the HTML reader dropped: kept in the text, out of the claims.</param>
    public Reading Read(Article article, string text, IReadOnlyList<Span> furniture) => throw new NotImplementedException();
}

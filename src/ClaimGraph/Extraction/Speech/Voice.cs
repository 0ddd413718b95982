namespace ClaimGraph.Extraction.Speech;

/// <summary>Who speaks: a known actor, an outlet, a document, or only the words that name somebody ("British officials").</summary>
/// <param name="Of">The actor that an unnamed speaker belongs to.</param>
internal sealed record Voice(string Name, Actor? Actor, bool IsOutlet = false, Actor? Of = null)
{
    /// <summary>A paper that speaks: a study, a note, a list.</summary>
    public bool IsDocument { get; init; }
    /// <summary>The words for a paper whose body is named: "the council's audit".</summary>
    public string? Document { get; init; }
    public bool IsRelay { get; init; }
}

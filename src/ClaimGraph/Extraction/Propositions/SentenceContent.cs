namespace ClaimGraph.Extraction;

/// <summary>What a sentence holds, whichever of its statements is read: each part is read once, when it is first asked for.</summary>
internal sealed class SentenceContent(string text, Sentence sentence)
{
    private List<FoundQuantity>? _quantities;
    private SentenceNames? _names;
    private SentenceEvidence? _evidence;

    public List<Piece> Pieces { get; } = PieceReader.Read(text, sentence.Span, sentence.Tokens);

    public IReadOnlyList<FoundQuantity> Quantities => _quantities ??= QuantityReader.Read(text, Pieces);

    public SentenceNames Names => _names ??= SentenceNames.Read(Pieces);

    public SentenceEvidence Evidence => _evidence ??= EvidenceReader.ReadSentence(this);
}

namespace ClaimGraph.Extraction.Speech;

/// <summary>One attribution in a sentence: who, by which word, what. Ranges of tokens of that sentence.</summary>
/// <param name="Source">The words that name the source; null where it is not written here ("saying …").</param>
/// <param name="Cue">The attributing words.</param>
/// <param name="Contents">What is attributed; disjoint, in order.</param>
internal sealed record Frame(int Sentence, Run? Source, Run Cue, IReadOnlyList<Run> Contents, string Lemma, FrameKind Kind)
{
    /// <summary>The head of the source, without what explains it.</summary>
    public Run? Head { get; init; }
    /// <summary>The content is a clause of its own or a quote; otherwise the words around the cue claim something only together.</summary>
    public bool Clausal { get; init; } = true;
    /// <summary>The source is the one of the frame before it ("…, adding that").</summary>
    public bool SameSource { get; init; }
    /// <summary>The source denies the content.</summary>
    public bool Denies { get; init; }
    /// <summary>"did not say that P": nobody asserts the content.</summary>
    public bool Unsaid { get; init; }
    /// <summary>"told the BBC": who was told.</summary>
    public Run? Told { get; init; }
}

internal enum FrameKind { Verb, Noun, AccordingTo, Citing, Colon }

/// <summary>Tokens <c>[First, End)</c> of a sentence.</summary>
internal readonly record struct Run(int First, int End)
{
    public bool IsEmpty => End <= First;

    public bool Contains(int i) => First <= i && i < End;

    public Span Span(IReadOnlyList<Token> tokens) => new(tokens[First].Span.Start, tokens[End - 1].Span.End);
}

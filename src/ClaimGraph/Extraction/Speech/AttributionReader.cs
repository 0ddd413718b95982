using ClaimGraph.Extraction.Naming;

namespace ClaimGraph.Extraction.Speech;

/// <summary>Where a text attributes words to somebody: the spans of source, cue and content, before voices are resolved.</summary>
public sealed record FoundAttribution(Span? Source, Span Cue, IReadOnlyList<Span> Content, string Lemma);

/// <summary>Attribution alone, for measuring and for <c>explain</c>.</summary>
public static class AttributionReader
{
    /// <summary>All attributions of a text, in the order of their cues. Total: any text gives an answer.</summary>
    public static IReadOnlyList<FoundAttribution> Find(string text)
    {
        var document = Layout.DocumentReader.Read(text, null, []);
        var found = new List<FoundAttribution>();
        foreach (var (index, frames) in Frames(document.Sentences, QuoteMap.BySentence(document.Sentences, text)))
        {
            var tokens = document.Sentences[index].Tokens;
            found.AddRange(frames.Select(f => new FoundAttribution(f.Source?.Span(tokens), FrameReader.WholeCue(f, document.Sentences[index]).Span(tokens), [.. f.Contents.Select(c => c.Span(tokens))], f.Lemma)));
        }
        return found;
    }

    internal static IEnumerable<(int Sentence, IReadOnlyList<Frame> Frames)> Frames(IReadOnlyList<Sentence> sentences, IReadOnlyList<Quotation>[] quotes)
    {
        for (var i = 0; i < sentences.Count; i++)
            if (sentences[i].Kind is SentenceKind.Statement or SentenceKind.Headline) yield return (i, FrameReader.Read(i, sentences[i], quotes[i]));
    }
}

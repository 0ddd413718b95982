using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Extraction.Tagging;

/// <summary>Parts of speech and lemmas for a sentence's tokens.</summary>
internal static class Tagger
{
    public static IReadOnlyList<Token> Tag(List<Token> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            var tag = SuffixTagger.Guess(tokens, i);
            tokens[i] = tokens[i] with { Tag = tag, Lemma = Lemmas.Of(tokens[i].Lower, tag) };
        }
        return tokens;
    }
}

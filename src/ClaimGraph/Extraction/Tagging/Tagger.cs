using System.Buffers;
using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Extraction.Tagging;

/// <summary>
/// Parts of speech by an averaged perceptron (Collins 2002), greedily from left to right, and lemmas by rule. The weights are trained by <c>tests/ClaimGraph.Training</c> on Universal Dependencies.
/// </summary>
internal static class Tagger
{
    private static readonly Lazy<TagWeights> Weights = new(() =>
    {
        using var stream = WordList.Open("Tagging", "tagger.bin");
        return TagWeights.Read(stream);
    });

    /// <summary>Tags the tokens of one sentence in place.</summary>
    public static IReadOnlyList<Token> Tag(List<Token> tokens)
    {
        var weights = Weights.Value;
        var n = tokens.Count;
        var forms = ArrayPool<TagFeatures.Form>.Shared.Rent(n);
        for (var i = 0; i < n; i++) forms[i] = TagFeatures.Of(tokens[i]);
        Span<ulong> features = stackalloc ulong[TagFeatures.Count];
        Span<short> scores = stackalloc short[TagWeights.Tags];
        Tag before = (Tag)31, before2 = (Tag)31;
        for (var i = 0; i < n; i++)
        {
            var token = tokens[i];
            if (Obvious(token, weights) is not { } tag)
            {
                TagFeatures.Fill(forms.AsSpan(0, n), i, before, before2, features);
                scores.Clear();
                foreach (var feature in features) weights.Add(feature, scores);
                var best = 0;
                for (var t = 1; t < scores.Length; t++) if (scores[t] > scores[best]) best = t;
                tag = (Tag)best;
            }
            tokens[i] = token with { Tag = tag, Lemma = Lemmas.Of(token.Lower, tag) };
            (before2, before) = (before, tag);
        }
        ArrayPool<TagFeatures.Form>.Shared.Return(forms);
        return tokens;
    }

    private static readonly HashSet<string> People = new("experts analysts economists prosecutors lawmakers staffers staffer witnesses onlookers insiders pollsters forecasters campaigners".Split(' '), StringComparer.Ordinal);

    /// <summary>Marks, numbers in digits and words that are always the same need no features.</summary>
    internal static Tag? Obvious(Token token, TagWeights? weights)
    {
        var c = token.Text[0];
        if (char.IsSurrogate(c)) return Extraction.Tag.Sym;
        if (!char.IsLetterOrDigit(c) && token.Text.Length == 1) return c is '$' or '€' or '£' or '¥' or '%' or '+' or '=' or '<' or '>' or '°' or '©' or '★' or '&' ? c == '&' ? Extraction.Tag.Cconj : Extraction.Tag.Sym : c is '\'' or '’' ? null : Extraction.Tag.Punct;
        if (char.IsAsciiDigit(c) && char.IsAsciiDigit(token.Text[^1])) return Extraction.Tag.Num;
        // Other feeds write the country without stops, which looks like the pronoun.
        if (token.Text == "US") return Extraction.Tag.Propn;
        // Sources of every day's news that the treebanks hardly know; a name of two words ends in no such word.
        if (weights is not null && People.Contains(token.Text)) return Extraction.Tag.Noun;
        return weights is not null && weights.Sure.TryGetValue(token.Text, out var sure) ? sure : null;
    }
}

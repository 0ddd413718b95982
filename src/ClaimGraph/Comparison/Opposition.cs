using ClaimGraph.Extraction;
using ClaimGraph.Extraction.Tagging;
using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Comparison;

/// <summary>
/// Whether one text denies what a sentence says without a figure in it: the same predicate under another negation, or its opposite, of the same things
/// ("will not accept the passport" against "accepts the passport"; "passed the bill" against "the bill was rejected").
/// </summary>
internal static class Opposition
{
    // How much of the sentence the text must speak of, and the part of it beside the predicate.
    private const double LeastShared = 0.7, LeastBeside = 0.6;
    private const int Reach = 6;

    private static readonly Dictionary<string, HashSet<string>> Opposites = Read();

    private static readonly HashSet<string> Negations = new("not n't never no nor neither without cannot nobody none hardly lack delay absence".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Refusals = new("refuse decline fail deny reject".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Ends = new("stop cease quit".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Hedges = new("may might could would should if whether unless plan hope want try seek threaten expect propose likely possible ask urge demand".Split(' '), StringComparer.Ordinal);
    private static readonly HashSet<string> Light = new("be have do will would can could may might shall should must make take go say able".Split(' '), StringComparer.Ordinal);

    /// <returns>The words that stand against each other, the text's first; null where nothing does.</returns>
    public static (string Given, string Asked)? Find(string given, string asked)
    {
        if (Sentences(asked) is not [{ } sentence] || Predicate(sentence) is not { } predicate) return null;
        var about = sentence.Where((t, i) => i != predicate && IsContent(t)).Select(Key).ToHashSet(StringComparer.Ordinal);
        var sentences = Sentences(given);
        if (about.Count == 0 || Shared(about, sentences.SelectMany(s => s)) < LeastShared) return null;

        var (denied, hedge) = (IsNegated(sentence, predicate), Hedge(sentence, predicate));
        (string, string)? found = null;
        foreach (var other in sentences.Where(s => Shared(about, s) >= LeastBeside))
        {
            for (var i = 0; i < other.Count; i++)
            {
                var same = IsSame(other[i], sentence[predicate]);
                if (!same && !IsOpposite(other[i], sentence[predicate]) || Hedge(other, i) != hedge) continue;
                // Said as well as denied: the text speaks of two things, or of two times.
                if (same == (IsNegated(other, i) == denied)) return null;
                found ??= (Words(other, i), Words(sentence, predicate));
            }
        }
        return found;
    }

    private static double Shared(HashSet<string> about, IEnumerable<Token> tokens) => tokens.Select(Key).Distinct(StringComparer.Ordinal).Count(about.Contains) / (double)about.Count;

    /// <summary>A word as it is compared: a capital at the beginning of a sentence makes no name of a plural.</summary>
    private static string Key(Token token) => token.Tag == Tag.Propn ? Lemmas.Of(token.Lower, Tag.Noun) : token.Lemma;

    private static bool IsOpposite(Token token, Token predicate) => Opposites.TryGetValue(predicate.Lemma, out var against) && against.Contains(token.Lemma);

    /// <summary>The predicate again, or the noun made of it: agree, agreement.</summary>
    private static bool IsSame(Token token, Token predicate) => token.Tag is Tag.Verb or Tag.Adj or Tag.Adv ? token.Lemma == predicate.Lemma
        : token.Tag == Tag.Noun && predicate.Lemma.Length >= 5 && token.Lemma.Length > predicate.Lemma.Length && token.Lemma.StartsWith(predicate.Lemma, StringComparison.Ordinal);

    /// <summary>The first full verb; what is said with "is" is what follows it.</summary>
    private static int? Predicate(IReadOnlyList<Token> sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Tag != Tag.Verb || Light.Contains(sentence[i].Lemma) || IsParticiple(sentence, i)) continue;
            // "vote against the bill"
            return i + 1 < sentence.Count && sentence[i + 1].Lower == "against" ? i + 1 : i;
        }
        var copula = -1;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Lemma == "be") copula = i;
            else if (copula >= 0 && sentence[i].Tag is Tag.Adj) return i;
        }
        for (var i = 0; i < sentence.Count; i++)
            if (sentence[i].Lemma == "have") return i;
        return null;
    }

    /// <summary>"engineers working in India"</summary>
    private static bool IsParticiple(IReadOnlyList<Token> sentence, int at) => at > 0 && sentence[at].Lower.EndsWith("ing", StringComparison.Ordinal) && sentence[at - 1].Tag is Tag.Noun or Tag.Propn;

    private static bool IsContent(Token token) => token.Tag is Tag.Noun or Tag.Propn or Tag.Adj or Tag.Verb or Tag.Num && !Light.Contains(token.Lemma);

    private static bool IsNegated(IReadOnlyList<Token> sentence, int at)
    {
        var negated = false;
        for (var i = at - 1; i >= 0 && i > at - Reach; i--)
        {
            if (sentence[i].Text is "," or ";" or ":" || sentence[i].Lower is "but" or "although" or "that") break;
            if (Negations.Contains(sentence[i].Lower) && !(i + 1 < at && sentence[i + 1].Lower == "only")) negated = !negated;
            else if (Refusals.Contains(sentence[i].Lemma) && sentence[i + 1].Lower == "to" || Ends.Contains(sentence[i].Lemma) && i + 1 == at) negated = !negated;
        }
        return negated;
    }

    /// <summary>What makes it a possibility, a plan or a question; null where it is said outright.</summary>
    private static string? Hedge(IReadOnlyList<Token> sentence, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - Reach && sentence[i].Text is not ("," or ";"); i--)
            if (sentence[i].Text != "May" && (Hedges.Contains(sentence[i].Lemma) || Hedges.Contains(Lemmas.Of(sentence[i].Lower, Tag.Verb)))) return Lemmas.Of(sentence[i].Lower, Tag.Verb);
        return null;
    }

    private static string Words(IReadOnlyList<Token> sentence, int at) => string.Join(' ', sentence.Skip(Math.Max(0, at - 2)).Take(Math.Min(at, 2) + 1).Select(t => t.Text));

    private static List<IReadOnlyList<Token>> Sentences(string text)
    {
        var tokens = new Tokenizer(text).Read(0, text.Length);
        return [.. SentenceSplitter.Split(tokens, text).Select(range => Tagger.Tag(tokens[range]))];
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        var opposites = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in ComparisonList.Lines("Opposites"))
        {
            if (line.Split('|') is not [var one, var other]) throw new InvalidOperationException($"Opposites.txt: “{line}” has no bar, or two.");
            foreach (var a in WordList.Words(one))
                foreach (var b in WordList.Words(other))
                {
                    (opposites.TryGetValue(a, out var ofA) ? ofA : opposites[a] = new(StringComparer.Ordinal)).Add(b);
                    (opposites.TryGetValue(b, out var ofB) ? ofB : opposites[b] = new(StringComparer.Ordinal)).Add(a);
                }
        }
        return opposites;
    }
}

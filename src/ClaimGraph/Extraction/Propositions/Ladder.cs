namespace ClaimGraph.Extraction;

/// <summary>A word of the commitment ladder in a sentence, with negation and implicatives worked in.</summary>
/// <param name="Word">The piece where the ladder word begins.</param>
/// <param name="End">Behind it, and behind the inner word of "refused to commit".</param>
internal readonly record struct Rung(Modality Modality, bool Negated, int Word, int End, string Lower);

/// <summary>Reads rungs: "has not ruled out" is undecided, "refused to commit" not committed, "promised not to send" refused.</summary>
internal static class Ladder
{
    private static readonly Phrases<Modality> Words = Load();

    private static Phrases<Modality> Load()
    {
        var words = new Phrases<Modality>();
        foreach (var row in WordList.Rows("ladder"))
        {
            var rung = Enum.Parse<Modality>(row[0].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (var w in WordList.Words(row[1])) words.Add(w, rung);
        }
        return words;
    }

    public static IEnumerable<Rung> Read(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            if (WordClasses.At(Words, v, i) is not { } hit || Idle(v, i, hit.End)) continue;
            var negated = IsNegated(v, i, out _);
            var rung = negated ? Negate(hit.Value) : hit.Value;
            var end = hit.End;
            // "refused to commit", "agreed to consider", "promised not to send": the inner word, seen through the outer.
            var inner = end;
            while (inner < v.Last && inner < end + 3 && v.Lower(inner) is "to" or "not" or "never" or "even") inner++;
            if ((inner > end || v.Lower(end - 1) is "to") && inner < v.Last && WordClasses.At(Words, v, inner) is { } second && !Idle(v, inner, second.End))
            {
                rung = Compose(rung, Between(v, end, inner, "not") ? Negate(second.Value) : second.Value);
                end = second.End;
            }
            else if (inner > end && Between(v, end, inner, "not") && rung >= Modality.Willing) rung = Modality.Refused;
            // "has yet to commit"
            if (v.Lower(i - 1) is "to" && v.Lower(i - 2) is "yet" && rung >= Modality.Willing) (rung, negated) = (Modality.NotCommitted, true);
            yield return new Rung(rung, negated, i, end, v.Lower(i));
            i = end - 1;
        }
        foreach (var plain in Auxiliaries(v)) yield return plain;
    }

    /// <summary>"will send", "would not contribute", "could come": a modal before an act is a rung too, where no ladder word is near.</summary>
    private static IEnumerable<Rung> Auxiliaries(SentenceView v)
    {
        for (var i = v.First; i + 1 < v.Last; i++)
        {
            var word = v.Lower(i);
            if (word is not ("will" or "won't" or "would" or "could" or "may" or "might" or "wouldn't" or "'ll") || v.Pieces[i].Text is "May") continue;
            var next = i + 1;
            var not = word is "won't" or "wouldn't";
            while (next < v.Last && next < i + 4 && v.Lower(next) is "not" or "never" or "also" or "\"" or "“" or "”" or "probably" or "possibly" or "be" or "have" or "still" or "soon") { not |= v.Lower(next) is "not" or "never"; next++; }
            if (next < v.Last && WordClasses.At(Words, v, next) is not null) continue;
            var near = false;
            for (var k = Math.Max(v.First, i - 6); k < Math.Min(v.Last, i + 6); k++) near |= WordClasses.At(Words, v, k) is { } other && !Idle(v, k, other.End);
            if (near && word is not ("could" or "may" or "might")) continue;
            var rung = word switch { "will" or "'ll" => not ? Modality.Refused : Modality.Committed, "won't" or "wouldn't" => Modality.Refused, "would" => not ? Modality.NotCommitted : Modality.Willing, _ => Modality.Considering };
            yield return new Rung(rung, not, i, i + 1, word);
        }
    }

    /// <summary>"prepared for", "committed suicide", "a promising start": the word, but no rung.</summary>
    private static bool Idle(SentenceView v, int i, int end)
    {
        var (word, next, before) = (v.Lower(i), v.Lower(end), v.Lower(i - 1));
        return word switch
        {
            "committed" or "commit" or "committing" => next is "suicide" or "crimes" or "war" or "murder" or "a" or "against" or "by" or "the",
            "prepared" => next is "for" or "by" or "a" or "the",
            "object" or "objects" => before is "the" or "an" or "a" or "flying",
            "considered" => before is "is" or "are" or "was" or "were" or "widely" && next is not "by",
            "probably" or "possibly" or "potential" or "potentially" => true,
            "discussing" or "studying" or "examining" => next is "the" && v.Lower(end + 1) is not ("possibility" or "idea" or "option" or "deployment" or "sending"),
            "dismissed" or "dismiss" => next is "from" or "after",
            "promise" or "pledge" or "commitment" => false,
            "unclear" => v.Lower(end) is not "whether",
            "resisted" or "resists" => false,
            _ => false,
        };
    }

    public static bool IsNegated(SentenceView v, int i, out int at)
    {
        for (at = i - 1; at >= v.First && at > i - 5; at--)
        {
            var word = v.Lower(at);
            if (word is "," or ";" or "but" or "and" && at < i - 1) return false;
            if (word is "not" or "never" or "without" or "n't" or "neither" or "nor" || word.EndsWith("n't", StringComparison.Ordinal)) return v.Lower(at + 1) is not "only";
            if (word is "no" && v.QuantityAt(at) is null) return true;
        }
        at = -1;
        return false;
    }

    private static bool Between(SentenceView v, int from, int to, string word)
    {
        for (var i = from; i < to; i++) if (v.Lower(i) == word || (word == "not" && v.Lower(i) == "never")) return true;
        return false;
    }

    public static Modality Negate(Modality rung) => rung switch
    {
        Modality.Refused => Modality.Undecided,
        Modality.NotCommitted => Modality.Undecided,
        Modality.Undecided => Modality.Undecided,
        _ => Modality.NotCommitted,
    };

    private static Modality Compose(Modality outer, Modality inner) => outer switch
    {
        Modality.Refused or Modality.NotCommitted => Negate(inner) is var n && outer == Modality.Refused && inner == Modality.Considering ? Modality.Refused : n,
        Modality.Undecided => Modality.Undecided,
        _ => inner,
    };
}

using ClaimGraph.Extraction;

namespace ClaimGraph.Comparison;

/// <summary>What one text says about another of the same event.</summary>
public enum TextVerdict { Neutral, Entails, Contradicts }

/// <summary>
/// Two short texts that are known to speak of one event, compared number by number: each quantity of the second is laid beside the one of the first that stands for the same thing.
/// Where no figure decides, <see cref="Opposition"/> looks for a predicate that the first denies.
/// For claims whose question cannot be told from their words alone; where questions are known, <see cref="RelationFinder"/> compares claims.
/// </summary>
public static class TextPair
{
    private const double LeastLikeness = 0.9, LeastParallel = 0.8;

    /// <param name="given">What is taken as true.</param>
    /// <param name="asked">What is judged by it.</param>
    /// <returns>The verdict, and the two quantities or predicates that decided it, verbatim; null where one text gives no figure and neither denies the other.</returns>
    public static (TextVerdict Verdict, string? Given, string? Asked) Compare(string given, string asked)
    {
        var (known, figures) = (Figure.ReadAll(given), Figure.ReadAll(asked));
        var agrees = false;
        var open = false;
        foreach (var (figure, other) in Counterparts(figures, known, WordLikeness(given, asked)))
        {
            if (other is null)
            {
                open |= !figure.IsDate;
                continue;
            }
            switch (Judge(other.Range, figure.Range))
            {
                // Another verb's date, or one of several, is no other answer to when.
                case Lie.Disjoint when figure.IsDate && (figure.Verb != other.Verb || known.Any(k => k.IsDate && Judge(k.Range, figure.Range) is Lie.Equal or Lie.Within)): open = true; break;
                case Lie.Disjoint: return (TextVerdict.Contradicts, other.Surface, figure.Surface);
                case Lie.Equal or Lie.Within: agrees = true; break;
                default: open = true; break;
            }
        }
        if (Opposition.Find(given, asked) is var (said, denied)) return (TextVerdict.Contradicts, said, denied);
        if (figures.Count == 0 || known.Count == 0) return (TextVerdict.Neutral, null, null);
        return (agrees && !open ? TextVerdict.Entails : TextVerdict.Neutral, known[0].Surface, figures[0].Surface);
    }

    private static Lie Judge(ValueRange given, ValueRange asked)
    {
        // A bound is set against the printed number; "about" gives slack to another number only.
        if (!asked.IsPoint) given = given with { Approximate = false };
        if (!given.IsPoint) asked = asked with { Approximate = false };
        // "Over 20 million" is said of 20 million and a little, so that "over 25 million" is another figure.
        if (SameSide(given, asked) && given.To(asked) == Lie.Around) return Lie.Disjoint;
        return given.To(asked);
    }

    private static bool SameSide(ValueRange a, ValueRange b) =>
        (double.IsInfinity(a.High) && double.IsInfinity(b.High)) || (!a.IsPoint && !b.IsPoint && (double.IsInfinity(a.Low) || a.Low == 0) && (double.IsInfinity(b.Low) || b.Low == 0));

    /// <summary>
    /// Lays each figure beside the one of the first text that stands for the same thing, one to one: in order where the texts are word for word alike, else the likest first.
    /// </summary>
    private static List<(Figure Asked, Figure? Given)> Counterparts(IReadOnlyList<Figure> asked, IReadOnlyList<Figure> known, double likeness)
    {
        if (likeness >= LeastParallel && asked.Count == known.Count) return [.. asked.Select((f, i) => (f, (Figure?)known[i]))];
        var pairs = from a in Enumerable.Range(0, asked.Count)
                    from k in Enumerable.Range(0, known.Count)
                    let like = Likeness(asked[a], known[k])
                    where like >= LeastLikeness
                    orderby like descending, a, k
                    select (a, k);
        var (given, taken) = (new Figure?[asked.Count], new bool[known.Count]);
        foreach (var (a, k) in pairs)
        {
            if (given[a] is not null || taken[k]) continue;
            given[a] = known[k];
            taken[k] = true;
        }
        return [.. asked.Select((f, i) => (f, given[i]))];
    }

    private static double Likeness(Figure a, Figure b)
    {
        if (a.IsDate != b.IsDate || a.Period != b.Period || !a.Range.Comparable(b.Range)) return 0;
        var kind = a.Range.Kind is not QuantityKind.Count ? (a.OutOf == b.OutOf ? 0.9 : 0.4)
            : a.Noun is not null && a.Noun == b.Noun ? 1
            : a.Head is null || b.Head is null || (a.IsPeople && b.IsPeople) ? 0.5
            : a.Head == b.Head ? 1 : 0;
        return kind + Terms.Cosine(a.Words, b.Words) + 1.0 / (1 + 20 * Math.Abs(Math.Log((Middle(a.Range) + 1) / (Middle(b.Range) + 1))));
    }

    private static double Middle(ValueRange range) => Math.Abs(double.IsInfinity(range.High) ? range.Low : double.IsInfinity(range.Low) || range.Low == 0 ? range.High : (range.Low + range.High) / 2) * range.Factor;

    private static double WordLikeness(string a, string b) => Terms.Cosine(Figure.WordsOf(a), Figure.WordsOf(b));
}

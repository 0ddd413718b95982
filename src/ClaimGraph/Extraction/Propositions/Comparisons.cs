namespace ClaimGraph.Extraction;

/// <summary>"The true figure is far higher": a bound on the number that was given before.</summary>
internal static class Comparisons
{
    public static IEnumerable<Draft> Read(SentenceView v)
    {
        for (var i = v.First; i + 2 < v.Last; i++)
        {
            if (v.Lower(i) is not ("figure" or "number" or "toll" or "total" or "amount" or "sum" or "cost" or "count") || v.Lower(i - 1) is not ("true" or "real" or "actual" or "the" or "overall" or "final")) continue;
            var at = i + 1;
            while (at < v.Last && at < i + 5 && v.Lower(at) is "is" or "was" or "could" or "may" or "might" or "be" or "likely" or "to" or "far" or "much" or "probably" or "even" or "considerably" or "significantly" or "well") at++;
            if (v.Lower(at) is not ("higher" or "lower" or "greater" or "larger" or "smaller" or "bigger") || at == i + 1) continue;
            if (at + 1 < v.Last && v.Lower(at + 1) is "than") continue;
            if (Before(v, i) is not { } reference) continue;
            var up = v.Lower(at) is not ("lower" or "smaller");
            var q = reference.Quantity;
            var bound = up ? q.High ?? q.Low : q.Low ?? q.High;
            if (bound is null) continue;
            var span = v.SpanOf(i - 1, at + 1);
            var counted = q.Kind == QuantityKind.Count;
            var quantity = up
                ? q with { Comparator = Comparator.MoreThan, Low = counted ? bound + 1 : bound, High = null, LowInclusive = counted, HighInclusive = true, Approximate = false, Surface = v.Words(i - 1, at + 1), Span = span }
                : q with { Comparator = Comparator.LessThan, Low = 0, High = counted ? bound - 1 : bound, HighInclusive = counted, LowInclusive = true, Approximate = false, Surface = v.Words(i - 1, at + 1), Span = span };
            var placed = new PlacedQuantity(reference.Found with { Quantity = quantity, Number = span }, i - 1, i - 1, at + 1);
            // The question is the reference's own; the reader of numbers named it.
            var whole = reference.Start >= v.First && reference.End <= v.Last ? v : new SentenceView(v.Statement with { Content = Told(v, reference) }, v.Article);
            if (NumericClaims.Of(whole, reference).FirstOrDefault() is not { Proposition.Key: not null } named) continue;
            yield return NumericClaims.Make(v, placed, named.Proposition.Key!, named.Proposition.Subject, named.Proposition.Predicate, null, named.Proposition.Scope, named.Proposition.TimeKind, $"{(up ? "more" : "less")} than {Phrasing.Number(bound.Value)}", named.Proposition.QuestionText, named.KeyName, quantity) with { Denies = v.Lower(i - 1) is "true" or "real" or "actual" ? v.Words(i - 1, i + 1) : null };
        }
    }

    /// <summary>What the sentence tells of the number, without the words "X pointed out that".</summary>
    private static Span Told(SentenceView v, PlacedQuantity reference)
    {
        var sentence = v.Statement.Sentence.Span;
        for (var i = reference.Start - 1; i > 0; i--)
            if (v.Lower(i) is "that") return new(v.Pieces[i + 1].Start, sentence.End);
        return sentence;
    }

    /// <summary>A "figure" is an amount or a count, not "one year".</summary>
    private static bool Fits(Quantity q) => q.Kind is not QuantityKind.Measure || UnitTable.Find(q.Unit)?.Dimension is not "duration";

    /// <summary>The last number before, in the whole sentence: the contrast may stand in another voice than the number.</summary>
    private static PlacedQuantity? Before(SentenceView v, int i)
    {
        if (v.Quantities.LastOrDefault(q => q.End <= i && Fits(q.Quantity)) is { } own) return own;
        var span = v.Pieces[i].Start;
        return v.Sentence.Quantities.Where(q => q.Quantity.Span.End <= span && Fits(q.Quantity)).Select(q => new PlacedQuantity(q, v.IndexAt(q.Quantity.Span.Start), v.IndexAt(q.Number.Start), v.IndexAt(q.Quantity.Span.End - 1) + 1)).LastOrDefault();
    }
}

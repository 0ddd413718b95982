namespace ClaimGraph.Extraction;

/// <summary>"Less than a third of that": a part of the measure that the sentence before gives, as a value of the same question.</summary>
internal static class Fractions
{
    public static bool Is(SentenceView v, PlacedQuantity q) =>
        q.Quantity.Kind == QuantityKind.Share && (v.Lower(q.End - 1) is "of" && v.Lower(q.End) is "that" or "it" || v.Lower(q.End) is "of" && v.Lower(q.End + 1) is "that" or "it");

    public static Draft? Read(SentenceView v, PlacedQuantity q)
    {
        if (Before(v) is not { } before || before.Quantities.LastOrDefault(IsMeasure) is not { } whole) return null;
        if (NumericClaims.Of(before, whole).FirstOrDefault() is not { Proposition.Key: { } key } named) return null;
        var (part, of) = (q.Quantity, named.Proposition.Quantity!);
        if ((of.High ?? of.Low) is not { } value) return null;
        var span = v.SpanOf(q.Start, Math.Min(v.Last, q.End + 1));
        var quantity = of with
        {
            Comparator = part.Comparator, Low = part.Low * value / 100, High = part.High * value / 100, LowInclusive = part.LowInclusive, HighInclusive = part.HighInclusive, Approximate = part.Approximate,
            Surface = span.Of(v.Text), Span = span,
        };
        var p = named.Proposition;
        return NumericClaims.Make(v, q with { Found = q.Found with { Quantity = quantity } }, key, p.Subject, p.Predicate, null, [], p.TimeKind, Phrasing.Surface(quantity), p.QuestionText, named.KeyName, quantity);
    }

    private static bool IsMeasure(PlacedQuantity q) => q.Quantity.Kind is QuantityKind.Money || q.Quantity.Kind is QuantityKind.Measure && UnitTable.Find(q.Quantity.Unit)?.Dimension is not ("duration" or "distance");

    private static SentenceView? Before(SentenceView v)
    {
        Sentence? before = null;
        foreach (var s in v.Article.Sentences)
        {
            if (s.Span.Start >= v.Statement.Sentence.Span.Start) break;
            if (s.Kind == SentenceKind.Statement) before = s;
        }
        return before is null ? null : new SentenceView(v.Statement with { Sentence = before, Content = before.Span }, v.Article);
    }
}

namespace ClaimGraph.Extraction;

/// <summary>Ones without numeral: "killed a child", "a third was wounded", "left a guard dead", "another was injured".</summary>
internal static class Singles
{
    public static IEnumerable<Draft> Read(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            var word = v.Lower(i);
            if (word is not ("a" or "an" or "another" or "one" or "his" or "her" or "third" or "second")) continue;
            if (v.QuantityAt(i) is not null) continue;
            if (word is "third" or "second") { if (v.Lower(i - 1) is not ("a" or "the" or "another")) continue; }
            var noun = i + 1;
            while (noun < v.Last && noun < i + 5 && v.Pieces[noun].Kind == PieceKind.Word && WordClasses.PersonGroup(Compound(v, noun)) is null && !Passive(v, noun) && v.Pieces[noun].Tag is Tag.Adj or Tag.Noun or Tag.Propn or Tag.X or Tag.Num or Tag.Verb && v.Lower(noun) is not ("of" or "in" or "was" or "were" or "and" or "who")) noun++;
            if (noun >= v.Last && word is not "third") continue;
            var bare = word is "third" or "second" or "another" or "one" && noun == i + 1 && (noun >= v.Last || v.Pieces[noun].Kind == PieceKind.Mark || Passive(v, noun) || v.Lower(noun) is "was" or "is" or "has" or "critically" or "seriously" or "died");
            if (!bare && (WordClasses.PersonGroup(Compound(v, noun)) is null || Nouns.IsPlural(v.Lower(noun)))) continue;
            if (!bare && word is "third" or "second" && noun == i) continue;
            var end = bare ? i + 1 : noun + 1;
            // "a police officer": the run goes on to its last person noun.
            while (!bare && end < v.Last && WordClasses.PersonGroup(v.Lower(end)) is not null && !Passive(v, end)) end++;
            if (!bare && end < v.Last && v.Pieces[end].Kind == PieceKind.Word && v.Pieces[end].Tag is Tag.Noun) continue;
            var start = word is "third" or "second" ? i - 1 : i;
            var head = bare ? null : v.Lower(end - 1);
            var span = v.SpanOf(start, end);
            Quantity quantity = new(Comparator.Equal, 1, 1, true, true, head ?? "person", QuantityKind.Count, Surface: v.Words(start, end), Span: span);
            var found = new FoundQuantity(quantity, v.Pieces[i].Span, QuantityForm.One) { Head = head, Noun = bare ? null : v.SpanOf(end - 1, end), Instance = null };
            var placed = new PlacedQuantity(found, start, i, end);
            if (Predicate(v, placed) is not { Class: { Of: "person" } } predicate || predicate.Class.Name is "deployed" or "shot" or "charged" && predicate.Class.Name != "charged") continue;
            if (predicate.Class.Name is "charged" or "laid-off" or "freed" or "deployed" or "evacuated") continue;
            yield return NumericClaims.Make(v, placed, $"person;{predicate.Class.Name}", quantity.Surface, predicate.Class.Name, predicate, Scopes.OfQuantity(v, placed, predicate, person: true), TimeKind.RunningState, $"{Phrasing.Surface(quantity)} {predicate.Class.Name}", Phrasing.Counted("person", predicate.Class.Name, null));
            i = end - 1;
        }
    }

    private static string Compound(SentenceView v, int i) => v.Lower(i + 1) is "-" && i + 2 < v.Pieces.Count && v.Pieces[i + 1].Glued ? $"{v.Lower(i)}-{v.Lower(i + 2)}" : v.Lower(i);

    private static bool Passive(SentenceView v, int i) => WordClasses.Passive.TryGetValue(v.Lower(i), out var c) && c.Of == "person" && v.Lower(i) is not ("hospital" or "cases" or "lives" or "body" or "bodies");

    private static FoundPredicate? Predicate(SentenceView v, PlacedQuantity q)
    {
        // Only the closest readings: the active verb right before, or a passive right after.
        if (v.Lower(q.Start - 1) is not ("of" or "in" or "by" or "with" or "," or "to" or "for" or "from" or "at" or "on") && PredicateFinder.Left(v, q.Start) is { } left) return left;
        for (var i = q.End; i < Math.Min(v.Pieces.Count, q.End + 6); i++)
        {
            if (v.Lower(i) is "was" or "has" or "been" or "had" or "is" or "also" or "critically" or "seriously" or "confirmed" or "fatally" or "reported" or "being" or "reportedly") continue;
            if (WordClasses.At(WordClasses.Passive, v, i) is { } hit && (i > q.End || hit.Value.Name is "wounded" or "killed" && v.Lower(hit.End) is not ("the" or "a" or "an" or "him" or "his" or "her") && v.QuantityAt(hit.End) is null)) return new FoundPredicate(hit.Value, i, hit.End);
            return null;
        }
        return null;
    }
}

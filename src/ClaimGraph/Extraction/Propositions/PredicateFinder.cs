namespace ClaimGraph.Extraction;

/// <summary>A predicate found for a counted noun.</summary>
/// <param name="At">The piece where its words begin, for scope adverbs ("critically") and highlights.</param>
internal readonly record struct FoundPredicate(PredicateClass Class, int At, int End, bool Inherited = false);

/// <summary>
/// Which predicate belongs to a number: the verb right before it ("killing 12"), then the passive or adjective after it ("12 people were killed", "12 dead"),
/// then toll phrases ("the death toll rose to 12"), then what the number before it has ("12 Somalis and 11 Yemenis").
/// </summary>
internal static class PredicateFinder
{
    private const int RightReach = 16, TollReach = 9;

    public static FoundPredicate? Find(SentenceView v, PlacedQuantity q) =>
        Left(v, q.Start) is { Class.Of: not "loose" } left ? left : Right(v, q) ?? Toll(v, q) ?? Coordinated(v, q) ?? Left(v, q.Start);

    /// <summary>The active verb that ends right before <paramref name="start"/>, over determiners and adverbs.</summary>
    public static FoundPredicate? Left(SentenceView v, int start)
    {
        for (int end = start, skipped = 0; end > 0 && skipped <= 4; end--, skipped++)
        {
            if (WordClasses.Before(WordClasses.Active, v, end) is { } hit && !IsPassiveVerb(v, hit.Start, end, hit.Value)) return new FoundPredicate(hit.Value, hit.Start, end);
            if (!IsFiller(v, end - 1)) return null;
        }
        return null;
    }

    /// <summary>"were killed 12" hardly occurs; "was killed and 12 …" does: a passive does not take what follows.</summary>
    private static bool IsPassiveVerb(SentenceView v, int start, int end, PredicateClass cls) =>
        v.Lower(end - 1).EndsWith("ed", StringComparison.Ordinal) && start > 0 && v.Lower(start - 1) is "were" or "was" or "been" or "being" or "are" or "is" or "be" && cls.Person;

    private static bool IsFiller(SentenceView v, int i) => v.Lower(i) is "the" or "a" or "an" or "of" or "some" or "at" or "another" or "his" or "her" or "their" or "its" or "as" or "about" or "also" or "reportedly" or "so" or "far" or "in" or "all" or "with"
        or "innocent" or "to" or "estimated" or "including" or "up" or "around" or "many" or "least" or "over" or "more" or "than" or "other" or "additional" or "\"" or "“" or "lives" && !(v.Lower(i) is "in" && i > 0 && v.Lower(i - 1) is not "and");

    private static FoundPredicate? Right(SentenceView v, PlacedQuantity q)
    {
        var (skipping, aux, nouns) = (false, false, 0);
        for (int i = q.End, steps = 0; i < v.Pieces.Count && steps < RightReach; i++, steps++)
        {
            var piece = v.Pieces[i];
            if (piece.Text is ";" or ":" or "?" or "!" || (piece.Is(".") && (i + 1 == v.Pieces.Count || v.Pieces[i + 1].Capital))) return null;
            // "… were among the dead", "were among those killed"
            if (piece.Lower is "among" && v.Lower(i + 1) is "the" or "those")
            {
                for (var j = i + 2; j < Math.Min(v.Pieces.Count, i + 6); j++)
                {
                    if (v.Lower(j) is "victims" or "fatalities" or "casualties") return new FoundPredicate(WordClasses.Passive["killed"], j, j + 1);
                    if (WordClasses.At(WordClasses.Passive, v, j) is { Value.Person: true } dead) return new FoundPredicate(dead.Value, j, dead.End);
                }
            }
            if (piece.Lower is "when" or "while" or "after" or "before" or "because" or "as" && !skipping) return null;
            if (piece.Lower is "including" or "among" or "mostly" or "mainly" or "many" && i > q.End) { skipping = true; continue; }
            if (piece.Lower is "including" or "mostly" or "mainly") { skipping = true; continue; }
            if (piece.Lower is "were" or "was" or "have" or "has" or "had" or "are" or "is" or "been" or "be" or "being" or "got" or "to") { aux = aux || piece.Lower is not ("have" or "has" or "had" or "to"); skipping = skipping && piece.Is("to"); continue; }
            if (piece.Lower is "not" or "n't" or "never") return null;
            if (WordClasses.At(WordClasses.Passive, v, i) is { } hit && !skipping)
            {
                var intransitive = piece.Lower is "died" or "die" or "dead" or "dies" or "dying" or "missing" or "fled" or "flee" or "injuries" or "perished" or "homeless" or "hostage" or "drowned" or "sheltering" or "fatally" or "refuge" or "deceased" or "attended" or "attend" or "gathered" or "gathering" or "participated" or "met" or "landed" or "exploded" or "collapsed" or "death";
                if (aux || intransitive || (!StartsObject(v, hit.End) && i - q.End <= 2) || (i == q.End && q.Found.Instance is "other" && hit.Value.Of is "person")) return new FoundPredicate(hit.Value, i, hit.End);
                return null;
            }
            if (skipping)
            {
                if (WordClasses.At(WordClasses.Passive, v, i) is { Value: { Of: "person" } } late && piece.Lower is "died" or "killed" or "perished" or "dead" && !StartsObject(v, late.End)) return new FoundPredicate(late.Value, i, late.End);
                continue;
            }
            if (piece.Lower is "," or "who" or "that" or "which" or "and" or "(" or ")" or "\"" or "“" or "”" or "'" or "-" or "–")
            {
                // A comma after the noun may open an aside; a verb of another subject may follow too, so the reach ends soon.
                if (piece.Is("and") && v.QuantityAt(i + 1) is null && !(i + 1 < v.Pieces.Count && WordClasses.Passive.ContainsKey(v.Lower(i + 1)))) nouns += 3;
                if (piece.Is(",")) nouns += 2;
                if (nouns > 8) return null;
                continue;
            }
            if (v.QuantityAt(i) is { } other && other != q)
            {
                // "12 people and three children were killed": carried on; "killed 12, wounding three" is not.
                if (!(v.Lower(other.Start - 1) is "and" or "," or "or")) return null;
                i = Math.Max(i, other.End - 1);
                nouns++;
                continue;
            }
            if (WordClasses.Active.TryGetValue(piece.Lower, out _) && piece.Lower.EndsWith("ing", StringComparison.Ordinal)) return null;
            if (piece.Tag is Tag.Verb && !aux && i > q.End && v.Lower(i - 1) is not ("who" or "that" or "which" or "reportedly" or "also")) nouns += 4;
            nouns++;
            if (nouns > 12) return null;
        }
        return null;
    }

    /// <summary>A passive has no object: a determiner, number or name after it makes it active.</summary>
    private static bool StartsObject(SentenceView v, int i) =>
        i < v.Pieces.Count && (v.QuantityAt(i) is not null || v.Lower(i) is "the" or "a" or "an" or "his" or "her" or "their" or "him" or "them" || (v.Pieces[i].Capital && !NotQuantities.IsMonth(v.Pieces[i]) && v.Pieces[i].Tag is Tag.Propn && v.Lower(i) is not ("monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday")));

    /// <summary>"the death toll rose to 12", "put the number of dead at 12", "12 deaths".</summary>
    private static FoundPredicate? Toll(SentenceView v, PlacedQuantity q)
    {
        if (q.Found.Head is { } head && (WordClasses.Nominal.TryGetValue(head, out var own) || (v.Lower(q.End - 1) is { Length: > 0 } last && WordClasses.Nominal.TryGetValue(last, out own)))) return new FoundPredicate(own, q.End - 1, q.End);
        var before = v.Lower(q.Start - 1);
        if (before is not ("to" or "at" or "of" or "is" or "was" or "stands" or "reached" or "hit" or "above" or "past" or "reaching" or "only" or "exceeded" or "with" or "passed" or "now" or "toll" or ":" or "has" or "were" or "are")) return null;
        for (var i = q.Start - 1; i >= 0 && i > q.Start - TollReach; i--)
        {
            if (v.Pieces[i].Text is ";" or ".") return null;
            if (WordClasses.At(WordClasses.Nominal, v, i) is { } hit && hit.End <= q.Start && v.QuantityAt(i) is null) return new FoundPredicate(hit.Value, i, hit.End);
        }
        return null;
    }

    private static FoundPredicate? Coordinated(SentenceView v, PlacedQuantity q)
    {
        var at = v.Quantities.IndexOf(q);
        if (at <= 0) return null;
        var before = v.Quantities[at - 1];
        if (before.Quantity.Kind != QuantityKind.Count) return null;
        var joint = v.Lower(q.Start - 1);
        var between = q.Start - before.End;
        var listed = joint is "and" or "," or "or" && between <= 3 || (joint is "with" && v.Lower(q.Start - 2) is "along" or "together");
        var part = IsPart(v, q);
        if (!listed && part is null && !(q.Found.Partitive && q.Found.Head is null)) return null;
        if (Find(v, before) is not { } predicate) return null;
        // "killing five, 3 of them soldiers" inherits; "killing five and 12 houses" does not.
        if (predicate.Class.Of is "person" && q.Found.Head is { } head && WordClasses.PersonGroup(head) is null && !v.Text[q.Found.Noun!.Value.Start].IsUpper()) return null;
        return predicate with { Inherited = true };
    }

    private static bool IsUpper(this char c) => char.IsUpper(c);

    /// <summary>The words that make a number a part of another one: "including 3 children", "3 of whom", "among them 3".</summary>
    public static (string Value, int Start, int End)? IsPart(SentenceView v, PlacedQuantity q)
    {
        var i = q.Start - 1;
        var word = v.Lower(i);
        if (word is "including" or "included" or "includes" or "include" && Forces.Size(v, q) < 0) return ("including", i, i + 1);
        if (word is "them" && v.Lower(i - 1) is "among") return ("among", i - 1, i + 1);
        if (word is "whom" or "which" or "them" && v.Lower(i - 1) is "of" && v.Lower(i - 2) is "," or "and" or "-" or "–" or "") return ("of-whom", i - 1, i + 1);
        if (q.Found.Partitive && q.Found.Head is null && v.Lower(q.End - 1) is "them" or "whom" or "which") return ("of-whom", q.End - 2, q.End);
        // "12 were among the dead", "among the dead were 3 children"
        for (var j = q.End + 1; j < v.Pieces.Count && j < q.End + 4; j++) if (v.Lower(j) is "among" && v.Lower(j - 1) is "were" or "was" or "are" && v.Lower(j + 1) is "the" or "them" or "those") return ("among", j, j + 1);
        // "including 31 women and 12 children": the second is a part as the first is.
        var at = v.Quantities.IndexOf(q);
        if (at > 0 && v.Lower(q.Start - 1) is "and" or "," && q.Start - v.Quantities[at - 1].End <= 2 && v.Quantities[at - 1].Quantity.Kind == QuantityKind.Count && IsPart(v, v.Quantities[at - 1]) is { Value: "including" or "among" } first
            && !(q.End < v.Pieces.Count && WordClasses.Passive.ContainsKey(v.Lower(q.End)))) return first;
        return null;
    }
}

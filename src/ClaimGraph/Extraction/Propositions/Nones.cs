namespace ClaimGraph.Extraction;

/// <summary>Zero counts: "no casualties", "no one was killed or injured", "none of the beaches has been shut", "no dead or wounded".</summary>
internal static class Nones
{
    private static readonly string[] Harm = ["killed", "wounded"];

    public static IEnumerable<Draft> Read(SentenceView v, PlacedQuantity q)
    {
        var head = q.Found.Head;
        // "No reports of casualties", "no immediate word" deny the report, not the harm.
        if (q.Found.Modifiers.Contains("immediate") || head is "report" or "word" or "claim" or "evidence" or "confirmation" or "sign" or "indication" or "information" or "detail") yield break;
        var (classes, at, end) = Classes(v, q);
        if (classes.Count == 0)
        {
            if (head is null || WordClasses.Noun(head) is var noun && PredicateFinder.Find(v, q) is not { } p) yield break;
            if (p.Class.Of is "person" && WordClasses.PersonGroup(head) is null && head is not "person") yield break;
            var subject = WordClasses.PersonGroup(head) is not null ? "person" : noun;
            yield return Zero(v, q, subject, p.Class.Name, p);
            yield break;
        }
        foreach (var c in classes) yield return Zero(v, q, "person", c, at < 0 ? null : new FoundPredicate(new PredicateClass(c, "person"), at, end));
    }

    /// <summary>"They escaped without injury."</summary>
    public static IEnumerable<Draft> Without(SentenceView v)
    {
        for (var i = v.First; i + 1 < v.Last; i++)
        {
            if (v.Lower(i) is not "without") continue;
            var at = v.Lower(i + 1) is "any" or "serious" or "further" ? i + 2 : i + 1;
            var classes = v.Lower(at) switch { "injury" or "injuries" or "harm" => ["wounded"], "casualties" or "victims" => Harm, "loss" when v.Lower(at + 2) is "life" => ["killed"], "deaths" or "fatalities" => ["killed"], _ => Array.Empty<string>() };
            foreach (var c in classes)
            {
                var quantity = new Quantity(Comparator.Equal, 0, 0, true, true, "person", QuantityKind.Count, Surface: v.Words(i, at + 1), Span: v.SpanOf(i, at + 1));
                var q = new PlacedQuantity(new FoundQuantity(quantity, quantity.Span, QuantityForm.None), i, i, at + 1);
                yield return Zero(v, q, "person", c, new FoundPredicate(new PredicateClass(c, "person"), at, at + 1));
            }
        }
    }

    private static Draft Zero(SentenceView v, PlacedQuantity q, string subject, string predicate, FoundPredicate? found)
    {
        var quantity = q.Quantity with { Low = 0, High = 0, Unit = q.Quantity.Unit ?? subject };
        // "No one else was injured" leaves the ones before out.
        return NumericClaims.Make(v, q, $"{subject};{predicate}", subject, predicate, found, [.. Scopes.OfQuantity(v, q, found, person: subject == "person").Where(s => s.Name is not "part")], TimeKind.RunningState, $"no {Phrasing.Plural(subject)} {predicate}", Phrasing.Counted(subject, predicate, null), null, quantity);
    }

    private static (List<string> Classes, int At, int End) Classes(SentenceView v, PlacedQuantity q)
    {
        List<string> classes = [];
        var (at, end) = (-1, -1);
        var personal = q.Found.Head is null || q.Found.Head is "one" || WordClasses.PersonGroup(q.Found.Head) is not null || WordClasses.Nominal.TryGetValue(q.Found.Head, out _) || q.Found.Head is "harm" or "dead";
        if (!personal) return (classes, at, end);
        for (var i = q.Number; i < Math.Min(v.Last, q.End + 8); i++)
        {
            var word = v.Lower(i);
            if (word is "," or ";" or "." or "but") break;
            if (word is "casualties" or "casualty" or "victims" && i < q.End) { classes.AddRange(Harm.Where(h => !classes.Contains(h))); (at, end) = (i, i + 1); continue; }
            if (WordClasses.Nominal.TryGetValue(word, out var nominal) && i < q.End + 3 && nominal.Of is "person") Add(nominal.Name, i);
            else if (WordClasses.Passive.TryGetValue(word, out var passive) && passive.Of is "person") Add(passive.Name, i);
        }
        return (classes, at, end);

        void Add(string name, int i)
        {
            if (classes.Contains(name)) return;
            classes.Add(name);
            (at, end) = (i, i + 1);
        }
    }
}

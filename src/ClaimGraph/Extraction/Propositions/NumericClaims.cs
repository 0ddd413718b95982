namespace ClaimGraph.Extraction;

/// <summary>Claims that say how many, how much, how large: one for each quantity that counts or measures something.</summary>
internal static class NumericClaims
{
    /// <summary>Nouns that a number may stand before without claiming anything.</summary>
    private static readonly HashSet<string> Idle = new(
        ["thing", "way", "reason", "side", "hand", "kind", "sort", "type", "point", "time", "moment", "example", "idea", "question", "word", "step", "doubt", "problem", "fact", "matter", "part", "stage", "instance", "occasion", "front", "aspect", "evidence", "choice", "comment", "need", "sign", "place", "longer", "end"], StringComparer.Ordinal);

    public static IEnumerable<Draft> Read(SentenceView v, Func<PlacedQuantity, bool> taken)
    {
        foreach (var q in v.Quantities)
        {
            if (taken(q) || NotOne(v, q)) continue;
            if (Fractions.Is(v, q))
            {
                if (Fractions.Read(v, q) is { } fraction) yield return fraction;
                continue;
            }
            foreach (var draft in Of(v, q)) yield return draft;
        }
        foreach (var draft in Singles.Read(v)) yield return draft;
        foreach (var draft in Nones.Without(v)) yield return draft;
        foreach (var draft in Comparisons.Read(v)) yield return draft;
    }

    /// <summary>"Nor a single one", "not a single cent", "even a single euro": none at all, and no count of one.</summary>
    private static bool NotOne(SentenceView v, PlacedQuantity q) =>
        q.Quantity is { Low: 1, High: 1 } && v.Lower(q.Number) is "a" && v.Lower(q.Number + 1) is "single" && v.Lower(q.Start - 1) is "nor" or "not" or "never" or "without" or "even";

    /// <summary>What one quantity claims: mostly one claim, two for "no casualties", none for idle numbers.</summary>
    internal static IEnumerable<Draft> Of(SentenceView v, PlacedQuantity q) => q.Quantity.Kind == QuantityKind.Count ? Counted(v, q) : Measured(v, q);

    private static IEnumerable<Draft> Counted(SentenceView v, PlacedQuantity q)
    {
        var f = q.Found;
        if (Magnitudes.Is(v, q)) { yield return Magnitudes.Draft(v, q); yield break; }
        if (f.Form == QuantityForm.None) { foreach (var none in Nones.Read(v, q)) yield return none; yield break; }
        if (f.Head is { } idle && Idle.Contains(idle) && f.Form is QuantityForm.One or QuantityForm.Few or QuantityForm.Many or QuantityForm.Vague) yield break;
        if (Forces.Size(v, q) is var force and >= 0) { yield return Forces.Draft(v, q, force); yield break; }
        var predicate = PredicateFinder.Find(v, q);
        var group = WordClasses.PersonGroup(f.Head);
        // "12 Somalis": a nation's name that ends the run counts people.
        if (group is null && f.Noun is { } run && v.Actors.Exists(a => a.Actor.Kind == ActorKind.Country && a.Span.End == run.End) && Nouns.IsPlural(v.Text[run.Start..run.End].ToLowerInvariant().Split(' ')[^1])) group = "any";
        var capital = f.Noun is { } noun && char.IsUpper(v.Text[noun.Start]) && f.Head is not null && group is null;
        if (predicate is { Class.Of: "person" } && f.Head is not null && group is null && !capital && !WordClasses.Nominal.ContainsKey(f.Head)) predicate = predicate.Value.Inherited || !IsUnknownPerson(f.Head) ? null : predicate;
        var person = group is not null || (predicate is { Class.Of: "person" } && (f.Head is null || capital || IsUnknownPerson(f.Head) || WordClasses.Nominal.ContainsKey(f.Head)));
        if (predicate is { Class.Of: "thing" or "loose" } && person) predicate = null;
        // Bare "one", "few" and numbers without noun or predicate claim nothing.
        if (predicate is null && f.Head is null) { if (f.Form is QuantityForm.One or QuantityForm.Few or QuantityForm.Many || f.Partitive || q.Quantity.Low is < 2) yield break; }
        if (predicate is null && f.Form is QuantityForm.One or QuantityForm.Few or QuantityForm.Many && !person && q.Quantity.Comparator == Comparator.Equal) yield break;
        if (predicate is null && f.Form is QuantityForm.One && f.Partitive) yield break;

        var subject = person || (f.Head is null && predicate is { Class.Person: true }) ? "person" : f.Head is null ? InheritedNoun(v, q) ?? "number" : WordClasses.Noun(Slug.Of(f.Head));
        var named = predicate is { } p && (p.Class.Of is not "loose" || subject == "person") ? p.Class.Name : "count";
        if (predicate is { Class.Name: "fired" or "attacked" or "seized" or "intercepted" }) named = "count";
        var key = $"{subject};{named}";
        var scope = Scopes.OfQuantity(v, q, predicate, subject == "person");
        yield return Make(v, q, key, f.Noun is { } n ? v.Text[n.Start..n.End] : subject, named, predicate, scope, named is "killed" or "wounded" or "missing" or "displaced" or "infected" or "hospitalised" or "trapped" ? TimeKind.RunningState : TimeKind.PastAct,
            $"{Phrasing.Surface(q.Quantity)}{(predicate is { } pp && pp.At >= q.End - 1 || named == "count" || (f.Head is { } said && WordClasses.Nominal.ContainsKey(said)) ? "" : $" {named}")}", Phrasing.Counted(subject, named, null));
    }

    private static bool IsUnknownPerson(string head) => head.Length > 4 && (head.EndsWith("er", StringComparison.Ordinal) || head.EndsWith("or", StringComparison.Ordinal) || head.EndsWith("ant", StringComparison.Ordinal) || head.EndsWith("ee", StringComparison.Ordinal) || head.EndsWith("man", StringComparison.Ordinal) || head.EndsWith("ist", StringComparison.Ordinal))
        && head is not ("computer" or "helicopter" or "trailer" or "tower" or "shelter" or "quarter" or "order" or "letter" or "paper" or "number" or "power" or "water" or "river" or "weather" or "winter" or "summer" or "finger" or "shoulder" or "center" or "theater" or "router" or "server" or "printer" or "tanker" or "freighter" or "fighter jet" or "launcher" or "tractor" or "motor" or "reactor" or "door" or "floor" or "sector" or "plant" or "restaurant" or "tree" or "committee" or "degree" or "chamber" or "member state");

    private static string? InheritedNoun(SentenceView v, PlacedQuantity q)
    {
        var at = v.Quantities.IndexOf(q);
        for (var i = at - 1; i >= 0 && i >= at - 2; i--) if (v.Quantities[i].Found.Head is { } head && v.Quantities[i].Quantity.Kind == QuantityKind.Count) return WordClasses.PersonGroup(head) is not null ? "person" : WordClasses.Noun(Slug.Of(head));
        return null;
    }

    private static IEnumerable<Draft> Measured(SentenceView v, PlacedQuantity q)
    {
        if (Magnitudes.Is(v, q)) { yield return Magnitudes.Draft(v, q); yield break; }
        var (dimension, of, owner, ownerName) = Dimensions.Read(v, q);
        var key = owner is null ? $"{dimension};{of}" : $"{dimension};{of};{owner}";
        var scope = Scopes.OfQuantity(v, q, null, person: false);
        if (dimension is "volume" or "mass") scope.RemoveAll(s => s is { Name: "change", Value: not "to" } && of is "spilled" or "recovered");
        if (dimension is "duration" or "lapse" or "age") scope.RemoveAll(s => s.Name == "period");
        var quantity = Preferred(q);
        yield return Make(v, q, key, of, dimension, null, scope, dimension is "amount" ? of is "pledge" ? TimeKind.RunningState : TimeKind.Measured : TimeKind.Measured,
            Phrasing.Surface(quantity), Phrasing.Measured(dimension, of, ownerName), ownerName is null ? null : NameFolding.Fold(ownerName), quantity) is var draft && of is "pledge" && Pledged(v, draft) is { } rung
            ? draft with { Proposition = draft.Proposition with { Modality = rung } } : draft;
    }

    /// <summary>How firmly an amount is promised: the ladder word of its clause.</summary>
    private static Modality? Pledged(SentenceView v, Draft draft)
    {
        foreach (var rung in Ladder.Read(v)) if (rung.Word >= draft.QuoteStart && rung.Word < draft.QuoteEnd) return rung.Modality;
        return null;
    }

    /// <summary>Of a measure printed twice, "22 miles (35 km)", the metric one stands for both; of an amount, the first.</summary>
    private static Quantity Preferred(PlacedQuantity q)
    {
        if (q.Quantity.Kind != QuantityKind.Measure) return q.Quantity;
        foreach (var c in q.Found.Conversions)
        {
            if (UnitTable.Find(c.Unit) is { } unit && IsMetric(unit.Name) && unit.Dimension == UnitTable.Find(q.Quantity.Unit)?.Dimension && !(UnitTable.Find(q.Quantity.Unit) is { } own && IsMetric(own.Name)))
                return c with { Comparator = q.Quantity.Comparator, Low = q.Quantity.Low is null ? null : q.Quantity.Low == 0 ? 0 : c.Low, High = q.Quantity.High is null ? null : c.High, LowInclusive = q.Quantity.LowInclusive, HighInclusive = q.Quantity.HighInclusive, Approximate = q.Quantity.Approximate, Surface = q.Quantity.Surface, Span = q.Quantity.Span };
        }
        return q.Quantity;
    }

    private static bool IsMetric(string unit) => unit is "km" or "m" or "cm" or "mm" or "kg" or "g" or "tonne" or "litre" or "celsius" or "km/h" or "square metre" or "square kilometre" or "hectare" or "cubic metre";

    internal static Draft Make(SentenceView v, PlacedQuantity q, string key, string subject, string predicateName, FoundPredicate? predicate, IReadOnlyList<ScopeFacet> scope, TimeKind time, string value, string question, string? keyName = null, Quantity? quantity = null)
    {
        var (from, to) = (q.Start, q.End);
        if (predicate is { Inherited: false } p && Math.Abs(p.At - q.Start) < 14) (from, to) = (Math.Min(from, p.At), Math.Max(to, p.End));
        var (start, end) = Clauses.Around(v, from, to);
        var modality = Moods.Of(v, start, end, from, to);
        var (polarity, denies) = Denials.Of(v, start, end, q);
        var date = DateNear(v, q);
        List<Recognised> recognised = [new(q.Quantity.Span, "quantity", Range(quantity ?? q.Quantity))];
        List<Span> highlights = [q.Quantity.Span];
        if (predicate is { } shown)
        {
            var span = v.SpanOf(shown.At, shown.End);
            recognised.Add(new(span, "predicate", predicateName));
            if (!highlights[0].Contains(span)) highlights.Add(span);
        }
        var used = quantity ?? q.Quantity;
        if (used.IsNone && polarity == Polarity.Positive) polarity = Polarity.Negative;
        var planned = modality is Modality.Planned ? TimeKind.Plan : time;
        return new Draft(new Proposition
        {
            Key = key, Subject = subject, Predicate = predicateName, Quantity = used, Polarity = polarity, Modality = modality, Scope = scope, TimeKind = planned,
            Valid = planned == TimeKind.RunningState ? v.Statement.Asserted : date ?? PartialDate.Unknown,
            Condition = Conditions.Of(v, start, end), ValueText = value, QuestionText = question,
        }, start, end)
        {
            Event = true, Highlights = highlights, Recognised = recognised, EventTime = CountsPeople(q) ? date : Happened(v, date), Denies = denies, KeyName = keyName, Actors = Mentions.Of(v, start, end, q.Start),
            Worth = [new("number", q.Found.Form is QuantityForm.Digits or QuantityForm.Words ? 0.25 : 0.15, "states a quantity"), .. predicate is not null ? new[] { new Factor("measure", 0.15, $"of a known measure: {predicateName}") } : []],
        };
    }

    private static string Range(Quantity q) => FormattableString.Invariant($"{q.Low?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…"} to {q.High?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "…"} {q.Unit}");

    private static bool CountsPeople(PlacedQuantity q) => q.Quantity.Kind == QuantityKind.Count && (q.Found.Head is not { } head || WordClasses.PersonGroup(head) is not null);

    /// <summary>"The mayor said on Tuesday that …" dates the words and not what they tell.</summary>
    private static bool IsOfSpeaking(SentenceView v, FoundDate date) => !v.Statement.OwnVoice && date.Date == v.Statement.Asserted with { Basis = date.Date.Basis } && !v.Statement.Content.Contains(date.Span);

    /// <summary>Next year's budget is spoken of now: a date to come tells nothing of when it became known.</summary>
    private static PartialDate? Happened(SentenceView v, PartialDate? date) => date is { Start: { } from } && v.Article.Anchor.End is { } today && from > today ? null : date;

    /// <summary>The date expression nearest to the number, in its own sentence; a lapse or a background date in brackets is none.</summary>
    private static PartialDate? DateNear(SentenceView v, PlacedQuantity q)
    {
        var (best, distance) = ((PartialDate?)null, int.MaxValue);
        foreach (var d in v.Dates)
        {
            if (d.Span.Overlaps(q.Found.Number) || !d.Date.IsKnown || !CountsPeople(q) && IsOfSpeaking(v, d)) continue;
            var away = d.Span.Start > q.Quantity.Span.End ? d.Span.Start - q.Quantity.Span.End : q.Quantity.Span.Start - d.Span.End;
            if (away < distance) (best, distance) = (d.Date, away);
        }
        return best;
    }
}

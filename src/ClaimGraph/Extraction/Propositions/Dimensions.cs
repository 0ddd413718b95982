namespace ClaimGraph.Extraction;

/// <summary>What a measure, amount or percentage is of: its dimension, the thing, and an owner where the sentence names one.</summary>
internal static class Dimensions
{
    public static (string Dimension, string Of, string? Owner, string? OwnerName) Read(SentenceView v, PlacedQuantity q) => q.Quantity.Kind switch
    {
        QuantityKind.Money => Money(v, q),
        QuantityKind.Percent or QuantityKind.Share or QuantityKind.PercentagePoints => Share(v, q),
        _ => Measure(v, q),
    };

    private static (string, string, string?, string?) Money(SentenceView v, PlacedQuantity q)
    {
        var (what, distance) = ("money", 99);
        for (var i = Math.Max(v.First, q.Start - 7); i < Math.Min(v.Last, q.End + 7); i++)
        {
            if (i >= q.Start && i < q.End) continue;
            var away = i >= q.End ? i - q.End : q.Start - 1 - i;
            if (!WordClasses.Amounts.TryGetValue(v.Lower(i), out var found) || away >= distance) continue;
            if (v.Pieces[(i < q.Start ? i : q.End)..(i < q.Start ? q.Start : i)].Exists(p => p.Text is ";")) continue;
            (what, distance) = (found, away);
        }
        var owner = OwnerBefore(v, q);
        return ("amount", what, owner is null ? null : Slug.Of(owner.Name), owner?.Name);
    }

    /// <summary>The actor that is the subject of the amount: the nearest one before it in its clause that stands in no prepositional phrase.</summary>
    private static Actor? OwnerBefore(SentenceView v, PlacedQuantity q)
    {
        Actor? best = null;
        foreach (var a in v.Actors)
        {
            if (a.Span.End > q.Quantity.Span.Start) break;
            var at = v.IndexAt(a.Span.Start);
            if (at < v.First || v.Lower(at - 1) is "from" or "to" or "in" or "by" or "of" or "for" or "at" or "with" or "against") continue;
            if (a.Actor.Kind is ActorKind.Country or ActorKind.Organisation) best = a.Actor;
        }
        return best;
    }

    private static (string, string, string?, string?) Share(SentenceView v, PlacedQuantity q)
    {
        var dimension = q.Quantity.Kind == QuantityKind.PercentagePoints ? "points" : q.Found.Change is QuantityChange.Up or QuantityChange.Down ? "growth" : "share";
        var of = q.Found.Head is { } head ? WordClasses.PersonGroup(head) is not null && head is "person" ? "person" : WordClasses.Noun(Slug.Of(head)) : NounBefore(v, q.Start) ?? "-";
        return (dimension, of, null, null);
    }

    private static string? NounBefore(SentenceView v, int start)
    {
        for (var i = start - 1; i >= Math.Max(v.First, start - 8); i--)
        {
            if (v.Pieces[i].Text is ";" or ".") return null;
            if (v.Pieces[i].Tag is Tag.Noun) return Slug.Of(Nouns.Singular(v.Lower(i)));
        }
        return null;
    }

    private static (string, string, string?, string?) Measure(SentenceView v, PlacedQuantity q)
    {
        if (q.Found.Age) return IsPersonsAge(v, q) ? ("age", "person", null, null) : ("duration", "-", null, null);
        var unit = UnitTable.Find(q.Quantity.Unit?.Split('/')[0]);
        var dimension = unit?.Dimension ?? "measure";
        if (UnitTable.Find(q.Quantity.Unit) is { Dimension: "speed" }) return ("speed", "-", null, null);
        if (q.Found.Per is not null && dimension is not "speed") dimension = $"{dimension}-rate";
        // The word nearest to the measure says which length or time it is; right beside it counts most.
        var (aspect, distance) = ((string?)null, 99);
        for (var i = Math.Max(v.First, q.Start - 4); i < Math.Min(v.Last, q.End + 3); i++)
        {
            if (i >= q.Start && i < q.End) continue;
            if (!WordClasses.Aspects.TryGetValue($"{dimension}:{v.Lower(i)}", out var hit)) continue;
            var away = i >= q.End ? i - q.End : q.Start - i;
            if (away < distance) (aspect, distance) = (hit.Aspect, away);
        }
        if (dimension == "length" && aspect is null && q.End < v.Pieces.Count && v.Lower(q.End - 1) is not "" && v.Pieces[q.Number].End < v.Pieces[Math.Min(q.End, v.Pieces.Count - 1)].Start && v.Words(q.Number, q.End).Contains('-', StringComparison.Ordinal)) aspect = "length";
        if (dimension is "volume" or "mass" or "area" or "energy" or "power") return (dimension, NounAfterOf(v, q) ?? "-", null, null);
        // Miles and kilometres are ways; metres and feet are sizes.
        if (dimension == "length" && aspect is null or "length") aspect = unit?.Name is "mile" or "km" or "nautical mile" ? "distance" : "length";
        return (aspect is "lapse" ? "duration" : aspect ?? dimension, "-", null, null);
    }

    /// <summary>"a 41-year-old case" is no person's age.</summary>
    private static bool IsPersonsAge(SentenceView v, PlacedQuantity q) =>
        q.End >= v.Pieces.Count || v.Pieces[q.End].Kind != PieceKind.Word || v.Pieces[q.End].Capital || NounRun.Read(v.Pieces, q.End, many: false) is not { Head: { } head } || WordClasses.PersonGroup(head) is not null || v.Pieces[q.End].Tag is Tag.Verb or Tag.Aux or Tag.Adp;

    /// <summary>"4,600 barrels of oil".</summary>
    private static string? NounAfterOf(SentenceView v, PlacedQuantity q) =>
        v.Lower(q.End) is "of" && q.End + 1 < v.Last && NounRun.Read(v.Pieces, q.End + 1, many: false) is { Head: { } head } ? WordClasses.Noun(Slug.Of(head)) : null;
}

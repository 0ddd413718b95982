namespace ClaimGraph.Extraction;

/// <summary>Strengths of earthquakes: "magnitude 6.1", "a 6.1-magnitude quake", "measuring 7.6", "7.2 on the Richter scale". No unit of measure, so no other reader knows them.</summary>
internal static class Magnitudes
{
    public static bool Is(SentenceView v, PlacedQuantity q)
    {
        if (q.Quantity.Low is null or < 0 or > 10 || q.Found.Form is not (QuantityForm.Digits or QuantityForm.Words) || q.Quantity.Kind is not (QuantityKind.Count or QuantityKind.Measure)) return false;
        if (q.Found.Head is "magnitude" || q.Found.Modifiers.Contains("magnitude")) return true;
        for (var i = q.Number - 1; i >= 0 && i >= q.Number - 3; i--) if (v.Lower(i) is "magnitude" or "measuring" or "measured" && (v.Lower(i) is "magnitude" || Quakes(v))) return true;
        for (var i = q.Number + 1; i < v.Pieces.Count && i < q.Number + 5; i++) if (v.Lower(i) is "magnitude" or "richter" && (v.Lower(i) is "richter" || i <= q.Number + 2)) return true;
        // "7.6 and 7.4": the partner of a magnitude
        if (v.Quantities.IndexOf(q) is var at && q.Quantity.Low % 1 > 0 && Quakes(v))
        {
            if (at > 0 && q.Number - v.Quantities[at - 1].Number is 2 && v.Lower(q.Number - 1) is "and" or "," && Is(v, v.Quantities[at - 1])) return true;
            if (at + 1 < v.Quantities.Count && v.Quantities[at + 1].Number - q.Number == 2 && v.Lower(q.Number + 1) is "and" or "," && v.Quantities[at + 1].Found.Head is "magnitude" or "quake" or "earthquake") return true;
            return q.Found.Head is "quake" or "earthquake" or "tremor" or "temblor";
        }
        return false;
    }

    private static bool Quakes(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++) if (v.Lower(i).StartsWith("quake", StringComparison.Ordinal) || v.Lower(i).StartsWith("earthquake", StringComparison.Ordinal) || v.Lower(i).StartsWith("tremor", StringComparison.Ordinal) || v.Lower(i) is "temblor" or "temblors" or "richter" or "aftershock") return true;
        return false;
    }

    public static Draft Draft(SentenceView v, PlacedQuantity q)
    {
        List<ScopeFacet> scope = [];
        foreach (var i in Enumerable.Range(Math.Max(0, q.Start - 8), Math.Min(v.Pieces.Count, q.End + 4) - Math.Max(0, q.Start - 8)))
        {
            var value = v.Lower(i) switch { "second" => "second", "another" => "another", "aftershock" or "aftershocks" => "aftershock", _ => null };
            if (value is null) continue;
            scope.Add(new("instance", value, v.Pieces[i].Text));
            break;
        }
        var at = v.Quantities.IndexOf(q);
        // The second of a pair is another quake.
        if (scope.Count == 0 && at > 0 && q.Number - v.Quantities[at - 1].Number == 2 && Is(v, v.Quantities[at - 1])) scope.Add(new("instance", "second", v.Words(v.Quantities[at - 1].Number, q.Number + 1)));
        var quantity = q.Quantity with { Kind = QuantityKind.Measure, Unit = "magnitude", Comparator = q.Quantity.Comparator };
        return NumericClaims.Make(v, q, "magnitude;quake", "earthquake", "magnitude", null, scope, TimeKind.Measured, $"magnitude {Phrasing.Number(q.Quantity.Low ?? 0)}", "What was the magnitude of the earthquake?", null, quantity);
    }
}

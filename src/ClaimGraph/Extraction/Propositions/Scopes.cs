namespace ClaimGraph.Extraction;

/// <summary>The facets that narrow a claim, each with the words that said so. Names and values: README.</summary>
internal static class Scopes
{
    private static readonly HashSet<string> PlaceNouns = new(["town", "village", "district", "neighbourhood", "neighborhood", "suburb", "camp", "province", "city", "area", "region", "county", "quarter", "governorate", "countryside", "hamlet", "island", "port", "school", "hospital", "airbase", "base"], StringComparer.Ordinal);

    public static List<ScopeFacet> OfQuantity(SentenceView v, PlacedQuantity q, FoundPredicate? predicate, bool person)
    {
        List<ScopeFacet> scope = [];
        var f = q.Found;
        var part = PredicateFinder.IsPart(v, q);
        if (person) AddGroup(v, q, part is not null, predicate, scope);
        // "Including 3 children" is narrowed by the children already.
        if (part is { } p0 && scope.Count == 0) scope.Add(new("part", p0.Value, v.Words(p0.Start, p0.End)));
        if (f.Instance is { } instance && IsApart(v, q, predicate, instance)) scope.Add(new("instance", instance, InstanceWords(v, q, instance)));
        if (f.Change != QuantityChange.Level) scope.Add(new("change", f.Change.ToString().ToLowerInvariant(), v.Words(Math.Max(0, q.Start - 2), q.End)));
        if (f.Per is { } per) scope.Add(new("rate", per, v.Words(q.End - 2 < q.Number ? q.Number : q.End - 2, q.End)));
        if (predicate is { } p) AddAspect(v, q, p, scope);
        AddPeriod(v, q, person, scope);
        AddPlace(v, q, scope);
        return scope;
    }

    private static string InstanceWords(SentenceView v, PlacedQuantity q, string instance)
    {
        for (var i = Math.Max(0, q.Start - 1); i < Math.Min(v.Pieces.Count, q.End + 1); i++) if (v.Lower(i).StartsWith(instance[..Math.Min(5, instance.Length)], StringComparison.Ordinal) || v.Lower(i) is "more" or "further" or "additional" or "extra" or "remaining" or "others" or "new") return v.Pieces[i].Text;
        return instance;
    }

    /// <summary>"Killed two and wounded nine others": the others are others than the dead, so all the wounded. Others of the same predicate are really others.</summary>
    private static bool IsApart(SentenceView v, PlacedQuantity q, FoundPredicate? predicate, string instance)
    {
        if (instance is not ("other" or "another") || predicate is not { } p) return true;
        var earlier = v.Quantities.Where(o => o.End <= q.Start && o.Quantity.Kind == QuantityKind.Count).ToList();
        // "Raids on a town further north killed another six": others than those before, and all of that town.
        if (earlier.Count == 0 && instance == "another" && p.Class.Name is "killed" && EvidenceReader.IsElsewhere(v)) return false;
        if (earlier.Count == 0) return instance == "another" && v.Lower(q.Start) is "another" or "a" && !(p.Class.Name is "wounded") || instance == "another" && p.Class.Name is "killed";
        return earlier.Exists(o => PredicateFinder.Find(v, o) is { } before && before.Class.Name == p.Class.Name);
    }

    private static void AddGroup(SentenceView v, PlacedQuantity q, bool part, FoundPredicate? predicate, List<ScopeFacet> scope)
    {
        var f = q.Found;
        if (f.Noun is not { } noun) return;
        var words = v.Text[noun.Start..noun.End];
        var group = f.Head is { } head ? WordClasses.Persons.GetValueOrDefault(head) : null;
        if (f.Modifiers.Contains("police") && group is not null) group = "police";
        var single = q.Quantity is { Low: 1, High: 1 };
        if (group is { } g && g != "any" && !(g is "attackers" && predicate is { Class.Name: not ("killed" or "wounded") }) && !((g is "women" or "children") && !part && single) && !(g is "women" && !part)) scope.Add(new("group", g, words));
        else if (group is "any" && f.Head is "civilian" && part) scope.Add(new("group", "civilians", words));
        // A nation: "nine Israelis"; as an adjective only in contrast or as a part: "12 Somali and 11 Yemeni nationals".
        var nations = v.Actors.Where(a => a.Actor.Kind == ActorKind.Country && noun.Contains(a.Span)).ToList();
        if (nations.Count == 1 && (nations[0].Span.End == noun.End || part || v.Quantities.Exists(o => o != q && o.Found.Noun is { } other && v.Actors.Exists(a => a.Actor.Kind == ActorKind.Country && a.Actor.Id != nations[0].Actor.Id && other.Contains(a.Span)))))
            scope.Add(new("group", Slug.Of(nations[0].Actor.Name), nations[0].Span.Of(v.Text)));
    }

    private static void AddAspect(SentenceView v, PlacedQuantity q, FoundPredicate p, List<ScopeFacet> scope)
    {
        if (p.Class.Name is not ("wounded" or "hospitalised")) return;
        for (var i = Math.Max(0, Math.Min(p.At, q.Start) - 1); i < Math.Min(v.Pieces.Count, Math.Max(p.End, q.End) + 1); i++)
        {
            if (v.QuantityAt(i) is { } other && other != q) continue;
            var value = v.Lower(i) switch
            {
                "critically" or "critical" => "critical",
                "seriously" or "serious" or "severely" or "severe" or "badly" or "gravely" => "serious",
                "slightly" or "lightly" or "minor" or "light" => "minor",
                "hospitalised" or "hospitalized" => null,
                _ => null,
            };
            if (value is null) continue;
            scope.Add(new("aspect", value, v.Pieces[i].Text));
            return;
        }
    }

    private static void AddPeriod(SentenceView v, PlacedQuantity q, bool person, List<ScopeFacet> scope)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            var word = v.Lower(i);
            // "since the war began", "in the six-year conflict", "in Syria's civil war", "during the offensive"
            if (word is "war" or "conflict" or "uprising" or "revolution" or "crisis" or "offensive" or "campaign" or "assault" or "fighting" && person && Math.Abs(i - q.End) < 18 && NearPeriodWord(v, i, q, out var start))
            {
                scope.Add(new("period", "war", v.Words(start, i + 1)));
                return;
            }
            if (word is "since" && i + 1 < v.Last && Math.Abs(i - q.End) < 14 && (v.Pieces[i + 1].Kind == PieceKind.Digits || NotQuantities.IsMonth(v.Pieces[i + 1])))
            {
                var end = Math.Min(v.Last, i + (NotQuantities.IsMonth(v.Pieces[i + 1]) && i + 2 < v.Last && v.Pieces[i + 2].Kind == PieceKind.Digits ? 3 : 2));
                scope.Add(new("period", "since-" + Slug.Of(v.Words(i + 1, end)), v.Words(i, end)));
                return;
            }
            if (word is "daily" && Math.Abs(i - q.End) < 4 || (word is "day" && v.Lower(i - 1) is "every" or "each" or "a" && i - q.End is >= 0 and < 4)) { scope.Add(new("period", "daily", v.Words(i - (word is "day" ? 1 : 0), i + 1))); return; }
            if (word is "hours" or "days" or "weeks" or "months" or "month" or "week" or "year" or "years" && PastWindow(v, i) is var from and >= 0 && Math.Abs(i - q.End) < 16)
            {
                scope.Add(new("period", word switch { "hours" => "day", "days" or "week" => "week", "weeks" or "month" or "months" => "month", _ => "year" }, v.Words(from, i + 1)));
                return;
            }
            // "Seven days of air strikes have left 75 dead"
            if (word is "days" or "weeks" or "months" && v.Lower(i + 1) is "of" && i < q.Start && v.QuantityAt(i - 1) is { Quantity.Low: >= 3 } && v.QuantityAt(i + 2) is null)
            {
                scope.Add(new("period", word is "days" ? "week" : "month", v.Words(i - 1, i + 1)));
                return;
            }
            if (word is "total" && v.Lower(i - 1) is "running" or "overall" && Math.Abs(i - q.Start) < 5) { scope.Add(new("period", "total", v.Words(i, i + 1))); return; }
        }
    }

    private static bool NearPeriodWord(SentenceView v, int noun, PlacedQuantity q, out int start)
    {
        for (start = noun - 1; start >= 0 && start > noun - 7; start--) if (v.Lower(start) is "since" or "during" or "throughout") return true;
        if (v.Lower(noun) is "war" or "conflict" or "uprising" && q.Quantity.Low >= 500)
        {
            for (start = noun - 1; start >= 0 && start > noun - 6; start--) if (v.Lower(start) is "civil" or "ongoing" or "year" or "old") return true;
            // Thousands in a country's war: "210,000 people have died in the Syrian conflict".
            if (q.Quantity.Low >= 1000) for (start = noun - 1; start >= 0 && start > noun - 5; start--) if (v.Lower(start) is "in" or "by") return true;
            if (v.Lower(noun + 1) is "has" or "began" or "broke" or "started" or "erupted") { start = noun; return true; }
        }
        return false;
    }

    /// <summary>"over the past 24 hours", "in the last month", "so far this year".</summary>
    private static int PastWindow(SentenceView v, int unit)
    {
        for (var i = unit - 1; i >= 0 && i > unit - 5; i--)
        {
            if (v.Lower(i) is "past" or "last" or "previous" && v.Lower(i - 1) is "the" or "these") return v.Lower(i - 2) is "over" or "in" or "during" or "within" or "for" ? i - 2 : i - 1;
            if (v.Lower(i) is "this" && v.Lower(unit) is "year" or "month" or "week" && i == unit - 1) return i;
        }
        return -1;
    }

    /// <summary>"in the town of X", "in X district", nearest to the number.</summary>
    private static void AddPlace(SentenceView v, PlacedQuantity q, List<ScopeFacet> scope)
    {
        var (best, distance) = ((Start: -1, End: -1, Name: ""), int.MaxValue);
        for (var i = v.First; i < v.Last; i++)
        {
            if (!PlaceNouns.Contains(v.Lower(i))) continue;
            var (start, end, name) = (i, i + 1, "");
            if (v.Lower(i + 1) is "of" && i + 2 < v.Last && v.Pieces[i + 2].Capital)
            {
                end = i + 3;
                while (end < v.Last && (v.Pieces[end].Capital || (v.Pieces[end].Dash && end + 1 < v.Last && v.Pieces[end + 1].Capital))) end++;
                name = v.Words(i + 2, end);
            }
            else if (i > v.First && v.Pieces[i - 1].Capital)
            {
                start = i - 1;
                while (start > v.First && (v.Pieces[start - 1].Capital || v.Pieces[start - 1].Dash)) start--;
                name = v.Words(start, i);
            }
            if (name.Length == 0) continue;
            var away = start > q.End ? start - q.End : q.Start - end;
            if (away >= distance || away > 14) continue;
            (best, distance) = ((start, end, name), away);
        }
        // Only a place that the article is not about narrows: "12 in Bener Meriah district" in a story on Aceh.
        var folded = best.Start < 0 ? "" : NameFolding.Fold(SentenceNames.WithoutCommonWords(best.Name));
        if (folded.Length > 0 && !EvidenceReader.IsAbout(v, folded, best.Name)) scope.Add(new("place", folded, v.Words(best.Start, best.End)));
    }
}

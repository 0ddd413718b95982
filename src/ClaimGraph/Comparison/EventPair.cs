namespace ClaimGraph.Comparison;

/// <summary>
/// Whether two claims of one measure speak of one event: hard vetoes first, each with its reason for a reader, then the story gate, then a fixed linear score.
/// Vetoes are never features of the score: a soft objection can be outvoted, and an invented conflict is an accusation.
/// </summary>
internal static class EventPair
{
    /// <summary>The verdict on a pair; <see cref="Veto"/> set where it was refused before scoring, and <see cref="Soft"/> where a person may still be asked.</summary>
    public readonly record struct Verdict(double Score, string? Veto, bool Soft = false);

    public static Verdict Judge(Side a, Side b, NameRarity names)
    {
        var (x, y) = (a.Evidence, b.Evidence);
        if (x is null || y is null) return new(0, "nothing is known of the event");
        var sameArticle = a.Document == b.Document;
        var sameValue = Agree(a, b);

        if (TimesApart(x.EventTime, y.EventTime)) return new(0, $"other days: {x.EventTime!.Text} and {y.EventTime!.Text}");
        if (KindsClash(x.EventKind, y.EventKind)) return new(0, $"another kind of event: {x.EventKind} and {y.EventKind}");
        if (!sameValue && sameArticle && a.SpeakerKey == b.SpeakerKey) return new(Score(a, b, names, sameValue), "one voice in one article gives both", true);
        if (PlacesApart(x, y)) return new(Score(a, b, names, sameValue), $"other places: {x.Places[0]} and {y.Places[0]}", true);
        if (!sameValue && !x.Principal && !y.Principal && !sameArticle) return new(Score(a, b, names, sameValue), "neither article is about it", true);
        if (!sameValue && PublishedApart(a, b) > EventWeights.PeriodDays && !TimesMeet(x.EventTime, y.EventTime)) return new(Score(a, b, names, sameValue), "reported long apart", true);
        var score = Score(a, b, names, sameValue);
        return sameArticle || Gate(a, b, names) ? new(score, null) : new(score, "nothing particular is shared by the two articles", true);
    }

    public static readonly string[] FeatureNames =
        ["bias", "sentence", "lead", "names", "leadNames", "eventTimeEqual", "publishedNear", "publishedFar", "kindEqual", "kindClash", "placeApart", "valueRatio", "sameArticle", "bothPrincipal"];

    /// <summary>The values can both hold.</summary>
    public static bool Agree(Side a, Side b) => a.Range is { } x && b.Range is { } y ? x.To(y) is not (Lie.Disjoint or Lie.OtherUnit) : a.ValueKey == b.ValueKey;

    private static double Score(Side a, Side b, NameRarity names, bool sameValue) => Score(Features(a, b, names), sameValue);

    public static double Score(double[] features, bool sameValue)
    {
        var t = sameValue ? EventWeights.SameValue : EventWeights.OtherValue;
        ReadOnlySpan<double> weights =
        [
            t.Bias, t.Sentence, t.Lead, t.Names, t.LeadNames, t.EventTimeEqual, t.PublishedNear, t.PublishedFar, t.KindEqual, t.KindClash, t.PlaceApart, t.ValueRatio, t.SameArticle, t.BothPrincipal,
        ];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>In the order of <see cref="EventWeights.Table"/>.</summary>
    public static double[] Features(Side a, Side b, NameRarity names)
    {
        var (x, y) = (a.Evidence!, b.Evidence!);
        var apart = PublishedApart(a, b);
        return
        [
            1,
            Terms.Cosine(x.Terms, y.Terms),
            Terms.Cosine(x.LeadTerms, y.LeadTerms),
            Math.Min(1, names.Shared(a.Names, b.Names)),
            Math.Min(1, names.Shared(a.LeadNames, b.LeadNames) / 2),
            TimesMeet(x.EventTime, y.EventTime) ? 1 : 0,
            apart <= EventWeights.NearDays ? 1 : 0,
            apart is > EventWeights.FarDays and < int.MaxValue ? 1 : 0,
            x.EventKind is not null && x.EventKind == y.EventKind ? 1 : 0,
            x.EventKind is not null && y.EventKind is not null && x.EventKind != y.EventKind ? 1 : 0,
            PlaceUnknown(a, b) ? 1 : 0,
            Ratio(a, b),
            a.Document == b.Document ? 1 : 0,
            x.Principal && y.Principal ? 1 : 0,
        ];
    }

    /// <summary>Something particular that both articles share: rare names, or much of their leads; less where they appeared together.</summary>
    private static bool Gate(Side a, Side b, NameRarity names)
    {
        var shared = names.Shared(a.LeadNames, b.LeadNames);
        var lead = Terms.Cosine(a.Evidence!.LeadTerms, b.Evidence!.LeadTerms);
        if (shared >= EventWeights.GateNames || lead >= EventWeights.GateLead) return true;
        return PublishedApart(a, b) <= EventWeights.NearDays && SameKind(a, b) && (shared >= EventWeights.GateNamesNear || lead >= EventWeights.GateLeadNear);
    }

    private static bool SameKind(Side a, Side b) => a.Evidence!.EventKind is { } kind && kind == b.Evidence!.EventKind;

    // Families of kinds: reports waver inside one, never between two.
    private static readonly string[][] Families =
    [
        ["quake", "tsunami", "aftershock"], ["strike", "bombing", "shelling", "attack", "raid", "airstrike", "explosion", "blast", "clash", "battle", "shooting", "massacre", "gas-attack", "offensive", "fighting"],
        ["storm", "flood", "landslide", "hurricane", "cyclone"], ["fire", "explosion", "blast"], ["crash", "accident", "sinking"], ["summit", "meeting", "conference", "talks"],
        ["shooting", "attack", "crime", "murder"], ["hijacking", "piracy", "attack", "raid"], ["protest", "riot", "clash"], ["trial", "arrest", "sentence"],
    ];

    private static bool KindsClash(string? a, string? b) =>
        a is not null && b is not null && a != b && !Array.Exists(Families, f => f.Contains(a, StringComparer.Ordinal) && f.Contains(b, StringComparer.Ordinal));

    private static bool TimesApart(PartialDate? a, PartialDate? b) =>
        a is { Start: { } aFrom, End: { } aTo, Precision: DatePrecision.Day or DatePrecision.Minute } && b is { Start: { } bFrom, End: { } bTo, Precision: DatePrecision.Day or DatePrecision.Minute }
        && (aTo < bFrom || bTo < aFrom);

    private static bool TimesMeet(PartialDate? a, PartialDate? b) => a is { Start: { } aFrom, End: { } aTo } && b is { Start: { } bFrom, End: { } bTo } && aFrom <= bTo && bFrom <= aTo;

    private static bool PlacesApart(Evidence a, Evidence b) =>
        a.Places.Count > 0 && b.Places.Count > 0
        && !a.Places.Any(p => Knows(b, p)) && !b.Places.Any(p => Knows(a, p));

    private static bool Knows(Evidence evidence, string place) =>
        evidence.Places.Contains(place, StringComparer.Ordinal) || evidence.Names.Contains(place, StringComparer.Ordinal) || evidence.LeadNames.Contains(place, StringComparer.Ordinal);

    private static bool PlaceUnknown(Side a, Side b) => a.Evidence!.Places.Any(p => !Knows(b.Evidence!, p)) || b.Evidence!.Places.Any(p => !Knows(a.Evidence!, p));

    private static int PublishedApart(Side a, Side b) => (a.Day ?? a.Published, b.Day ?? b.Published) is ({ } x, { } y) ? Math.Abs(x.DayNumber - y.DayNumber) : int.MaxValue;

    private static double Ratio(Side a, Side b)
    {
        if (a.Range is not { } x || b.Range is not { } y) return 0;
        var (p, q) = (Point(x), Point(y));
        return p <= 0 || q <= 0 ? 1 : Math.Min(1, Math.Abs(Math.Log(p / q)) / 2);
    }

    private static double Point(ValueRange range) => (double.IsInfinity(range.Low) || range.Low == 0 ? (double.IsInfinity(range.High) ? 0 : range.High) : range.Low) * range.Factor;
}

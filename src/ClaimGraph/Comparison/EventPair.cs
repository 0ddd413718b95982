namespace ClaimGraph.Comparison;

/// <summary>Why two claims are not compared as one event; from <see cref="GivesBoth"/> on a person may still be asked.</summary>
internal enum Veto { None, NothingKnown, OtherMeasure, OtherDay, OtherKind, LongApart, OtherPeriod, GivesBoth, OneVoice, OtherPlace, SubPlace, OtherNames, Background, NothingShared }

/// <summary>
/// Whether two claims of one measure speak of one event: hard vetoes first, each with its reason for a reader, then the story gate, then a fixed linear score.
/// Vetoes are never features of the score: a soft objection can be outvoted, and an invented conflict is an accusation.
/// </summary>
internal static class EventPair
{
    /// <summary>The veto in words.</summary>
    public static string Reason(Side a, Side b, Veto veto) => veto switch
    {
        Veto.OtherDay => $"other days: {(a.EventTime ?? a.Claim.Asserted).Text} and {(b.EventTime ?? b.Claim.Asserted).Text}",
        Veto.OtherKind => $"another kind of event: {a.Evidence!.EventKind} and {b.Evidence!.EventKind}",
        Veto.LongApart => "reported long apart",
        Veto.OtherMeasure => "another thing is counted",
        Veto.OtherPeriod => "one counts a longer time",
        Veto.OtherNames => "each names what the other does not",
        Veto.GivesBoth => "one of the two articles gives both values",
        Veto.OneVoice => "one voice in one article gives both",
        Veto.OtherPlace => "other places",
        Veto.SubPlace => "a place inside another",
        Veto.Background => "neither article is about it",
        Veto.NothingShared => "nothing particular is shared by the two articles",
        _ => "nothing is known of the event",
    };

    /// <summary>The verdict on a pair; <see cref="Veto"/> set where it was refused before scoring, and <see cref="Soft"/> where a person may still be asked.</summary>
    public readonly record struct Verdict(double Score, Veto Veto)
    {
        public bool IsSoft => Veto >= Veto.GivesBoth;
    }

    /// <param name="articles">The block's claims by article: what else the two articles say on the measure.</param>
    public static Verdict Judge(Side a, Side b, NameRarity names, ILookup<string, Side> articles)
    {
        var (x, y) = (a.Evidence, b.Evidence);
        if (x is null || y is null) return new(0, Veto.NothingKnown);
        if (!Questions.Compatible(a, b)) return new(0, Veto.OtherMeasure);
        var sameValue = Agree(a, b);
        if (RunningMeasure.IsOf(a, b, Ratio(a, b), sameValue)) return new(Math.Max(RunningMeasure.Likely, Score(a, b, names, sameValue)), Veto.None);
        if (DaysApart(a.EventTime, b.EventTime) > (sameValue ? EventWeights.RepeatDays(x, y) : 0)) return new(0, Veto.OtherDay);
        if (KindsClash(x.EventKind, y.EventKind)) return new(0, Veto.OtherKind);
        var sameArticle = a.Document == b.Document;
        var apart = PublishedApart(a, b);
        if (apart is > EventWeights.PeriodDays and < int.MaxValue && !(x.EventTime is not null && y.EventTime is not null)) return new(0, Veto.LongApart);
        if (!sameValue && PeriodsDiffer(x.EventTime, y.EventTime)) return new(0, Veto.OtherPeriod);
        if (!sameValue && !sameArticle && !(x.EventTime is not null && y.EventTime is not null && TimesMeet(x.EventTime, y.EventTime)) && (GivesToo(articles[b.Document], a) || GivesToo(articles[a.Document], b))) return new(Score(a, b, names, sameValue), Veto.GivesBoth);
        if (!sameValue && sameArticle && (a.SpeakerKey == b.SpeakerKey || (a.Speaker is null || b.Speaker is null) && x.Denies is null && y.Denies is null)) return new(Score(a, b, names, sameValue), Veto.OneVoice);
        if (PlacesApart(a.Words, b.Words)) return new(Score(a, b, names, sameValue), Veto.OtherPlace);
        if (SubPlace(a.Words, b.Words) || SubPlace(b.Words, a.Words)) return new(Score(a, b, names, sameValue), Veto.SubPlace);
        if (!sameValue && Math.Min(Unknown(a, b, names), Unknown(b, a, names)) >= EventWeights.OwnNames) return new(Score(a, b, names, sameValue), Veto.OtherNames);
        if (!sameValue && !x.Principal && !y.Principal && !sameArticle) return new(Score(a, b, names, sameValue), Veto.Background);
        var score = Score(a, b, names, sameValue);
        return sameArticle || Gate(a, b, names) ? new(score, Veto.None) : new(score, Veto.NothingShared);
    }

    public static readonly string[] FeatureNames =
        ["bias", "sentence", "lead", "names", "leadNames", "eventTimeEqual", "publishedNear", "publishedFar", "kindEqual", "kindClash", "placeApart", "valueRatio", "sameArticle", "bothPrincipal", "ownNames", "ownNamesOne", "measureNear"];

    /// <summary>The two give the same number, which speaks for one event; "at least 22" and "49" can both hold, and still speak for none.</summary>
    public static bool Agree(Side a, Side b)
    {
        if (a.Range is not { } x || b.Range is not { } y) return a.ValueKey == b.ValueKey;
        return x.To(y) switch
        {
            Lie.Equal => true,
            Lie.Disjoint or Lie.OtherUnit => false,
            _ => Ratio(a, b) <= EventWeights.SameNumber,
        };
    }

    private static double Score(Side a, Side b, NameRarity names, bool sameValue) => Score(Features(a, b, names), sameValue);

    public static double Score(double[] features, bool sameValue)
    {
        var t = sameValue ? EventWeights.SameValue : EventWeights.OtherValue;
        ReadOnlySpan<double> weights =
        [
            t.Bias, t.Sentence, t.Lead, t.Names, t.LeadNames, t.EventTimeEqual, t.PublishedNear, t.PublishedFar, t.KindEqual, t.KindClash, t.PlaceApart, t.ValueRatio, t.SameArticle, t.BothPrincipal, t.OwnNames, t.OwnNamesOne, t.MeasureNear,
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
            Terms.Cosine(a.Words.Terms, b.Words.Terms),
            Terms.Cosine(a.Words.LeadTerms, b.Words.LeadTerms),
            Math.Min(1, names.Shared(a.Words.Names, b.Words.Names)),
            Math.Min(1, names.Shared(a.Words.LeadNames, b.Words.LeadNames) / 2),
            TimesMeet(x.EventTime, y.EventTime) ? 1 : 0,
            apart <= EventWeights.NearDays ? 1 : 0,
            apart is > EventWeights.FarDays and < int.MaxValue ? 1 : 0,
            x.EventKind is not null && x.EventKind == y.EventKind ? 1 : 0,
            x.EventKind is not null && y.EventKind is not null && x.EventKind != y.EventKind ? 1 : 0,
            PlaceUnknown(a, b) ? 1 : 0,
            Ratio(a, b),
            a.Document == b.Document ? 1 : 0,
            x.Principal && y.Principal ? 1 : 0,
            Math.Min(1, Math.Min(Unknown(a, b, names), Unknown(b, a, names))),
            Math.Min(1, Math.Max(Unknown(a, b, names), Unknown(b, a, names)) / 2),
            MeasureNear(a, b),
        ];
    }

    /// <summary>Something particular that both articles share: rare names, or much of their leads; less where they appeared together.</summary>
    private static bool Gate(Side a, Side b, NameRarity names)
    {
        var shared = names.Shared(a.Words.LeadNames, b.Words.LeadNames);
        var lead = Terms.Cosine(a.Words.LeadTerms, b.Words.LeadTerms);
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

    /// <summary>An article that gives the other's value as well knows two events, or an earlier count of one.</summary>
    private static bool GivesToo(IEnumerable<Side> article, Side other)
    {
        foreach (var claim in article)
            if (claim.EventScope == other.EventScope && Agree(claim, other)) return true;
        return false;
    }

    /// <summary>Days between two times; 0 where they meet or one is unknown.</summary>
    private static int DaysApart(PartialDate? a, PartialDate? b)
    {
        if (a is not { Start: { } aFrom, End: { } aTo } || b is not { Start: { } bFrom, End: { } bTo }) return 0;
        return aTo < bFrom ? bFrom.DayNumber - aTo.DayNumber : bTo < aFrom ? aFrom.DayNumber - bTo.DayNumber : 0;
    }

    // "Since April" beside "on Monday".
    private static bool PeriodsDiffer(PartialDate? a, PartialDate? b) => a is not null && b is not null && Math.Abs(Length(a) - Length(b)) >= EventWeights.LongerByDays;

    private static int Length(PartialDate time) => time is { Start: { } from, End: { } to } ? to.DayNumber - from.DayNumber : 0;

    /// <summary>How rare the names are that stand in one claim's sentence and nowhere in the other's sentence, title and lead.</summary>
    private static double Unknown(Side a, Side b, NameRarity names)
    {
        var sum = 0.0;
        foreach (var name in a.Words.Names)
            if (!b.Words.Knows(name)) sum += names.Of(name);
        return sum;
    }

    private static bool TimesMeet(PartialDate? a, PartialDate? b) => a is { Start: { } aFrom, End: { } aTo } && b is { Start: { } bFrom, End: { } bTo } && aFrom <= bTo && bFrom <= aTo;

    private static bool PlacesApart(WordSets a, WordSets b) => a.Places.Length > 0 && b.Places.Length > 0 && !Array.Exists(a.Places, b.Knows) && !Array.Exists(b.Places, a.Knows);

    /// <summary>"In the town of X", where the other article names no X: a part of the place, or another one.</summary>
    private static bool SubPlace(WordSets a, WordSets b) => Array.Exists(a.ScopePlaces, p => !b.Knows(p));

    private static bool PlaceUnknown(Side a, Side b) => Array.Exists(a.Words.Places, p => !b.Words.Knows(p)) || Array.Exists(b.Words.Places, p => !a.Words.Knows(p));

    private static int PublishedApart(Side a, Side b) => (a.Day ?? a.Published, b.Day ?? b.Published) is ({ } x, { } y) ? Math.Abs(x.DayNumber - y.DayNumber) : int.MaxValue;

    // A magnitude or a distance that is nearly the same is the same one read again; a toll may have doubled.
    private static double MeasureNear(Side a, Side b) => a.Range is { Kind: not QuantityKind.Count } && Ratio(a, b) < 0.03 ? 1 : 0;

    private static double Ratio(Side a, Side b)
    {
        if (a.Range is not { } x || b.Range is not { } y) return 0;
        var (p, q) = (Point(x), Point(y));
        return p <= 0 || q <= 0 ? 1 : Math.Min(1, Math.Abs(Math.Log(p / q)) / 2);
    }

    private static double Point(ValueRange range) => (double.IsInfinity(range.Low) || range.Low == 0 ? (double.IsInfinity(range.High) ? 0 : range.High) : range.Low) * range.Factor;
}

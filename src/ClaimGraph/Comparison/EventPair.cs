namespace ClaimGraph.Comparison;

/// <summary>Why two claims are not compared as one event; from <see cref="GivesBoth"/> on a person may still be asked.</summary>
internal enum Veto { None, NothingKnown, OtherMeasure, OtherDay, OtherKind, LongApart, OtherPeriod, Part, GivesBoth, OneVoice, OtherPlace, SubPlace, OtherNames, Background, NothingShared }

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
        Veto.Part => "one of the two is a part in its own article",
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
        if (RunningMeasure.IsOf(a, b, EventFeatures.Ratio(a, b), sameValue)) return new(Math.Max(RunningMeasure.Likely, Score(a, b, names, sameValue)), Veto.None);
        if (WarToll.Likelihood(a, b) is > 0 and var likely) return new(likely, Veto.None);
        if (DaysApart(a.EventTime, b.EventTime) > (sameValue ? EventWeights.RepeatDays(x, y) : 0)) return new(0, Veto.OtherDay);
        if (KindsClash(x.EventKind, y.EventKind)) return new(0, Veto.OtherKind);
        var sameArticle = a.Document == b.Document;
        var apart = EventFeatures.PublishedApart(a, b);
        if (apart is > EventWeights.PeriodDays and < int.MaxValue && !(x.EventTime is not null && y.EventTime is not null)) return new(0, Veto.LongApart);
        if (!sameValue && PeriodsDiffer(x.EventTime, y.EventTime)) return new(0, Veto.OtherPeriod);
        if (!sameValue && (x.IsPart || y.IsPart)) return new(0, Veto.Part);
        if (!sameValue && !sameArticle && !(x.EventTime is not null && y.EventTime is not null && EventFeatures.TimesMeet(x.EventTime, y.EventTime)) && (GivesToo(articles[b.Document], a) || GivesToo(articles[a.Document], b))) return new(Score(a, b, names, sameValue), Veto.GivesBoth);
        if (!sameValue && sameArticle && (a.SpeakerKey == b.SpeakerKey || (a.Speaker is null || b.Speaker is null) && x.Denies is null && y.Denies is null)) return new(Score(a, b, names, sameValue), Veto.OneVoice);
        if (PlacesApart(a.Words, b.Words) || sameArticle && Disjoint(a.Words.Places, b.Words.Places)) return new(Score(a, b, names, sameValue), Veto.OtherPlace);
        if (SubPlace(a.Words, b.Words) || SubPlace(b.Words, a.Words)) return new(Score(a, b, names, sameValue), Veto.SubPlace);
        if (!sameValue && Math.Min(Unknown(a, b, names), Unknown(b, a, names)) >= EventWeights.OwnNames) return new(Score(a, b, names, sameValue), Veto.OtherNames);
        if (!sameValue && !x.Principal && !y.Principal && !sameArticle && (apart > EventWeights.NearDays || EventFeatures.PlaceUnknown(a, b) || IsLongPast(a) || IsLongPast(b))) return new(Score(a, b, names, sameValue), Veto.Background);
        var score = Score(a, b, names, sameValue);
        return sameArticle || Gate(a, b, names, sameValue) ? new(score, Veto.None) : new(score, Veto.NothingShared);
    }

    /// <summary>The two give the same number, which speaks for one event; "at least 22" and "49" can both hold, and still speak for none.</summary>
    public static bool Agree(Side a, Side b)
    {
        if (a.Range is not { } x || b.Range is not { } y) return a.ValueKey == b.ValueKey;
        return x.To(y) switch
        {
            Lie.Equal => true,
            Lie.Disjoint or Lie.OtherUnit => false,
            _ => EventFeatures.Ratio(a, b) <= EventWeights.SameNumber,
        };
    }

    private static double Score(Side a, Side b, NameRarity names, bool sameValue) => Score(EventFeatures.Of(a, b, names), sameValue);

    public static double Score(double[] features, bool sameValue)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++) sum += features[i] * (sameValue ? EventWeights.Table[i].SameValue : EventWeights.Table[i].OtherValue);
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Something particular that both articles share: rare names, or much of their leads; less where they appeared together. A capital in both is not enough for a clash.</summary>
    private static bool Gate(Side a, Side b, NameRarity names, bool sameValue)
    {
        var shared = names.Shared(a.Words.LeadNames, b.Words.LeadNames);
        var lead = Terms.Cosine(a.Words.LeadTerms, b.Words.LeadTerms);
        if (shared >= EventWeights.GateNames || lead >= EventWeights.GateLead) return true;
        // An unusual sum is itself something particular.
        if (sameValue && shared >= EventWeights.GateNamesNear && IsUnusual(a) && IsUnusual(b)) return true;
        return EventFeatures.PublishedApart(a, b) <= EventWeights.NearDays && SameKind(a, b) && ((sameValue && shared >= EventWeights.GateNamesNear) || lead >= EventWeights.GateLeadNear);
    }

    /// <summary>A large amount or measure of two digits or more, such as 5.4 billion: hardly two stories have it by chance.</summary>
    private static bool IsUnusual(Side side) => side.Range is { IsPoint: true, Kind: not QuantityKind.Count, Low: >= 1e5 } range && ValueRange.Step(range.Low) * 10 <= range.Low;

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

    /// <summary>The sentence dates it long before its article: history, told differently in every article.</summary>
    private static bool IsLongPast(Side side) => side is { Evidence.EventTime.End: { } end, Day: { } day } && day.DayNumber - end.DayNumber > EventWeights.PeriodDays;

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

    /// <summary>Within one article each sentence says its own place.</summary>
    private static bool Disjoint(int[] a, int[] b) => a.Length > 0 && b.Length > 0 && Terms.Shared(a, b) == 0;

    private static bool PlacesApart(WordSets a, WordSets b) => a.Places.Length > 0 && b.Places.Length > 0 && !Array.Exists(a.Places, b.Knows) && !Array.Exists(b.Places, a.Knows);

    /// <summary>"In the town of X", where the other article names no X: a part of the place, or another one.</summary>
    private static bool SubPlace(WordSets a, WordSets b) => Array.Exists(a.ScopePlaces, p => !b.Knows(p));
}

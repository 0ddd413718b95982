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
        var what = ClassNear(v, q, 7) ?? ClassNear(v, q, 40) ?? Topic(v.Article);
        var owner = Owner(v, q, what);
        return ("amount", what, owner is null ? null : Slug.Of(owner.Name), owner?.Name);
    }

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<ArticleContext, string> Topics = [];

    /// <summary>What amounts are about where a sentence does not say: the first such word of headline and lead.</summary>
    private static string Topic(ArticleContext article) => Topics.GetValue(article, ReadTopic);

    /// <summary>The article is about money that was pledged, not about promises of any kind.</summary>
    public static bool IsOnPledges(ArticleContext article) =>
        Topic(article) == "pledge" && article.Sentences.Any(s => s.Tokens.Any(t => t.Text is "$" or "€" or "£" || t.Lower is "dollars" or "euros" or "pounds" || t.Text[0] is '$' or '€' or '£'));

    private static string ReadTopic(ArticleContext article)
    {
        foreach (var sentence in article.Headline is { } h ? article.Lead.Prepend(h) : article.Lead)
            foreach (var t in sentence.Tokens)
                if (t.Tag is not Tag.Propn && WordClasses.Amounts.TryGetValue(t.Lower, out var found) && found is not ("value" or "fund")) return found;
        return "money";
    }

    /// <summary>The class of the nearest amount word; "worth" and "fund" say little and give way, names say nothing.</summary>
    private static string? ClassNear(SentenceView v, PlacedQuantity q, int reach)
    {
        var (what, distance) = ((string?)null, int.MaxValue);
        for (var i = Math.Max(v.First, q.Start - reach); i < Math.Min(v.Last, q.End + reach); i++)
        {
            if (i >= q.Start && i < q.End) continue;
            if (!WordClasses.Amounts.TryGetValue(v.Lower(i), out var found) || (v.Pieces[i].Capital && i > v.First && v.Pieces[i].Tag is Tag.Propn)) continue;
            var away = (i >= q.End ? i - q.End : q.Start - 1 - i) + (found is "value" or "fund" or "need" or "budget" ? 4 : 0);
            if (away >= distance) continue;
            if (v.Pieces[(i < q.Start ? i : q.End)..(i < q.Start ? q.Start : i)].Exists(p => p.Text is ";")) continue;
            (what, distance) = (found, away);
        }
        // "takes 1.1 billion out of public spending"
        if (what is "budget" && v.Lower(q.End) is "out" && v.Lower(q.End + 1) is "of") return "cut";
        return what;
    }

    /// <summary>
    /// Whose amount it is: the subject of its clause, which is the first actor that stands in no prepositional phrase; "followed by Canada with …" names its own.
    /// Who only puts a figure on something, or collects from others, is no owner.
    /// </summary>
    private static Actor? Owner(SentenceView v, PlacedQuantity q, string what)
    {
        Actor? first = null;
        var from = v.First < v.Pieces.Count && v.Pieces[v.First].Tag is Tag.Aux or Tag.Verb ? 0 : v.First;
        foreach (var a in v.Actors)
        {
            if (a.Span.End > q.Quantity.Span.Start) break;
            var at = v.IndexAt(a.Span.Start);
            var end = v.IndexAt(a.Span.End - 1) + 1;
            if (v.Lower(end) is "with" && q.Start - end <= 3) return Holders.Behind(v, a.Actor);
            if (at < from || first is not null) continue;
            var before = v.Lower(at - 1) is "the" ? v.Lower(at - 2) : v.Lower(at - 1);
            if (before is "from" or "to" or "in" or "by" or "of" or "for" or "at" or "with" or "against" or "on") continue;
            var actor = Holders.Behind(v, a.Actor);
            if (actor.Kind is ActorKind.Country || (actor.Kind is ActorKind.Organisation && what is not ("cut" or "damage" or "value" or "pledge" or "fund"))) first = actor;
        }
        // "We pledged 450 million": the speaker's own.
        if (first is null && what is "pledge" && v.Pieces.FindIndex(v.First, p => p.Lower is "we") is var we && we >= v.First && we < q.Start && we <= v.First + 2) first = Speakers.Body(v);
        if (first is null) return null;
        for (var i = q.Start - 1; i >= v.First && i > q.Start - 8; i--) if (v.Lower(i) is "puts" or "put" or "estimated" or "estimates") return v.Lower(i) is "put" && what is "pledge" ? first : null;
        return first;
    }

    private static (string, string, string?, string?) Share(SentenceView v, PlacedQuantity q)
    {
        var dimension = q.Quantity.Kind == QuantityKind.PercentagePoints ? "points" : q.Found.Change is QuantityChange.Up or QuantityChange.Down ? "growth" : "share";
        var of = q.Found.Head is { } head ? WordClasses.PersonGroup(head) is not null && head is "person" ? "person" : WordClasses.Noun(Slug.Of(head)) : NounBefore(v, q.Start) ?? "-";
        return (dimension, of, null, null);
    }

    private static string? NounBefore(SentenceView v, int start)
    {
        for (var i = start - 1; i >= Math.Max(v.First, start - 14); i--)
        {
            if (v.Pieces[i].Text is ";" or ".") return null;
            if (v.QuantityAt(i) is not null || v.Lower(i) is "percent" or "percentage" or "point" or "points" or "cent" or "basis" or "record" or "high" or "low" or "level") continue;
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
        if (dimension is "volume" or "mass") return (dimension, Flow(v, q) ?? NounAfterOf(v, q) ?? "-", null, null);
        if (dimension is "area" or "energy" or "power") return (dimension, NounAfterOf(v, q) ?? "-", null, null);
        // Miles and kilometres are ways; metres and feet are sizes.
        if (dimension == "length" && aspect is null or "length") aspect = unit?.Name is "mile" or "km" or "nautical mile" ? "distance" : "length";
        return (aspect is "lapse" ? "duration" : aspect ?? dimension, "-", null, null);
    }

    /// <summary>"a 41-year-old case" is no person's age.</summary>
    private static bool IsPersonsAge(SentenceView v, PlacedQuantity q) =>
        q.End >= v.Pieces.Count || v.Pieces[q.End].Kind != PieceKind.Word || v.Pieces[q.End].Capital || NounRun.Read(v.Pieces, q.End, many: false) is not { Head: { } head } || WordClasses.PersonGroup(head) is not null || v.Pieces[q.End].Tag is Tag.Verb or Tag.Aux or Tag.Adp;

    /// <summary>What happened to a volume: it got out, or it was got back.</summary>
    private static string? Flow(SentenceView v, PlacedQuantity q)
    {
        for (var away = 1; away < 14; away++)
        {
            foreach (var i in new[] { q.Start - away, q.End + away - 1 })
            {
                if (i < v.First || i >= v.Last) continue;
                switch (v.Lower(i))
                {
                    case "spilled" or "spilt" or "spill" or "leaked" or "leak" or "lost" or "escaped" or "dumped" or "poured" or "gushed" or "discharged" or "released": return "spilled";
                    case "away" when v.Lower(i - 1) is "got": return "spilled";
                    case "into" when v.Lower(i - 1) is "went" or "flowed" or "ended": return "spilled";
                    case "water" when v.Lower(i - 2) is "in": return "spilled";
                    case "recovered" or "skimmed" or "collected": return "recovered";
                    case "up" when v.Lower(i - 1) is "picked" or "mopped" or "scooped": return "recovered";
                }
            }
        }
        return null;
    }

    /// <summary>"4,600 barrels of oil".</summary>
    private static string? NounAfterOf(SentenceView v, PlacedQuantity q) =>
        v.Lower(q.End) is "of" && q.End + 1 < v.Last && NounRun.Read(v.Pieces, q.End + 1, many: false) is { Head: { } head } ? WordClasses.Noun(Slug.Of(head)) : null;
}

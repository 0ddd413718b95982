namespace ClaimGraph.Extraction;

/// <summary>
/// Claims of who stands where on which act: commitments and refusals on the ladder, views of others' acts, needs for support.
/// "No country has committed", "26 countries committed" and "Britain and France are ready" answer one question.
/// </summary>
internal static class Stances
{
    private const int Reach = 16;

    public static IEnumerable<Draft> Read(SentenceView v)
    {
        List<Draft> stationings = [.. Stationings.Read(v)];
        List<Draft> drafts = [.. Needs.Read(v), .. Support.Read(v), .. Votes.Read(v), .. Promises.Read(v), .. stationings];
        foreach (var rung in Ladder.Read(v))
        {
            if (drafts.Exists(d => v.IndexAt(d.Highlights[0].Start) == rung.Word)) continue;
            if (Stance(v, rung) is { } draft && !drafts.Exists(d => d.Proposition.Key == draft.Proposition.Key && d.QuoteStart == draft.QuoteStart)) drafts.Add(draft);
        }
        if (Prohibition(v) is { } view) drafts.Add(view);
        drafts.AddRange(Absences(v, stationed: stationings.Count > 0));
        return drafts.DistinctBy(d => (d.Proposition.Key, string.Join('+', d.Proposition.Members), d.Proposition.Quantity?.Span.Start, d.QuoteStart, d.QuoteEnd));
    }

    private static Draft? Stance(SentenceView v, Rung rung)
    {
        var nominal = rung.Modality == Modality.NotCommitted && rung.Lower is "unable" or "failed";
        var holder = (nominal ? Persuaded(v, rung.End) : Holders.Of(v, rung.End)) ?? Holders.Before(v, rung.Word);
        // "if Russia rejects a ceasefire" says nothing of Russia.
        if (holder is null || v.Lower(holder.Start - 1) is "if" or "unless" or "whether") return null;
        var auxiliary = rung.Lower is "will" or "won't" or "would" or "could" or "may" or "might" or "'ll" or "wouldn't";
        var act = Acts.Find(v, rung.Lower is "commit" or "committed" or "committing" ? rung.Word : rung.End, rung.End + Reach);
        if (act is null && Anaphor(v, rung.End) is { } before) act = before;
        // Without a known act only plain ladder words make a claim of their own.
        act ??= auxiliary ? null : Acts.Other(v, rung.End);
        if (act is not { } a) return null;
        if (auxiliary && (!a.Known || a.Start > rung.End + 5)) return null;
        if (!a.Known && (holder.Members.Count == 0 && holder.Quantity is null)) return null;

        // Opposing what others would do is a view; refusing an act of one's own is a rung.
        var opposes = rung.Lower is "opposed" or "oppose" or "opposes" or "opposing" or "opposition" or "rejected" or "reject" or "rejects" or "rejecting" or "objected" or "objects" or "disagree" or "disagrees" or "disagreed" or "welcomed";
        if (opposes && a.Name is "deploy-troops" or "ceasefire" && holder.Members.Count > 0) return View(v, holder, a, rung);
        // "will vote against the budget"
        if (a.Name is "vote-for" && Enumerable.Range(a.Start, Math.Max(0, a.End - a.Start)).Any(i => v.Lower(i) is "against")) rung = rung with { Modality = rung.Modality is Modality.Refused or Modality.NotCommitted ? Modality.Undecided : Modality.Refused, Negated = true };
        var target = TargetAfter(v, a) ?? (a.Known && a.Name is "deploy-troops" or "send-weapons" ? Holders.Target(v, holder) : null);
        return Make(v, holder, a, rung, target);
    }

    /// <summary>"unable to convince <b>other European countries</b> to send troops": they are the ones who do not.</summary>
    private static Holder? Persuaded(SentenceView v, int from)
    {
        for (var i = from; i < Math.Min(v.Last, from + 6); i++)
        {
            if (v.QuantityAt(i) is { } q && q.Found.Head is { } head && WordClasses.Noun(head) == "country") return new Holder([], q, v.Words(q.Start, q.End), false, false, q.Start, q.End);
            if (v.Lower(i) is "countries" or "allies" or "nations" or "members" or "governments") return new Holder([], null, v.Words(from, i + 1), false, true, from, i + 1) { Group = "country" };
        }
        return null;
    }

    /// <summary>"such a move", "that", "it", "this": the act that was spoken of last.</summary>
    private static Act? Anaphor(SentenceView v, int from)
    {
        var i = from;
        while (i < Math.Min(v.Last, from + 3) && v.Lower(i) is "to" or "do" or "by" or "on" or "with") i++;
        if (!(v.Lower(i) is "such" or "this" or "that" or "it" or "so" or "doing") && !(i >= v.Last || v.Pieces[i].Kind == PieceKind.Mark)) return null;
        if (v.Lower(i) is "that" && i + 2 < v.Last) return null;
        if (Acts.Find(v, 0, from - 1) is { Known: true } act) return act with { Start = from, End = Math.Min(from + 1, v.Pieces.Count) };
        return null;
    }

    private static Draft View(SentenceView v, Holder holder, Act act, Rung rung)
    {
        var target = TargetAfter(v, act) ?? Holders.Target(v, holder);
        var who = holder.Members[0];
        var key = $"{Slug.Of(who.Name)};view;{act.Name}{(target is null || act.Name is not "deploy-troops" ? "" : "-" + Slug.Of(target.Name))}";
        return Build(v, holder, act, rung with { Negated = true }, key, who.Name, Polarity.Negative, rung.Modality == Modality.Undecided ? Modality.Undecided : Modality.Refused, "opposed",
            $"What does {Phrasing.The(who.Name)} think of {Phrasing.Gerund(Readable(act, target))}?", null);
    }

    /// <summary>"No Western forces should be deployed": what the speaker holds of others' acts.</summary>
    private static Draft? Prohibition(SentenceView v)
    {
        for (var i = v.First; i < Math.Min(v.Last, v.First + 8); i++)
        {
            if (v.Lower(i) is not "no" || Acts.Find(v, i, i + 6) is not { Name: "deploy-troops" } act) continue;
            for (var j = act.End; j < Math.Min(v.Last, act.End + 4); j++)
            {
                if (v.Lower(j) is not ("should" or "must" or "can" or "could" or "may")) continue;
                if (v.Statement.Attribution[0].ActorId is not { } id || Holders.Find(v, id) is not { } speaker) return null;
                var holder = new Holder([Holders.Behind(v, speaker)], null, speaker.Name, false, false, i, i + 1);
                return View(v, holder, act, new Rung(Modality.Refused, true, j, j + 1, "should"));
            }
        }
        return null;
    }

    /// <summary>"without the direct involvement of US ground forces": somebody is not to act.</summary>
    /// <param name="stationed">The sentence says where a force is to stand: what it avoids is that place.</param>
    private static IEnumerable<Draft> Absences(SentenceView v, bool stationed)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            if (v.Lower(i) is not ("without" or "avoiding" or "excluding")) continue;
            for (var j = i + 1; j < Math.Min(v.Last, i + 5); j++)
            {
                if (v.Lower(j) is not ("involvement" or "participation" or "deployment" or "presence")) continue;
                if (Acts.Find(v, j + 1, j + 7) is not { Name: "deploy-troops" } act) continue;
                foreach (var a in v.Actors)
                {
                    var at = v.IndexAt(a.Span.Start);
                    if (at <= j || at > act.End) continue;
                    var holder = new Holder([Holders.Behind(v, a.Actor)], null, a.Actor.Name, false, false, at, at + 1);
                    var rung = new Rung(Modality.NotCommitted, true, i, i + 1, "without");
                    yield return Make(v, holder, act with { Start = i }, rung, TargetAfter(v, act) ?? Holders.Target(v, holder));
                }
                if (!v.Actors.Exists(a => v.IndexAt(a.Span.Start) > j && v.IndexAt(a.Span.Start) <= act.End) && v.Lower(i) is "avoiding" or "excluding" && !stationed)
                    yield return Bare(v, i, act);
            }
        }
    }

    /// <summary>An absence whose actor is not named: kept, searchable, never compared.</summary>
    private static Draft Bare(SentenceView v, int start, Act act)
    {
        var (from, to) = Clauses.Around(v, start, act.End);
        return new Draft(new Proposition { Key = null, Subject = "the mission", Predicate = act.Name, Polarity = Polarity.Negative, Modality = Modality.Planned, TimeKind = TimeKind.Plan, ValueText = v.Words(start, Math.Min(to, act.End + 5)) }, start, to)
        {
            Highlights = [v.SpanOf(start, start + 1)], Worth = [new("plan", 0.2, "says what is planned")], Actors = Mentions.Of(v, from, to, start),
        };
    }

    private static Draft Make(SentenceView v, Holder holder, Act act, Rung rung, Actor? target)
    {
        var subject = holder.Countries ? "country" : holder.Quantity?.Found.Head is { } head ? WordClasses.Noun(head) : holder.Members.Count > 0 ? Slug.Of(holder.Members[0].Name) : "country";
        var key = $"{subject};{act.Name}{(target is null ? "" : ";" + Slug.Of(target.Name))}";
        var none = holder.Quantity?.Quantity.IsNone == true;
        var allNot = v.Lower(holder.Start - 2) is "not" && v.Lower(holder.Start - 1) is "all" || v.Lower(holder.Start - 1) is "not" || holder.Words.Contains("not all", StringComparison.OrdinalIgnoreCase);
        var modality = allNot && rung.Modality >= Modality.Considering ? Modality.NotCommitted : rung.Modality;
        var polarity = none || allNot || modality is Modality.Refused or Modality.NotCommitted ? Polarity.Negative : modality is Modality.Undecided ? Polarity.Unknown : Polarity.Positive;
        var value = RungName(modality);
        var question = holder.Countries ? $"How many countries will {Readable(act, target)}?" : $"Will {Phrasing.The(holder.Words)} {Readable(act, target)}?";
        return Build(v, holder, act, rung, key, holder.Words, polarity, modality, value, question, target);
    }

    private static Draft Build(SentenceView v, Holder holder, Act act, Rung rung, string key, string subject, Polarity polarity, Modality modality, string value, string question, Actor? target)
    {
        var from = Math.Min(Math.Min(holder.Start, rung.Word), act.Start);
        var to = Math.Max(Math.Max(rung.End, act.End), holder.End);
        if (from < v.First) from = rung.Word;
        var (start, end) = Clauses.Around(v, from, to);
        var scope = StanceScopes.Of(v, start, end, act);
        var shown = holder.Quantity is { } q ? Phrasing.Surface(q.Quantity) : holder.Members.Count > 0 ? Joined([.. holder.Members.Select(m => m.Name)]) : subject;
        var quantity = holder.Quantity?.Quantity;
        if (quantity is { IsNone: true }) quantity = quantity with { Low = 0, High = 0 };
        var rungSpan = v.SpanOf(rung.Word, Math.Max(rung.Word + 1, Math.Min(rung.End, v.Pieces.Count)));
        return new Draft(new Proposition
        {
            Key = key, Subject = subject, Predicate = value, Object = act.Name + (target is null ? "" : " " + target.Name), Quantity = quantity,
            Members = [.. holder.Members.Select(m => m.Name)], Exclusive = holder.Exclusive, Polarity = polarity, Modality = modality, Scope = scope,
            Condition = Conditions.Of(v, start, end), TimeKind = TimeKind.RunningState, Valid = v.Statement.Asserted,
            ValueText = $"{(holder.Exclusive ? "only " : "")}{shown}, {value}", QuestionText = question,
        }, start, end)
        {
            Event = false, Highlights = quantity is not null ? [rungSpan, quantity.Span] : [rungSpan],
            Recognised = [new(rungSpan, "rung", value), new(v.SpanOf(act.Start, Math.Min(act.End, v.Pieces.Count)), "act", act.Name)],
            Actors = Mentions.Of(v, start, end, rung.Word),
            Worth = [new("stance", act.Known ? 0.35 : 0.2, $"{value}: {act.Name}"), .. quantity is not null ? new[] { new Factor("number", 0.15, "states a quantity") } : []],
        };
    }

    private static string Joined(IReadOnlyList<string> names) => names.Count switch { 0 => "", 1 => names[0], _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}" };

    internal static Actor? TargetAfter(SentenceView v, Act act)
    {
        foreach (var a in v.Actors)
        {
            var at = v.IndexAt(a.Span.Start);
            if (at < act.End || at > act.End + 14 || at >= v.Last || a.Actor.Kind != ActorKind.Country) continue;
            var before = v.Lower(at - 1) is "the" or "agreed" ? v.Lower(at - 2) : v.Lower(at - 1);
            if (before is "to" or "in" or "into" or "inside" or "for" or "on" or "against" or "from") return a.Actor;
        }
        return null;
    }

    private static string Readable(Act act, Actor? target) => act.Name.Replace('-', ' ') + (target is null ? "" : (act.Name is "deploy-troops" or "send-weapons" ? " to " : " for ") + target.Name);

    internal static string RungName(Modality modality) => modality switch
    {
        Modality.NotCommitted => "not committed",
        _ => modality.ToString().ToLowerInvariant(),
    };
}

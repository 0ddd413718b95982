namespace ClaimGraph.Extraction;

/// <summary>Requirements: "it is crucial that Washington supports any deployment", "they depend on US support", "without the American umbrella the project is unviable".</summary>
internal static class Needs
{
    private static readonly HashSet<string> Goods = new(["support", "supports", "supported", "supporting", "backing", "backed", "backstop", "umbrella", "net", "aid", "help", "assistance", "cover", "power", "systems", "guarantees", "guarantee", "involvement", "protection", "approval", "aircraft", "intelligence", "security", "military"], StringComparer.Ordinal);

    public static IEnumerable<Draft> Read(SentenceView v)
    {
        // "It is crucial that" may stand outside of what attribution takes for the content.
        var from = v.Lower(v.First - 1) is "that" ? Math.Max(0, v.First - 5) : v.First;
        for (var i = from; i < v.Last; i++)
        {
            if (!Triggers(v, i)) continue;
            if (Provider(v, i) is not { } provider) continue;
            var who = Holders.Behind(v, provider.Actor);
            var at = v.IndexAt(provider.Span.Start);
            var (start, end) = Clauses.Around(v, Math.Min(i, at), Math.Max(i + 1, at + 2));
            var trigger = v.SpanOf(i, i + 1);
            yield return new Draft(new Proposition
            {
                Key = $"need;support;{Slug.Of(who.Name)}", Subject = v.Words(start, Math.Max(start + 1, Math.Min(i, end))), Predicate = "requires", Object = $"support of {who.Name}", Modality = Modality.Necessary,
                TimeKind = TimeKind.RunningState, Valid = v.Statement.Asserted, ValueText = $"support of {Phrasing.The(who.Name)} needed", QuestionText = $"Is the support of {Phrasing.The(who.Name)} needed?",
            }, start, end)
            {
                Highlights = [trigger], Recognised = [new(trigger, "requirement", v.Pieces[i].Text)], Actors = Mentions.Of(v, start, end, i), Worth = [new("requirement", 0.3, "says what is needed")],
            };
            yield break;
        }
    }

    private static bool Triggers(SentenceView v, int i)
    {
        var word = v.Lower(i);
        return word switch
        {
            "crucial" or "essential" or "vital" or "indispensable" or "necessary" or "critical" => v.Lower(i + 1) is "that" or "to" or "for" or "," or "." || v.Lower(i - 1) is "is" or "be" or "was",
            "depend" or "depends" or "depended" or "dependent" or "hinge" or "hinges" or "rely" or "relies" or "counting" or "count" or "relying" => Near(v, i, "on"),
            "need" or "needs" or "require" or "requires" or "needed" or "required" => !Ladder.IsNegated(v, i, out _),
            "only" => (v.Lower(i + 1) is "be" or "work" or "if" || v.Lower(i - 1) is "could" or "can" or "would") && Contains(v, i, "if"),
            "without" => Contains(v, i, "unviable", "impossible", "cannot", "unworkable", "not", "unable", "fail", "collapse", "pointless", "impracticable"),
            "had" or "has" or "have" => v.Lower(i + 1) is "to" && v.Lower(i + 2) is "be" && Contains(v, i, "with"),
            "unthinkable" => true,
            _ => false,
        };
    }

    private static bool Near(SentenceView v, int i, string word)
    {
        for (var j = i + 1; j < Math.Min(v.Last, i + 6); j++) if (v.Lower(j) == word) return true;
        return false;
    }

    private static bool Contains(SentenceView v, int from, params ReadOnlySpan<string> words)
    {
        for (var j = from + 1; j < v.Last; j++) foreach (var w in words) if (v.Lower(j) == w) return true;
        return false;
    }

    /// <summary>The actor whose support, aid or cover is named soon after the trigger, or who is to support.</summary>
    private static FoundActor? Provider(SentenceView v, int trigger)
    {
        foreach (var a in v.Actors)
        {
            var at = v.IndexAt(a.Span.Start);
            if (at < trigger || at > trigger + 22) continue;
            var end = v.IndexAt(a.Span.End - 1) + 1;
            for (var j = end; j < Math.Min(v.Last, end + 6); j++)
            {
                if (v.Pieces[j].Text is "," or ";") break;
                if (Goods.Contains(v.Lower(j))) return a;
            }
        }
        // Cities that stand for a government: "that Washington supports …", "counting on Washington to support".
        var tokens = v.Statement.Sentence.Tokens;
        for (var i = trigger; i + 1 < Math.Min(v.Last, trigger + 14); i++)
        {
            if (!v.Pieces[i].Capital || !(Goods.Contains(v.Lower(i + 1)) || (v.Lower(i + 1) is "to" && Goods.Contains(v.Lower(i + 2))))) continue;
            for (var t = 0; t < tokens.Count; t++)
                if (tokens[t].Span.Start == v.Pieces[i].Start && Naming.Gazetteer.Shared.At(tokens, t, capitals: false) is { Known.Actor.Kind: ActorKind.Country } known) return new FoundActor(v.Pieces[i].Span, known.Known.Actor);
        }
        // "with us support": feeds write the country small.
        for (var i = trigger; i + 1 < Math.Min(v.Last, trigger + 22); i++)
        {
            if (v.Lower(i) is "us" && v.Lower(i + 1) is "support" or "backing" or "help" or "military" && Naming.Gazetteer.Shared.ByName("United States") is { } us) return new FoundActor(v.Pieces[i].Span, us.Actor);
        }
        return null;
    }
}

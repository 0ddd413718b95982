namespace ClaimGraph.Extraction;

/// <summary>
/// Whether a promise was given at all, of which the sentence names no act: "the Alliance has given me its word", "nobody has been promised anything", "at no point did Italy promise the fund anything".
/// Where an article is about pledges of money, who promised nothing promised an amount of zero.
/// </summary>
internal static class Promises
{
    private readonly record struct Promise(Actor Holder, bool Given, int From, int To);

    public static IEnumerable<Draft> Read(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            if (At(v, i) is not { } promise) continue;
            yield return Make(v, promise);
            yield break;
        }
    }

    private static Promise? At(SentenceView v, int i)
    {
        switch (v.Lower(i))
        {
            // "has given me its word", "gave no word"; "has my word", "neither my word nor …".
            case "given" or "gave" or "give" or "gives" when Word(v, i) is { } word:
                return Holders.Before(v, i) is { Members.Count: > 0 } giver ? new(giver.Members[0], !Negated(v, i), i, word + 1) : null;
            case "my" or "our" when v.Lower(i + 1) is "word":
                return Speakers.Body(v) is { } own ? new(own, !Negated(v, i), i, i + 2) : null;
            case "promised" or "promise" or "promises" or "pledged" or "pledge" or "promising":
                return Promised(v, i);
            default: return null;
        }
    }

    private static int? Word(SentenceView v, int verb)
    {
        for (var i = verb + 1; i < Math.Min(v.Last, verb + 5); i++) if (v.Lower(i) is "word" && v.Lower(i - 1) is "its" or "his" or "her" or "their" or "our" or "my") return i;
        return null;
    }

    private static Promise? Promised(SentenceView v, int i)
    {
        // "No promise was ever made", "no pledge has been given".
        if (v.Lower(i) is "promise" or "pledge" && v.Lower(i - 1) is "no")
            return Passive(v, i + 1, ["made", "given"]) is { } made && Speakers.Body(v) is { } speaker ? new(speaker, false, i - 1, made + 1) : null;
        // "Nobody has been promised anything", "nothing was promised".
        if (v.Lower(i) is "promised" or "pledged" && v.Lower(i - 1) is "been" or "was" or "were")
            return (Before(v, i, "nobody") ?? Before(v, i, "nothing") ?? Before(v, i, "no-one")) is { } none && Speakers.Body(v) is { } said ? new(said, false, none, Math.Min(v.Last, i + 2)) : null;
        // "never promised anything", "at no point did Italy promise the fund anything", "promised nothing".
        if (Object(v, i) is not { } empty || Holders.Before(v, i) is not { Members.Count: > 0 } holder) return null;
        return v.Lower(empty) is "nothing" || Negated(v, i) || Before(v, i, "no") is { } no && v.Lower(no + 1) is "point" or "time" or "way" ? new(holder.Members[0], false, Math.Min(holder.Start, i), empty + 1) : null;
    }

    private static int? Passive(SentenceView v, int from, string[] verbs)
    {
        for (var i = from; i < Math.Min(v.Last, from + 4); i++) if (verbs.Contains(v.Lower(i))) return i;
        return null;
    }

    private static int? Object(SentenceView v, int verb)
    {
        for (var i = verb + 1; i < Math.Min(v.Last, verb + 6); i++)
        {
            if (v.Pieces[i].Text is "," or ";" || v.Lower(i) is "to" or "that") return null;
            if (v.Lower(i) is "anything" or "nothing") return i;
        }
        return null;
    }

    private static int? Before(SentenceView v, int i, string word)
    {
        for (var j = i - 1; j >= 0 && j > i - 8; j--) if (v.Lower(j) == word) return j;
        return null;
    }

    private static bool Negated(SentenceView v, int i) => Ladder.IsNegated(v, i, out _);

    private static Draft Make(SentenceView v, Promise promise)
    {
        var (start, end) = Clauses.Around(v, promise.From, promise.To);
        var who = promise.Holder;
        var span = v.SpanOf(promise.From, promise.To);
        var modality = promise.Given ? Modality.Committed : Modality.NotCommitted;
        // "No promise was ever made" narrows nothing.
        var scope = StanceScopes.Of(v, start, end, new Act("promise", promise.From, promise.To, true)).FindAll(s => s.Value != "ever");
        var money = !promise.Given && Dimensions.IsOnPledges(v.Article);
        var quantity = money ? new Quantity(Comparator.Equal, 0, 0, true, true, null, QuantityKind.Money, Surface: span.Of(v.Text), Span: span)
            : v.Quantities.Find(q => q.Start >= promise.To && q.Start <= promise.To + 3 && q.Found.Head is "vote" or "seat")?.Quantity;
        var proposition = new Proposition
        {
            Key = money ? $"amount;pledge;{Slug.Of(who.Name)}" : $"{Slug.Of(who.Name)};promise", Subject = who.Name, Predicate = Stances.RungName(modality), Object = "promise",
            Quantity = quantity, Members = money ? [] : [who.Name], Modality = money ? Modality.Committed : modality, Polarity = promise.Given ? Polarity.Positive : Polarity.Negative,
            Scope = scope, Condition = Conditions.Of(v, start, end), TimeKind = TimeKind.RunningState, Valid = v.Statement.Asserted,
            ValueText = promise.Given ? $"{who.Name}, promised" : $"{who.Name}, nothing promised", QuestionText = money ? Phrasing.Measured("amount", "pledge", who.Name) : $"Has {Phrasing.The(who.Name)} promised it?",
        };
        return new Draft(proposition, start, end)
        {
            Event = money, KeyName = money ? NameFolding.Fold(who.Name) : null, Highlights = [span], Recognised = [new(span, "rung", Stances.RungName(modality))],
            Actors = Mentions.Of(v, start, end, promise.From), Worth = [new("stance", 0.3, "says whether a promise was given")],
        };
    }
}

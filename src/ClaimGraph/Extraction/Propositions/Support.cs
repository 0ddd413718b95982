namespace ClaimGraph.Extraction;

/// <summary>Stances on giving support: "US backing could come as air support", "has refused to offer air cover", "no confirmation of direct US involvement", "backed by the US".</summary>
internal static class Support
{
    private static readonly HashSet<string> Nouns = new(["support", "backing", "backstop", "umbrella", "involvement", "aid", "assistance", "cover", "coverage", "guarantee", "guarantees", "protection", "net", "help", "role", "answer", "willingness"], StringComparer.Ordinal);

    public static IEnumerable<Draft> Read(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            var word = v.Lower(i);
            if (word is "backed" or "supported" && v.Lower(i + 1) is "by")
            {
                if (!Supposed(v, i) && ActorNear(v, i + 2, i + 5) is { } by) yield return Make(v, by.Actor, i, v.IndexAt(by.Span.End - 1) + 1, Modality.Asserted, Polarity.Positive, i);
                continue;
            }
            if (!Nouns.Contains(word)) continue;
            // Whose support: the actor right before the noun.
            if (word is not ("role" or "answer" or "willingness" or "help" or "net" or "umbrella") && ActorNear(v, i - 3, i) is { } owner && owner.Actor.Kind is ActorKind.Country or ActorKind.Organisation && Rung(v, i) is { } rung)
            {
                if (rung.Modality is Modality.Necessary) continue;
                yield return Make(v, owner.Actor, rung.At, i + 1, rung.Modality, rung.Polarity, rung.At);
                continue;
            }
            // Somebody refuses, offers, assures support.
            if (Verb(v, i) is not { } verb) continue;
            if (verb.Modality == Modality.Undecided && word is "answer" && Earlier(v) is false) continue;
            if (Holders.Before(v, verb.At) is not { Members.Count: > 0 } holder) continue;
            yield return Make(v, holder.Members[0], Math.Min(holder.Start < v.First ? verb.At : holder.Start, verb.At), i + 1, verb.Modality, verb.Polarity, verb.At);
        }
    }

    /// <summary>"has not given a clear answer" is about the support that was spoken of before.</summary>
    private static bool Earlier(SentenceView v)
    {
        var (sentences, here) = (v.Article.Sentences, v.Statement.Sentence.Span.Start);
        for (var s = Speech.QuoteMap.FirstEndingAfter(sentences, here) - 1; s >= 0 && sentences[s].Span.Start >= here - 1500; s--)
        {
            foreach (var t in sentences[s].Tokens) if (t.Lower is "support" or "backing" or "approval" or "umbrella" or "backstop") return true;
        }
        return false;
    }

    private static bool Supposed(SentenceView v, int before)
    {
        for (var i = before; i >= v.First && i > before - 7; i--) if (v.Lower(i) is "if" or "unless" or "only" or "whether") return true;
        return false;
    }

    private static FoundActor? ActorNear(SentenceView v, int from, int to)
    {
        FoundActor? best = null;
        foreach (var a in v.Actors)
        {
            var at = v.IndexAt(a.Span.Start);
            if (at >= Math.Max(0, from) && at < to) best = a;
        }
        return best;
    }

    /// <summary>What is said of an actor's support: an open question, a denial of confirmation, a possibility.</summary>
    private static (Modality Modality, Polarity Polarity, int At)? Rung(SentenceView v, int noun)
    {
        for (var i = noun - 1; i >= v.First && i > noun - 8; i--)
        {
            if (v.Lower(i) is "confirmation" or "guarantee" or "assurance" && v.Lower(i - 1) is "no") return (Modality.Undecided, Polarity.Negative, i - 1);
            if (v.Lower(i) is "without" or "need" or "needs" or "depend" or "depends" or "require" or "requires" or "crucial") return (Modality.Necessary, Polarity.Positive, i);
            if (v.Lower(i) is "assured" or "assures" or "promised" or "pledged" or "guaranteed" or "secured") return (Modality.Ready, Polarity.Positive, i);
            // "they would receive US aid": as firm as the word by which it was said.
            if (v.Lower(i) is "receive" or "get" or "receives" or "enjoy") return (v.Statement.Attribution[0].Cue is { } cue && (cue.StartsWith("assur", StringComparison.Ordinal) || cue.StartsWith("promis", StringComparison.Ordinal) || cue.StartsWith("pledg", StringComparison.Ordinal) || cue.StartsWith("guarant", StringComparison.Ordinal)) ? Modality.Ready : Modality.Willing, Polarity.Positive, i);
        }
        for (var i = noun + 1; i < Math.Min(v.Last, noun + 5); i++)
        {
            if (v.Lower(i) is "could" or "may" or "might") return (Modality.Considering, Polarity.Positive, i);
            if (v.Lower(i) is "will") return (Modality.Committed, Polarity.Positive, i);
        }
        return null;
    }

    /// <summary>The verb that gives or denies it: "refused to offer …", "assured of …", "would play a role in supporting", "given a clear answer".</summary>
    private static (Modality Modality, Polarity Polarity, int At)? Verb(SentenceView v, int noun)
    {
        for (var i = noun - 1; i >= v.First && i > noun - 12; i--)
        {
            var word = v.Lower(i);
            if (word is ";" or ":") return null;
            if (word is "refused" or "declined" or "refuses" or "rejected") return Ladder.IsNegated(v, i, out _) ? (Modality.Undecided, Polarity.Unknown, i) : (Modality.Refused, Polarity.Negative, i);
            if (word is "assured" or "assures" or "promised" or "pledged" or "vowed" or "guaranteed") return (Modality.Ready, Polarity.Positive, i);
            if (word is "given" && v.Lower(noun) is "answer") return Ladder.IsNegated(v, i, out _) ? (Modality.Undecided, Polarity.Unknown, i) : null;
            if (word is "would" && v.Lower(noun) is "role" && v.Lower(i + 1) is "play" or "have") return Whether(v, i) ? (Modality.Undecided, Polarity.Unknown, i) : (Modality.Considering, Polarity.Positive, i);
            if (word is "doubt" && v.Lower(i - 1) is "no") return null;
        }
        return null;
    }

    private static bool Whether(SentenceView v, int before)
    {
        for (var i = before; i >= v.First && i > before - 8; i--) if (v.Lower(i) is "whether" or "if") return true;
        return false;
    }

    private static Draft Make(SentenceView v, Actor giver, int from, int to, Modality modality, Polarity polarity, int rungAt)
    {
        var who = Holders.Behind(v, giver);
        (from, to) = (Math.Min(from, to), Math.Max(from, to));
        var (start, end) = Clauses.Around(v, Math.Max(v.First, from), to);
        var rung = v.SpanOf(rungAt, rungAt + 1);
        var act = new Act("support", to - 1, to, true);
        return new Draft(new Proposition
        {
            Key = $"{Slug.Of(who.Name)};support", Subject = who.Name, Predicate = Stances.RungName(modality), Object = "support", Members = [who.Name], Polarity = polarity, Modality = modality,
            Scope = StanceScopes.Of(v, start, end, act), Condition = Conditions.Of(v, start, end), TimeKind = TimeKind.RunningState, Valid = v.Statement.Asserted,
            ValueText = $"{who.Name} support, {Stances.RungName(modality)}", QuestionText = $"Will {Phrasing.The(who.Name)} give support?",
        }, start, end)
        {
            Highlights = [rung], Recognised = [new(rung, "rung", Stances.RungName(modality))], Actors = Mentions.Of(v, start, end, rungAt), Worth = [new("stance", 0.35, "says who supports what")],
        };
    }
}

namespace ClaimGraph.Extraction;

/// <summary>How the deputies of a party will vote: "all six deputies of the Accord will vote against the budget", "its five votes are undecided", "her deputies will bring the budget down".</summary>
internal static class Votes
{
    private static readonly HashSet<string> Voters = new(["deputy", "mp", "lawmaker", "senator", "legislator", "parliamentarian", "vote", "member"], StringComparer.Ordinal);
    private static readonly HashSet<string> Bills = new(["budget", "bill", "law", "motion", "plan", "draft", "package", "treaty", "reform", "government", "cabinet", "coalition", "deal", "amendment"], StringComparer.Ordinal);

    public static IEnumerable<Draft> Read(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            if (v.Pieces[i].Kind != PieceKind.Word || !Voters.Contains(Nouns.Singular(v.Lower(i)))) continue;
            if (Party(v, i) is not { } party || Choice(v, i) is not { } choice) continue;
            yield return Make(v, party, i, choice.Modality, choice.At);
            yield break;
        }
    }

    /// <summary>Whose deputies: "of the Accord", "the Accord's", "her", "the party's".</summary>
    private static Actor? Party(SentenceView v, int voters)
    {
        if (v.Lower(voters + 1) == "of")
            foreach (var a in v.Actors)
                if (v.IndexAt(a.Span.Start) is var at && at > voters && at <= voters + 3 && a.Actor.Kind is ActorKind.Organisation or ActorKind.Group) return a.Actor;
        for (var i = voters - 1; i >= 0 && i > voters - 5; i--)
        {
            var word = v.Lower(i);
            if (word is "our" or "my") return Speakers.Body(v) is { Kind: ActorKind.Organisation } own ? own : null;
            if (word is "her" or "his" or "its" or "their" or "party's" or "group's" or "bloc's" or "faction's") return Nearest(v, i);
            foreach (var a in v.Actors)
                if (a.Actor.Kind == ActorKind.Organisation && word.EndsWith("'s", StringComparison.Ordinal) && a.Span.Overlaps(v.Pieces[i].Span)) return a.Actor;
        }
        return null;
    }

    /// <summary>The party that the sentence names, or whose leader it names or quotes.</summary>
    private static Actor? Nearest(SentenceView v, int before)
    {
        Actor? found = null;
        foreach (var a in v.Actors)
        {
            var body = a.Actor.Kind == ActorKind.Organisation ? a.Actor : Speakers.Behind(v, a.Actor);
            if (body.Kind != ActorKind.Organisation) continue;
            found = body;
            if (v.IndexAt(a.Span.Start) > before) break;
        }
        return found ?? (Speakers.Body(v) is { Kind: ActorKind.Organisation } own ? own : null);
    }

    private static (Modality Modality, int At)? Choice(SentenceView v, int voters)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            var word = v.Lower(i);
            var not = Ladder.IsNegated(v, i, out _);
            switch (word)
            {
                case "vote" or "voted" or "votes" or "voting" or "side" when i != voters && v.Lower(i + 1) is "against": return (not ? Modality.Undecided : Modality.Refused, i);
                case "vote" or "voted" or "votes" or "voting" when i != voters && v.Lower(i + 1) is "for" or "with": return (not ? Modality.Refused : Modality.Committed, i);
                case "bring" or "vote" or "bringing" or "topple" or "sink" or "block" or "reject" or "oppose" when i > voters && Bill(v, i + 1) is { } bill && (word is not ("bring" or "vote" or "bringing") || v.Lower(bill + 1) is "down"): return (not ? Modality.Undecided : Modality.Refused, i);
                case "back" or "support" or "approve" or "pass" or "endorse" or "stand" when i > voters && Bill(v, i + 1) is not null: return (not ? Modality.Refused : Modality.Committed, i);
                case "abstain": return (Modality.NotCommitted, i);
                case "undecided" or "undeclared": return (Modality.Undecided, i);
                case "yet" when v.Lower(i + 1) is "to" && v.Lower(i + 2) is "decide" or "make" or "say" or "choose": return (Modality.Undecided, i);
                case "anybody's" or "anyone's" or "open" when v.Lower(i + 1) is "guess" or "question": return (Modality.Undecided, i);
            }
        }
        return null;
    }

    private static int? Bill(SentenceView v, int from)
    {
        for (var i = from; i < Math.Min(v.Last, from + 6); i++) if (Bills.Contains(v.Lower(i))) return i;
        return null;
    }

    private static Draft Make(SentenceView v, Actor party, int voters, Modality modality, int at)
    {
        var (start, end) = Clauses.Around(v, Math.Min(voters, at), Math.Max(voters, at) + 1);
        var rung = v.SpanOf(at, at + 1);
        var quantity = v.QuantityAt(voters)?.Quantity;
        var act = new Act("vote-for", at, at + 1, true);
        return new Draft(new Proposition
        {
            Key = $"{Slug.Of(party.Name)};vote-for", Subject = party.Name, Predicate = Stances.RungName(modality), Object = act.Name, Members = [party.Name], Quantity = quantity, Modality = modality,
            Polarity = modality is Modality.Refused or Modality.NotCommitted ? Polarity.Negative : modality is Modality.Undecided ? Polarity.Unknown : Polarity.Positive,
            Scope = StanceScopes.Of(v, start, end, act), Condition = Conditions.Of(v, start, end), TimeKind = TimeKind.RunningState, Valid = v.Statement.Asserted,
            ValueText = $"{party.Name}, {Stances.RungName(modality)}", QuestionText = $"Will {Phrasing.The(party.Name)} vote for it?",
        }, start, end)
        {
            Highlights = quantity is null ? [rung] : [rung, quantity.Span], Recognised = [new(rung, "rung", Stances.RungName(modality)), new(v.SpanOf(voters, voters + 1), "act", act.Name)],
            Actors = Mentions.Of(v, start, end, at), Worth = [new("stance", 0.35, $"{Stances.RungName(modality)}: {act.Name}")],
        };
    }
}

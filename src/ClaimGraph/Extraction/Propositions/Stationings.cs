namespace ClaimGraph.Extraction;

/// <summary>
/// Where a force is to stand: "the troops will stay away from the front line", "avoiding a deployment near the border". One question, answered by near or by far; only plans, for
/// where troops of a war stand today is told of another force every day.
/// </summary>
internal static class Stationings
{
    private const int Reach = 14;

    private static readonly HashSet<string> Forces = new("troop troops soldier soldiers force forces peacekeeper peacekeepers contingent mission deployment personnel brigade".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Standing = new("deploy deployed deploying deployment station stationed stationing stay remain keep kept base based operate serve positioned placed presence".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Plans = new("will would shall should plan plans planned purpose aim aims avoid avoiding expected intended envisages foresees focus going".Split(' '), StringComparer.Ordinal);

    public static IEnumerable<Draft> Read(SentenceView v)
    {
        for (var i = v.First; i < v.Last; i++)
        {
            if (Place(v, i) is not { } place || Distance(v, i) is not { } distance || place.End > v.Last) continue;
            var from = Math.Max(v.First, i - Reach);
            if (!Any(v, from, i, Standing) || !Any(v, v.First, i, Forces) || !Any(v, v.First, i, Plans)) continue;
            var negated = Denied(v, from, distance.At);
            var near = distance.Near != negated;
            var force = Force(v, from, i);
            var nobody = new Holder([], null, "", false, false, i, i);
            var target = Holders.Target(v, nobody);
            var (start, end) = Clauses.Around(v, distance.At, place.End);
            var of = force is null ? "force" : Slug.Of(force.Name);
            yield return new Draft(new Proposition
            {
                Key = target is null ? null : $"{of};near;{place.Name};{Slug.Of(target.Name)}", Subject = force?.Name ?? "the force", Predicate = near ? "near" : "away from", Object = place.Name.Replace('-', ' '),
                Polarity = near ? Polarity.Positive : Polarity.Negative, Modality = Modality.Planned, TimeKind = TimeKind.Plan, Valid = v.Statement.Asserted,
                ValueText = $"{(near ? "near" : "away from")} the {place.Name.Replace('-', ' ')}", QuestionText = $"Will the {(force is null ? "" : $"{force.Name} ")}force stand near the {place.Name.Replace('-', ' ')}{(target is null ? "" : $" in {Phrasing.The(target.Name)}")}?",
            }, start, end)
            {
                Highlights = [v.SpanOf(distance.At, place.End)], Recognised = [new(v.SpanOf(distance.At, place.End), "stationing", near ? "near" : "away from")],
                Actors = Mentions.Of(v, start, end, distance.At), Worth = [new("plan", 0.25, "says where a force is to stand")],
            };
            yield break;
        }
    }

    private static (string Name, int End)? Place(SentenceView v, int i) => v.Lower(i) switch
    {
        "frontline" or "frontlines" or "front-line" => ("front-line", i + 1),
        "front" when v.Lower(i + 1) is "line" or "lines" => ("front-line", i + 2),
        "front" when v.Lower(i + 1) is "-" && v.Lower(i + 2) is "line" or "lines" => ("front-line", i + 3),
        "line" when v.Lower(i + 1) is "of" && v.Lower(i + 2) is "contact" => ("front-line", i + 3),
        "border" or "frontier" => ("border", i + 1),
        _ => null,
    };

    private static (bool Near, int At)? Distance(SentenceView v, int place)
    {
        for (var i = place - 1; i >= v.First && i > place - 5; i--)
        {
            switch (v.Lower(i))
            {
                case "near" or "along" or "close": return (true, i);
                case "from" when v.Lower(i - 1) is "away" or "far" or "back": return (false, i - 1);
                case "off" or "behind": return (false, i);
                case "of" when v.Lower(i - 1) is "clear" or "out": return (false, i - 1);
            }
        }
        return null;
    }

    private static bool Denied(SentenceView v, int from, int to)
    {
        var denied = false;
        for (var i = from; i < to; i++) if (v.Lower(i) is "not" or "no" or "never" or "n't" or "avoid" or "avoiding" or "without" or "excluding" or "won't" or "wouldn't") denied = !denied;
        return denied;
    }

    /// <summary>"Italian troops": a force with a name is another one than "the troops".</summary>
    private static Actor? Force(SentenceView v, int from, int to)
    {
        foreach (var a in v.Actors)
            if (v.IndexAt(a.Span.End - 1) + 1 is var next && next > from && next < to && Forces.Contains(v.Lower(next))) return a.Actor;
        return null;
    }

    private static bool Any(SentenceView v, int from, int to, HashSet<string> words)
    {
        for (var i = from; i < to; i++) if (words.Contains(v.Lower(i))) return true;
        return false;
    }
}

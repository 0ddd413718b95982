namespace ClaimGraph.Comparison;

/// <summary>Questions about one event: claims of a measure, grouped by what tells events apart. Only pairs that were compared directly are related.</summary>
internal static class EventQuestions
{
    private const int CandidatesAClaim = 2, LookAlikes = 3;

    public static void Add(GroupingState state, List<Side> claims)
    {
        var grouping = new EventGrouping(claims, state.Sight);
        state.PairsCompared += grouping.PairsCompared;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var questions = grouping.Questions(claims).OrderBy(q => q[0], Comparer<Side>.Create(Sequence.Compare)).ToList();
        var visible = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var question in questions) Add(state, grouping, question, taken, visible);
        Merge(state, claims);

        var positions = claims.ToLookup(c => c.Position, StringComparer.Ordinal);
        var carried = new Dictionary<(string, string), bool>();
        foreach (var link in Nearest(grouping.Accepted))
        {
            var holds = EventPair.Agree(link.A, link.B) || Carried(link.A.Position, link.B.Position);
            state.Examine(link.A, link.B, link.A.Question, Rounded(link.Score), Shared(link), holds ? null : "may be another event: others who give these figures speak of other events", conflictsOnly: !holds);
        }
        foreach (var link in grouping.Asked.GroupBy(l => l.A.Id).SelectMany(g => g.OrderByDescending(l => l.Score).ThenBy(l => l.B.Id, StringComparer.Ordinal).Take(CandidatesAClaim)))
            state.Examine(link.A, link.B, link.A.Question, Rounded(link.Score), Shared(link), link.Veto == Veto.None ? Doubt(link) : $"may be another event: {link.Reason}", conflictsOnly: true);
        Apart(state, grouping);

        // A clash of two claims is shown as one of their positions, so that enough of those members that could be compared must be likely of one event.
        bool Carried(string a, string b)
        {
            if (carried.TryGetValue((a, b), out var known)) return known;
            var met = positions[a].SelectMany(x => positions[b].Where(y => x.Claim.Blocks.Intersect(y.Claim.Blocks, StringComparer.Ordinal).Any() && grouping.Met(x, y)).Select(y => grouping.IsLikely(x, y))).ToList();
            return carried[(a, b)] = carried[(b, a)] = met.Count(likely => likely) >= EventWeights.CarriedShare * met.Count;
        }
    }

    private static void Add(GroupingState state, EventGrouping grouping, IReadOnlyList<Side> claims, HashSet<string> taken, HashSet<string> visible)
    {
        var key = Name(claims, taken, visible);
        taken.Add(key);
        var question = new Question(Ids.Question(key), key, QuestionNames.TextOf(claims));
        foreach (var value in claims.GroupBy(c => c.ValueKey, StringComparer.Ordinal))
        {
            // The first claim of a value opens its position; another joins it where every member accepts it, else it keeps a position of its own.
            var members = new List<Side>();
            foreach (var claim in value)
            {
                var joins = members.TrueForAll(m => grouping.Accepts(m, claim) || m.OldPosition is not null && m.OldPosition == claim.OldPosition);
                claim.Position = Ids.Position(question.Id, joins ? claim.ValueKey : $"{claim.ValueKey}#{claim.Id}");
                if (joins) members.Add(claim);
            }
        }
        state.Place(question, claims);
    }

    /// <summary>The oldest name that may be kept: a stored one whose first claim is here or out of sight, else the first claim's.</summary>
    private static string Name(IReadOnlyList<Side> claims, HashSet<string> taken, HashSet<string> visible)
    {
        var here = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var first = claims.Aggregate((a, b) => string.CompareOrdinal(QuestionNames.OfEvent(b), QuestionNames.OfEvent(a)) < 0 ? b : a);
        return claims
            .Select(c => c.OldKey)
            .OfType<string>()
            .Where(k => QuestionNames.AnchorOf(k) is { } anchor && (here.Contains(anchor) || !taken.Contains(k) && claims.Any(c => c.OldKey == k && c.Claim.Blocks.Count > 1) && !visible.Contains(anchor)))
            .Append(QuestionNames.OfEvent(first))
            .Where(k => !taken.Contains(k))
            .Min(StringComparer.Ordinal) ?? QuestionNames.OfEvent(first);
    }

    private static void Merge(GroupingState state, List<Side> claims)
    {
        foreach (var old in claims.Where(c => c.OldQuestion is not null).GroupBy(c => c.OldQuestion!, StringComparer.Ordinal))
            if (!old.Any(c => c.Question == old.Key)) state.Merged[old.Key] = old.Order(Comparer<Side>.Create(Sequence.Compare)).First().Question;
    }

    /// <summary>Of the accepted pairs, those nearest in time: at most a few for a claim to each other position.</summary>
    private static IEnumerable<EventLink> Nearest(IEnumerable<EventLink> accepted)
    {
        const int reach = 2;
        var met = new Dictionary<(string Claim, string Position), int>();
        foreach (var link in accepted.OrderBy(Distance).ThenBy(l => l.A.Id, StringComparer.Ordinal).ThenBy(l => l.B.Id, StringComparer.Ordinal))
        {
            var (a, b) = (met.GetValueOrDefault((link.A.Id, link.B.Position)), met.GetValueOrDefault((link.B.Id, link.A.Position)));
            if (a >= reach && b >= reach) continue;
            met[(link.A.Id, link.B.Position)] = a + 1;
            met[(link.B.Id, link.A.Position)] = b + 1;
            yield return link;
        }
    }

    private static int Distance(EventLink link) => (link.A.Day, link.B.Day) is ({ } a, { } b) ? Math.Abs(a.DayNumber - b.DayNumber) : int.MaxValue;

    // In steps of a twentieth, so that a name that grows a little commoner rewrites nothing.
    private static double Rounded(double score) => Math.Round(Math.Min(score, 0.99) * 20, MidpointRounding.ToZero) / 20;

    private static string Shared(EventLink link)
    {
        var shared = Named(link.A).Intersect(Named(link.B), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (shared.Count == 0) return "much of the wording is shared";
        // Whichever came first: the sides of a pair have no order of their own.
        var printed = PrintedNames.Of(new[] { link.A, link.B }.OrderBy(s => s.Id, StringComparer.Ordinal), shared).Take(3).ToList();
        return printed.Count == 0 ? "both articles name the same people or places" : $"both name {string.Join(", ", printed)}";
    }

    private static IEnumerable<string> Named(Side side) => (side.Evidence?.Names ?? []).Concat(side.Evidence?.LeadNames ?? []);

    private static string Doubt(EventLink link) => $"may be another event: {Shared(link)}, and little else is shared";

    private static void Apart(GroupingState state, EventGrouping grouping)
    {
        var shown = grouping.Refused
            .Where(l => l.A.Question != l.B.Question)
            .GroupBy(l => (l.A.Question, l.B.Question))
            .Select(g => g.MaxBy(l => l.Score))
            .OrderByDescending(l => l.Score).ThenBy(l => l.A.Id, StringComparer.Ordinal).ThenBy(l => l.B.Id, StringComparer.Ordinal);
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var link in shown)
        {
            var (mine, other) = link.A.IsNew ? (link.A, link.B) : (link.B, link.A);
            if (count.GetValueOrDefault(mine.Question) >= LookAlikes) continue;
            count[mine.Question] = count.GetValueOrDefault(mine.Question) + 1;
            state.SetApart.Add(new SetApart(mine.Question, other.Question, null, link.Reason));
        }
    }
}

namespace ClaimGraph.Comparison;

/// <summary>
/// Whose claim a relayed one is: an article that has its value from an outlet, and a party that gives up its own figure for another's, have the origin of the claim that they repeat.
/// A named speaker stays the origin, wherever the words are printed.
/// </summary>
internal static class Lineage
{
    // How many claims of one outlet are looked at, earliest first.
    private const int Most = 8;

    /// <summary>Gives the claims of one question that repeat another of it the origin of that one.</summary>
    public static void Trace(IReadOnlyList<Side> question, Dictionary<string, string> origins)
    {
        Repeat(question, origins);
        Join(question, origins);
    }

    /// <summary>What "London and Paris" say together is no second voice beside what either says: it has the origin of what one of them says.</summary>
    private static void Join(IReadOnlyList<Side> question, Dictionary<string, string> origins)
    {
        foreach (var joint in question)
        {
            var voices = Voices(joint).ToList();
            if (voices.Count < 2 || origins.ContainsKey(joint.Id)) continue;
            var others = question.Where(s => s != joint && Speaks(s, voices)).ToList();
            if (others.Count == 0 || others.Exists(s => s.Claim.Origin == joint.Claim.Origin)) continue;
            var first = others.MinBy(s => s, Comparer<Side>.Create(Sequence.Compare))!;
            if (joint.IsNew || first.IsNew) origins[joint.Id] = first.Claim.Origin;
        }
    }

    private static bool Speaks(Side side, List<string> voices) => Origin.ActorOf(side.Claim.Origin) is { } origin && voices.Contains(origin);

    private static IEnumerable<string> Voices(Side side) => side.Claim.Attribution.Where(s => s.Position == 0 && s.Role is ChainRole.Speaker or ChainRole.Origin).Select(s => s.ActorId).OfType<string>();

    private static void Repeat(IReadOnlyList<Side> question, Dictionary<string, string> origins)
    {
        var relays = question.Where(s => Relays(s).Any() || s.Accepts).ToList();
        if (relays.Count == 0) return;
        var byOutlet = question.Where(s => s.OutletId is not null).OrderBy(s => s, Comparer<Side>.Create(Sequence.Compare)).ToLookup(s => s.OutletId!, StringComparer.Ordinal);
        var sources = relays.Select(r => (Relay: r, Source: SourceOf(r, question, byOutlet))).Where(r => r.Source is not null).ToDictionary(r => r.Relay.Id, r => r.Source!, StringComparer.Ordinal);
        foreach (var relay in relays)
        {
            var root = relay;
            var met = new HashSet<string>(StringComparer.Ordinal);
            while (met.Add(root.Id) && sources.TryGetValue(root.Id, out var source)) root = source;
            if (root != relay && (relay.IsNew || root.IsNew)) origins[relay.Id] = origins.GetValueOrDefault(root.Id) ?? root.Claim.Origin;
        }
    }

    /// <summary>Whether a claim has its value from the outlet that published the other.</summary>
    public static bool Cites(Side citing, Side cited) =>
        cited.OutletId is { } outlet && citing.OutletId != outlet && citing.Claim.Attribution.Any(s => s.SourceId == outlet || s.ActorId is null && IsShort(s.Name, cited.SourceName));

    /// <summary>"the agency PAP" is Pan-Atlantic Press.</summary>
    private static bool IsShort(string name, string outlet)
    {
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return last.Length >= 2 && last.All(char.IsUpper) && last == string.Concat(outlet.Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0])).Select(w => w[0]));
    }

    private static IEnumerable<AttributionStep> Relays(Side side) =>
        side.Claim.OriginKnown && Origin.ActorOf(side.Claim.Origin) is not null ? [] : side.Claim.Attribution.Where(s => s.Role is ChainRole.Origin or ChainRole.Relay or ChainRole.Outlet && (s.SourceId is null || s.SourceId != side.OutletId));

    private static Side? SourceOf(Side relay, IReadOnlyList<Side> question, ILookup<string, Side> byOutlet)
    {
        if (relay.Accepts) return question.Where(s => s.Document != relay.Document && !s.Accepts && Agree(s, relay) && Sequence.Compare(s, relay) < 0).MinBy(s => s, Comparer<Side>.Create(Sequence.Compare));
        foreach (var step in Relays(relay))
        {
            var cited = step.SourceId is { } id && byOutlet.Contains(id) ? byOutlet[id]
                : byOutlet.Where(o => Cites(relay, o.First())).SelectMany(o => o);
            if (cited.Take(Most).FirstOrDefault(s => s.Document != relay.Document && Agree(s, relay)) is { } source) return source;
        }
        return null;
    }

    /// <summary>The values can be one, told more or less exactly.</summary>
    private static bool Agree(Side a, Side b) => (a.Range, b.Range) switch
    {
        ({ } x, { } y) => a.Form == Form.Denied == (b.Form == Form.Denied) && a.Negative == b.Negative && x.Comparable(y) && x.To(y) != Lie.Disjoint,
        (null, null) => a.Negative == b.Negative,
        _ => false,
    };
}

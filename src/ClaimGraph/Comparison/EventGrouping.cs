using QuikGraph.Collections;

namespace ClaimGraph.Comparison;

/// <summary>An event pair that was compared: how likely it is one event, and why not where it was refused.</summary>
internal readonly record struct EventLink(Side A, Side B, double Score, Veto Veto)
{
    public string Reason => EventPair.Reason(A, B, Veto);
}

/// <summary>
/// Claims of one measure put together by event. Each block that is read whole is clustered by itself, in a fixed order, so that the result depends on the block's claims and
/// on nothing else; clusters of several blocks that share a claim are one event.
/// </summary>
internal sealed class EventGrouping
{
    private readonly Dictionary<(string, string), EventLink> _accepted = [];
    private readonly Dictionary<(string, string), EventLink> _asked = [];
    private readonly HashSet<(string, string)> _likely = [];
    private readonly List<EventLink> _refused = [];
    private readonly ForestDisjointSet<Side> _together = new();
    private readonly Vocabulary _vocabulary = new();
    // Claims in a crowd, of which only neighbours were compared, and those pairs.
    private readonly HashSet<string> _crowd = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _neighbours = [];
    private const double NotCompared = -1;

    /// <summary>Pairs that are compared as one event, whose relation may be stated.</summary>
    public IEnumerable<EventLink> Accepted => _accepted.Values;

    /// <summary>Pairs that are likely one event but not certain: questions to a person.</summary>
    public IEnumerable<EventLink> Asked => _asked.Where(p => !_accepted.ContainsKey(p.Key)).Select(p => p.Value);

    /// <summary>Pairs that look alike and are not one event.</summary>
    public IReadOnlyList<EventLink> Refused => _refused;

    public long PairsCompared { get; private set; }

    /// <param name="sides">All claims of one key.</param>
    public EventGrouping(IReadOnlyList<Side> sides, Sight sight)
    {
        foreach (var side in sides) side.Words = _vocabulary.Of(side);
        foreach (var side in sides) _together.MakeSet(side);
        var byBlock = sides
            .SelectMany(s => s.Claim.Blocks.Where(sight.Compared.Contains).Select(b => (Block: b, Side: s)))
            .GroupBy(p => p.Block, p => p.Side, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var block in byBlock) Cluster([.. block.OrderBy(s => s.Id, StringComparer.Ordinal)]);
        KeepTogether(sides, sight);
    }

    public IEnumerable<IReadOnlyList<Side>> Questions(IReadOnlyList<Side> sides) =>
        sides.GroupBy(_together.FindSet).Select(g => (IReadOnlyList<Side>)[.. g.OrderBy(s => s, Comparer<Side>.Create(Sequence.Compare))]);

    public bool Accepts(Side a, Side b) => _accepted.ContainsKey(Pair(a, b));

    /// <summary>Compared without a veto, and as likely of one event as not.</summary>
    public bool IsLikely(Side a, Side b) => _likely.Contains(Pair(a, b));

    /// <summary>Whether two claims that share a block were looked at: in a crowd, only neighbours are.</summary>
    public bool Met(Side a, Side b) => !_crowd.Contains(a.Id) || !_crowd.Contains(b.Id) || _neighbours.Contains(Pair(a, b));

    private void Cluster(List<Side> block)
    {
        if (block.Count < 2) return;
        var rarity = new NameRarity(block, _vocabulary);
        // Another scope is another question: parts and wholes, groups and periods never meet in one event question.
        var articles = block.ToLookup(s => s.Document, StringComparer.Ordinal);
        foreach (var scope in block.GroupBy(s => s.EventScope, StringComparer.Ordinal)) ClusterOneScope([.. scope], rarity, articles);
    }

    private void ClusterOneScope(List<Side> claims, NameRarity rarity, ILookup<string, Side> articles)
    {
        var n = claims.Count;
        var scores = new double[n, n];
        var same = new List<(double Score, int I, int J)>();
        var other = new List<(double Score, int I, int J)>();
        var few = n > EventWeights.TellingBlock;
        if (few)
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) scores[i, j] = NotCompared;
        foreach (var (i, j) in few ? Neighbours(claims) : Everyone(n))
        {
            PairsCompared++;
            var (a, b) = (claims[i], claims[j]);
            if (few) _neighbours.Add(Pair(a, b));
            var verdict = EventPair.Judge(a, b, rarity, articles);
            scores[i, j] = scores[j, i] = verdict.Veto == Veto.None ? verdict.Score : double.NaN;
            var agree = EventPair.Agree(a, b);
            if (verdict.Veto == Veto.None)
            {
                (agree ? same : other).Add((verdict.Score, i, j));
                if (verdict.Score >= EventWeights.Likely) _likely.Add(Pair(a, b));
                if (!agree && verdict.Score >= EventWeights.Ask) Ask(a, b, verdict.Score, Veto.None);
            }
            else
            {
                if (!agree && verdict.IsSoft && verdict.Score >= EventWeights.Ask) Ask(a, b, verdict.Score, verdict.Veto);
                if ((a.IsNew || b.IsNew) && a.Document != b.Document) _refused.Add(new EventLink(a, b, verdict.Score, verdict.Veto));
            }
        }
        if (few) _crowd.UnionWith(claims.Select(c => c.Id));
        var clusters = Enumerable.Range(0, n).Select(i => new List<int> { i }).ToArray();
        Join(clusters, same, scores, EventWeights.JoinSame, EventWeights.MeanSame);
        Join(clusters, other, scores, EventWeights.JoinOther, EventWeights.MeanOther);
        Accept(claims, clusters, scores);
    }

    private static IEnumerable<(int I, int J)> Everyone(int n)
    {
        for (var i = 0; i < n; i++)
            for (var j = i + 1; j < n; j++) yield return (i, j);
    }

    /// <summary>In a crowd each claim meets those next to it in value and those next to it in time, so that pairs grow with the claims and not with their square.</summary>
    private static SortedSet<(int I, int J)> Neighbours(List<Side> claims)
    {
        var pairs = new SortedSet<(int I, int J)>();
        var byValue = Enumerable.Range(0, claims.Count).OrderBy(i => EventFeatures.Point(claims[i])).ThenBy(i => claims[i].ValueKey, StringComparer.Ordinal).ThenBy(i => i).ToList();
        var byTime = Enumerable.Range(0, claims.Count).OrderBy(i => claims[i], Comparer<Side>.Create(Sequence.Compare)).ToList();
        foreach (var order in new[] { byValue, byTime })
            for (var x = 0; x < order.Count; x++)
                for (var y = x + 1; y < Math.Min(order.Count, x + EventWeights.Neighbours + 1); y++) pairs.Add((Math.Min(order[x], order[y]), Math.Max(order[x], order[y])));
        return pairs;
    }

    private void Ask(Side a, Side b, double score, Veto veto) => Keep(_asked, new EventLink(a, b, score, veto));

    private static void Keep(Dictionary<(string, string), EventLink> links, EventLink link)
    {
        var pair = Pair(link.A, link.B);
        if (!links.TryGetValue(pair, out var known) || known.Score < link.Score) links[pair] = link;
    }

    /// <summary>Joins clusters pair by pair, best first, where the mean over the pairs compared holds and enough of them could be compared.</summary>
    private static void Join(List<int>[] clusters, List<(double Score, int I, int J)> pairs, double[,] scores, double least, double mean)
    {
        foreach (var (score, i, j) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.I).ThenBy(p => p.J))
        {
            if (score < least) break;
            var (a, b) = (clusters[i], clusters[j]);
            if (ReferenceEquals(a, b)) continue;
            var (sum, compared, met) = (0.0, 0, 0);
            foreach (var x in a)
            {
                foreach (var y in b)
                {
                    if (scores[x, y] != NotCompared) met++;
                    if (double.IsNaN(scores[x, y]) || scores[x, y] == NotCompared) continue;
                    sum += scores[x, y];
                    compared++;
                }
            }
            if (compared < EventWeights.ComparedShare * met || sum / compared < mean) continue;
            a.AddRange(b);
            foreach (var y in b) clusters[y] = a;
        }
    }

    private void Accept(List<Side> claims, List<int>[] clusters, double[,] scores)
    {
        foreach (var cluster in clusters.Distinct())
        {
            for (var x = 1; x < cluster.Count; x++)
            {
                _together.Union(claims[cluster[0]], claims[cluster[x]]);
                for (var y = 0; y < x; y++)
                {
                    var (i, j) = (cluster[x], cluster[y]);
                    var least = EventPair.Agree(claims[i], claims[j]) ? EventWeights.StateAgreement : EventWeights.StateConflict;
                    if (scores[i, j] >= least) Keep(_accepted, new EventLink(claims[i], claims[j], scores[i, j], Veto.None));
                }
            }
        }
    }

    /// <summary>Claims that stood together before stay so where a block that was not read may have brought them together.</summary>
    private void KeepTogether(IReadOnlyList<Side> sides, Sight sight)
    {
        foreach (var question in sides.Where(s => s.OldQuestion is not null).GroupBy(s => s.OldQuestion!, StringComparer.Ordinal))
        {
            var unseen = question.Where(s => !s.Claim.Blocks.All(sight.Decides)).ToList();
            for (var i = 1; i < unseen.Count; i++)
                for (var j = 0; j < i; j++)
                    if (unseen[i].Claim.Blocks.Intersect(unseen[j].Claim.Blocks, StringComparer.Ordinal).Any(b => !sight.Decides(b))) _together.Union(unseen[i], unseen[j]);
        }
    }

    private static (string, string) Pair(Side a, Side b) => string.CompareOrdinal(a.Id, b.Id) < 0 ? (a.Id, b.Id) : (b.Id, a.Id);
}

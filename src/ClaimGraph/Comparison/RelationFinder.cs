namespace ClaimGraph.Comparison;

/// <summary>
/// Claims to explained relations: the entry of comparison. Deterministic; the result depends on the set of claims, not on their order.
/// </summary>
/// <param name="blockCap">How many claims of a block are read at most: a block as large as that was not read whole.</param>
public sealed class RelationFinder(int blockCap = 400)
{
    /// <summary>The blocks that a reading must be compared with.</summary>
    public static IReadOnlyList<string> BlocksOf(Reading reading) => [.. reading.Claims.SelectMany(c => c.Blocks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Groups the claims of a reading with those of the blocks anew. Claims of <paramref name="replaces"/> (an older version of the same document) are left out.
    /// </summary>
    public Grouping Compare(Reading reading, BlockState blocks, string? replaces)
    {
        // 1. Everything that is in force, prepared once.
        var (sight, telling) = Telling(reading, blocks, replaces);
        var sides = Sides(reading, blocks, replaces, telling);
        var state = new GroupingState(sides, blocks, sight, replaces is not null && blocks.Claims.Any(c => c.Claim.SourceId == replaces));

        // 2. Questions, and within each its positions and the pairs to be compared.
        foreach (var question in sides.Where(s => s.Key.Length > 0 && s.Claim.Blocks.Count > 0).GroupBy(s => s.Family, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<Side> claims = [.. question];
            if (claims.Exists(c => c.IsEvent)) EventQuestions.Add(state, claims);
            else KeyQuestions.Add(state, claims);
        }

        // 3. What no longer holds is withdrawn; what a person has judged stays.
        return state.Finish();
    }

    /// <summary>
    /// The examination of two claims that are known to speak of one event, whatever their blocks: for <c>explain</c> and for judging the rules.
    /// The keys may differ where the thing counted, or most of the words, are the same.
    /// </summary>
    /// <returns>The relation with its trace; null, with the trace, where there is none.</returns>
    public static (Relation? Relation, IReadOnlyList<TraceStep> Trace) Examine(Claim a, Claim b)
    {
        var x = OrderedRules.Run(new Examination(new Side(a, null, a.SourceId, [], true), new Side(b, null, b.SourceId, [], true)) { OneEvent = true });
        return (x.Kind is null || x.Doubt is not null ? null : Findings.ToRelation(x, Ids.Question(a.Proposition.Key ?? "")), x.Trace);
    }

    private static List<Side> Sides(Reading reading, BlockState blocks, string? replaces, HashSet<string> telling)
    {
        var stored = new Dictionary<string, BlockClaim>(StringComparer.Ordinal);
        foreach (var claim in blocks.Claims)
            if (claim.Claim.Blocks.Any(telling.Contains)) stored[claim.Claim.Id] = claim;
        var card = new SourceCard(reading.Source.Id, reading.Source.Kind, reading.Source.Title, reading.Source.OutletId, reading.Source.OutletName, reading.Source.Url, reading.Source.Published);
        var read = reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        List<Side> sides =
        [
            .. reading.Claims.Select(c => new Side(c, card, c.SourceId, reading.Signature, !stored.ContainsKey(c.Id))
            {
                OldQuestion = stored.GetValueOrDefault(c.Id)?.QuestionId, OldKey = stored.GetValueOrDefault(c.Id)?.QuestionKey, OldPosition = stored.GetValueOrDefault(c.Id)?.PositionId,
            }),
            .. stored.Values.Where(c => c.Claim.SourceId != replaces && !read.Contains(c.Claim.Id)).Select(c => new Side(c.Claim, c.Source, c.Claim.SourceId, c.Signature, false)
            {
                OldQuestion = c.QuestionId, OldKey = c.QuestionKey, OldPosition = c.PositionId, IsSettled = c.PositionId is not null,
            }),
        ];
        return [.. sides.OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The blocks in which the claims that were read are compared, and with them those of questions that are larger than what was read: there the nearest in time are enough.
    /// A name in very many claims of one measure tells no event from another, and pairs grow with the square: there its parts by time decide.
    /// </summary>
    private (Sight Sight, HashSet<string> Telling) Telling(Reading reading, BlockState blocks, string? replaces)
    {
        var read = reading.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        List<Claim> stored = [.. blocks.Claims.Select(c => c.Claim).Where(c => c.SourceId != replaces && !read.Contains(c.Id))];
        var before = Sizes(stored);
        var sizes = Sizes(stored.Concat(reading.Claims));
        var touched = BlocksOf(reading).Concat(blocks.Revisions.Keys).ToHashSet(StringComparer.Ordinal);
        var compared = touched.Where(b => EventBlocks.WholeOf(b) is null && sizes.GetValueOrDefault(b) < (IsQuestion(b) ? blockCap : EventWeights.TellingBlock)).ToHashSet(StringComparer.Ordinal);
        var divided = touched.Where(b => !IsQuestion(b) && EventBlocks.WholeOf(b) is null && !compared.Contains(b)).ToHashSet(StringComparer.Ordinal);
        // The claim with which a block became too large: from now on its parts decide, and all of them are in sight this once.
        var crossed = divided.Where(b => before.GetValueOrDefault(b) < EventWeights.TellingBlock).ToHashSet(StringComparer.Ordinal);
        foreach (var part in sizes.Keys.Union(touched, StringComparer.Ordinal))
        {
            if (EventBlocks.WholeOf(part) is not { } whole || !divided.Contains(whole) || sizes.GetValueOrDefault(part) >= blockCap) continue;
            if (crossed.Contains(whole) || touched.Contains(part)) compared.Add(part);
        }
        return (new Sight(compared, divided), [.. compared, .. crossed, .. touched.Where(IsQuestion)]);
    }

    private static Dictionary<string, int> Sizes(IEnumerable<Claim> claims)
    {
        var sizes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in claims.SelectMany(c => c.Blocks)) sizes[block] = sizes.GetValueOrDefault(block) + 1;
        return sizes;
    }

    private static bool IsQuestion(string block) => block.StartsWith("q|", StringComparison.Ordinal);
}

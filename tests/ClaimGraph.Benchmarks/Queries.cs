namespace ClaimGraph.Benchmarks;

/// <summary>Ids and words to ask for, drawn from a store.</summary>
internal sealed record Sample(IReadOnlyList<string> Claims, IReadOnlyList<string> Actors, IReadOnlyList<string> Questions, IReadOnlyList<DateOnly> Days, IReadOnlyList<string> Words)
{
    public static async Task<Sample> OfAsync(IClaimStore store, CancellationToken cancellation)
    {
        var random = new Random(7);
        var claims = new List<ClaimCard>();
        for (var i = 0; i < 20; i++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(random.Next(1900));
            var page = await store.ClaimsAsync(new Filter<ClaimFilter>.Leaf(new ClaimFilter { AssertedTo = day }), ClaimOrder.Newest, new PageRequest(20), null, cancellation);
            claims.AddRange(page.Edges.Select(e => e.Node));
        }
        var questions = await store.QuestionsAsync(null, QuestionOrder.MostConflicts, new PageRequest(100), null, cancellation);
        var shuffled = claims.OrderBy(_ => random.Next()).ToList();
        return new Sample(
            [.. shuffled.Select(c => c.Id)], [.. shuffled.Select(c => c.Speaker?.Id).OfType<string>()], [.. questions.Edges.Select(e => e.Node.Question.Id)],
            [.. Enumerable.Range(0, 400).Select(_ => new DateOnly(2020, 1, 1).AddDays(random.Next(1900)))], ["soldiers", "grain winter", "hospitals north", "countries", "ceasefire leaders"]);
    }
}

/// <summary>What the main pages ask of a store.</summary>
internal static class Queries
{
    private static readonly PageRequest TwentyFive = new(25);

    public static async Task BoardAsync(IClaimStore store)
    {
        var board = await store.QuestionsAsync(null, QuestionOrder.MostConflicts, new PageRequest(20), null, CancellationToken.None);
        await store.PositionsOfAsync([.. board.Edges.Select(e => e.Node.Question.Id)], 20, false, null, CancellationToken.None);
    }

    public static Task ConflictsAsync(IClaimStore store, DateOnly to) =>
        store.RelationsAsync(new Filter<RelationFilter>.Leaf(new RelationFilter { Conflict = true, AssertedTo = to }), RelationOrder.Newest, TwentyFive, null, CancellationToken.None);

    public static async Task ActorAsync(IClaimStore store, string actor)
    {
        var claims = await store.ClaimsAsync(new Filter<ClaimFilter>.Leaf(new ClaimFilter { Actors = [actor] }), ClaimOrder.Newest, TwentyFive, null, CancellationToken.None);
        await store.ChainsAsync([.. claims.Edges.Select(e => e.Node.Id)], CancellationToken.None);
    }

    public static async Task ClaimAsync(IClaimStore store, string id)
    {
        var claim = (await store.ClaimsAsync([id], null, CancellationToken.None))[id];
        await store.ChainsAsync([id], CancellationToken.None);
        await store.RelationsOfAsync(RelationParent.Claim, [id], null, RelationOrder.Newest, new PageRequest(10), null, CancellationToken.None);
        if (claim.PositionId is { } position) await store.PositionsAsync([position], null, CancellationToken.None);
    }

    public static Task QuestionAsync(IClaimStore store, string id) => store.ClaimsOfAsync(ClaimParent.Question, [id], null, ClaimOrder.Newest, TwentyFive, null, CancellationToken.None);

    public static Task OriginsAsync(IClaimStore store, string position) => store.OriginsAsync([position], null, CancellationToken.None);

    public static Task SearchAsync(IClaimStore store, string words) => store.SearchAsync(new SearchRequest(words, [SearchKind.Claim]), TwentyFive, null, CancellationToken.None);
}

namespace ClaimGraph.Stores.Tests.Support;

/// <summary>A store with some of everything, and every method of the port asked in every shape.</summary>
internal static class Everything
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    public static async Task FillAsync(IClaimStore store)
    {
        for (var i = 0; i < 60; i++)
        {
            var day = $"2025-{1 + i / 28:00}-{1 + i % 28:00}";
            var draft = new Draft($"doc{i}").From($"Outlet {i % 5}").Cites($"report {i % 3}");
            for (var j = 0; j < 10; j++)
                draft.Says($"claim {j} of {i}", $"question {j}", i % 7, j == 9 ? null : day, $"Speaker {(i + j) % 9}", [$"Speaker {i % 4}"], worth: j / 10.0, originKnown: i % 3 > 0);
            // Enough of everything that no table is small enough to be read whole.
            for (var j = 0; j < 6; j++)
                draft.Says($"only {j} of {i}", $"only {i} {j}", i, day, $"Only speaker {i} {j}").Asks(RelationKind.Refines, $"only {j} of {i}", $"claim {j} of {i}", question: $"only {i} {j}");
            if (i > 0)
            {
                draft.Relates(i % 2 == 0 ? RelationKind.Contradicts : RelationKind.Corroborates, $"claim 0 of {i}", $"doc{i - 1}: claim 0 of {i - 1}", day: day, question: "question 0");
                draft.Relates(RelationKind.Supersedes, $"claim 1 of {i}", $"doc{i - 1}: claim 1 of {i - 1}", conflict: i % 2 == 0, day: day, question: "question 1");
                draft.Asks(RelationKind.Contradicts, $"claim 2 of {i}", $"doc{i - 1}: claim 2 of {i - 1}", question: "question 2");
            }
            if (i == 50) draft.With(g => g with { MergeSuggestions = [Suggestion, .. Enumerable.Range(0, 40).Select(n => Alike(n))], SetApart = [new SetApart(Ids.Question("question 1"), Ids.Question("question 2"), null, "another event")] });
            await store.StoreAsync(draft);
        }
        await store.StoreAsync(new Draft("doc3").From("Outlet 3").Says("claim 5 of 3", "question 5", 3).Says("quite new", "question 6", 6)
            .With(g => g with { MergedQuestions = new Dictionary<string, string> { [Ids.Question("question 8")] = Ids.Question("question 7") }, Questions = [.. g.Questions, Asked(7), Asked(8)] }));
        for (var i = 0; i < 100; i++) await store.SaveRunAsync(new IngestionRun(Ids.New(Ids.RunPrefix), DateTimeOffset.UnixEpoch.AddDays(i)), Cancellation);
    }

    private static MergeSuggestion Alike(int n) => new(Ids.Suggestion(Draft.ActorId($"Only speaker {n} 0"), Draft.ActorId($"Only speaker {n} 1")), Draft.ActorId($"Only speaker {n} 0"), Draft.ActorId($"Only speaker {n} 1"), 0.1, "alike");

    private static Question Asked(int n) => new(Ids.Question($"question {n}"), $"question {n}", $"How many question {n}?");

    private static MergeSuggestion Suggestion { get; } = new(Ids.Suggestion(Draft.ActorId("Speaker 1"), Draft.ActorId("Speaker 2")), Draft.ActorId("Speaker 1"), Draft.ActorId("Speaker 2"), 0.6, "alike");

    public static async Task AskAsync(IClaimStore store, CancellationToken cancellation)
    {
        foreach (var asOf in (DateTimeOffset?[])[null, DateTimeOffset.UtcNow])
        {
            await ListsAsync(store, asOf, cancellation);
            await ByIdAsync(store, asOf, cancellation);
        }
        await JudgeAsync(store, cancellation);
        await store.BlocksAsync([.. Enumerable.Range(0, 10).Select(i => $"question {i}")], [new DateOnly(2025, 2, 1)], 20, cancellation);
        await store.BlocksAsync(["question 1"], [], 400, cancellation);
        Assert.NotEmpty(await store.ActorsNamedLikeAsync(Comparison.Actors.SameActor.KeysOf(new Actor("x", "Speaker 1", ActorKind.Person)), cancellation));
        await store.ChangesAsync(3, 10, cancellation);
        await store.LastChangeAsync(cancellation);
        await store.AssessmentCountAsync("Eva", DateTimeOffset.UnixEpoch, cancellation);
        await foreach (var _ in store.ExportAsync(cancellation)) { }
    }

    private static async Task ListsAsync(IClaimStore store, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        string[] actors = [Draft.ActorId("Speaker 1"), Draft.ActorId("Speaker 2")], questions = [Ids.Question("question 1"), Ids.Question("question 2")], outlets = [Draft.OutletId("Outlet 1")];
        var source = (await store.DocumentsAsync(["doc1"], cancellation))["doc1"].SourceId;
        var (from, to) = (new DateOnly(2025, 1, 5), new DateOnly(2025, 2, 5));
        ClaimFilter?[] claims =
        [
            null, new() { Text = "claim" }, new() { Questions = questions }, new() { Positions = [Draft.PositionId("question 1", 3)] }, new() { Actors = actors }, new() { Speakers = actors }, new() { Outlets = outlets },
            new() { Sources = [source] }, new() { AssertedFrom = from, AssertedTo = to }, new() { Actors = actors, Questions = questions, AssertedTo = to, RelationKinds = [RelationKind.Contradicts] },
            new() { Standing = [Standing.Disputed], MinCheckWorthiness = 0.2, Modality = [Modality.Asserted], QuantityLow = 2 },
        ];
        foreach (var where in claims)
        {
            foreach (var order in Enum.GetValues<ClaimOrder>())
            {
                var filter = where is null ? null : StoreSupport.Where(where);
                await Pages(page => store.ClaimsAsync(filter, order, page, asOf, cancellation));
            }
        }
        RelationFilter?[] relations =
        [
            null, new() { Conflict = true }, new() { Conflict = true, Questions = questions }, new() { Conflict = true, Actors = actors }, new() { Actors = actors }, new() { Questions = questions }, new() { Kinds = [RelationKind.Refines] },
            new() { Conflict = true, Outlets = outlets, AssertedTo = to, MinConfidence = 0.2, Origins = OriginFilter.OneSideRestsOnOne }, new() { Status = [RelationStatus.Confirmed] }, new() { Sources = [source] },
        ];
        foreach (var where in relations)
        {
            var filter = where is null ? null : StoreSupport.Where(where);
            foreach (var order in Enum.GetValues<RelationOrder>()) await Pages(page => store.RelationsAsync(filter, order, page, asOf, cancellation));
            await store.RelationFacetsAsync(filter, asOf, cancellation);
        }
        QuestionFilter?[] asked = [null, new() { Text = "how", Kinds = [RelationKind.Contradicts], Actors = actors, Outlets = outlets, AssertedTo = to, Origins = OriginFilter.TwoOrMoreEachSide, Sources = [source] }];
        foreach (var where in asked)
            foreach (var order in Enum.GetValues<QuestionOrder>()) await Pages(page => store.QuestionsAsync(where is null ? null : StoreSupport.Where(where), order, page, asOf, cancellation));
        foreach (var where in (ActorFilter?[])[null, new() { Text = "speaker", Kinds = [ActorKind.Person] }]) await Pages(page => store.ActorsAsync(where, page, asOf, cancellation));
        foreach (var where in (SourceFilter?[])[null, new() { Text = "title", Kinds = [SourceKind.Article], PublishedTo = to }, new() { Outlets = outlets, Languages = ["en"] }]) await Pages(page => store.SourcesAsync(where, page, asOf, cancellation));
        foreach (var parent in Enum.GetValues<ClaimParent>())
            foreach (var order in Enum.GetValues<ClaimOrder>()) await Pages(page => First(store.ClaimsOfAsync(parent, [.. questions, .. actors, Draft.PositionId("question 1", 3), source], null, order, page, asOf, cancellation)));
        foreach (var parent in Enum.GetValues<RelationParent>())
            foreach (var order in Enum.GetValues<RelationOrder>()) await Pages(page => First(store.RelationsOfAsync(parent, [.. questions, Draft.IdOf("doc1", "claim 1 of 1")], parent == RelationParent.Question ? StoreSupport.Where(new RelationFilter { Conflict = true }) : null, order, page, asOf, cancellation)));
        SearchRequest[] searches = [new("claim", Enum.GetValues<SearchKind>()), new("claim speaker", Enum.GetValues<SearchKind>()) { Speakers = actors, Outlets = outlets, AssertedFrom = from }];
        foreach (var request in searches) await Pages(page => store.SearchAsync(request, page, asOf, cancellation));
        await store.SearchCountsAsync(searches[1], asOf, cancellation);
        foreach (var where in (ReviewFilter?[])[null, new() { Kinds = [RelationKind.Contradicts], Questions = questions, Actors = actors }, new() { AssessedBy = "Eva" }, new() { Merges = true, Actors = actors }])
        {
            await Pages(page => store.ReviewInboxAsync(where, page, asOf, cancellation));
            await store.ReviewFacetsAsync(where, asOf, cancellation);
        }
        await Pages(page => store.MergeSuggestionsAsync(page, cancellation));
        await Pages(page => store.RunsAsync(page, cancellation));
        await store.StatisticsAsync(cancellation);
    }

    /// <summary>Forwards with a count, the next page, and backwards where the list goes backwards.</summary>
    private static async Task Pages<T>(Func<PageRequest, Task<Page<T>>> list)
    {
        var page = await list(new PageRequest(2) { WithTotal = true });
        if (page.Edges.Count > 0) await list(new PageRequest(2, page.Edges[^1].Cursor));
        var last = await list(new PageRequest(0, Last: 2));
        if (last.Edges.Count > 0) await list(new PageRequest(0, Last: 2, Before: last.Edges[0].Cursor));
    }

    private static async Task<Page<T>> First<T>(Task<IReadOnlyDictionary<string, Page<T>>> pages) => (await pages).Values.FirstOrDefault(p => p.Edges.Count > 0) ?? Page<T>.Empty;

    private static async Task ByIdAsync(IClaimStore store, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        string[] claims = [Draft.IdOf("doc1", "claim 1 of 1"), Draft.IdOf("doc2", "claim 1 of 2")], questions = [Ids.Question("question 1")];
        var source = (await store.DocumentsAsync(["doc1"], cancellation))["doc1"].SourceId;
        var relation = Ids.Relation(claims[0], claims[1]);
        await store.ClaimsAsync(claims, asOf, cancellation);
        await store.ClaimDetailsAsync(claims, cancellation);
        await store.SourcesAsync([source], asOf, cancellation);
        await store.TextsAsync([source], cancellation);
        await store.ActorsAsync([Draft.ActorId("Speaker 1")], asOf, cancellation);
        await store.QuestionsAsync(questions, asOf, cancellation);
        await store.PositionsAsync([Draft.PositionId("question 1", 3)], asOf, cancellation);
        await store.PositionsOfAsync(questions, 3, false, asOf, cancellation);
        await store.PositionsOfAsync(questions, 3, true, asOf, cancellation);
        await store.OriginsAsync([Draft.PositionId("question 1", 3)], asOf, cancellation);
        await store.RelationsAsync([relation], asOf, cancellation);
        await store.CandidatesAsync([Ids.Candidate(Draft.IdOf("doc1", "claim 2 of 1"), Draft.IdOf("doc2", "claim 2 of 2"))], asOf, cancellation);
        await store.AssessmentsOfAsync([relation], asOf, cancellation);
        await store.ChainsAsync(claims, cancellation);
        await store.MentionsAsync(claims, cancellation);
        await store.CitationsAsync([source], cancellation);
        await store.SetApartAsync(questions, cancellation);
        await store.MergesAsync([Draft.ActorId("Speaker 1")], cancellation);
        foreach (var id in (string[])[claims[0], source, Draft.ActorId("Speaker 1"), questions[0]]) Assert.NotNull(await store.NeighbourhoodAsync(id, 2, null, 50, asOf, cancellation));
        await store.PathAsync(Draft.ActorId("Speaker 1"), Ids.Question("question 6"), 6, asOf, cancellation);
    }

    private static async Task JudgeAsync(IClaimStore store, CancellationToken cancellation)
    {
        var relation = Ids.Relation(Draft.IdOf("doc1", "claim 1 of 1"), Draft.IdOf("doc2", "claim 1 of 2"));
        (string Target, Verdict Verdict)[] verdicts =
        [
            (relation, Verdict.DifferentScope), (Ids.Candidate(Draft.IdOf("doc6", "claim 2 of 6"), Draft.IdOf("doc7", "claim 2 of 7")), Verdict.Confirm), (Draft.IdOf("doc9", "claim 1 of 9"), Verdict.Misread), (Suggestion.Id, Verdict.SamePerson),
        ];
        foreach (var (target, verdict) in verdicts)
        {
            var outcome = await store.AssessAsync(new AssessmentRequest(target, verdict, "Eva", null, null), cancellation);
            Assert.Equal(AssessResult.Done, outcome.Result);
            await store.AssessAsync(new AssessmentRequest(target, verdict, "Eva", null, 99), cancellation);
            await store.AssessmentsAsync([outcome.Assessment!.Id], cancellation);
            Assert.Equal(AssessResult.Done, (await store.UndoAsync(outcome.Assessment.Id, "Eva", null, cancellation)).Result);
        }
    }

    /// <summary>Verdicts of every kind that stay, on other things than <see cref="JudgeAsync"/>, and a new version of an article on top.</summary>
    public static async Task JudgeForGoodAsync(IClaimStore store, CancellationToken cancellation)
    {
        string Pair(int claim, int later) => Ids.Relation(Draft.IdOf($"doc{later - 1}", $"claim {claim} of {later - 1}"), Draft.IdOf($"doc{later}", $"claim {claim} of {later}"));
        (string Target, Verdict Verdict)[] verdicts =
        [
            (Pair(1, 20), Verdict.Dismiss), (Pair(1, 22), Verdict.Confirm), (Pair(0, 24), Verdict.MarkSuperseded), (Pair(1, 25), Verdict.MarkContradicts), (Pair(0, 26), Verdict.DifferentScope),
            (Ids.Candidate(Draft.IdOf("doc30", "claim 2 of 30"), Draft.IdOf("doc31", "claim 2 of 31")), Verdict.Confirm), (Draft.IdOf("doc40", "claim 1 of 40"), Verdict.NotAClaim), (Suggestion.Id, Verdict.SamePerson), (Alike(3).Id, Verdict.SamePerson),
        ];
        foreach (var (target, verdict) in verdicts)
            Assert.Equal(AssessResult.Done, (await store.AssessAsync(new AssessmentRequest(target, verdict, "Eva", null, null), cancellation)).Result);
        await store.StoreAsync(new Draft("doc24").From("Outlet 4").Says("claim 0 of 24", "question 0", 24 % 7, "2025-01-25", "Speaker 1").Says("claim 3 of 24", "question 3", 5, "2025-01-25", "Speaker 2", originKnown: false));
        await store.StoreAsync(new Draft("doc20").From("Outlet 0").Says("all new", "question 1", 1, null, "Speaker 2"));
    }
}

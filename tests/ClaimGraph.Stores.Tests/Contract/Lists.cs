using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    private async Task<IReadOnlyList<string>> QuotesAsync(ClaimFilter? where = null, ClaimOrder order = ClaimOrder.Newest, DateTimeOffset? asOf = null) =>
        [.. (await Store.ClaimsAsync(where is null ? null : StoreSupport.Where(where), order, new PageRequest(100), asOf, Cancellation)).Nodes().Select(c => c.Quote)];

    private async Task StoreDaysAsync()
    {
        var draft = new Draft("days").From("Daily");
        for (var day = 1; day <= 7; day++) draft.Says($"day {day}", number: day, day: $"2025-03-0{day}");
        await Store.StoreAsync(draft.Says("undated", number: 8, day: null));
    }

    [Fact]
    public async Task Claims_come_newest_first_and_undated_ones_last()
    {
        await StoreDaysAsync();
        Assert.Equal(["day 7", "day 6", "day 5", "day 4", "day 3", "day 2", "day 1", "undated"], await QuotesAsync());
        Assert.Equal(["day 1", "day 2", "day 3", "day 4", "day 5", "day 6", "day 7", "undated"], await QuotesAsync(order: ClaimOrder.Oldest));
    }

    [Theory]
    [InlineData(ClaimOrder.Newest)]
    [InlineData(ClaimOrder.Oldest)]
    [InlineData(ClaimOrder.CheckWorthiness)]
    public async Task Pages_follow_each_other_forwards_and_backwards_without_gap_or_repetition(ClaimOrder order)
    {
        await StoreDaysAsync();
        var whole = await QuotesAsync(order: order);

        var forwards = new List<string>();
        Page<ClaimCard> page;
        var request = new PageRequest(3);
        do
        {
            page = await Store.ClaimsAsync(null, order, request, null, Cancellation);
            forwards.AddRange(page.Nodes().Select(c => c.Quote));
            request = new PageRequest(3, page.Edges[^1].Cursor);
        } while (page.HasNext);
        Assert.Equal(whole, forwards);

        var backwards = new List<string>();
        request = new PageRequest(0, Last: 3);
        do
        {
            page = await Store.ClaimsAsync(null, order, request, null, Cancellation);
            backwards.InsertRange(0, page.Nodes().Select(c => c.Quote));
            request = new PageRequest(0, Last: 3, Before: page.Edges[0].Cursor);
        } while (page.HasPrevious);
        Assert.Equal(whole, backwards);
    }

    [Fact]
    public async Task A_page_of_nothing_still_counts()
    {
        await StoreDaysAsync();
        var page = await Store.ClaimsAsync(null, ClaimOrder.Newest, new PageRequest(0) { WithTotal = true }, null, Cancellation);
        Assert.Empty(page.Edges);
        Assert.Equal((8, true), (page.TotalCount, page.HasNext));
        var filtered = await Store.ClaimsAsync(StoreSupport.Where(new ClaimFilter { AssertedFrom = new DateOnly(2025, 3, 6) }), ClaimOrder.Newest, new PageRequest(0) { WithTotal = true }, null, Cancellation);
        Assert.Equal(2, filtered.TotalCount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_cursor_that_is_none_is_refused(string cursor)
    {
        await StoreDaysAsync();
        var failure = await Assert.ThrowsAsync<StoreException>(() => Store.ClaimsAsync(null, ClaimOrder.Newest, new PageRequest(3, cursor), null, Cancellation));
        Assert.Equal(StoreFailure.InvalidCursor, failure.Failure);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await StoreDaysAsync();
        var page = await Store.ClaimsAsync(null, ClaimOrder.Newest, new PageRequest(1), null, Cancellation);
        var failure = await Assert.ThrowsAsync<StoreException>(() => Store.ClaimsAsync(null, ClaimOrder.CheckWorthiness, new PageRequest(1, page.Edges[0].Cursor), null, Cancellation));
        Assert.Equal(StoreFailure.InvalidCursor, failure.Failure);
    }

    [Fact]
    public async Task Claims_are_filtered_by_each_member()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").From("Daily").Says("five are willing", question: "will", number: 5, day: "2025-04-01", modality: Modality.Willing, worth: 0.9));

        Assert.Equal(["ten went"], await QuotesAsync(new ClaimFilter { Text = "TEN" }));
        Assert.Equal(["ten went", "twenty-six went"], await QuotesAsync(new ClaimFilter { Questions = [Ids.Question("troops")] }));
        Assert.Equal(["ten went"], await QuotesAsync(new ClaimFilter { Positions = [Draft.PositionId("troops", 10)] }));
        Assert.Equal(["ten went"], await QuotesAsync(new ClaimFilter { Actors = [Draft.ActorId("Carl")] }));
        Assert.Equal(["ten went", "twenty-six went"], await QuotesAsync(new ClaimFilter { Actors = [Draft.ActorId("Carl"), Draft.ActorId("Anna")] }));
        Assert.Equal(["ten went"], await QuotesAsync(new ClaimFilter { Speakers = [Draft.ActorId("Bert"), Draft.ActorId("Carl")] }));
        Assert.Equal(["five are willing", "twenty-six went"], await QuotesAsync(new ClaimFilter { Outlets = [Draft.OutletId("Daily")] }));
        Assert.Equal(["ten went"], await QuotesAsync(new ClaimFilter { Sources = [(await Store.DocumentsAsync(["two"], Cancellation))["two"].SourceId] }));
        Assert.Equal(["ten went"], await QuotesAsync(new ClaimFilter { AssertedFrom = new DateOnly(2025, 3, 2), AssertedTo = new DateOnly(2025, 3, 31) }));
        Assert.Equal(["five are willing"], await QuotesAsync(new ClaimFilter { Modality = [Modality.Willing] }));
        Assert.Equal(["ten went", "twenty-six went"], await QuotesAsync(new ClaimFilter { RelationKinds = [RelationKind.Contradicts] }));
        Assert.Equal(["ten went", "twenty-six went"], await QuotesAsync(new ClaimFilter { Standing = [Standing.Disputed] }));
        Assert.Equal(["five are willing"], await QuotesAsync(new ClaimFilter { MinCheckWorthiness = 0.8 }));
        Assert.Equal(["ten went"], await QuotesAsync(new ClaimFilter { QuantityLow = 7, QuantityHigh = 20, QuantityUnit = "countries" }));
        Assert.Empty(await QuotesAsync(new ClaimFilter { Precision = [DatePrecision.Year] }));
        Assert.Empty(await QuotesAsync(new ClaimFilter { Questions = [] }));
        Assert.Empty(await QuotesAsync(new ClaimFilter { Text = "  \" " }));
    }

    [Fact]
    public async Task Filters_combine()
    {
        await StoreConflictAsync();
        var troops = StoreSupport.Where(new ClaimFilter { Questions = [Ids.Question("troops")] });
        var ten = StoreSupport.Where(new ClaimFilter { Text = "ten" });
        var anna = StoreSupport.Where(new ClaimFilter { Speakers = [Draft.ActorId("Anna")] });

        async Task<IEnumerable<string>> Quotes(Filter<ClaimFilter> filter) => (await Store.ClaimsAsync(filter, ClaimOrder.Newest, StoreSupport.Ten, null, Cancellation)).Nodes().Select(c => c.Quote);
        Assert.Equal(["ten went"], await Quotes(new Filter<ClaimFilter>.And([troops, ten])));
        Assert.Equal(["ten went", "twenty-six went"], await Quotes(new Filter<ClaimFilter>.Or([ten, anna])));
        Assert.Equal(["ten went"], await Quotes(new Filter<ClaimFilter>.And([troops, new Filter<ClaimFilter>.Not(anna)])));
        Assert.Empty(await Quotes(new Filter<ClaimFilter>.And([ten, anna])));
    }

    [Fact]
    public async Task Conflicts_show_both_claims_with_their_sources_and_why()
    {
        await StoreConflictAsync();
        var card = (await Store.RelationsAsync(StoreSupport.Where(new RelationFilter { Conflict = true }), RelationOrder.Newest, StoreSupport.Ten, null, Cancellation)).Nodes().Single();

        Assert.Equal(("ten went", "Weekly", "Bert"), (card.Later.Quote, card.Later.Source.OutletName, card.Later.Speaker?.Name));
        Assert.Equal(("twenty-six went", "Daily", "Anna"), (card.Earlier.Quote, card.Earlier.Source.OutletName, card.Earlier.Speaker?.Name));
        Assert.Equal((Standing.Disputed, Standing.Disputed), (card.Later.Standing, card.Earlier.Standing));
        Assert.Equal(card.Later.Asserted, card.Earlier.StandingSince);
        Assert.Equal(("value", 0.9, RelationStatus.Unreviewed, 0), (card.Relation.DecidingField, card.Relation.Confidence, card.Relation.Status, card.Relation.Version));
        Assert.Equal([new TraceStep("question", "one: twenty-six went", "ten went", "the same"), new TraceStep("values", "one: twenty-six went", "ten went", "disjoint", Decides: true)], card.Relation.Trace);
        Assert.Equal([new Factor("values", 0.9, "disjoint")], card.Relation.Factors);
        Assert.Equal(new DateOnly(2025, 3, 2), card.Relation.LaterDay);
    }

    [Fact]
    public async Task Relations_are_filtered_by_each_member()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").From("Monthly").Says("ten it was", number: 10, day: "2025-03-05")
            .Relates(RelationKind.Corroborates, "ten it was", "two: ten went", confidence: 0.5, day: "2025-03-05"));

        async Task<int> Count(RelationFilter filter, RelationOrder order = RelationOrder.Newest) =>
            (await Store.RelationsAsync(StoreSupport.Where(filter), order, StoreSupport.Ten, null, Cancellation)).Edges.Count;
        Assert.Equal(2, await Count(new RelationFilter()));
        Assert.Equal(1, await Count(new RelationFilter { Conflict = true }));
        Assert.Equal(1, await Count(new RelationFilter { Kinds = [RelationKind.Corroborates] }));
        Assert.Equal(2, await Count(new RelationFilter { Questions = [Ids.Question("troops")] }));
        Assert.Equal(0, await Count(new RelationFilter { Questions = [Ids.Question("other")] }));
        Assert.Equal(1, await Count(new RelationFilter { Conflict = true, Actors = [Draft.ActorId("Anna")] }));
        Assert.Equal(0, await Count(new RelationFilter { Conflict = true, Actors = [Draft.ActorId("Carl")] }));
        Assert.Equal(2, await Count(new RelationFilter { Actors = [Draft.ActorId("Bert")] }));
        Assert.Equal(1, await Count(new RelationFilter { Outlets = [Draft.OutletId("Monthly")] }));
        Assert.Equal(1, await Count(new RelationFilter { AssertedFrom = new DateOnly(2025, 3, 5) }));
        Assert.Equal(1, await Count(new RelationFilter { AssertedTo = new DateOnly(2025, 3, 4) }));
        Assert.Equal(1, await Count(new RelationFilter { MinConfidence = 0.8 }));
        Assert.Equal(0, await Count(new RelationFilter { Status = [RelationStatus.Confirmed] }));
        Assert.Equal(2, await Count(new RelationFilter(), RelationOrder.Confidence));
        Assert.Equal(2, await Count(new RelationFilter(), RelationOrder.NeedsReview));
        Assert.Equal(2, await Count(new RelationFilter(), RelationOrder.Oldest));
        Assert.Equal(1, await Count(new RelationFilter { Conflict = true, Origins = OriginFilter.OneSideRestsOnOne }));
        Assert.Equal(0, await Count(new RelationFilter { Conflict = true, Origins = OriginFilter.TwoOrMoreEachSide }));
    }

    [Fact]
    public async Task Each_of_many_parents_gets_a_page_of_its_own()
    {
        await StoreConflictAsync();
        await StoreDaysAsync();

        var ofQuestions = await Store.ClaimsOfAsync(ClaimParent.Question, [Ids.Question("troops"), "q_unknown"], null, ClaimOrder.Newest, new PageRequest(2) { WithTotal = true }, null, Cancellation);
        Assert.Equal(["day 7", "day 6"], ofQuestions[Ids.Question("troops")].Nodes().Select(c => c.Quote));
        Assert.Equal((10, true), (ofQuestions[Ids.Question("troops")].TotalCount, ofQuestions[Ids.Question("troops")].HasNext));

        var ofPositions = await Store.ClaimsOfAsync(ClaimParent.Position, [Draft.PositionId("troops", 26), Draft.PositionId("troops", 7)], null, ClaimOrder.Oldest, StoreSupport.Ten, null, Cancellation);
        Assert.Equal("twenty-six went", ofPositions[Draft.PositionId("troops", 26)].Nodes().Single().Quote);
        Assert.Equal("day 7", ofPositions[Draft.PositionId("troops", 7)].Nodes().Single().Quote);

        var ofActors = await Store.ClaimsOfAsync(ClaimParent.Actor, [Draft.ActorId("Bert"), Draft.ActorId("Carl")], null, ClaimOrder.Newest, StoreSupport.Ten, null, Cancellation);
        Assert.Equal("ten went", ofActors[Draft.ActorId("Bert")].Nodes().Single().Quote);
        Assert.Empty(ofActors[Draft.ActorId("Carl")].Edges);

        string[] claims = [Draft.IdOf("one", "twenty-six went"), Draft.IdOf("two", "ten went"), Draft.IdOf("days", "day 1")];
        var ofClaims = await Store.RelationsOfAsync(RelationParent.Claim, claims, null, RelationOrder.Newest, StoreSupport.Ten, null, Cancellation);
        Assert.Equal([1, 1, 0], claims.Select(c => ofClaims[c].Edges.Count));
        Assert.Equal(TheConflict, ofClaims[claims[0]].Nodes().Single().Relation.Id);
    }

    [Fact]
    public async Task Questions_come_by_conflicts_with_their_counts()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("five billion", question: "money", number: 5));

        var page = await Store.QuestionsAsync(null, QuestionOrder.MostConflicts, new PageRequest(10) { WithTotal = true }, null, Cancellation);
        Assert.Equal(["troops", "money"], page.Nodes().Select(q => q.Question.Key));
        Assert.Equal(2, page.TotalCount);
        var troops = page.Nodes().First();
        Assert.Equal((2, 1, 2, 2), (troops.ClaimCount, troops.ConflictCount, troops.PositionCount, troops.ArticleCount));
        Assert.Equal((new DateOnly(2025, 3, 2), "2025-03-01", "2025-03-02"), (troops.LatestConflict, troops.FirstAsserted?.Text, troops.LastAsserted?.Text));
        Assert.Equal("money", (await Store.QuestionsAsync(null, QuestionOrder.NewestChange, StoreSupport.Ten, null, Cancellation)).Nodes().First().Question.Key);
        Assert.Equal("troops", (await Store.QuestionsAsync(null, QuestionOrder.NeedsReview, StoreSupport.Ten, null, Cancellation)).Nodes().First().Question.Key);
        Assert.Equal("troops", (await Store.QuestionsAsync(null, QuestionOrder.MostOrigins, StoreSupport.Ten, null, Cancellation)).Nodes().First().Question.Key);
    }

    [Fact]
    public async Task Questions_are_filtered_by_each_member()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").From("Monthly").Says("five billion", question: "money", number: 5, day: "2025-06-01", speaker: "Dora"));

        async Task<IEnumerable<string>> Keys(QuestionFilter filter) => (await Store.QuestionsAsync(StoreSupport.Where(filter), QuestionOrder.MostConflicts, StoreSupport.Ten, null, Cancellation)).Nodes().Select(q => q.Question.Key);
        Assert.Equal(["money"], await Keys(new QuestionFilter { Text = "money" }));
        Assert.Equal(["troops"], await Keys(new QuestionFilter { Kinds = [RelationKind.Contradicts] }));
        Assert.Equal(["troops"], await Keys(new QuestionFilter { Status = [RelationStatus.Unreviewed] }));
        Assert.Equal(["money"], await Keys(new QuestionFilter { Actors = [Draft.ActorId("Dora")] }));
        Assert.Equal(["money"], await Keys(new QuestionFilter { Outlets = [Draft.OutletId("Monthly")] }));
        Assert.Equal(["money"], await Keys(new QuestionFilter { AssertedFrom = new DateOnly(2025, 6, 1) }));
        Assert.Equal(["troops"], await Keys(new QuestionFilter { Origins = OriginFilter.OneSideRestsOnOne }));
        Assert.Empty(await Keys(new QuestionFilter { Origins = OriginFilter.TwoOrMoreEachSide }));
    }

    [Fact]
    public async Task Positions_come_in_time_order_and_know_what_supports_them()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("ten again", number: 10, day: "2025-03-04", speaker: "Bert"));
        await Store.StoreAsync(new Draft("four").Says("ten it is", number: 10, day: "2025-03-05", originKnown: false));

        var positions = (await Store.PositionsOfAsync([Ids.Question("troops")], 10, false, null, Cancellation))[Ids.Question("troops")].ToList();
        Assert.Equal([Draft.PositionId("troops", 26), Draft.PositionId("troops", 10)], positions.Select(p => p.Position.Id));
        Assert.Equal((3, 3, 1, 2), (positions[1].ClaimCount, positions[1].ArticleCount, positions[1].OriginsLow, positions[1].OriginsHigh));
        Assert.Equal((Draft.IdOf("two", "ten went"), "2025-03-02", "2025-03-05"), (positions[1].ExampleClaimId, positions[1].FirstAsserted?.Text, positions[1].LastAsserted?.Text));
        Assert.Equal(Ids.Question("troops"), positions[1].Position.QuestionId);

        var origins = (await Store.OriginsAsync([Draft.PositionId("troops", 10)], null, Cancellation))[Draft.PositionId("troops", 10)];
        Assert.Equal(2, origins.Count(o => o.Origin == Origin.OfActor(Draft.ActorId("Bert")) && o.OriginKnown));
        Assert.Equal(1, origins.Count(o => !o.OriginKnown));
    }

    [Fact]
    public async Task Notable_positions_are_the_oldest_those_in_conflict_and_the_latest()
    {
        await StoreDaysAsync();
        await Store.StoreAsync(new Draft("denial").Says("not four", number: 40, day: "2025-03-05").Relates(RelationKind.Contradicts, "not four", "days: day 4", day: "2025-03-05"));

        var notable = (await Store.PositionsOfAsync([Ids.Question("troops")], 10, true, null, Cancellation))[Ids.Question("troops")];
        Assert.Equal([1.0, 4, 40, 8], notable.Select(p => p.Position.Value.Quantity!.Low!.Value));
        Assert.Equal(3, (await Store.PositionsOfAsync([Ids.Question("troops")], 3, false, null, Cancellation))[Ids.Question("troops")].Count());
        Assert.Equal(9, (await Store.PositionsOfAsync([Ids.Question("troops")], 100, false, null, Cancellation))[Ids.Question("troops")].Count());
    }

    [Fact]
    public async Task A_question_with_many_positions_shows_its_first_ones()
    {
        var draft = new Draft("many");
        for (var i = 0; i < 130; i++) draft.Says($"{i} went", number: i, day: new DateOnly(2024, 1, 1).AddDays(i).ToString("yyyy-MM-dd", null));
        await Store.StoreAsync(draft);

        var first = (await Store.PositionsOfAsync([Ids.Question("troops")], 5, false, null, Cancellation))[Ids.Question("troops")];
        Assert.Equal([0.0, 1, 2, 3, 4], first.Select(p => p.Position.Value.Quantity!.Low!.Value));
    }

    [Fact]
    public async Task A_position_is_current_while_no_later_claim_replaces_its_last_one()
    {
        await Store.StoreAsync(new Draft("one").Says("twenty-six went", number: 26, day: "2025-03-01"));
        await Store.StoreAsync(new Draft("two").Says("now ten", number: 10, day: "2025-03-05").Relates(RelationKind.Supersedes, "now ten", "one: twenty-six went", conflict: true, day: "2025-03-05"));

        var positions = await Store.PositionsAsync([Draft.PositionId("troops", 26), Draft.PositionId("troops", 10)], null, Cancellation);
        Assert.Equal((false, true), (positions[Draft.PositionId("troops", 26)].Current, positions[Draft.PositionId("troops", 10)].Current));
        var claim = (await Store.ClaimsAsync([Draft.IdOf("one", "twenty-six went")], null, Cancellation)).Values.Single();
        Assert.Equal((Standing.Replaced, "2025-03-05"), (claim.Standing, claim.StandingSince?.Text));
    }
}

using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    private async Task<DateTimeOffset> StoreNewVersionAsync()
    {
        await Store.StoreAsync(new Draft("one").From("Daily").Says("twenty-six went", number: 26, speaker: "Anna").Says("it rained", question: "rain", number: 1));
        await Store.StoreAsync(new Draft("two").Says("ten went", number: 10, day: "2025-03-02").Relates(RelationKind.Contradicts, "ten went", "one: twenty-six went", day: "2025-03-02"));
        var before = Clock.Pass();
        await Store.StoreAsync(new Draft("one").From("Daily").Says("it rained", question: "rain", number: 1).Says("five went", number: 5, day: "2025-03-03"));
        return before;
    }

    [Fact]
    public async Task Changed_content_becomes_the_next_version_of_its_document()
    {
        await StoreNewVersionAsync();

        var document = (await Store.DocumentsAsync(["one"], Cancellation))["one"];
        Assert.Equal(2, document.Version);
        Assert.Equal(2, (await Store.SourcesAsync([document.SourceId], null, Cancellation)).Values.Single().Version);
        var old = new Draft("one").From("Daily").Says("twenty-six went", number: 26, speaker: "Anna").Says("it rained", question: "rain", number: 1).SourceId;
        Assert.Equal(Clock.Now, (await Store.SourcesAsync([old], null, Cancellation)).Values.Single().WithdrawnAt);
        Assert.Equal(2, (await Store.StatisticsAsync(Cancellation)).Sources);
    }

    [Fact]
    public async Task What_a_new_version_no_longer_says_leaves_lists_counters_and_relations()
    {
        await StoreNewVersionAsync();

        Assert.Equal(["five went", "ten went", "it rained"], await QuotesAsync());
        Assert.Empty(await QuotesAsync(new ClaimFilter { Text = "twenty" }));
        Assert.Empty(await QuotesAsync(new ClaimFilter { Actors = [Draft.ActorId("Anna")] }));
        Assert.Empty((await Store.RelationsAsync(null, RelationOrder.Newest, StoreSupport.Ten, null, Cancellation)).Edges);
        Assert.Empty((await Store.RelationsAsync(StoreSupport.Where(new RelationFilter { Conflict = true, Actors = [Draft.ActorId("Anna")] }), RelationOrder.Newest, StoreSupport.Ten, null, Cancellation)).Edges);
        var question = (await Store.QuestionsAsync([Ids.Question("troops")], null, Cancellation)).Values.Single();
        Assert.Equal((2, 0, 2, null), (question.ClaimCount, question.ConflictCount, question.PositionCount, question.LatestConflict));
        Assert.Equal(0, (await Store.ActorsAsync([Draft.ActorId("Anna")], null, Cancellation)).Values.Single().ClaimCount);
        Assert.Equal((3, 0), await Counts());
        Assert.Equal(Standing.Alone, (await Store.ClaimsAsync([Draft.IdOf("two", "ten went")], null, Cancellation)).Values.Single().Standing);

        async Task<(int, int)> Counts() => await Store.StatisticsAsync(Cancellation) is var s ? (s.Claims, s.Conflicts) : default;
    }

    [Fact]
    public async Task A_withdrawn_claim_and_its_relation_stay_readable_by_id()
    {
        await StoreNewVersionAsync();

        Assert.Equal(Clock.Now, (await Store.ClaimsAsync([Draft.IdOf("one", "twenty-six went")], null, Cancellation)).Values.Single().WithdrawnAt);
        Assert.Equal("ten went", (await Store.RelationsAsync([TheConflict], null, Cancellation)).Values.Single().Later.Quote);
    }

    [Fact]
    public async Task A_claim_that_a_new_version_still_makes_keeps_its_id_and_moves_to_it()
    {
        await StoreNewVersionAsync();

        var claim = (await Store.ClaimsAsync([Draft.IdOf("one", "it rained")], null, Cancellation)).Values.Single();
        Assert.Equal((await Store.DocumentsAsync(["one"], Cancellation))["one"].SourceId, claim.Source.Id);
        Assert.Equal((0, null), (claim.Span.Start, claim.WithdrawnAt));
        Assert.True(claim.RecordedAt < Clock.Now);
        Assert.Equal(claim.Source.Id, (await Store.ClaimDetailsAsync([claim.Id], Cancellation)).Values.Single().SourceId);
    }

    [Fact]
    public async Task A_claim_that_comes_back_in_a_later_version_is_in_force_again()
    {
        await StoreNewVersionAsync();
        await Store.StoreAsync(new Draft("one").From("Daily").Says("twenty-six went", number: 26, speaker: "Anna").Says("it rained", question: "rain", number: 1));

        Assert.Equal(3, (await Store.DocumentsAsync(["one"], Cancellation))["one"].Version);
        Assert.Equal(["ten went", "it rained", "twenty-six went"], (await QuotesAsync()).OrderBy(q => q == "ten went" ? 0 : 1).ThenBy(q => q, StringComparer.Ordinal));
        Assert.Single(await QuotesAsync(new ClaimFilter { Speakers = [Draft.ActorId("Anna")] }));
    }

    [Fact]
    public async Task As_of_a_time_lists_and_counts_are_those_of_that_time()
    {
        var before = await StoreNewVersionAsync();

        Assert.Equal(["ten went", "twenty-six went"], (await QuotesAsync(new ClaimFilter { Questions = [Ids.Question("troops")] }, asOf: before)));
        Assert.Single(await QuotesAsync(new ClaimFilter { Actors = [Draft.ActorId("Anna")] }, asOf: before));
        var conflict = (await Store.RelationsAsync(StoreSupport.Where(new RelationFilter { Conflict = true }), RelationOrder.Newest, StoreSupport.Ten, before, Cancellation)).Nodes().Single();
        Assert.Equal((TheConflict, Standing.Disputed), (conflict.Relation.Id, conflict.Later.Standing));
        var board = (await Store.QuestionsAsync(null, QuestionOrder.MostConflicts, StoreSupport.Ten, before, Cancellation)).Nodes().Single(q => q.Question.Key == "troops");
        Assert.Equal((2, 1, new DateOnly(2025, 3, 2)), (board.ClaimCount, board.ConflictCount, board.LatestConflict));
        var positions = (await Store.PositionsOfAsync([Ids.Question("troops")], 10, false, before, Cancellation))[Ids.Question("troops")];
        Assert.Equal([26.0, 10.0], positions.Select(p => p.Position.Value.Quantity!.Low));
        Assert.Equal(1, (await Store.ActorsAsync([Draft.ActorId("Anna")], before, Cancellation)).Values.Single().ClaimCount);
        Assert.Empty(await QuotesAsync(asOf: before.AddYears(-1)));
    }

    [Fact]
    public async Task As_of_a_time_counts_stay_the_same_each_time_they_are_asked_while_articles_come_and_change()
    {
        await StoreConflictAsync();
        var before = Clock.Now;
        Clock.Pass();
        var first = await CountsAsync();
        Assert.Equal((2, 1, 2, 1, 1, 1), first);

        await Store.StoreAsync(new Draft("three").From("Monthly").Says("thirty went", number: 30, day: "2025-03-03", speaker: "Anna"));
        Clock.Pass();
        Assert.Equal(first, await CountsAsync());
        Assert.Equal(first, await CountsAsync());

        await Store.StoreAsync(new Draft("one").From("Daily").Says("twenty-five went", number: 25, day: "2025-03-01", speaker: "Anna"));
        Clock.Pass();
        Assert.Equal(first, await CountsAsync());
        Assert.Equal(first, await CountsAsync());

        async Task<(int Claims, int Conflicts, int Positions, int OfPosition, int OfActor, int Waiting)> CountsAsync()
        {
            var question = (await Store.QuestionsAsync([Ids.Question("troops")], before, Cancellation)).Values.Single();
            var positions = (await Store.PositionsOfAsync([Ids.Question("troops")], 10, false, before, Cancellation))[Ids.Question("troops")].ToList();
            var actor = (await Store.ActorsAsync([Draft.ActorId("Anna")], before, Cancellation)).Values.Single();
            var relations = await Store.RelationFacetsAsync(StoreSupport.Where(new RelationFilter { Conflict = true }), before, Cancellation);
            return (question.ClaimCount, question.ConflictCount, positions.Count, positions[0].ClaimCount, actor.ClaimCount, relations.Kinds.Values.Sum());
        }
    }
}

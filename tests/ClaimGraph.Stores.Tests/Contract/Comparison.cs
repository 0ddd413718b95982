using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    [Fact]
    public async Task A_relation_that_comparison_writes_again_keeps_its_id_and_gets_a_new_version_where_it_differs()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("nothing new", number: 26).Relates(RelationKind.Contradicts, "two: ten went", "one: twenty-six went", day: "2025-03-02")
            .With(g => g with { Relations = [g.Relations[0] with { Explanation = "ten went against one: twenty-six went" }] }));
        Assert.Equal(1, (await Store.RelationsAsync([TheConflict], null, Cancellation)).Values.Single().Relation.Version);

        await Store.StoreAsync(new Draft("four").Says("nothing new either", number: 26).Relates(RelationKind.Supersedes, "two: ten went", "one: twenty-six went", inputs: "2", conflict: true, day: "2025-03-02"));
        var relation = (await Store.RelationsAsync([TheConflict], null, Cancellation)).Values.Single().Relation;
        Assert.Equal((RelationKind.Supersedes, true, 2, "2"), (relation.Kind, relation.Conflict, relation.Version, relation.Inputs));
        Assert.Equal(1, (await Store.StatisticsAsync(Cancellation)).Conflicts);
    }

    [Fact]
    public async Task A_relation_that_no_longer_holds_is_withdrawn_and_may_come_back()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("more light", number: 3).With(g => g with { WithdrawnRelations = [TheConflict] }));
        Assert.Equal(0, (await Store.StatisticsAsync(Cancellation)).Conflicts);
        Assert.Empty((await BlocksAsync("troops")).Relations);
        Assert.Equal(Standing.Alone, (await Store.ClaimsAsync([Draft.IdOf("two", "ten went")], null, Cancellation)).Values.Single().Standing);

        await Store.StoreAsync(new Draft("four").Says("even more light", number: 4).Relates(RelationKind.Contradicts, "two: ten went", "one: twenty-six went", day: "2025-03-02"));
        Assert.Equal(1, (await Store.StatisticsAsync(Cancellation)).Conflicts);
        Assert.Equal([TheConflict], (await Store.ChangesAsync(3, 10, Cancellation)).Single().Relations);
    }

    [Fact]
    public async Task Claims_that_comparison_places_anew_move_with_their_counts()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("twenty-six indeed", number: 26).With(g => g with
        {
            Placements = [.. g.Placements, new Comparison.Placement(Draft.IdOf("two", "ten went"), Ids.Question("troops"), Draft.PositionId("troops", 26))],
        }));

        var positions = await Store.PositionsAsync([Draft.PositionId("troops", 26), Draft.PositionId("troops", 10)], null, Cancellation);
        Assert.Equal((3, 3), (positions[Draft.PositionId("troops", 26)].ClaimCount, positions[Draft.PositionId("troops", 26)].ArticleCount));
        Assert.Equal(0, positions[Draft.PositionId("troops", 10)].ClaimCount);
        Assert.Single((await Store.PositionsOfAsync([Ids.Question("troops")], 10, false, null, Cancellation))[Ids.Question("troops")]);
        Assert.Equal(1, (await Store.QuestionsAsync([Ids.Question("troops")], null, Cancellation)).Values.Single().PositionCount);
        Assert.Equal(Draft.PositionId("troops", 26), (await Store.ClaimsAsync([Draft.IdOf("two", "ten went")], null, Cancellation)).Values.Single().PositionId);
    }

    [Fact]
    public async Task A_question_that_was_merged_answers_with_the_survivor()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("five hundred soldiers", question: "soldiers", number: 500, speaker: "Anna"));
        await Store.StoreAsync(new Draft("four").Says("six went", number: 6).With(g => g with
        {
            Questions = [.. g.Questions, new Question(Ids.Question("soldiers"), "soldiers", "How many soldiers?")],
            MergedQuestions = new Dictionary<string, string> { [Ids.Question("soldiers")] = Ids.Question("troops") },
        }));

        var cards = await Store.QuestionsAsync([Ids.Question("soldiers"), Ids.Question("troops")], null, Cancellation);
        Assert.Equal("troops", cards[Ids.Question("soldiers")].Question.Key);
        Assert.Equal((4, 4, 1), (cards[Ids.Question("troops")].ClaimCount, cards[Ids.Question("troops")].PositionCount, cards[Ids.Question("troops")].ConflictCount));
        Assert.Equal(["troops"], (await Store.QuestionsAsync(null, QuestionOrder.MostConflicts, StoreSupport.Ten, null, Cancellation)).Nodes().Select(q => q.Question.Key));
        Assert.Equal(4, (await QuotesAsync(new ClaimFilter { Questions = [Ids.Question("soldiers")] })).Count);
        Assert.Equal(Ids.Question("troops"), (await Store.ClaimsAsync([Draft.IdOf("three", "five hundred soldiers")], null, Cancellation)).Values.Single().QuestionId);
        Assert.Equal(1, (await Store.ActorsAsync([Draft.ActorId("Anna")], null, Cancellation)).Values.Single().QuestionCount);
        Assert.Equal(1, (await Store.StatisticsAsync(Cancellation)).Questions);
    }

    [Fact]
    public async Task Look_alikes_are_told_with_their_question()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("five went to the fair", question: "fair", number: 5)
            .With(g => g with { SetApart = [new SetApart(Ids.Question("fair"), Ids.Question("troops"), Draft.IdOf("two", "ten went"), "another event")] }));

        var apart = (await Store.SetApartAsync([Ids.Question("fair"), Ids.Question("troops")], Cancellation))[Ids.Question("fair")].Single();
        Assert.Equal(new SetApart(Ids.Question("fair"), Ids.Question("troops"), Draft.IdOf("two", "ten went"), "another event"), apart);
    }

    [Fact]
    public async Task An_origin_that_comparison_finds_counts_in_place_of_the_claims_own()
    {
        await Store.StoreAsync(new Draft("one").Says("ten went", number: 10, origin: Origin.OfArticle("one")));
        await Store.StoreAsync(new Draft("two").Says("ten went too", number: 10, origin: Origin.OfArticle("two")));
        var ten = Draft.PositionId("troops", 10);
        Assert.Equal(2, (await Store.PositionsAsync([ten], null, Cancellation))[ten].OriginsLow);

        await Store.StoreAsync(new Draft("three").Says("rain", question: "rain").With(g => g with { Origins = new Dictionary<string, string> { [Draft.IdOf("two", "ten went too")] = Origin.OfArticle("one") } }));

        Assert.Equal(1, (await Store.PositionsAsync([ten], null, Cancellation))[ten].OriginsLow);
        Assert.All((await Store.OriginsAsync([ten], null, Cancellation))[ten], c => Assert.Equal(Origin.OfArticle("one"), c.Origin));
    }

    [Fact]
    public async Task Chains_mentions_and_citations_come_back_by_claim_and_source()
    {
        await Store.StoreAsync(new Draft("one").From("Daily").Says("twenty-six went", speaker: "Anna", mentions: ["Carl", "Dora"]).Cites("the report", CitationKind.Quotes));
        var claim = Draft.IdOf("one", "twenty-six went");

        var chain = (await Store.ChainsAsync([claim, "c_unknown"], Cancellation))[claim].ToList();
        Assert.Equal([(0, ChainRole.Speaker, "Anna", Draft.ActorId("Anna")), (1, ChainRole.Outlet, "Daily", null)], chain.Select(s => (s.Position, s.Role, s.Name, s.ActorId)));
        Assert.Equal(("said", new Span(3, 7), "twenty-six went"), (chain[0].Cue, chain[0].CueSpan, chain[0].Quote));
        Assert.Equal(Draft.OutletId("Daily"), chain[1].SourceId);
        Assert.Equal([(Draft.ActorId("Carl"), true), (Draft.ActorId("Dora"), false)], (await Store.MentionsAsync([claim], Cancellation))[claim].Select(m => (m.ActorId, m.Span is not null)));

        var article = (await Store.DocumentsAsync(["one"], Cancellation))["one"].SourceId;
        var citation = (await Store.CitationsAsync([article], Cancellation))[article].Single();
        Assert.Equal((Ids.CitedSource(SourceKind.Report, "the report"), CitationKind.Quotes, "according to"), (citation.ToId, citation.Kind, citation.Cue));
        Assert.Equal((SourceKind.Report, "the report"), await Cited());

        async Task<(SourceKind, string?)> Cited() => (await Store.SourcesAsync([citation.ToId], null, Cancellation))[citation.ToId] is var s ? (s.Kind, s.Title) : default;
    }

    [Fact]
    public async Task Articles_that_cite_each_other_in_a_circle_are_walked_once()
    {
        var (one, two, three) = (new Draft("one").Says("a", question: null), new Draft("two").Says("b", question: null), new Draft("three").Says("c", question: null));
        one.CitesArticle(two.SourceId);
        two.CitesArticle(three.SourceId);
        three.CitesArticle(one.SourceId);
        foreach (var draft in (Draft[])[one, two, three]) await Store.StoreAsync(draft);

        var citations = await Store.CitationsAsync([one.SourceId], Cancellation);
        Assert.Equal(3, citations.Count);
        Assert.All(citations, c => Assert.Single(c));
    }
}

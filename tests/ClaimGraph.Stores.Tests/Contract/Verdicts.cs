using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    private Task<AssessOutcome> AssessAsync(string target, Verdict verdict, int? version = 0, RelationKind? kind = null, string by = "Eva") =>
        Store.AssessAsync(new AssessmentRequest(target, verdict, by, "because", version, kind), Cancellation);

    private async Task<Relation> RelationAsync(string id) => (await Store.RelationsAsync([id], null, Cancellation))[id].Relation;

    private async Task<(int Conflicts, int Unreviewed, int OfQuestion)> ConflictCountsAsync()
    {
        var statistics = await Store.StatisticsAsync(Cancellation);
        return (statistics.Conflicts, statistics.Unreviewed, (await Store.QuestionsAsync([Ids.Question("troops")], null, Cancellation)).Values.Single().ConflictCount);
    }

    [Fact]
    public async Task A_verdict_is_kept_with_who_when_and_why()
    {
        await StoreConflictAsync();
        var outcome = await AssessAsync(TheConflict, Verdict.Confirm);

        Assert.Equal(AssessResult.Done, outcome.Result);
        Assert.Equal(new Assessment(outcome.Assessment!.Id, TheConflict, Verdict.Confirm, "Eva", Clock.Now, "because"), outcome.Assessment);
        Assert.Equal(outcome.Assessment, (await Store.AssessmentsAsync([outcome.Assessment.Id], Cancellation)).Values.Single());
        Assert.Equal([outcome.Assessment], (await Store.AssessmentsOfAsync([TheConflict], null, Cancellation))[TheConflict]);
        var relation = await RelationAsync(TheConflict);
        Assert.Equal((RelationStatus.Confirmed, 1), (relation.Status, relation.Version));
        Assert.Equal((1, 0, 1), await ConflictCountsAsync());
        var change = (await Store.ChangesAsync(2, 10, Cancellation)).Single();
        Assert.Equal((outcome.Assessment.Id, TheConflict), (change.AssessmentId, change.Relations.Single()));
    }

    [Fact]
    public async Task A_dismissed_conflict_leaves_lists_and_counters_and_is_found_when_asked_for()
    {
        await StoreConflictAsync();
        var before = Clock.Pass();
        await AssessAsync(TheConflict, Verdict.Dismiss);

        Assert.Equal((0, 0, 0), await ConflictCountsAsync());
        Assert.Empty((await Store.RelationsAsync(StoreSupport.Where(new RelationFilter { Conflict = true }), RelationOrder.Newest, StoreSupport.Ten, null, Cancellation)).Edges);
        Assert.Single((await Store.RelationsAsync(StoreSupport.Where(new RelationFilter { Conflict = true, Status = [RelationStatus.Dismissed] }), RelationOrder.Newest, StoreSupport.Ten, null, Cancellation)).Edges);
        Assert.Equal(Standing.Alone, (await Store.ClaimsAsync([Draft.IdOf("two", "ten went")], null, Cancellation)).Values.Single().Standing);
        Assert.Equal(RelationStatus.Unreviewed, (await Store.RelationsAsync([TheConflict], before, Cancellation)).Values.Single().Relation.Status);
        var (kinds, status) = await Store.RelationFacetsAsync(StoreSupport.Where(new RelationFilter { Conflict = true }), null, Cancellation);
        Assert.Empty(kinds);
        Assert.Equal(new Dictionary<RelationStatus, int> { [RelationStatus.Dismissed] = 1 }, status);
        int[] totals = await Task.WhenAll(new[]
        {
            new RelationFilter { Kinds = [RelationKind.Contradicts] }, new() { Kinds = [RelationKind.Contradicts, RelationKind.Supersedes], Status = [RelationStatus.Dismissed] },
            new() { Kinds = [RelationKind.Refines], Status = [RelationStatus.Dismissed] }, new() { Status = [RelationStatus.Unreviewed] },
        }.Select(async where => (await Store.RelationsAsync(StoreSupport.Where(where), RelationOrder.Newest, new PageRequest(0) { WithTotal = true }, null, Cancellation)).TotalCount ?? -1));
        Assert.Equal([0, 1, 0, 0], totals);
    }

    [Fact]
    public async Task A_dismissed_pair_stays_dismissed_until_its_inputs_change()
    {
        await StoreConflictAsync();
        await AssessAsync(TheConflict, Verdict.Dismiss);

        await Store.StoreAsync(new Draft("three").Says("three went", number: 3).Relates(RelationKind.Contradicts, "two: ten went", "one: twenty-six went", confidence: 0.8, day: "2025-03-02"));
        Assert.Equal(RelationStatus.Dismissed, (await RelationAsync(TheConflict)).Status);

        await Store.StoreAsync(new Draft("four").Says("four went", number: 4).Relates(RelationKind.Contradicts, "two: ten went", "one: twenty-six went", inputs: "2", day: "2025-03-02"));
        Assert.Equal(RelationStatus.Unreviewed, (await RelationAsync(TheConflict)).Status);
        Assert.Equal((1, 1, 1), await ConflictCountsAsync());
    }

    [Theory]
    [InlineData(Verdict.Confirm)]
    [InlineData(Verdict.Dismiss)]
    [InlineData(Verdict.MarkSuperseded)]
    [InlineData(Verdict.DifferentScope)]
    public async Task Undoing_a_verdict_restores_what_it_changed(Verdict verdict)
    {
        await StoreConflictAsync();
        var before = (await RelationAsync(TheConflict), await ConflictCountsAsync(), (await Store.ClaimsAsync([Draft.IdOf("one", "twenty-six went")], null, Cancellation)).Values.Single());
        var assessment = (await AssessAsync(TheConflict, verdict)).Assessment!;

        var undone = await Store.UndoAsync(assessment.Id, "Fritz", null, Cancellation);

        Assert.Equal((AssessResult.Done, Clock.Now, "Fritz"), (undone.Result, undone.Assessment!.UndoneAt, undone.Assessment.UndoneBy));
        var relation = await RelationAsync(TheConflict);
        Assert.Equal((before.Item1.Kind, before.Item1.Conflict, before.Item1.Status), (relation.Kind, relation.Conflict, relation.Status));
        Assert.Equal(before.Item2, await ConflictCountsAsync());
        Assert.Equal(before.Item3.Standing, (await Store.ClaimsAsync([before.Item3.Id], null, Cancellation)).Values.Single().Standing);
        Assert.Empty((await BlocksAsync("troops")).ScopeVerdicts);
        Assert.Equal(AssessResult.Refused, (await Store.UndoAsync(assessment.Id, "Fritz", null, Cancellation)).Result);
    }

    [Fact]
    public async Task Marking_as_superseded_changes_the_kind_and_the_standing()
    {
        await StoreConflictAsync();
        await AssessAsync(TheConflict, Verdict.MarkSuperseded);

        var relation = await RelationAsync(TheConflict);
        Assert.Equal((RelationKind.Supersedes, true, RelationStatus.Confirmed), (relation.Kind, relation.Conflict, relation.Status));
        var claims = await Store.ClaimsAsync([Draft.IdOf("one", "twenty-six went"), Draft.IdOf("two", "ten went")], null, Cancellation);
        Assert.Equal((Standing.Replaced, Standing.Current), (claims[Draft.IdOf("one", "twenty-six went")].Standing, claims[Draft.IdOf("two", "ten went")].Standing));
        Assert.False((await Store.PositionsAsync([Draft.PositionId("troops", 26)], null, Cancellation)).Values.Single().Current);
        Assert.Equal((1, 0, 1), await ConflictCountsAsync());
    }

    [Fact]
    public async Task Different_scope_is_told_to_the_next_comparison_with_both_positions()
    {
        await StoreConflictAsync();
        var revision = (await BlocksAsync("troops")).Revisions["troops"];
        await AssessAsync(TheConflict, Verdict.DifferentScope);

        var state = await BlocksAsync("troops");
        Assert.NotEqual(revision, state.Revisions["troops"]);
        Assert.Equal(RelationStatus.Dismissed, state.Relations.Single().Status);
        var verdict = Assert.Single(state.ScopeVerdicts);
        Assert.Equal(new HashSet<string?> { Draft.PositionId("troops", 26), Draft.PositionId("troops", 10) }, [verdict.PositionA, verdict.PositionB]);
        Assert.Equal(Standing.OtherScope, (await Store.ClaimsAsync([Draft.IdOf("two", "ten went")], null, Cancellation)).Values.Single().Standing);
    }

    [Fact]
    public async Task Who_judges_an_older_version_learns_that_somebody_was_quicker()
    {
        await StoreConflictAsync();
        await AssessAsync(TheConflict, Verdict.Confirm);

        var late = await AssessAsync(TheConflict, Verdict.Dismiss, version: 0, by: "Fritz");

        Assert.Equal((AssessResult.SomebodyWasQuicker, "Eva", Verdict.Confirm), (late.Result, late.Latest?.By, late.Latest?.Verdict));
        Assert.Equal(RelationStatus.Confirmed, (await RelationAsync(TheConflict)).Status);
    }

    [Fact]
    public async Task An_earlier_verdict_is_not_undone_under_a_later_one()
    {
        await StoreConflictAsync();
        var first = (await AssessAsync(TheConflict, Verdict.Confirm)).Assessment!;
        var second = (await AssessAsync(TheConflict, Verdict.Dismiss, version: 1)).Assessment!;

        Assert.Equal(AssessResult.Refused, (await Store.UndoAsync(first.Id, "Eva", null, Cancellation)).Result);
        Assert.Equal(AssessResult.Done, (await Store.UndoAsync(second.Id, "Eva", null, Cancellation)).Result);
        Assert.Equal(RelationStatus.Confirmed, (await RelationAsync(TheConflict)).Status);
        Assert.Equal(AssessResult.Done, (await Store.UndoAsync(first.Id, "Eva", null, Cancellation)).Result);
        Assert.Equal(RelationStatus.Unreviewed, (await RelationAsync(TheConflict)).Status);
        Assert.Equal(2, (await Store.AssessmentsOfAsync([TheConflict], null, Cancellation))[TheConflict].Count(a => a.UndoneAt is not null));
    }

    [Theory]
    [InlineData("r_unknown", Verdict.Confirm, AssessResult.NotFound)]
    [InlineData("nonsense", Verdict.Confirm, AssessResult.NotFound)]
    [InlineData(null, Verdict.NotAClaim, AssessResult.Refused)]
    public async Task A_verdict_on_what_does_not_exist_or_does_not_fit_changes_nothing(string? target, Verdict verdict, AssessResult result)
    {
        await StoreConflictAsync();
        Assert.Equal(result, (await AssessAsync(target ?? TheConflict, verdict)).Result);
        Assert.Equal(2, await Store.LastChangeAsync(Cancellation));
        Assert.Equal(AssessResult.NotFound, (await Store.UndoAsync("v_unknown", "Eva", null, Cancellation)).Result);
    }

    private async Task<string> StoreCandidateAsync()
    {
        await Store.StoreAsync(new Draft("one").Says("twenty-six went", number: 26));
        await Store.StoreAsync(new Draft("two").Says("ten went", number: 10).Asks(RelationKind.Contradicts, "ten went", "one: twenty-six went"));
        return Ids.Candidate(Draft.IdOf("one", "twenty-six went"), Draft.IdOf("two", "ten went"));
    }

    [Fact]
    public async Task A_candidate_is_no_relation_until_a_person_confirms_it()
    {
        var candidate = await StoreCandidateAsync();
        Assert.Equal((0, 1, 0), await ConflictCountsAsync());
        Assert.Single((await BlocksAsync("troops")).Candidates);

        await AssessAsync(candidate, Verdict.Confirm);
        Assert.Equal((1, 0, 1), await ConflictCountsAsync());
        Assert.Equal((RelationStatus.Confirmed, RelationKind.Contradicts), ((await RelationAsync(TheConflict)).Status, (await RelationAsync(TheConflict)).Kind));
        Assert.Equal(RelationStatus.Confirmed, (await Store.CandidatesAsync([candidate], null, Cancellation)).Values.Single().Status);

        await Store.UndoAsync((await Store.AssessmentsOfAsync([candidate], null, Cancellation))[candidate].Single().Id, "Eva", null, Cancellation);
        Assert.Equal((0, 1, 0), await ConflictCountsAsync());
        Assert.Equal(RelationStatus.Unreviewed, (await Store.CandidatesAsync([candidate], null, Cancellation)).Values.Single().Status);

        await AssessAsync(candidate, Verdict.Confirm, version: 2, kind: RelationKind.Corroborates);
        Assert.Equal((0, 0, 0), await ConflictCountsAsync());
        Assert.Equal(RelationKind.Corroborates, (await RelationAsync(TheConflict)).Kind);
    }

    [Fact]
    public async Task A_dismissed_candidate_stays_dismissed_until_its_inputs_change()
    {
        var candidate = await StoreCandidateAsync();
        await AssessAsync(candidate, Verdict.Dismiss);

        await Store.StoreAsync(new Draft("three").Says("three went", number: 3).Asks(RelationKind.Contradicts, "two: ten went", "one: twenty-six went", score: 0.5));
        Assert.Equal(RelationStatus.Dismissed, (await Store.CandidatesAsync([candidate], null, Cancellation)).Values.Single().Status);
        await Store.StoreAsync(new Draft("four").Says("four went", number: 4).Asks(RelationKind.Contradicts, "two: ten went", "one: twenty-six went", inputs: "2"));
        Assert.Equal(RelationStatus.Unreviewed, (await Store.CandidatesAsync([candidate], null, Cancellation)).Values.Single().Status);
        await Store.StoreAsync(new Draft("five").Says("five went", number: 5).With(g => g with { WithdrawnCandidates = [candidate] }));
        Assert.Equal((0, 0, 0), await ConflictCountsAsync());
    }

    [Fact]
    public async Task A_claim_that_is_none_leaves_lists_and_relations_and_comes_back_when_that_is_undone()
    {
        await StoreConflictAsync();
        var claim = Draft.IdOf("two", "ten went");
        var assessment = (await AssessAsync(claim, Verdict.NotAClaim, version: null)).Assessment!;

        Assert.Equal(["twenty-six went"], await QuotesAsync());
        Assert.Equal((0, 0, 0), await ConflictCountsAsync());
        Assert.Single((await BlocksAsync("troops")).Claims);
        Assert.Equal(Standing.Alone, (await Store.ClaimsAsync([Draft.IdOf("one", "twenty-six went")], null, Cancellation)).Values.Single().Standing);

        await Store.UndoAsync(assessment.Id, "Eva", null, Cancellation);
        Assert.Equal(["ten went", "twenty-six went"], await QuotesAsync());
        Assert.Equal((1, 1, 1), await ConflictCountsAsync());
        Assert.Equal(2, (await BlocksAsync("troops")).Claims.Count);
    }

    [Fact]
    public async Task A_claim_that_a_person_withdrew_stays_withdrawn_in_the_next_version()
    {
        await Store.StoreAsync(new Draft("one").Says("twenty-six went").Says("a caption", question: null));
        await AssessAsync(Draft.IdOf("one", "a caption"), Verdict.Misread, version: null);
        await Store.StoreAsync(new Draft("one").Text("more").Says("twenty-six went").Says("a caption", question: null));

        Assert.Equal(["twenty-six went"], await QuotesAsync());
        Assert.Equal(1, (await Store.StatisticsAsync(Cancellation)).Claims);
    }

    private static MergeSuggestion AnnaAndAnne { get; } = new(Ids.Suggestion(Draft.ActorId("Anna"), Draft.ActorId("Anne")), Draft.ActorId("Anna"), Draft.ActorId("Anne"), 0.7, "the same office");

    private async Task StoreAnnaAndAnneAsync()
    {
        await Store.StoreAsync(new Draft("one").Says("twenty-six went", number: 26, speaker: "Anna").Says("so it is", question: "money", number: 1, speaker: "Anna", mentions: ["Anne"]));
        await Store.StoreAsync(new Draft("two").Says("twenty-six did go", number: 26, speaker: "Anne", day: "2025-03-02").Says("ten went", number: 10, day: "2025-03-02", speaker: "Bert")
            .Relates(RelationKind.Contradicts, "ten went", "twenty-six did go", day: "2025-03-02").With(g => g with { MergeSuggestions = [AnnaAndAnne] }));
    }

    [Fact]
    public async Task Two_actors_that_are_one_share_claims_counts_and_origins_until_that_is_undone()
    {
        await StoreAnnaAndAnneAsync();
        var (anna, anne, position) = (Draft.ActorId("Anna"), Draft.ActorId("Anne"), Draft.PositionId("troops", 26));
        Assert.Equal(2, (await Store.PositionsAsync([position], null, Cancellation))[position].OriginsLow);
        var before = await Store.ActorsAsync([anna, anne], null, Cancellation);

        var assessment = (await AssessAsync(AnnaAndAnne.Id, Verdict.SamePerson)).Assessment!;

        var actors = await Store.ActorsAsync([anna, anne], null, Cancellation);
        Assert.Equal(("Anna", 3, 2), (actors[anne].Actor.Name, actors[anne].ClaimCount, actors[anne].QuestionCount));
        Assert.Equal(3, (await QuotesAsync(new ClaimFilter { Speakers = [anna] })).Count);
        Assert.Equal(3, (await QuotesAsync(new ClaimFilter { Actors = [anne] })).Count);
        Assert.Single((await Store.RelationsAsync(StoreSupport.Where(new RelationFilter { Conflict = true, Actors = [anna] }), RelationOrder.Newest, StoreSupport.Ten, null, Cancellation)).Edges);
        Assert.Equal(1, (await Store.PositionsAsync([position], null, Cancellation))[position].OriginsLow);
        Assert.Equal(anna, (await Store.ChainsAsync([Draft.IdOf("two", "twenty-six did go")], Cancellation)).Single().First().ActorId);
        Assert.Equal("Anna", (await Store.ClaimsAsync([Draft.IdOf("two", "twenty-six did go")], null, Cancellation)).Values.Single().Speaker?.Name);
        var merge = (await Store.MergesAsync([anna], Cancellation))[anna].Single();
        Assert.Equal((anne, "Anne", anna, "Eva"), (merge.FromId, merge.FromName, merge.IntoId, merge.By));
        Assert.Equal((2, 1), (await Store.StatisticsAsync(Cancellation) is var s ? s.Actors : 0, (await Store.StatisticsAsync(Cancellation)).Unreviewed));

        Assert.Equal(AssessResult.Done, (await Store.UndoAsync(assessment.Id, "Eva", null, Cancellation)).Result);
        var after = await Store.ActorsAsync([anna, anne], null, Cancellation);
        Assert.Equal((before[anna].ClaimCount, before[anna].QuestionCount, before[anne].ClaimCount, before[anne].QuestionCount), (after[anna].ClaimCount, after[anna].QuestionCount, after[anne].ClaimCount, after[anne].QuestionCount));
        Assert.Equal("Anne", (await Store.ClaimsAsync([Draft.IdOf("two", "twenty-six did go")], null, Cancellation)).Values.Single().Speaker?.Name);
        Assert.Equal(2, (await Store.PositionsAsync([position], null, Cancellation))[position].OriginsLow);
        Assert.Empty((await Store.MergesAsync([anna], Cancellation))[anna]);
        Assert.Single((await Store.MergeSuggestionsAsync(StoreSupport.Ten, Cancellation)).Edges);
    }

    [Fact]
    public async Task A_suggestion_that_is_open_again_stands_where_it_stood_in_the_inbox()
    {
        await StoreAnnaAndAnneAsync();
        var fewer = new MergeSuggestion(Ids.Suggestion(Draft.ActorId("Zoe"), Draft.ActorId("Zoé")), Draft.ActorId("Zoe"), Draft.ActorId("Zoé"), 0.9, "the same name");
        await Store.StoreAsync(new Draft("three").Says("four went", number: 4, speaker: "Zoe", mentions: ["Zoé"]).With(g => g with { MergeSuggestions = [fewer] }));
        var assessment = (await AssessAsync(AnnaAndAnne.Id, Verdict.SamePerson)).Assessment!;
        await Store.UndoAsync(assessment.Id, "Eva", null, Cancellation);
        Assert.Equal([AnnaAndAnne.Id, fewer.Id], (await Store.MergeSuggestionsAsync(StoreSupport.Ten, Cancellation)).Nodes().Select(s => s.Id));
    }

    [Fact]
    public async Task A_merge_is_undone_by_its_own_id_and_different_people_are_not_suggested_again()
    {
        await StoreAnnaAndAnneAsync();
        await AssessAsync(AnnaAndAnne.Id, Verdict.SamePerson);
        var merge = (await Store.MergesAsync([Draft.ActorId("Anna")], Cancellation)).Single().Single();
        Assert.Equal(AssessResult.Done, (await Store.UndoAsync(merge.Id, "Eva", null, Cancellation)).Result);

        await AssessAsync(AnnaAndAnne.Id, Verdict.DifferentPerson, version: 2);
        await Store.StoreAsync(new Draft("three").Says("three went", number: 3).With(g => g with { MergeSuggestions = [AnnaAndAnne] }));
        Assert.Empty((await Store.MergeSuggestionsAsync(StoreSupport.Ten, Cancellation)).Edges);
        Assert.Equal(3, (await Store.MergeSuggestionsAsync([AnnaAndAnne.Id], Cancellation)).Values.Single().Version);
    }

    [Fact]
    public async Task The_inbox_holds_what_nobody_judged_yet()
    {
        await StoreAnnaAndAnneAsync();
        await Store.StoreAsync(new Draft("three").Says("eleven went", number: 11).Asks(RelationKind.Contradicts, "eleven went", "two: ten went"));

        async Task<List<ReviewItem>> Inbox(ReviewFilter? where = null) => [.. (await Store.ReviewInboxAsync(where, StoreSupport.Ten, null, Cancellation)).Nodes()];
        Assert.Equal(3, (await Inbox()).Count);
        Assert.Equal(3, (await Store.StatisticsAsync(Cancellation)).Unreviewed);
        Assert.NotNull((await Inbox(new ReviewFilter { Candidates = true })).Single().Candidate);
        Assert.NotNull((await Inbox(new ReviewFilter { Merges = true })).Single().Suggestion);
        var conflict = (await Inbox(new ReviewFilter { Candidates = false, Merges = false })).Single().Relation!;
        Assert.Single(await Inbox(new ReviewFilter { Actors = [Draft.ActorId("Anne")], Merges = false }));
        Assert.Equal(2, (await Inbox(new ReviewFilter { Questions = [Ids.Question("troops")] })).Count);

        var page = await Store.ReviewInboxAsync(null, new PageRequest(2) { WithTotal = true }, null, Cancellation);
        var rest = await Store.ReviewInboxAsync(null, new PageRequest(2, page.Edges[1].Cursor), null, Cancellation);
        Assert.Equal((3, true, 1, false), (page.TotalCount, page.HasNext, rest.Edges.Count, rest.HasNext));
        Assert.Equal(3, page.Nodes().Concat(rest.Nodes()).Distinct().Count());

        await FacetsAsync(null, (1, 1, 1));
        await FacetsAsync(new ReviewFilter { Merges = true, AssessedBy = "Eva" }, (1, 1, 1));
        await FacetsAsync(new ReviewFilter { Questions = [Ids.Question("troops")] }, (1, 1, 0));
        await FacetsAsync(new ReviewFilter { Actors = [Draft.ActorId("Anne")] }, (1, 0, 1));
        await FacetsAsync(new ReviewFilter { Questions = [Ids.Question("nothing")] }, (0, 0, 0));
        Assert.Equal(0, await Store.AssessmentCountAsync("Eva", DateTimeOffset.UnixEpoch, Cancellation));

        async Task FacetsAsync(ReviewFilter? where, (int Contradicts, int Candidates, int Merges) expected)
        {
            var facets = await Store.ReviewFacetsAsync(where, null, Cancellation);
            Assert.Equal(expected, (facets.Relations.GetValueOrDefault(RelationKind.Contradicts), facets.Candidates, facets.Merges));
            Assert.Equal(expected.Contradicts, facets.Relations.Count);
        }

        await AssessAsync(conflict.Relation.Id, Verdict.Dismiss);
        Assert.Equal(2, (await Inbox()).Count);
        await FacetsAsync(null, (0, 1, 1));
        Assert.Equal(1, await Store.AssessmentCountAsync("Eva", Clock.Now, Cancellation));
        Assert.Equal(0, await Store.AssessmentCountAsync("Eva", Clock.Now.AddSeconds(1), Cancellation));
        Assert.Equal(0, await Store.AssessmentCountAsync("Fritz", DateTimeOffset.UnixEpoch, Cancellation));
        Assert.Equal(conflict.Relation.Id, (await Inbox(new ReviewFilter { AssessedBy = "Eva" })).Single().Relation?.Relation.Id);
        Assert.Empty(await Inbox(new ReviewFilter { AssessedBy = "Fritz" }));
    }
}

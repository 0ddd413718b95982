using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    [Fact]
    public async Task An_article_is_found_with_everything_that_was_stored_of_it()
    {
        var draft = new Draft("one").From("Daily").Says("twenty-six went", speaker: "Anna", mentions: ["Carl"]).Cites("the report");
        var outcome = await Store.StoreAsync(draft);

        Assert.Equal((WriteResult.Stored, draft.SourceId, 1L, 0), (outcome.Result, outcome.SourceId, outcome.Sequence, outcome.Conflicts));
        var claim = (await Store.ClaimsAsync([Draft.IdOf("one", "twenty-six went")], null, Cancellation)).Values.Single();
        Assert.Equal(("twenty-six went", 0, 15), (claim.Quote, claim.Span.Start, claim.Span.End));
        Assert.Equal(("26 countries", 26, 26, "countries"), (claim.Value.Text, claim.Value.Quantity!.Low, claim.Value.Quantity.High, claim.Value.Quantity.Unit));
        Assert.Equal(["publicity: formal"], claim.Value.Scope);
        Assert.Equal((Ids.Question("troops"), Draft.PositionId("troops", 26)), (claim.QuestionId, claim.PositionId));
        Assert.Equal(PartialDate.Day(new DateOnly(2025, 3, 1), "publication date"), claim.Asserted);
        Assert.Equal((Clock.Now, null, Standing.Alone), (claim.RecordedAt, claim.WithdrawnAt, claim.Standing));
        Assert.Equal((draft.SourceId, "Title of one", "Daily", Draft.OutletId("Daily")), (claim.Source.Id, claim.Source.Title, claim.Source.OutletName, claim.Source.OutletId));
        Assert.Equal("Anna", claim.Speaker?.Name);

        var text = (await Store.TextsAsync([draft.SourceId], Cancellation)).Values.Single();
        Assert.Equal("twenty-six went", claim.Span.Of(text.Text));
        Assert.Equal([new Span(0, 1)], text.Furniture);
        Assert.Equal([new SourceNotice(NoticeKind.Correction, new Span(0, 2), "corrected")], text.Notices);
    }

    [Fact]
    public async Task The_whole_record_of_a_claim_comes_back_as_it_was_read()
    {
        var draft = new Draft("one").Says("twenty-six went", speaker: "Anna", mentions: ["Carl"]);
        await Store.StoreAsync(draft);

        var claim = (await Store.ClaimDetailsAsync([Draft.IdOf("one", "twenty-six went")], Cancellation)).Values.Single();
        Assert.Equal(ClaimJson.Write(draft.Reading.Claims[0]), ClaimJson.Write(claim));
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing()
    {
        var first = await Store.StoreAsync(new Draft("one").Says("twenty-six went"));
        var again = await Store.StoreAsync(new Draft("one").Says("twenty-six went"));

        Assert.Equal((WriteResult.Unchanged, first.SourceId, 0L), (again.Result, again.SourceId, again.Sequence));
        Assert.Equal(1, (await Store.StatisticsAsync(Cancellation)).Claims);
        Assert.Single(await Store.ChangesAsync(0, 10, Cancellation));
    }

    [Fact]
    public async Task An_article_whose_comparison_speaks_of_an_unknown_claim_is_refused_and_its_neighbours_are_stored()
    {
        var broken = new Draft("two").Says("nobody went", number: 0).Relates(RelationKind.Contradicts, "nobody went", "elsewhere: never stored");
        var outcomes = await Store.WriteAsync(
            [await Store.PrepareAsync(new Draft("one").Says("twenty-six went", question: "ships")), await Store.PrepareAsync(broken), await Store.PrepareAsync(new Draft("three").Says("ten went", question: "planes"))],
            Cancellation);

        Assert.Equal([WriteResult.Stored, WriteResult.Refused, WriteResult.Stored], outcomes.Select(o => o.Result));
        Assert.Contains("neither in the article nor in the store", Assert.IsType<StoreException>(outcomes[1].Fault).Message, StringComparison.Ordinal);
        Assert.Empty(await Store.DocumentsAsync(["two"], Cancellation));
        var stored = await Store.ClaimsAsync(null, ClaimOrder.Newest, StoreSupport.Ten, null, Cancellation);
        Assert.Equal(["ten went", "twenty-six went"], stored.Nodes().Select(c => c.Quote).Order());
        Assert.Equal(2, (await Store.StatisticsAsync(Cancellation)).Claims);
        Assert.Equal([1L, 2L], (await Store.ChangesAsync(0, 10, Cancellation)).Select(c => c.Sequence));
    }

    [Fact]
    public async Task A_claim_without_a_question_is_stored_and_found()
    {
        await Store.StoreAsync(new Draft("one").Says("something happened", question: null));

        var claim = (await Store.ClaimsAsync(null, ClaimOrder.Newest, StoreSupport.Ten, null, Cancellation)).Nodes().Single();
        Assert.Equal((null, null, "something happened"), (claim.QuestionId, claim.PositionId, claim.Quote));
    }

    [Fact]
    public async Task A_block_that_moved_on_makes_the_write_stale_and_nothing_is_stored()
    {
        var late = await Store.PrepareAsync(new Draft("late").Says("ten went", number: 10));
        await Store.StoreAsync(new Draft("one").Says("twenty-six went"));

        var outcome = (await Store.WriteAsync([late], Cancellation))[0];

        Assert.Equal((WriteResult.Stale, 0L), (outcome.Result, outcome.Sequence));
        Assert.Empty(await Store.DocumentsAsync(["late"], Cancellation));
        Assert.Equal(1, (await Store.StatisticsAsync(Cancellation)).Claims);
    }

    [Fact]
    public async Task A_document_that_got_a_newer_version_meanwhile_makes_the_write_stale()
    {
        var late = await Store.PrepareAsync(new Draft("one").Says("ten went", question: null));
        await Store.StoreAsync(new Draft("one").Says("twenty-six went", question: null));

        Assert.Equal(WriteResult.Stale, (await Store.WriteAsync([late], Cancellation))[0].Result);
    }

    [Fact]
    public async Task Several_articles_are_written_under_one_commit_and_a_stale_one_among_them_does_no_harm()
    {
        ArticleWrite[] writes =
        [
            await Store.PrepareAsync(new Draft("one").Says("twenty-six went", blocks: ["a"])),
            await Store.PrepareAsync(new Draft("two").Says("ten went", blocks: ["a"])),
            await Store.PrepareAsync(new Draft("three").Says("five went", blocks: ["b"])),
        ];

        var outcomes = await Store.WriteAsync(writes, Cancellation);

        Assert.Equal([WriteResult.Stored, WriteResult.Stale, WriteResult.Stored], outcomes.Select(o => o.Result));
        Assert.Equal([1, 0, 2], outcomes.Select(o => o.Sequence));
    }

    [Fact]
    public async Task The_feed_tells_each_change_once_in_order_and_without_gaps()
    {
        await StoreConflictAsync();

        var changes = await Store.ChangesAsync(0, 10, Cancellation);
        Assert.Equal([1, 2], changes.Select(c => c.Sequence));
        Assert.Equal([TheConflict], changes[1].Relations);
        Assert.Empty(changes[0].Relations);
        Assert.Equal(2, await Store.LastChangeAsync(Cancellation));
        Assert.Equal([2], (await Store.ChangesAsync(1, 10, Cancellation)).Select(c => c.Sequence));
        Assert.Equal([1], (await Store.ChangesAsync(0, 1, Cancellation)).Select(c => c.Sequence));
    }

    [Fact]
    public async Task The_feed_names_a_relation_as_a_conflict_in_the_change_that_made_it_one_and_never_again()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("eleven went", number: 11).Relates(RelationKind.Refines, "eleven went", "two: ten went", conflict: false));
        await Store.StoreAsync(new Draft("four").Says("nine went", number: 9).Relates(RelationKind.Refines, "nine went", "two: ten went", conflict: false));
        Assert.Equal([[], [TheConflict], [], []], await FoundAsync());

        var (judged, rewritten) = (Ids.Relation(Draft.IdOf("three", "eleven went"), Draft.IdOf("two", "ten went")), Ids.Relation(Draft.IdOf("four", "nine went"), Draft.IdOf("two", "ten went")));
        var verdict = await AssessAsync(judged, Verdict.MarkContradicts);
        await Store.UndoAsync(verdict.Assessment!.Id, "Eva", null, Cancellation);
        await AssessAsync(judged, Verdict.MarkContradicts, version: 2);
        Assert.Equal([[judged], [], []], (await FoundAsync())[4..]);

        await Store.StoreAsync(new Draft("five").Says("nothing new", number: 10).Relates(RelationKind.Contradicts, "four: nine went", "two: ten went", inputs: "2"));
        await AssessAsync(rewritten, Verdict.Dismiss, version: 1);
        Assert.Equal([[rewritten], []], (await FoundAsync())[7..]);

        async Task<string[][]> FoundAsync() => [.. (await Store.ChangesAsync(0, 100, Cancellation)).Select(c => c.Conflicts.ToArray())];
    }
}

using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    private Task<BlockState> BlocksAsync(params string[] blocks) => Store.BlocksAsync(blocks, [], 400, Cancellation);

    [Fact]
    public async Task An_unknown_block_is_empty_and_has_revision_0()
    {
        var state = await BlocksAsync("nothing");
        Assert.Equal(0, state.Revisions["nothing"]);
        Assert.Empty(state.Claims);
    }

    [Fact]
    public async Task A_block_answers_its_claims_where_they_stand_and_what_was_decided_among_them()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("elsewhere", question: "money", number: 3));

        var state = await BlocksAsync("troops");

        Assert.Equal(new HashSet<string> { "twenty-six went", "ten went" }, [.. state.Claims.Select(c => c.Claim.Quote)]);
        Assert.All(state.Claims, c => Assert.Equal((Ids.Question("troops"), "troops"), (c.QuestionId, c.QuestionKey)));
        Assert.All(state.Claims, c => Assert.Equal([1u, 2u, 3u], c.Signature));
        var relation = Assert.Single(state.Relations);
        Assert.Equal((TheConflict, RelationKind.Contradicts, RelationStatus.Unreviewed, "1"), (relation.Id, relation.Kind, relation.Status, relation.Inputs));
        Assert.Equal(["question", "values"], relation.Trace.Select(t => t.Rule));
    }

    [Fact]
    public async Task Storing_into_a_block_moves_its_revision_and_no_other()
    {
        await Store.StoreAsync(new Draft("one").Says("twenty-six went", blocks: ["a", "b"]));
        var before = (await BlocksAsync("a", "b", "c")).Revisions;

        await Store.StoreAsync(new Draft("two").Says("ten went", number: 10, blocks: ["b"]));

        var after = (await BlocksAsync("a", "b", "c")).Revisions;
        Assert.Equal(before["a"], after["a"]);
        Assert.NotEqual(before["b"], after["b"]);
        Assert.Equal(0, after["c"]);
    }

    [Fact]
    public async Task Of_a_block_beyond_the_cap_each_position_answers_those_nearest_in_time()
    {
        var draft = new Draft("one");
        for (var day = 1; day <= 20; day++) draft.Says($"twenty-six went on {day}", number: 26, day: $"2025-03-{day:00}");
        draft.Says("ten went long ago", number: 10, day: "2020-01-01");
        await Store.StoreAsync(draft);

        var state = await Store.BlocksAsync(["troops"], [new DateOnly(2025, 3, 10)], 6, Cancellation);

        Assert.True(state.Claims.Count <= 6);
        Assert.Contains(state.Claims, c => c.Claim.Quote == "ten went long ago");
        Assert.Contains(state.Claims, c => c.Claim.Quote == "twenty-six went on 10");
        Assert.DoesNotContain(state.Claims, c => c.Claim.Quote == "twenty-six went on 1");
    }

    [Fact]
    public async Task A_withdrawn_claim_is_in_no_block()
    {
        await Store.StoreAsync(new Draft("one").Says("twenty-six went"));
        await Store.StoreAsync(new Draft("one").Says("ten went", number: 10));

        Assert.Equal(["ten went"], (await BlocksAsync("troops")).Claims.Select(c => c.Claim.Quote));
    }
}

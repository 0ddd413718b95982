using System.Collections.Concurrent;
using ClaimGraph.Sqlite;
using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>Several writers and readers on one file: whoever compared with what has changed since learns it, and nothing is lost or counted twice.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _folder = new();

    private async Task<SqliteClaimStore> OpenAsync()
    {
        var store = new SqliteClaimStore(new SqliteOptions { Path = _folder.Store, SyncEveryCommit = false, BusyTimeout = TimeSpan.FromMinutes(1) });
        await store.MigrateAsync(Cancellation);
        return store;
    }

    [Fact]
    public async Task Writers_of_one_block_each_see_what_the_others_stored_before_theirs()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync()));
        var (seen, stale) = (new ConcurrentBag<int>(), 0);

        await Task.WhenAll(stores.SelectMany((store, s) => Enumerable.Range(0, 2).Select(w => Task.Run(async () =>
        {
            for (var i = 0; i < 8; i++)
            {
                while (true)
                {
                    var draft = new Draft($"doc {s} {w} {i}").Says($"{s} {w} {i} went", number: i);
                    var state = await store.BlocksAsync(["troops"], [], 1000, Cancellation);
                    await Task.Yield();
                    var outcome = (await store.WriteAsync([new ArticleWrite(draft.Reading, draft.Grouping, state.Revisions, null)], Cancellation))[0];
                    if (outcome.Result == WriteResult.Stale)
                    {
                        Interlocked.Increment(ref stale);
                        continue;
                    }
                    seen.Add(state.Claims.Count);
                    break;
                }
            }
        }))));

        // Each article was compared with exactly those stored before it: 0, 1, 2, … without a number missing or twice.
        Assert.Equal(Enumerable.Range(0, 64), seen.Order());
        var statistics = await stores[0].StatisticsAsync(Cancellation);
        Assert.Equal((64, 64), (statistics.Claims, statistics.Sources));
        Assert.Equal(Enumerable.Range(1, 64).Select(n => (long)n), (await stores[0].ChangesAsync(0, 100, Cancellation)).Select(c => c.Sequence));
        await RebuildChangesNothingAsync(stores[0]);
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task Readers_see_whole_articles_while_others_are_written()
    {
        await using var store = await OpenAsync();
        using var stop = new CancellationTokenSource();
        var torn = new ConcurrentBag<string>();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var claims = (await store.ClaimsAsync(null, ClaimOrder.Newest, new PageRequest(1000), null, Cancellation)).Nodes().ToList();
                foreach (var article in claims.GroupBy(c => c.Source.Id))
                    if (article.Count() != 5) torn.Add(article.Key);
            }
        })).ToList();

        for (var i = 0; i < 40; i++)
        {
            var draft = new Draft($"doc {i}");
            for (var j = 0; j < 5; j++) draft.Says($"{i} {j} went", number: j);
            await store.StoreAsync(draft);
        }
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        Assert.Empty(torn);
    }

    [Fact]
    public async Task Two_persons_who_judge_one_conflict_at_once_do_not_overwrite_each_other()
    {
        await using var store = await OpenAsync();
        await using var other = await OpenAsync();
        await store.StoreAsync(new Draft("one").Says("twenty-six went"));
        await store.StoreAsync(new Draft("two").Says("ten went", number: 10).Relates(RelationKind.Contradicts, "ten went", "one: twenty-six went"));
        var relation = Ids.Relation(Draft.IdOf("one", "twenty-six went"), Draft.IdOf("two", "ten went"));

        var outcomes = await Task.WhenAll(((IClaimStore, Verdict)[])[(store, Verdict.Confirm), (other, Verdict.Dismiss)] is var judges
            ? judges.Select(j => Task.Run(() => j.Item1.AssessAsync(new AssessmentRequest(relation, j.Item2, j.Item2.ToString(), null, 0), Cancellation))) : []);

        Assert.Equal([AssessResult.Done, AssessResult.SomebodyWasQuicker], outcomes.Select(o => o.Result).Order());
        Assert.Equal(outcomes.Single(o => o.Result == AssessResult.Done).Assessment!.Id, outcomes.Single(o => o.Result == AssessResult.SomebodyWasQuicker).Latest!.Id);
    }

    private static async Task RebuildChangesNothingAsync(SqliteClaimStore store)
    {
        var before = (await store.QuestionsAsync([Ids.Question("troops")], null, Cancellation)).Values.Single();
        await store.RebuildAsync(null, Cancellation);
        Assert.Equal(before, (await store.QuestionsAsync([Ids.Question("troops")], null, Cancellation)).Values.Single());
    }

    public void Dispose() => _folder.Dispose();
}

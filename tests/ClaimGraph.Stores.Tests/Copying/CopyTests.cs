using System.Text;
using System.Text.RegularExpressions;
using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;
using ClaimGraph.Sqlite;
using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

/// <summary>A graph moved between stores: with its verdicts, merges, versions and times, and gone on with after a cut.</summary>
[Collection(Neo4jServer.Shared)]
public sealed partial class CopyTests(Neo4jServer neo4j) : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder _first = new(), _second = new();

    [Fact]
    public async Task From_sqlite_to_neo4j_and_back_nothing_is_lost()
    {
        await using var first = await SqliteAsync(_first);
        await FillAsync(first);
        await using var middle = await Neo4jAsync();
        await using var last = await SqliteAsync(_second);

        var there = await GraphCopy.RunAsync(first, middle, "sqlite", null, Cancellation);
        var back = await GraphCopy.RunAsync(middle, last, "neo4j", null, Cancellation);

        Assert.Equal(there, back);
        Assert.All(Enum.GetValues<GraphPart>().Except([GraphPart.MergedQuestions]), part => Assert.True(there.Single(p => p.Part == part).Count > 0, $"nothing of {part} was there to be copied"));
        Assert.Equal(await ExportAsync(first), await ExportAsync(last));
        var shown = await ShownAsync(first);
        Assert.Equal(shown, await ShownAsync(middle));
        Assert.Equal(shown, await ShownAsync(last));
        await StillJudgesAsync(middle);
        await StillJudgesAsync(last);
    }

    [Fact]
    public async Task A_copy_that_is_cut_again_and_again_goes_on_where_it_stopped()
    {
        await using var from = await SqliteAsync(_first);
        await FillAsync(from);
        await using var into = await SqliteAsync(_second);
        var runs = 1;
        for (var whole = false; !whole; runs++)
        {
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            try
            {
                await GraphCopy.RunAsync(from, into, "sqlite", new Lines(line =>
                {
                    // Twenty pages further each time, hence often in the middle of a part.
                    if (Copied().IsMatch(line)) cut.Cancel();
                }), cut.Token, pageSize: 7);
                whole = true;
            }
            catch (OperationCanceledException)
            {
            }
        }
        Assert.InRange(runs, 10, 100);
        Assert.Equal(await ExportAsync(from), await ExportAsync(into));
        Assert.Null(await into.CopyMarkAsync(Cancellation));
    }

    [Fact]
    public async Task A_page_that_is_sent_twice_is_stored_once()
    {
        await using var from = await SqliteAsync(_first);
        await from.StoreAsync(new Draft("one").From("Daily").Says("twenty-six went", number: 26, speaker: "Anna"));
        await using var into = await Neo4jAsync();
        var begun = new CopyMark("sqlite", 1, GraphPart.Runs, "");
        await into.BeginCopyAsync(begun, Cancellation);
        var page = await from.ReadPartAsync(GraphPart.Sources, "", 10, Cancellation);
        var moved = begun with { Part = GraphPart.Sources, Reached = page[^1].Key };
        await into.TakeAsync(begun, page, moved, Cancellation);
        await into.TakeAsync(begun, [page[0] is KeptSource source ? source with { Source = source.Source with { Title = "Sent too late" } } : page[0]], moved, Cancellation);
        Assert.Equal(page.Select(Text), (await into.ReadPartAsync(GraphPart.Sources, "", 10, Cancellation)).Select(Text));
    }

    [Fact]
    public async Task A_store_that_holds_something_is_not_copied_into()
    {
        await using var from = await SqliteAsync(_first);
        await from.StoreAsync(new Draft("one").From("Daily").Says("twenty-six went", number: 26));
        await using var neo = await Neo4jAsync();
        await neo.StoreAsync(new Draft("two").From("Weekly").Says("ten went", number: 10));
        await using var sqlite = await SqliteAsync(_second);
        await sqlite.StoreAsync(new Draft("two").From("Weekly").Says("ten went", number: 10));
        foreach (var into in (IClaimStore[])[neo, sqlite])
        {
            var error = await Assert.ThrowsAsync<StoreException>(() => GraphCopy.RunAsync(from, into, "sqlite", null, Cancellation));
            Assert.Equal(StoreFailure.Refused, error.Failure);
            Assert.Contains("empty", error.Message);
            Assert.Equal(1, (await into.StatisticsAsync(Cancellation)).Claims);
        }
    }

    [Fact]
    public async Task A_copy_is_not_gone_on_with_from_elsewhere_or_after_a_change()
    {
        await using var from = await SqliteAsync(_first);
        await from.StoreAsync(new Draft("one").From("Daily").Says("twenty-six went", number: 26));
        await using var into = await SqliteAsync(_second);
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GraphCopy.RunAsync(from, into, "sqlite", new Lines(_ => cut.Cancel()), cut.Token));

        var elsewhere = await Assert.ThrowsAsync<StoreException>(() => GraphCopy.RunAsync(from, into, "another", null, Cancellation));
        Assert.Contains("sqlite", elsewhere.Message);
        await from.StoreAsync(new Draft("two").From("Weekly").Says("ten went", number: 10));
        var changed = await Assert.ThrowsAsync<StoreException>(() => GraphCopy.RunAsync(from, into, "sqlite", null, Cancellation));
        Assert.Contains("changed", changed.Message);
    }

    private static async Task FillAsync(IClaimStore store)
    {
        await Everything.FillAsync(store);
        await Everything.AskAsync(store, Cancellation);
        await Everything.JudgeForGoodAsync(store, Cancellation);
    }

    /// <summary>A later verdict and its undoing find what they need.</summary>
    private static async Task StillJudgesAsync(IClaimStore store)
    {
        var conflict = (await store.RelationsAsync(StoreSupport.Where(new RelationFilter { Conflict = true, Status = [RelationStatus.Unreviewed] }), RelationOrder.Newest, new PageRequest(1), null, Cancellation)).Edges[0].Node.Relation.Id;
        var earlier = (await store.ReadPartAsync(GraphPart.Assessments, "", 100, Cancellation)).Cast<KeptAssessment>().Last(a => a.Assessment is { Verdict: Verdict.SamePerson, UndoneAt: null }).Assessment.Id;
        var now = await store.AssessAsync(new AssessmentRequest(conflict, Verdict.Dismiss, "Eva", null, null), Cancellation);
        Assert.Equal(AssessResult.Done, now.Result);
        Assert.Equal(AssessResult.Done, (await store.UndoAsync(now.Assessment!.Id, "Eva", null, Cancellation)).Result);
        Assert.Equal(AssessResult.Done, (await store.UndoAsync(earlier, "Eva", null, Cancellation)).Result);
    }

    /// <summary>What readers see of counters, lists and places: it follows from what was copied.</summary>
    private static async Task<IReadOnlyList<string>> ShownAsync(IClaimStore store)
    {
        var all = new PageRequest(500) { WithTotal = true };
        var seen = new List<string> { $"{await store.StatisticsAsync(Cancellation)}" };
        seen.AddRange((await store.QuestionsAsync(null, QuestionOrder.MostConflicts, all, null, Cancellation)).Nodes().Select(q => $"{q}").Order(StringComparer.Ordinal));
        seen.AddRange((await store.ActorsAsync(null, all, null, Cancellation)).Nodes().Select(a => $"{a.Actor.Id} {a.ClaimCount} {a.QuestionCount}").Order(StringComparer.Ordinal));
        seen.AddRange((await store.SourcesAsync(null, all, null, Cancellation)).Nodes().Select(s => $"{s.Id} {s.ClaimCount} {s.ConflictCount}").Order(StringComparer.Ordinal));
        seen.AddRange((await store.RelationsAsync(null, RelationOrder.Newest, all, null, Cancellation)).Nodes().Select(r => $"{r.Relation.Id} {r.Relation.Status} {r.Earlier.Standing} {r.Later.Standing} {r.Later.Speaker?.Id}").Order(StringComparer.Ordinal));
        seen.AddRange((await store.ReviewInboxAsync(null, all, null, Cancellation)).Nodes().Select(i => i.Relation?.Relation.Id ?? i.Candidate?.Id ?? i.Suggestion!.Id).Order(StringComparer.Ordinal));
        foreach (var positions in (await store.PositionsOfAsync([Ids.Question("question 0"), Ids.Question("question 1")], 50, false, null, Cancellation)).OrderBy(p => p.Key, StringComparer.Ordinal))
            seen.AddRange(positions.Select(p => $"{p.Position.Id} {p.ClaimCount} {p.ArticleCount} {p.OriginsLow} {p.OriginsHigh} {p.Current} {p.FirstAsserted}").Order(StringComparer.Ordinal));
        seen.AddRange((await store.AssessmentsOfAsync([Ids.Relation(Draft.IdOf("doc1", "claim 1 of 1"), Draft.IdOf("doc2", "claim 1 of 2"))], null, Cancellation)).SelectMany(g => g).Select(a => $"{a}"));
        return seen;
    }

    private static async Task<string> ExportAsync(SqliteClaimStore store)
    {
        var all = new StringBuilder();
        foreach (var part in Enum.GetValues<GraphPart>())
            for (var page = await store.ReadPartAsync(part, "", 100, Cancellation); page.Count > 0; page = await store.ReadPartAsync(part, page[^1].Key, 100, Cancellation))
                foreach (var kept in page) all.Append(part).Append(' ').AppendLine(Text(kept));
        return all.ToString();
    }

    /// <summary>The line of progress that ends with how much of a part has come.</summary>
    [GeneratedRegex(@"^\w+: \d+$")]
    private static partial Regex Copied();

    private static string Text(Kept kept) => Encoding.UTF8.GetString(kept.ToUtf8());

    private static async Task<SqliteClaimStore> SqliteAsync(TemporaryFolder folder)
    {
        var store = new SqliteClaimStore(new SqliteOptions { Path = folder.Store, SyncEveryCommit = false });
        await store.MigrateAsync(Cancellation);
        return store;
    }

    private async Task<Neo4jClaimStore> Neo4jAsync()
    {
        var options = await neo4j.OptionsAsync();
        await using (var client = new QueryApiClient(options, TestJson.Default)) await Neo4jServer.WipeAsync(client, Cancellation);
        var store = new Neo4jClaimStore(Neo4jServer.StoreOptions(options));
        await store.MigrateAsync(Cancellation);
        return store;
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    private sealed class Lines(Action<string> take) : IProgress<string>
    {
        public void Report(string value) => take(value);
    }
}

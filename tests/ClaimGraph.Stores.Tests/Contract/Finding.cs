using ClaimGraph.Stores.Tests.Support;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    private static readonly SearchKind[] Everything = [SearchKind.Claim, SearchKind.Question, SearchKind.Source, SearchKind.Actor];

    [Fact]
    public async Task Search_finds_all_words_in_every_kind_and_marks_them()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").From("Anna's Weekly").Says("Anna Went", question: "anna", number: 1));

        async Task<List<SearchHit>> Find(string text, params SearchKind[] kinds) => [.. (await Store.SearchAsync(new SearchRequest(text, kinds.Length == 0 ? Everything : kinds), new PageRequest(50), null, Cancellation)).Nodes()];
        Assert.Equal(["Anna Went", "ten went", "twenty-six went"], (await Find("went", SearchKind.Claim)).Select(h => h.Text));
        Assert.Equal(["ten went"], (await Find("went ten", SearchKind.Claim)).Select(h => h.Text));
        Assert.Equal([new Span(4, 8)], (await Find("WENT ten", SearchKind.Claim)).Single().Highlights.Skip(1));
        Assert.Equal(new HashSet<SearchKind>(Everything), [.. (await Find("anna")).Select(h => h.Kind)]);
        Assert.Equal(Draft.ActorId("Anna"), (await Find("anna", SearchKind.Actor)).Single().Id);
        Assert.Empty(await Find("\" OR NEAR("));
        Assert.Empty(await Find("nowhere"));
        Assert.Equal(3, (await Store.SearchCountsAsync(new SearchRequest("went", Everything), null, Cancellation))[SearchKind.Claim]);
        Assert.Equal(["ten went"], (await Store.SearchAsync(new SearchRequest("went", Everything) { Speakers = [Draft.ActorId("Bert")] }, StoreSupport.Ten, null, Cancellation)).Nodes().Select(h => h.Text));
        Assert.Equal(["ten went"], (await Store.SearchAsync(new SearchRequest("went", Everything) { AssertedFrom = new DateOnly(2025, 3, 2) }, StoreSupport.Ten, null, Cancellation)).Nodes().Select(h => h.Text));
    }

    [Fact]
    public async Task Search_pages_through_kinds_without_gap_or_repetition()
    {
        await StoreConflictAsync();
        var request = new SearchRequest("how", Everything);
        await Store.StoreAsync(new Draft("three").Says("how many?", question: "how", number: 1).Says("how come?", question: null));

        var whole = (await Store.SearchAsync(request, new PageRequest(50) { WithTotal = true }, null, Cancellation));
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = await Store.SearchAsync(request, new PageRequest(1, after), null, Cancellation);
            found.AddRange(page.Nodes().Select(h => h.Id));
            after = page.HasNext ? page.Edges[^1].Cursor : null;
        } while (after is not null);
        Assert.Equal(whole.Nodes().Select(h => h.Id), found);
        Assert.Equal(whole.Edges.Count, whole.TotalCount);
    }

    [Fact]
    public async Task Sources_and_actors_are_listed_and_filtered()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").From("Daily").Published("2025-05-01").Says("ten more went", number: 11, speaker: "Bert"));

        var articles = await Store.SourcesAsync(new SourceFilter { Kinds = [SourceKind.Article], Outlets = [Draft.OutletId("Daily")] }, StoreSupport.Ten, null, Cancellation);
        Assert.Equal(new HashSet<string?> { "one", "three" }, [.. articles.Nodes().Select(s => s.Document)]);
        Assert.Equal(["three"], (await Store.SourcesAsync(new SourceFilter { PublishedFrom = new DateOnly(2025, 4, 1) }, StoreSupport.Ten, null, Cancellation)).Nodes().Select(s => s.Document));
        Assert.Equal(["two"], (await Store.SourcesAsync(new SourceFilter { Text = "title two" }, StoreSupport.Ten, null, Cancellation)).Nodes().Select(s => s.Document));
        var source = (await Store.SourcesAsync([articles.Nodes().Single(s => s.Document == "one").Id], null, Cancellation)).Values.Single();
        Assert.Equal((1, 1, "en", "https://example.org/one"), (source.ClaimCount, source.ConflictCount, source.Language, source.Url));

        var actors = await Store.ActorsAsync(null, new PageRequest(10) { WithTotal = true }, null, Cancellation);
        Assert.Equal(("Bert", 2, 1, 3), (actors.Nodes().First().Actor.Name, actors.Nodes().First().ClaimCount, actors.Nodes().First().QuestionCount, actors.TotalCount));
        Assert.Equal(["Anna"], (await Store.ActorsAsync(new ActorFilter { Text = "anna", Kinds = [ActorKind.Person] }, StoreSupport.Ten, null, Cancellation)).Nodes().Select(a => a.Actor.Name));
    }

    [Fact]
    public async Task The_neighbourhood_of_a_claim_shows_what_hangs_on_it()
    {
        await StoreConflictAsync();
        var ten = Draft.IdOf("two", "ten went");

        var near = (await Store.NeighbourhoodAsync(ten, 1, null, 100, null, Cancellation))!;
        Assert.Equal(ten, near.Nodes[0].Id);
        Assert.Equal(new HashSet<string> { ten, Draft.IdOf("one", "twenty-six went"), Ids.Question("troops"), Draft.ActorId("Bert"), Draft.ActorId("Carl"), near.Nodes.Single(n => n.Kind == NodeKind.Source).Id }, [.. near.Nodes.Select(n => n.Id)]);
        var conflict = near.Links.Single(l => l.Kind == LinkKind.Contradicts);
        Assert.Equal((0.9, RelationStatus.Unreviewed, false), (conflict.Confidence, conflict.Status, conflict.Directed));
        Assert.Contains(near.Links, l => (l.From, l.To, l.Kind) == (ten, Draft.ActorId("Carl"), LinkKind.Mentions));
        Assert.Equal((6, (1, 1)), (near.Total, near.Counts[LinkKind.Contradicts]));

        var related = (await Store.NeighbourhoodAsync(ten, 2, [LinkKind.Contradicts], 100, null, Cancellation))!;
        Assert.Equal(2, related.Nodes.Count);
        var cut = (await Store.NeighbourhoodAsync(ten, 2, null, 3, null, Cancellation))!;
        Assert.Equal(3, cut.Nodes.Count);
        Assert.True(cut.Total > 3);
        Assert.Null(await Store.NeighbourhoodAsync("c_unknown", 1, null, 10, null, Cancellation));
    }

    [Fact]
    public async Task A_path_leads_from_one_node_to_another_or_there_is_none()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("alone").Says("elsewhere", question: "other", speaker: "Zoe"));

        var path = (await Store.PathAsync(Draft.ActorId("Anna"), Draft.ActorId("Bert"), 6, null, Cancellation))!;
        Assert.Equal([Draft.ActorId("Anna"), Draft.IdOf("one", "twenty-six went"), Draft.IdOf("two", "ten went"), Draft.ActorId("Bert")], path.Nodes.Where(n => n.Kind != NodeKind.Question).Select(n => n.Id));
        Assert.Null(await Store.PathAsync(Draft.ActorId("Anna"), Draft.ActorId("Bert"), 2, null, Cancellation));
        Assert.Null(await Store.PathAsync(Draft.ActorId("Anna"), Draft.ActorId("Zoe"), 6, null, Cancellation));
        Assert.Single((await Store.PathAsync(Draft.ActorId("Anna"), Draft.ActorId("Anna"), 6, null, Cancellation))!.Nodes);
    }

    [Fact]
    public async Task Runs_are_stored_and_listed_newest_first()
    {
        var first = new IngestionRun(Ids.New(Ids.RunPrefix), Clock.Now) { Articles = [new IngestedArticle("one", RunState.Reading)] };
        await Store.SaveRunAsync(first, Cancellation);
        Clock.Pass();
        var second = new IngestionRun(Ids.New(Ids.RunPrefix), Clock.Now);
        await Store.SaveRunAsync(second, Cancellation);
        await Store.SaveRunAsync(first with { FinishedAt = Clock.Now, Articles = [new IngestedArticle("one", RunState.Failed) { Problems = [new Problem("EMPTY", "nothing in it")] }] }, Cancellation);

        Assert.Equal([second.Id, first.Id], (await Store.RunsAsync(StoreSupport.Ten, Cancellation)).Nodes().Select(r => r.Id));
        var stored = (await Store.RunsAsync([first.Id], Cancellation))[first.Id];
        Assert.Equal((Clock.Now, RunState.Failed, "EMPTY"), (stored.FinishedAt, stored.Articles[0].State, stored.Articles[0].Problems[0].Code));
    }

    [Fact]
    public async Task An_export_holds_everything_in_force_once()
    {
        await StoreConflictAsync();
        await Store.StoreAsync(new Draft("three").Says("old words", question: null));
        await Store.StoreAsync(new Draft("three").Says("new words", question: null).Asks(RelationKind.Corroborates, "two: ten went", "one: twenty-six went"));

        var batches = await Store.ExportAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal(new HashSet<string> { "ten went", "twenty-six went", "new words" }, [.. batches.SelectMany(b => b.Claims).Select(c => c.Claim.Quote)]);
        Assert.Equal(3, batches.Sum(b => b.Claims.Count));
        Assert.Contains(batches.SelectMany(b => b.Claims), c => c is { QuestionId: not null, PositionId: not null } && c.Claim.Quote == "ten went");
        Assert.Equal([TheConflict], batches.SelectMany(b => b.Relations).Select(r => r.Id));
        Assert.Single(batches.SelectMany(b => b.Candidates));
        Assert.Equal(new HashSet<string?> { "one", "two", "three" }, [.. batches.SelectMany(b => b.Sources).Where(s => s.Kind == SourceKind.Article).Select(s => s.Document)]);
        Assert.Equal(new HashSet<string> { "Anna", "Bert", "Carl" }, [.. batches.SelectMany(b => b.Actors).Select(a => a.Name)]);
    }

    [Fact]
    public async Task A_cancelled_read_stops()
    {
        await StoreConflictAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ClaimsAsync(null, ClaimOrder.Newest, StoreSupport.Ten, null, new CancellationToken(true)));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing_and_the_store_answers()
    {
        await StoreConflictAsync();
        Assert.False(await Store.MigrateAsync(Cancellation));
        await Store.PingAsync(Cancellation);
        Assert.Equal(2, (await QuotesAsync()).Count);
    }

    [Fact]
    public async Task Rebuilding_changes_no_count()
    {
        await StoreNewVersionAsync();
        await StoreAnnaAndAnneAsync();
        await AssessAsync(AnnaAndAnne.Id, Verdict.SamePerson);
        var before = await Snapshot();

        await Store.RebuildAsync(null, Cancellation);

        Assert.Equal(before, await Snapshot());

        async Task<string> Snapshot()
        {
            var questions = (await Store.QuestionsAsync(null, QuestionOrder.MostConflicts, new PageRequest(100), null, Cancellation)).Nodes().ToList();
            var positions = await Store.PositionsOfAsync([.. questions.Select(q => q.Question.Id)], 100, false, null, Cancellation);
            var actors = (await Store.ActorsAsync(null, new PageRequest(100), null, Cancellation)).Nodes();
            var claims = (await Store.ClaimsAsync(null, ClaimOrder.Newest, new PageRequest(100), null, Cancellation)).Nodes();
            return string.Join('\n', [
                (await Store.StatisticsAsync(Cancellation)).ToString(), .. questions.Select(q => q.ToString()).Order(),
                .. positions.SelectMany(p => p).Select(p => $"{p.Position.Id} {p.ClaimCount} {p.ArticleCount} {p.OriginsLow} {p.OriginsHigh} {p.FirstAsserted?.Text} {p.LastAsserted?.Text} {p.ExampleClaimId} {p.Current}").Order(),
                .. actors.Select(a => $"{a.Actor.Name} {a.ClaimCount} {a.QuestionCount}").Order(), .. claims.Select(c => $"{c.Id} {c.Standing} {c.StandingSince?.Text}").Order()]);
        }
    }
}

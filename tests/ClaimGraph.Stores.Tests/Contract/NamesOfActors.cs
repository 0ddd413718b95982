using ClaimGraph.Comparison;
using ClaimGraph.Comparison.Actors;
using ClaimGraph.Extraction;

namespace ClaimGraph.Stores.Tests;

public abstract partial class ClaimStoreContract
{
    private async Task IngestAsync(params string[] texts)
    {
        using var ingest = new Ingest(Store, new NoPages(), new ClaimExtractor(TimeProvider.System), new RelationFinder(), TimeProvider.System, new IngestOptions());
        await ingest.RunAsync(texts.Select(t => new Article { Id = Ids.Content(t), Text = t, Published = "2025-03-28" }).ToAsyncEnumerable(), texts.Length, null, null, Cancellation);
    }

    private async Task<List<(MergeSuggestion Suggestion, string Names)>> SuggestedAsync()
    {
        var open = (await Store.MergeSuggestionsAsync(new PageRequest(10), Cancellation)).Edges.Select(e => e.Node).ToList();
        var actors = await Store.ActorsAsync([.. open.SelectMany(s => new[] { s.ActorA, s.ActorB })], null, Cancellation);
        return [.. open.Select(s => (s, string.Join(" = ", new[] { s.ActorA, s.ActorB }.Select(a => actors[a].Actor.Name).Order(StringComparer.Ordinal))))];
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_names_of_one_person_are_suggested_whether_their_articles_are_stored_together_or_apart(bool together)
    {
        string[] texts = ["Anna Kovac said that 26 bridges were closed in Port Ardal.", "Minister Kovac said that 12 tunnels were flooded in Selvar."];
        if (together) await IngestAsync(texts);
        else foreach (var text in texts) await IngestAsync(text);

        var (suggestion, names) = Assert.Single(await SuggestedAsync());
        Assert.Equal("Anna Kovac = Kovac", names);
        Assert.InRange(suggestion.Score, 0.5, 0.95);
        Assert.Equal("“Kovac” is the surname of “Anna Kovac”, and of nobody else that is known", suggestion.Reason);
        Assert.Equal(2, (await Store.StatisticsAsync(Cancellation)).Actors);
    }

    [Fact]
    public async Task Two_who_were_found_to_be_different_or_one_are_not_asked_about_again()
    {
        await IngestAsync("Anna Kovac said that 26 bridges were closed.", "Minister Kovac said that 12 tunnels were flooded.");
        var (suggestion, _) = Assert.Single(await SuggestedAsync());
        Assert.Equal(AssessResult.Done, (await Store.AssessAsync(new AssessmentRequest(suggestion.Id, Verdict.DifferentPerson, "Eva", null, 0), Cancellation)).Result);
        await IngestAsync("Anna Kovac said that 30 bridges were closed.", "Minister Kovac said that 14 tunnels were flooded.");
        Assert.Empty(await SuggestedAsync());

        Assert.Equal(AssessResult.Done, (await Store.AssessAsync(new AssessmentRequest(suggestion.Id, Verdict.SamePerson, "Eva", null, 1), Cancellation)).Result);
        await IngestAsync("Minister Kovac said that 16 tunnels were flooded.");
        Assert.Empty(await SuggestedAsync());
        Assert.Equal(1, (await Store.StatisticsAsync(Cancellation)).Actors);
    }

    [Fact]
    public async Task Actors_are_found_by_the_keys_of_their_names()
    {
        await IngestAsync("Anna Kovac said that 26 bridges were closed. Jana Brandt said that 3 were open.");
        var found = await Store.ActorsNamedLikeAsync(SameActor.KeysOf(new Actor("x", "A. Kovać", ActorKind.Person)), Cancellation);
        Assert.Equal(["Anna Kovac"], found.Select(a => a.Name));
        Assert.Empty(await Store.ActorsNamedLikeAsync([], Cancellation));
    }

    private sealed class NoPages : IArticleReader
    {
        public ReadHtml? Read(string html, string? url) => null;
    }
}

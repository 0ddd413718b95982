using System.Text.Json;
using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>Verdicts and articles by mutation; each test has a store of its own.</summary>
public sealed class MutationTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ApiHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private const string Assess = "mutation($id: ID!, $verdict: Verdict!, $version: Int!) { assessRelation(input: { relation: $id, verdict: $verdict, expectedVersion: $version, reason: \"seen\" }) { relation { id kind status conflict version assessments { verdict by reason undone } } assessment { id by verdict } errors { __typename code message path ... on SomebodyWasQuicker { assessment { verdict } } } } }";

    [Fact]
    public async Task A_verdict_is_stored_and_can_be_taken_back()
    {
        var payload = (await _host.DataAsync(Assess, new { id = Story.Replaced.Id, verdict = "DISMISS", version = 0 })).GetProperty("assessRelation");
        Assert.Empty(payload.GetProperty("errors").EnumerateArray());
        Assert.Equal("DISMISSED", payload.GetProperty("relation").GetProperty("status").GetString());
        Assert.Equal("local", payload.GetProperty("assessment").GetProperty("by").GetString());
        Assert.Equal(1, (await _host.DataAsync("{ viewer { assessmentsToday } }")).GetProperty("viewer").GetProperty("assessmentsToday").GetInt32());

        var undone = (await _host.DataAsync("mutation($id: ID!) { undoAssessment(input: { assessment: $id }) { assessment { undone } relation { status } errors { code } } }",
            new { id = payload.GetProperty("assessment").GetProperty("id").GetString() })).GetProperty("undoAssessment");
        Assert.True(undone.GetProperty("assessment").GetProperty("undone").GetBoolean());
        Assert.Equal("UNREVIEWED", undone.GetProperty("relation").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Who_comes_second_is_told_what_the_first_decided()
    {
        await _host.DataAsync(Assess, new { id = Story.Replaced.Id, verdict = "CONFIRM", version = 0 });
        var payload = (await _host.DataAsync(Assess, new { id = Story.Replaced.Id, verdict = "DISMISS", version = 0 })).GetProperty("assessRelation");
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        Assert.Equal("SomebodyWasQuicker", error.GetProperty("__typename").GetString());
        Assert.Equal("CONFIRM", error.GetProperty("assessment").GetProperty("verdict").GetString());
        Assert.Equal("CONFIRMED", payload.GetProperty("relation").GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("r_nothing", "CONFIRM", "NotFound", "NOT_FOUND")]
    [InlineData("nonsense", "CONFIRM", "NotFound", "NOT_FOUND")]
    [InlineData("r_nothing", "NOT_A_CLAIM", "InvalidInput", "BAD_USER_INPUT")]
    public async Task A_mistake_comes_back_in_the_payload(string id, string verdict, string type, string code)
    {
        var error = Assert.Single((await _host.DataAsync(Assess, new { id, verdict, version = 0 })).GetProperty("assessRelation").GetProperty("errors").EnumerateArray());
        Assert.Equal(type, error.GetProperty("__typename").GetString());
        Assert.Equal(code, error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_confirmed_candidate_becomes_a_relation()
    {
        var payload = (await _host.DataAsync("mutation($id: ID!) { assessCandidate(input: { candidate: $id, verdict: CONFIRM, expectedVersion: 0 }) { candidate { status } relation { id kind status } assessment { id } errors { code } } }",
            new { id = Story.Doubtful.Id })).GetProperty("assessCandidate");
        Assert.Empty(payload.GetProperty("errors").EnumerateArray());
        Assert.Equal("CONTRADICTS", payload.GetProperty("relation").GetProperty("kind").GetString());
        Assert.Equal("CONFIRMED", payload.GetProperty("candidate").GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_claim_that_was_misread_leaves_the_lists()
    {
        var payload = (await _host.DataAsync("mutation($id: ID!) { assessClaim(input: { claim: $id, verdict: MISREAD }) { claim { assessments { verdict } } assessment { verdict } errors { code } } }", new { id = Story.Length.Id })).GetProperty("assessClaim");
        Assert.Equal("MISREAD", payload.GetProperty("assessment").GetProperty("verdict").GetString());
        Assert.Equal(3, (await _host.DataAsync("{ claims { totalCount } }")).GetProperty("claims").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Two_actors_can_be_merged_and_split_again()
    {
        var inbox = (await _host.DataAsync("{ reviewInbox { totalCount facets { value count } nodes { __typename ... on MergeSuggestion { id a { name } b { name } reason version } } } mergeSuggestions { nodes { id } } }")).GetProperty("reviewInbox");
        Assert.Equal(1, inbox.GetProperty("facets").EnumerateArray().Single(f => f.GetProperty("value").GetString() == "MERGE").GetProperty("count").GetInt32());
        var payload = (await _host.DataAsync("mutation($id: ID!) { assessMerge(input: { suggestion: $id, verdict: SAME, expectedVersion: 0 }) { actor { name mergedFrom { name } } merge { id name by } errors { code message } } }", new { id = Story.OnePerson.Id })).GetProperty("assessMerge");
        Assert.Empty(payload.GetProperty("errors").EnumerateArray());
        Assert.Single(payload.GetProperty("actor").GetProperty("mergedFrom").EnumerateArray());
        var split = (await _host.DataAsync("mutation($id: ID!) { undoMerge(input: { merge: $id }) { actors { name } errors { code message } } }", new { id = payload.GetProperty("merge").GetProperty("id").GetString() })).GetProperty("undoMerge");
        Assert.Empty(split.GetProperty("errors").EnumerateArray());
        Assert.Equal(["E. Varga", "Emil Varga"], split.GetProperty("actors").EnumerateArray().Select(a => a.GetProperty("name").GetString()).Order());
    }

    private const string Ingest = "mutation($a: IngestArticleInput!) { ingestArticle(input: $a) { unchanged source { id title outlet { title } } claims { id quote question { text } sourceChain { steps { name } } source { title } } relations { id } warnings { code } errors { code message path } reading { kind leftOut claims { id } recognised { what value } } } }";

    private static object Article(bool dryRun = false) => new
    {
        id = "story-1", title = "Mayor counts the bridges", outlet = "The Courier", published = "2025-05-02", dryRun,
        text = "The mayor, Emil Varga, said on Friday that 45 people died in the flood in Norland. Nobody else was hurt, the city said.",
    };

    [Fact]
    public async Task An_article_is_read_stored_and_the_second_time_unchanged()
    {
        var first = (await _host.DataAsync(Ingest, new { a = Article() })).GetProperty("ingestArticle");
        Assert.False(first.GetProperty("unchanged").GetBoolean());
        Assert.Equal("The Courier", first.GetProperty("source").GetProperty("outlet").GetProperty("title").GetString());
        Assert.NotEmpty(first.GetProperty("reading").EnumerateArray());
        var again = (await _host.DataAsync(Ingest, new { a = Article() })).GetProperty("ingestArticle");
        Assert.True(again.GetProperty("unchanged").GetBoolean());
        Assert.Equal(first.GetProperty("claims").GetArrayLength(), again.GetProperty("claims").GetArrayLength());
    }

    [Fact]
    public async Task A_dry_run_shows_the_same_and_stores_nothing()
    {
        var before = (await _host.DataAsync("{ statistics { claims sources actors } }")).ToString();
        var dry = (await _host.DataAsync(Ingest, new { a = Article(dryRun: true) })).GetProperty("ingestArticle");
        Assert.Equal(before, (await _host.DataAsync("{ statistics { claims sources actors } }")).ToString());
        var real = (await _host.DataAsync(Ingest, new { a = Article() })).GetProperty("ingestArticle");
        Assert.Equal(real.GetProperty("claims").ToString(), dry.GetProperty("claims").ToString());
    }

    [Fact]
    public async Task An_article_that_cannot_be_read_is_refused_in_words()
    {
        var payload = (await _host.DataAsync(Ingest, new { a = new { text = "  " } })).GetProperty("ingestArticle");
        Assert.Equal("EMPTY", Assert.Single(payload.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, payload.GetProperty("source").ValueKind);
    }
}

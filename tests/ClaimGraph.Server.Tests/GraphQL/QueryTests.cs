using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

[Collection(SharedApiCollection.Name)]
public sealed class QueryTests(SharedApi api)
{
    [Fact]
    public async Task The_board_shows_questions_with_their_positions_and_origins()
    {
        var data = await api.Host.DataAsync("""
            { questions(first: 1) { nodes { id text claimCount conflictCount positionCount headline
                positions { value { text low high unit modality scope } claimCount articleCount independentOrigins { low high reason } current example { quote } } } } }
            """);
        var question = data.GetProperty("questions").GetProperty("nodes")[0];
        Assert.Equal(Story.Troops.Id, question.GetProperty("id").GetString());
        Assert.Equal(2, question.GetProperty("conflictCount").GetInt32());
        var positions = question.GetProperty("positions");
        Assert.Equal(["0 countries", "26 countries"], positions.EnumerateArray().Select(p => p.GetProperty("value").GetProperty("text").GetString()));
        Assert.Equal(2, positions[1].GetProperty("claimCount").GetInt32());
        Assert.Equal(1, positions[1].GetProperty("independentOrigins").GetProperty("low").GetInt32());
        Assert.Equal("COMMITTED", positions[1].GetProperty("value").GetProperty("modality").GetString());
        Assert.Contains("26 countries", question.GetProperty("headline").GetString());
    }

    [Fact]
    public async Task A_conflict_explains_itself()
    {
        var data = await api.Host.DataAsync("query($id: ID!) { node(id: $id) { id ... on Relation { kind conflict explanation decidingField confidence factors { name value } trace { rule decides } status version rule dependents question { id } earlier { quote } later { quote speaker { name } } } } }",
            new { id = Story.Replaced.Id });
        var relation = data.GetProperty("node");
        Assert.Equal("SUPERSEDES", relation.GetProperty("kind").GetString());
        Assert.True(relation.GetProperty("conflict").GetBoolean());
        Assert.Equal(Story.None.Quote, relation.GetProperty("earlier").GetProperty("quote").GetString());
        Assert.Equal("Norland", relation.GetProperty("later").GetProperty("speaker").GetProperty("name").GetString());
        Assert.Equal([false, true], relation.GetProperty("trace").EnumerateArray().Select(t => t.GetProperty("decides").GetBoolean()));
        Assert.Equal(1, relation.GetProperty("dependents").GetInt32());
        Assert.Equal(Story.Troops.Id, relation.GetProperty("question").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_claim_names_its_voice_unless_it_is_the_articles_own()
    {
        var data = await api.Host.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Claim { voice } } }", new { ids = new[] { Story.Again.Id, Story.Length.Id } });
        Assert.Equal(["Norland", null], data.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("voice").GetString()));
        var tried = await api.Host.DataAsync("""
            mutation { ingestArticle(input: { dryRun: true, outlet: "The Gazette", text: "Three bridges are closed, European diplomats said on Monday." }) { claims { voice } } }
            """);
        Assert.Equal("European diplomats", tried.GetProperty("ingestArticle").GetProperty("claims")[0].GetProperty("voice").GetString());
    }

    [Fact]
    public async Task A_claim_shows_its_chain_its_origins_its_place_and_a_citation()
    {
        var data = await api.Host.DataAsync("""
            query($id: ID!) { node(id: $id) { ... on Claim {
                quote start end context { before after paragraph } standing highlights { start end } notes { code message } actors { role actor { name } }
                sourceChain { complete break cycle { id } steps { position role name cue stance inferred actor { name kind } source { title kind } } }
                corroboration { claims articles independentOrigins { low high } origins { why name claimCount claims { id } repeats { reason claim { id } } } }
                relations(kinds: [CORROBORATES]) { totalCount nodes { independent } }
                wording { compared differs text original { title } }
                citation(format: FOOTNOTE) bibtex: citation(format: BIBTEX, chain: false)
            } } }
            """, new { id = Story.Again.Id });
        var claim = data.GetProperty("node");
        Assert.Equal("Before it. ", claim.GetProperty("context").GetProperty("before").GetString());
        Assert.Equal(1, claim.GetProperty("context").GetProperty("paragraph").GetInt32());
        Assert.Equal(["SPEAKER", "RELAY", "OUTLET"], claim.GetProperty("sourceChain").GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("role").GetString()));
        Assert.Equal("Daily Ledger", claim.GetProperty("sourceChain").GetProperty("steps")[1].GetProperty("source").GetProperty("title").GetString());
        Assert.Equal("Norland", claim.GetProperty("actors")[0].GetProperty("actor").GetProperty("name").GetString());
        var origin = claim.GetProperty("corroboration").GetProperty("origins")[0];
        Assert.Equal("SAME_SPEAKER", origin.GetProperty("why").GetString());
        Assert.Equal("Norland", origin.GetProperty("name").GetString());
        Assert.Equal(Story.Again.Id, origin.GetProperty("repeats")[0].GetProperty("claim").GetProperty("id").GetString());
        Assert.False(claim.GetProperty("relations").GetProperty("nodes")[0].GetProperty("independent").GetBoolean());
        Assert.False(claim.GetProperty("wording").GetProperty("compared").GetBoolean());
        Assert.Contains("Wire", claim.GetProperty("citation").GetString());
        Assert.StartsWith("@article{", claim.GetProperty("bibtex").GetString());
    }

    [Fact]
    public async Task A_source_shows_its_text_its_lineage_and_what_it_cites()
    {
        var data = await api.Host.DataAsync("""
            query($id: ID!) { node(id: $id) { ... on Source { kind title outlet { title } url published { text precision basis } language version inForce claimCount text furniture { end } notices { kind text }
                cites { kind to { title } } lineage { name role } claims { nodes { quote } } } } }
            """, new { id = Story.ArticleOf("a3") });
        var source = data.GetProperty("node");
        Assert.Contains(Story.Again.Quote, source.GetProperty("text").GetString());
        Assert.Equal("SYNDICATES", source.GetProperty("cites")[0].GetProperty("kind").GetString());
        Assert.Equal(["Daily Ledger", "Wire"], source.GetProperty("lineage").EnumerateArray().Select(l => l.GetProperty("name").GetString()));
        Assert.Equal(Story.Again.Quote, source.GetProperty("claims").GetProperty("nodes")[0].GetProperty("quote").GetString());
    }

    [Fact]
    public async Task An_actor_shows_its_claims_and_timelines()
    {
        var data = await api.Host.DataAsync("""
            query($id: ID!) { node(id: $id) { ... on Actor { name kind aliases claimCount questionCount claims { nodes { id } } speaksThrough { name } mergedFrom { name }
                timelines { question { id } contradictions changes points { own at { text } claim { id } relationToNext { kind } } } } } }
            """, new { id = Story.Norland.Id });
        var actor = data.GetProperty("node");
        Assert.Equal(2, actor.GetProperty("claimCount").GetInt32());
        var timeline = actor.GetProperty("timelines")[0];
        Assert.Equal([Story.Twenty.Id, Story.Again.Id], timeline.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("claim").GetProperty("id").GetString()));
        Assert.Equal("CORROBORATES", timeline.GetProperty("points")[0].GetProperty("relationToNext").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Joints_say_how_positions_hang_together()
    {
        var data = await api.Host.DataAsync("query($id: ID!) { node(id: $id) { ... on Question { joints { kind reason status earlier { value { text } } later { value { text } } } setApart { reason } } } }", new { id = Story.Troops.Id });
        var joint = Assert.Single(data.GetProperty("node").GetProperty("joints").EnumerateArray());
        Assert.Equal("SUPERSEDES", joint.GetProperty("kind").GetString());
        Assert.Equal("26 countries", joint.GetProperty("later").GetProperty("value").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Nodes_come_in_the_order_asked_and_null_where_there_is_nothing()
    {
        string[] ids = [Story.Wire.Id, "c_nothing", Story.Varga.Id, "nonsense", Story.Twenty.Id];
        var data = await api.Host.DataAsync("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", new { ids });
        Assert.Equal(["Source", null, "Actor", null, "Claim"], data.GetProperty("nodes").EnumerateArray()
            .Select(n => n.ValueKind == System.Text.Json.JsonValueKind.Null ? null : n.GetProperty("__typename").GetString()));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = (await api.Host.DataAsync("query($after: String) { claims(first: 1, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }", new { after })).GetProperty("claims");
            seen.AddRange(page.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("node").GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        Assert.Equal(4, seen.Count);
        Assert.Equal(4, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_count_needs_no_items()
    {
        var data = await api.Host.DataAsync("{ claims(first: 0) { totalCount nodes { id } } conflicts { totalCount } }");
        Assert.Equal(4, data.GetProperty("claims").GetProperty("totalCount").GetInt32());
        Assert.Empty(data.GetProperty("claims").GetProperty("nodes").EnumerateArray());
        Assert.Equal(2, data.GetProperty("conflicts").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("{ text: \"formally committed\" }", 1)]
    [InlineData("{ or: [{ text: \"bridge\" }, { modality: [NOT_COMMITTED] }] }", 2)]
    [InlineData("{ not: { text: \"troops\" } }", 1)]
    [InlineData("{ and: [{ assertedFrom: \"2025-09-01\" }, { not: { standing: [REPLACED] } }] }", 2)]
    [InlineData("{ quantity: { low: 20, high: 30, unit: \"countries\" } }", 2)]
    [InlineData("{ questions: [] }", 0)]
    [InlineData("{}", 4)]
    public async Task Filters_combine(string where, int claims) =>
        Assert.Equal(claims, (await api.Host.DataAsync($"{{ claims(where: {where}) {{ nodes {{ id }} }} }}")).GetProperty("claims").GetProperty("nodes").GetArrayLength());

    [Fact]
    public async Task What_was_recorded_before_is_seen_with_asOf()
    {
        var data = await api.Host.DataAsync("""
            { before: claims(asOf: "2020-01-01T00:00:00Z") { nodes { id } } now: claims(asOf: "2999-01-01T00:00:00Z") { nodes { id } } }
            """);
        Assert.Equal(0, data.GetProperty("before").GetProperty("nodes").GetArrayLength());
        Assert.Equal(4, data.GetProperty("now").GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Without_authentication_the_viewer_may_do_everything()
    {
        var viewer = (await api.Host.DataAsync("{ viewer { name role assessmentsToday } }")).GetProperty("viewer");
        Assert.Equal("ADMINISTRATOR", viewer.GetProperty("role").GetString());
        Assert.Equal(0, viewer.GetProperty("assessmentsToday").GetInt32());
    }
}

using System.Text.Json;
using ClaimGraph.Neo4j;
using ClaimGraph.Neo4j.QueryApi;
using ClaimGraph.Server.Tests.GraphQL.Support;
using ClaimGraph.Stores.Tests;

namespace ClaimGraph.Server.Tests.Neo4j;

/// <summary>Two servers on one Neo4j answer as one.</summary>
[Collection(Neo4jServer.Shared)]
public sealed class SeveralServersTests(Neo4jServer neo4j) : IAsyncLifetime
{
    private const string Assess = "mutation($id: ID!, $verdict: Verdict!) { assessRelation(input: { relation: $id, verdict: $verdict, expectedVersion: 0 }) { relation { status version } errors { __typename ... on SomebodyWasQuicker { assessment { verdict } } } } }";

    private ApiHost _one = null!;
    private ApiHost _other = null!;

    public async ValueTask InitializeAsync()
    {
        var server = await neo4j.OptionsAsync();
        await using (var client = new QueryApiClient(server, TestJson.Default)) await Neo4jServer.WipeAsync(client, TestContext.Current.CancellationToken);
        _one = await ApiHost.StartAsync(wrap: _ => new Neo4jClaimStore(Neo4jServer.StoreOptions(server)));
        _other = await ApiHost.StartAsync(wrap: _ => new Neo4jClaimStore(Neo4jServer.StoreOptions(server)), tell: false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_other is not null) await _other.DisposeAsync();
        if (_one is not null) await _one.DisposeAsync();
    }

    [Fact]
    public async Task Both_give_the_same_things_the_same_ids()
    {
        const string all = "{ questions { nodes { id claimCount conflictCount } } claims { nodes { id quote source { id } speaker { id } } } conflicts { nodes { id explanation } } reviewInbox { nodes { __typename ... on Candidate { id } ... on MergeSuggestion { id } } } }";
        var here = await _one.DataAsync(all);
        Assert.Equal(4, here.GetProperty("claims").GetProperty("nodes").GetArrayLength());
        Assert.Equal(here.ToString(), (await _other.DataAsync(all)).ToString());
    }

    [Fact]
    public async Task A_verdict_given_at_one_stands_at_the_other_and_who_comes_second_there_is_told()
    {
        var given = (await _one.DataAsync(Assess, new { id = Story.Replaced.Id, verdict = "CONFIRM" })).GetProperty("assessRelation").GetProperty("relation");
        Assert.Equal(("CONFIRMED", 1), (given.GetProperty("status").GetString(), given.GetProperty("version").GetInt32()));
        var late = (await _other.DataAsync(Assess, new { id = Story.Replaced.Id, verdict = "DISMISS" })).GetProperty("assessRelation");
        var error = Assert.Single(late.GetProperty("errors").EnumerateArray());
        Assert.Equal("SomebodyWasQuicker", error.GetProperty("__typename").GetString());
        Assert.Equal("CONFIRM", error.GetProperty("assessment").GetProperty("verdict").GetString());
        Assert.Equal("CONFIRMED", late.GetProperty("relation").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Of_verdicts_given_at_both_at_once_one_is_taken_and_the_other_is_told()
    {
        var answers = await Task.WhenAll(
            _one.DataAsync(Assess, new { id = Story.ReplacedAgain.Id, verdict = "CONFIRM" }),
            _other.DataAsync(Assess, new { id = Story.ReplacedAgain.Id, verdict = "DISMISS" }));
        Assert.Single(answers, a => a.GetProperty("assessRelation").GetProperty("errors").GetArrayLength() == 0);
        Assert.Single((await _one.Store.AssessmentsOfAsync([Story.ReplacedAgain.Id], null, TestContext.Current.CancellationToken))[Story.ReplacedAgain.Id]);
    }

    [Fact]
    public async Task A_subscriber_of_one_hears_every_conflict_that_the_other_stores_once_and_in_order()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var socket = await Socket.OpenAsync(_one);
        // Begins with what the story itself holds: when its last conflict has come, listening has begun.
        await socket.SubscribeAsync("c", "subscription($after: ID) { conflictFound(after: $after) { id } }", new { after = Story.Replaced.Id });
        Assert.Equal(Story.ReplacedAgain.Id, await NextIdAsync(socket));

        var told = new List<string?>();
        for (var i = 0; i < 3; i++) told.Add((await Story.OneMoreAsync(_other.Store, i, stop)).Id);
        await Story.AssessAsync(_other.Store, Story.Same.Id, Verdict.MarkContradicts, stop);
        told.Add(Story.Same.Id);
        var heard = new List<string?>();
        while (heard.Count < told.Count) heard.Add(await NextIdAsync(socket));
        Assert.Equal(told, heard);

        // Who was at one may go on at the other.
        await using var resumed = await Socket.OpenAsync(_other);
        await resumed.SubscribeAsync("c", "subscription($after: ID) { conflictFound(after: $after) { id } }", new { after = told[1] });
        Assert.Equal(told[2..], [await NextIdAsync(resumed), await NextIdAsync(resumed)]);
    }

    private static async Task<string?> NextIdAsync(Socket socket)
    {
        var message = await socket.NextAsync();
        Assert.True(message.GetProperty("payload").TryGetProperty("data", out var data), message.ToString());
        return data.GetProperty("conflictFound").GetProperty("id").GetString();
    }
}

using ClaimGraph.Api;
using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>What goes wrong on our side: masked, logged under the same number, and only where it went wrong.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_field_that_fails_harms_itself_alone_and_says_nothing_internal()
    {
        CountedStore counts = null!;
        await using var host = await ApiHost.StartAsync(wrap: store =>
        {
            (var wrapped, counts) = CountedStore.Around(store);
            return wrapped;
        });
        counts.Before = method =>
        {
            if (method.Name == nameof(IClaimStore.TextsAsync))
                throw new InvalidOperationException("password=hunter2 at /var/lib/secret");
        };
        var answer = await host.AskAsync("query($id: ID!) { node(id: $id) { id ... on Source { title text } } }", new { id = Story.ArticleOf("a1") });
        Assert.Equal("Headline of a1", answer.GetProperty("data").GetProperty("node").GetProperty("title").GetString());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("INTERNAL_SERVER_ERROR", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.DoesNotContain("hunter2", answer.ToString());
        Assert.DoesNotContain("Exception", answer.ToString());
        var correlation = error.GetProperty("extensions").GetProperty("correlationId").GetString()!;
        Assert.Contains(host.Log.All, line => line.Contains(correlation, StringComparison.Ordinal) && line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_said_so()
    {
        CountedStore counts = null!;
        await using var host = await ApiHost.StartAsync(wrap: store =>
        {
            (var wrapped, counts) = CountedStore.Around(store);
            return wrapped;
        });
        counts.Before = method =>
        {
            if (method.Name == nameof(IClaimStore.ClaimsAsync))
                throw new StoreException(StoreFailure.Unreachable, "No connection to neo4j://secret:7687", mayRetry: true);
        };
        var answer = await host.AskAsync("{ claims { totalCount } }");
        Assert.Equal("STORE_UNAVAILABLE", ApiHost.CodeOf(answer));
        Assert.DoesNotContain("secret", answer.ToString());
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped_with_its_work()
    {
        CountedStore counts = null!;
        await using var host = await ApiHost.StartAsync(o => o.Limits = o.Limits with { Timeout = TimeSpan.FromMilliseconds(100) }, store =>
        {
            (var wrapped, counts) = CountedStore.Around(store);
            return wrapped;
        });
        counts.Before = method =>
        {
            if (method.Name == nameof(IClaimStore.QuestionsAsync))
                Thread.Sleep(300);
        };
        Assert.Equal("TIMEOUT", await host.CodeAsync("{ claims { nodes { question { id } } } }"));
    }

    [Fact]
    public async Task What_became_of_an_operation_stands_beside_the_request_for_the_log()
    {
        var outcomes = new List<OperationOutcome?>();
        await using var host = await ApiHost.StartAsync(before: app => app.Use(next => async http =>
        {
            await next(http);
            outcomes.Add(http.Features.Get<OperationOutcome>());
        }));
        await host.AskAsync("query Mine { claims(first: 1) { totalCount } }");
        await host.AskAsync("{ nope }");
        Assert.Equal(("Mine", "query", "ok"), (outcomes[0]!.OperationName, outcomes[0]!.OperationType, outcomes[0]!.Outcome));
        Assert.True(outcomes[0]!.Cost > 0);
        Assert.Equal(64, outcomes[0]!.Hash!.Length);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", outcomes[1]!.Outcome);
    }
}

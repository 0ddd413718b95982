using System.Security.Claims;
using System.Text.Json;
using ClaimGraph.Api;
using ClaimGraph.Server.Tests.GraphQL.Support;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>graphql-transport-ws: its messages, its close codes, and the subscriptions that it carries.</summary>
public sealed class SocketTests
{
    private const string Conflicts = "subscription { conflictFound { id later { quote } question { text } } }";

    [Fact]
    public async Task A_query_is_answered_by_next_and_complete()
    {
        await using var host = await ApiHost.StartAsync();
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("1", "{ statistics { claims } }");
        var next = await socket.NextAsync();
        Assert.Equal(4, next.GetProperty("payload").GetProperty("data").GetProperty("statistics").GetProperty("claims").GetInt32());
        Assert.Equal("complete", (await socket.NextAsync()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}""", false, 4401)]
    [InlineData("""{"type":"connection_init"}""", true, 4429)]
    [InlineData("""{"type":"what"}""", true, 4400)]
    [InlineData("""{"type":5}""", true, 4400)]
    [InlineData("[]", true, 4400)]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ __typename }"}}""", true, 4400)]
    [InlineData("""{"type":"subscribe","id":"1"}""", true, 4400)]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""", true, 4400)]
    [InlineData("""{"type":"complete"}""", true, 4400)]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":{"a":1,"a":2}}}""", true, 4400)]
    public async Task A_wrong_message_closes_the_socket(string message, bool initialised, int code)
    {
        await using var host = await ApiHost.StartAsync();
        await using var socket = await Socket.OpenAsync(host, initialised);
        await socket.SendAsync(JsonSerializer.Deserialize<JsonElement>(message));
        Assert.Equal(code, await socket.ClosedAsync());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("SELF", true)]
    [InlineData("https://app.example.org", true)]
    [InlineData("http://evil.example", false)]
    [InlineData("http://127.0.0.1.evil.example", false)]
    [InlineData("http://127.0.0.1", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public async Task Pages_elsewhere_open_a_socket_only_from_listed_origins(string? origin, bool opens)
    {
        await using var host = await ApiHost.StartAsync(o => o.Origins = ["https://app.example.org"]);
        using var socket = new System.Net.WebSockets.ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin == "SELF" ? host.Address.GetLeftPart(UriPartial.Authority) : origin);
        var opening = socket.ConnectAsync(new UriBuilder(host.Address) { Scheme = "ws", Path = "/graphql" }.Uri, TestContext.Current.CancellationToken);
        if (opens)
        {
            await opening;
            return;
        }
        var refused = await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => opening);
        Assert.Contains("403", refused.Message);
    }

    [Fact]
    public async Task A_message_that_is_too_large_closes_the_socket()
    {
        await using var host = await ApiHost.StartAsync();
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("1", "{ __typename } #" + new string('x', 300 * 1024));
        Assert.Equal(1009, await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_silent_socket_is_closed()
    {
        await using var host = await ApiHost.StartAsync(o => o.SocketInitTimeout = TimeSpan.FromMilliseconds(50));
        await using var socket = await Socket.OpenAsync(host, initialise: false);
        Assert.Equal(4408, await socket.ClosedAsync());
    }

    [Fact]
    public async Task Every_conflict_is_told_once_and_in_order_to_everybody()
    {
        await using var host = await ApiHost.StartAsync();
        var sockets = new List<Socket>();
        for (var i = 0; i < 3; i++)
        {
            sockets.Add(await Socket.OpenAsync(host));
            await sockets[i].SubscribeAsync("c", Conflicts);
            await ListeningAsync(sockets[i]);
        }
        var told = new List<string>();
        for (var i = 0; i < 20; i++)
            told.Add((await Story.OneMoreAsync(host.Store, i, TestContext.Current.CancellationToken)).Id);
        foreach (var socket in sockets)
        {
            foreach (var id in told)
            {
                var found = (await socket.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("conflictFound");
                Assert.Equal(id, found.GetProperty("id").GetString());
                Assert.Equal(Story.Troops.Text, found.GetProperty("question").GetProperty("text").GetString());
            }
            await socket.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_subscription_goes_on_after_the_conflict_that_was_seen_last()
    {
        await using var host = await ApiHost.StartAsync();
        var first = await Story.OneMoreAsync(host.Store, 1, TestContext.Current.CancellationToken);
        var missed = await Story.OneMoreAsync(host.Store, 2, TestContext.Current.CancellationToken);
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("c", "subscription($after: ID) { conflictFound(after: $after) { id } }", new { after = first.Id });
        Assert.Equal(missed.Id, await NextIdAsync());
        var live = await Story.OneMoreAsync(host.Store, 3, TestContext.Current.CancellationToken);
        Assert.Equal(live.Id, await NextIdAsync());

        async Task<string?> NextIdAsync() => (await socket.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("conflictFound").GetProperty("id").GetString();
    }

    [Fact]
    public async Task A_relation_that_becomes_a_conflict_later_is_told_then_and_is_a_place_to_go_on_after()
    {
        await using var host = await ApiHost.StartAsync();
        var stop = TestContext.Current.CancellationToken;
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("c", Conflicts);
        await ListeningAsync(socket);

        await Story.AssessAsync(host.Store, Story.Same.Id, Verdict.MarkContradicts, stop);
        var live = await Story.OneMoreAsync(host.Store, 1, stop);
        Assert.Equal(Story.Same.Id, await NextIdAsync("c"));
        Assert.Equal(live.Id, await NextIdAsync("c"));

        await using var later = await Socket.OpenAsync(host);
        await later.SubscribeAsync("l", "subscription($after: ID) { conflictFound(after: $after) { id } }", new { after = Story.Same.Id });
        Assert.Equal(live.Id, (await later.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("conflictFound").GetProperty("id").GetString());

        async Task<string?> NextIdAsync(string id)
        {
            var message = await socket.NextAsync();
            Assert.Equal(id, message.GetProperty("id").GetString());
            return message.GetProperty("payload").GetProperty("data").GetProperty("conflictFound").GetProperty("id").GetString();
        }
    }

    [Fact]
    public async Task A_place_that_does_not_exist_is_refused()
    {
        await using var host = await ApiHost.StartAsync();
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("c", "subscription { conflictFound(after: \"r_nothing\") { id } }");
        var error = await socket.NextAsync();
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Equal("INVALID_CURSOR", error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Filters_hold_for_subscriptions()
    {
        await using var host = await ApiHost.StartAsync();
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("c", "subscription($o: [ID!]) { conflictFound(where: { outlets: $o, minConfidence: 0.5 }) { id } }", new { o = new[] { Story.Ledger.Id } });
        await socket.SubscribeAsync("none", "subscription($q: [ID!]) { conflictFound(where: { questions: $q }) { id } }", new { q = new[] { Story.Bridge.Id } });
        await ListeningAsync(socket);
        var conflict = await Story.OneMoreAsync(host.Store, 1, TestContext.Current.CancellationToken);
        var found = await socket.NextAsync();
        Assert.Equal("c", found.GetProperty("id").GetString());
        Assert.Equal(conflict.Id, found.GetProperty("payload").GetProperty("data").GetProperty("conflictFound").GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_id_in_use_closes_the_socket_and_a_completed_one_is_free()
    {
        await using var host = await ApiHost.StartAsync();
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("c", Conflicts);
        await socket.SendAsync(new { id = "c", type = "complete" });
        await socket.SubscribeAsync("c", Conflicts);
        await socket.SubscribeAsync("c", Conflicts);
        Assert.Equal(4409, await socket.ClosedAsync());
    }

    [Fact]
    public async Task Progress_of_a_run_is_told_until_it_ends()
    {
        // The run says itself that it has moved on: nobody waits for the next look at the store.
        await using var host = await ApiHost.StartAsync(o => o.FeedInterval = TimeSpan.FromMinutes(10));
        await using var socket = await Socket.OpenAsync(host);
        var run = (await host.DataAsync("mutation { ingestArticles(input: { articles: [{ text: \"One sentence. Two persons were hurt.\", title: \"First\" }, { text: \"\" }] }) { run { id total } errors { code } } }"))
            .GetProperty("ingestArticles").GetProperty("run");
        Assert.Equal(2, run.GetProperty("total").GetInt32());
        await socket.SubscribeAsync("p", "subscription($run: ID) { ingestion(run: $run) { done total run { id finishedAt } article { title state problems { code } } } }", new { run = run.GetProperty("id").GetString() });
        var states = new List<string>();
        while ((await socket.NextAsync()) is var message && message.GetProperty("type").GetString() == "next")
        {
            var happened = message.GetProperty("payload").GetProperty("data").GetProperty("ingestion");
            if (happened.GetProperty("article").ValueKind == JsonValueKind.Object)
                states.Add(happened.GetProperty("article").GetProperty("state").GetString()!);
        }
        Assert.Equal(["DONE", "FAILED"], states.Order());
    }

    [Fact]
    public async Task The_payload_of_connection_init_says_who_it_is_and_a_revoked_visitor_is_shown_out()
    {
        var welcome = true;
        await using var host = await ApiHost.StartAsync(o =>
        {
            o.Access = Access.Authenticated;
            o.RecheckInterval = TimeSpan.FromMilliseconds(50);
            o.AuthenticateSocket = (_, payload, _) => ValueTask.FromResult(payload is { } given && given.TryGetProperty("apiKey", out var key) && key.GetString() == "right"
                ? new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "ann"), new(ClaimTypes.Role, Roles.Reader)], "key"))
                : null);
            o.StillValid = (_, _) => ValueTask.FromResult(Volatile.Read(ref welcome));
        });
        await using var wrong = await Socket.OpenAsync(host, initialise: false);
        await wrong.SendAsync(new { type = "connection_init", payload = new { apiKey = "wrong" } });
        Assert.Equal(4403, await wrong.ClosedAsync());

        await using var right = await Socket.OpenAsync(host, payload: new { apiKey = "right" });
        await right.SubscribeAsync("v", "{ viewer { name role } }");
        var viewer = (await right.NextAsync()).GetProperty("payload").GetProperty("data").GetProperty("viewer");
        Assert.Equal("ann", viewer.GetProperty("name").GetString());
        Assert.Equal("READER", viewer.GetProperty("role").GetString());
        Volatile.Write(ref welcome, false);
        Assert.Equal(4403, await right.ClosedAsync());
    }

    [Fact]
    public async Task A_subscriber_that_reads_is_told_of_everything_however_much_comes_at_once()
    {
        // More in one commit than is kept at hand, and than one page of the feed has.
        await using var host = await ApiHost.StartAsync(o => o.Limits = o.Limits with { RecentConflicts = 100 });
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("c", "subscription { conflictFound { id } }");
        await ListeningAsync(socket);
        await Story.ManyAsync(host.Store, 620, TestContext.Current.CancellationToken);
        var last = await Story.OneMoreAsync(host.Store, 1, TestContext.Current.CancellationToken);
        var change = (await host.Store.ChangesAsync(0, 100, TestContext.Current.CancellationToken)).Single(c => c.Conflicts.Count == 620);
        Assert.Equal([.. change.Conflicts, last.Id], await ConflictsAsync(socket, 621));

        // And from the middle of it, for one whose connection broke there.
        await using var later = await Socket.OpenAsync(host);
        await later.SubscribeAsync("c", "subscription($after: ID) { conflictFound(after: $after) { id } }", new { after = change.Conflicts[333] });
        Assert.Equal([.. change.Conflicts.Skip(334), last.Id], await ConflictsAsync(later, 287));
    }

    [Fact]
    public async Task A_subscriber_that_takes_nothing_is_told_and_cut()
    {
        await using var host = await ApiHost.StartAsync(o => o.Limits = o.Limits with { SubscriberPatience = TimeSpan.FromMilliseconds(500) });
        await using var socket = await Socket.OpenAsync(host);
        // Events so large that buffers on the way are soon full.
        var large = string.Concat(Enumerable.Range(0, 450).Select(i => $" e{i}: explanation"));
        await socket.SubscribeAsync("c", $"subscription {{ conflictFound {{ id {large} }} }}");
        await ListeningAsync(socket);
        await Story.ManyAsync(host.Store, 600, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        var told = 0;
        JsonElement message;
        while ((message = await socket.NextAsync()).GetProperty("type").GetString() == "next") told++;
        Assert.Equal("error", message.GetProperty("type").GetString());
        Assert.Equal("SLOW_CONSUMER", message.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.InRange(told, 1, 599);
    }

    [Fact]
    public async Task A_conflict_that_was_dismissed_before_it_could_be_told_is_left_out_and_is_still_a_place_to_go_on_after()
    {
        await using var host = await ApiHost.StartAsync();
        var stop = TestContext.Current.CancellationToken;
        var first = await Story.OneMoreAsync(host.Store, 1, stop);
        var dismissed = await Story.OneMoreAsync(host.Store, 2, stop);
        var last = await Story.OneMoreAsync(host.Store, 3, stop);
        await Story.AssessAsync(host.Store, dismissed.Id, Verdict.Dismiss, stop);
        foreach (var seen in new[] { first, dismissed })
        {
            await using var socket = await Socket.OpenAsync(host);
            await socket.SubscribeAsync("c", "subscription($after: ID) { conflictFound(after: $after) { id } }", new { after = seen.Id });
            Assert.Equal([last.Id], await ConflictsAsync(socket, 1));
        }
    }

    [Fact]
    public async Task What_an_event_shows_is_looked_up_once_for_all_who_are_told_at_the_same_time()
    {
        const int Subscribers = 40;
        CountedStore counts = null!;
        await using var host = await ApiHost.StartAsync(wrap: store =>
        {
            (var wrapped, counts) = CountedStore.Around(store);
            return wrapped;
        });
        var sockets = await Task.WhenAll(Enumerable.Range(0, Subscribers).Select(_ => Socket.OpenAsync(host)));
        foreach (var socket in sockets)
        {
            await socket.SubscribeAsync("c", "subscription { conflictFound { id question { claimCount } } }");
            await ListeningAsync(socket);
        }
        counts.Calls.Clear();
        var told = await Story.OneMoreAsync(host.Store, 1, TestContext.Current.CancellationToken);
        foreach (var socket in sockets)
        {
            Assert.Equal([told.Id], await ConflictsAsync(socket, 1));
            await socket.DisposeAsync();
        }
        Assert.InRange(counts.Calls[nameof(IClaimStore.ChangesAsync)], 1, 2);
        Assert.InRange(counts.Calls[nameof(IClaimStore.QuestionsAsync)], 1, Subscribers / 2);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_for_a_moment_costs_a_subscriber_nothing()
    {
        CountedStore counts = null!;
        await using var host = await ApiHost.StartAsync(wrap: store =>
        {
            (var wrapped, counts) = CountedStore.Around(store);
            return wrapped;
        });
        await using var socket = await Socket.OpenAsync(host);
        await socket.SubscribeAsync("c", "subscription { conflictFound { id } }");
        await ListeningAsync(socket);
        var failures = 0;
        counts.Before = method =>
        {
            if (method.Name == nameof(IClaimStore.ChangesAsync) && Interlocked.Increment(ref failures) <= 3) throw new StoreException(StoreFailure.Locked, "locked");
        };
        var told = await Story.OneMoreAsync(host.Store, 1, TestContext.Current.CancellationToken);
        Assert.Equal([told.Id], await ConflictsAsync(socket, 1));
        Assert.Equal(4, failures);
    }

    [Fact]
    public async Task Conflicts_come_over_server_sent_events()
    {
        await using var host = await ApiHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("subscription { conflictFound { id } }"));
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var conflict = await Story.OneMoreAsync(host.Store, 1, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: next", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("data: {\"data\":{\"conflictFound\":{\"id\":\"" + conflict.Id + "\"}}", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The ids of the next conflicts that a socket is told of.</summary>
    private static async Task<IReadOnlyList<string?>> ConflictsAsync(Socket socket, int count)
    {
        var ids = new List<string?>();
        while (ids.Count < count)
        {
            var message = await socket.NextAsync();
            Assert.True(message.GetProperty("type").GetString() == "next", message.ToString());
            ids.Add(message.GetProperty("payload").GetProperty("data").GetProperty("conflictFound").GetProperty("id").GetString());
        }
        return ids;
    }

    /// <summary>Waits until what was sent before is being worked on: a subscription is listening when a later query has been answered and a moment has passed.</summary>
    private static async Task ListeningAsync(Socket socket)
    {
        for (var i = 0; i < 3; i++)
        {
            await socket.SubscribeAsync("ready", "{ statistics { claims } }");
            Assert.Equal("ready", (await socket.NextAsync()).GetProperty("id").GetString());
            Assert.Equal("complete", (await socket.NextAsync()).GetProperty("type").GetString());
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}

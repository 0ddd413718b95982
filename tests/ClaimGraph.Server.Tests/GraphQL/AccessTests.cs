using System.Security.Claims;
using System.Text.Json;
using ClaimGraph.Api;
using ClaimGraph.Server.Tests.GraphQL.Support;
using Microsoft.AspNetCore.Builder;

namespace ClaimGraph.Server.Tests.GraphQL;

/// <summary>Every field of Query, Mutation and Subscription with every role.</summary>
public sealed class AccessTests(AccessTests.Hosts hosts) : IClassFixture<AccessTests.Hosts>
{
    private readonly ApiHost _anonymousReads = hosts.AnonymousReads, _authenticated = hosts.Authenticated;

    private static readonly Dictionary<string, (string Document, Role Needs)> Fields = new()
    {
        ["Query.node"] = ("{ node(id: \"x\") { id } }", Role.Reader),
        ["Query.nodes"] = ("{ nodes(ids: []) { id } }", Role.Reader),
        ["Query.questions"] = ("{ questions { totalCount } }", Role.Reader),
        ["Query.conflicts"] = ("{ conflicts { totalCount } }", Role.Reader),
        ["Query.relations"] = ("{ relations { totalCount } }", Role.Reader),
        ["Query.claims"] = ("{ claims { totalCount } }", Role.Reader),
        ["Query.actors"] = ("{ actors { totalCount } }", Role.Reader),
        ["Query.sources"] = ("{ sources { totalCount } }", Role.Reader),
        ["Query.search"] = ("{ search(text: \"x\") { totalCount } }", Role.Reader),
        ["Query.neighbourhood"] = ($"{{ neighbourhood(of: \"{Story.None.Id}\") {{ total }} }}", Role.Reader),
        ["Query.path"] = ($"{{ path(from: \"{Story.None.Id}\", to: \"{Story.Twenty.Id}\") {{ total }} }}", Role.Reader),
        ["Query.reviewInbox"] = ("{ reviewInbox { totalCount } }", Role.Reader),
        ["Query.statistics"] = ("{ statistics { claims } }", Role.Reader),
        ["Query.viewer"] = ("{ viewer { role } }", Role.Anonymous),
        ["Query.ingestionRun"] = ("{ ingestionRun(id: \"x\") { id } }", Role.Reader),
        ["Query.ingestionRuns"] = ("{ ingestionRuns { totalCount } }", Role.Reader),
        ["Query.mergeSuggestions"] = ("{ mergeSuggestions { totalCount } }", Role.Reader),
        ["Mutation.ingestArticle"] = ("mutation { ingestArticle(input: { text: \"x\", dryRun: true }) { unchanged } }", Role.Contributor),
        ["Mutation.ingestArticles"] = ("mutation { ingestArticles(input: { articles: [] }) { errors { code } } }", Role.Contributor),
        ["Mutation.loadSamples"] = ("mutation { loadSamples { errors { code } } }", Role.Contributor),
        ["Mutation.assessRelation"] = ("mutation { assessRelation(input: { relation: \"x\", verdict: CONFIRM, expectedVersion: 0 }) { errors { code } } }", Role.Reviewer),
        ["Mutation.assessCandidate"] = ("mutation { assessCandidate(input: { candidate: \"x\", verdict: CONFIRM, expectedVersion: 0 }) { errors { code } } }", Role.Reviewer),
        ["Mutation.assessClaim"] = ("mutation { assessClaim(input: { claim: \"x\", verdict: CONFIRM }) { errors { code } } }", Role.Reviewer),
        ["Mutation.undoAssessment"] = ("mutation { undoAssessment(input: { assessment: \"x\" }) { errors { code } } }", Role.Reviewer),
        ["Mutation.assessMerge"] = ("mutation { assessMerge(input: { suggestion: \"x\", verdict: SAME, expectedVersion: 0 }) { errors { code } } }", Role.Reviewer),
        ["Mutation.undoMerge"] = ("mutation { undoMerge(input: { merge: \"x\" }) { errors { code } } }", Role.Reviewer),
        ["Subscription.conflictFound"] = ("subscription { conflictFound { id } }", Role.Reader),
        ["Subscription.ingestion"] = ("subscription { ingestion(run: \"x\") { done } }", Role.Reader),
    };

    public static IEnumerable<TheoryDataRow<string, Role>> Table => Fields.Keys.SelectMany(name => Enum.GetValues<Role>().Select(role => new TheoryDataRow<string, Role>(name, role)));

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_field_is_for_its_role_and_those_above(string field, Role role)
    {
        var (document, needs) = Fields[field];
        // Twice: the second time the document is known.
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(Expected(role, needs, anonymousReads: false), await CodeAsync(_authenticated, document, role));
            Assert.Equal(Expected(role, needs, anonymousReads: true), await CodeAsync(_anonymousReads, document, role));
        }
    }

    [Fact]
    public async Task The_table_has_every_root_field()
    {
        var data = await _authenticated.DataAsyncAs(Role.Administrator, "{ __schema { queryType { name fields { name } } mutationType { name fields { name } } subscriptionType { name fields { name } } } }");
        var roots = data.GetProperty("__schema").EnumerateObject().SelectMany(t => t.Value.GetProperty("fields").EnumerateArray().Select(f => $"{t.Value.GetProperty("name").GetString()}.{f.GetProperty("name").GetString()}"));
        Assert.Equal(roots.Order(), Fields.Keys.Order());
    }

    [Fact]
    public async Task A_fragment_hides_no_field() =>
        Assert.Equal("FORBIDDEN", await CodeAsync(_authenticated, "mutation { ...M } fragment M on Mutation { ... { loadSamples { errors { code } } } }", Role.Reader));

    [Fact]
    public async Task Who_is_not_known_gets_401_and_who_may_not_gets_403_in_the_new_media_type()
    {
        foreach (var (role, status) in new[] { (Role.Anonymous, 401), (Role.Reader, 403) })
        {
            using var request = Request("mutation { loadSamples { errors { code } } }", role);
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            using var answer = await _authenticated.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(status, (int)answer.StatusCode);
        }
    }

    private static string? Expected(Role role, Role needs, bool anonymousReads) =>
        role >= needs || needs == Role.Reader && anonymousReads ? null : role == Role.Anonymous ? "UNAUTHENTICATED" : "FORBIDDEN";

    private static async Task<string?> CodeAsync(ApiHost host, string document, Role role)
    {
        using var request = Request(document, role);
        if (document.StartsWith("subscription", StringComparison.Ordinal))
        {
            request.Headers.Accept.ParseAdd("text/event-stream");
            using var stream = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            if (Expected(role, Role.Reader, anonymousReads: host.Services.GetService(typeof(ApiOptions)) is ApiOptions { Access: Access.AnonymousReading }) is null)
                return null;
            var text = await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return ApiHost.CodeOf(JsonSerializer.Deserialize<JsonElement>(text.Split('\n')[1]["data: ".Length..]));
        }
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ApiHost.CodeOf(json.RootElement);
    }

    internal static HttpRequestMessage Request(string query, Role role) => new(HttpMethod.Post, "/graphql")
    {
        Content = System.Net.Http.Json.JsonContent.Create(new { query }),
        Headers = { { "X-Role", role.ToString().ToLowerInvariant() } },
    };

    // Stands in for the server's authentication, which has tests of its own.
    private static void WithRoleHeader(WebApplication app) => app.Use((http, next) =>
    {
        if (http.Request.Headers["X-Role"] is [{ } role] && role != "anonymous")
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "ann"), new(ClaimTypes.Role, role)], "test"));
        return next();
    });

    public sealed class Hosts : IAsyncLifetime
    {
        public ApiHost AnonymousReads { get; private set; } = null!;
        public ApiHost Authenticated { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            AnonymousReads = await ApiHost.StartAsync(o => o.Access = Access.AnonymousReading, before: WithRoleHeader);
            Authenticated = await ApiHost.StartAsync(o => o.Access = Access.Authenticated, before: WithRoleHeader);
        }

        public async ValueTask DisposeAsync()
        {
            await AnonymousReads.DisposeAsync();
            await Authenticated.DisposeAsync();
        }
    }
}

internal static class AsRole
{
    public static async Task<JsonElement> DataAsyncAs(this ApiHost host, Role role, string query)
    {
        using var request = AccessTests.Request(query, role);
        using var answer = await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).GetProperty("data");
    }
}

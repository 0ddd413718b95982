using System.Security.Claims;
using System.Text.Json;
using ClaimGraph.Api;
using ClaimGraph.Web;

namespace ClaimGraph.Server.Hosting;

/// <summary>The API as the pages use it: in the process, with the visitor's rights.</summary>
internal sealed class PagesGraphQL(GraphQLExecutor api) : IGraphQL
{
    public Task<JsonDocument> ExecuteAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, CancellationToken cancellation, bool costOnly = false) =>
        api.ExecuteAsync(document, variables, visitor, cancellation, costOnly);

    public IAsyncEnumerable<JsonDocument> SubscribeAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, CancellationToken cancellation) =>
        api.SubscribeAsync(document, variables, visitor, cancellation);
}

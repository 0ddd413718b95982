using System.Security.Claims;
using System.Text.Json;

namespace ClaimGraph.Web;

/// <summary>The GraphQL endpoint as the pages see it: the same engine, rights and limits as over HTTP, without the network. Filled by the server.</summary>
public interface IGraphQL
{
    /// <summary>
    /// Executes a document with the visitor's rights. The answer is a GraphQL response: <c>data</c>, <c>errors</c>, <c>extensions</c>.
    /// Values of variables are null, text, numbers, truth values, <c>IReadOnlyDictionary&lt;string, object?&gt;</c> for input objects and <c>object?[]</c> for lists.
    /// </summary>
    /// <param name="costOnly">Answer what it would cost, in <c>extensions</c>, and run nothing: as <c>{"extensions": {"costOnly": true}}</c> over HTTP.</param>
    Task<JsonDocument> ExecuteAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, CancellationToken cancellation, bool costOnly = false);

    /// <summary>Runs a subscription: each event as a GraphQL response, until it ends or the visitor has gone.</summary>
    IAsyncEnumerable<JsonDocument> SubscribeAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, CancellationToken cancellation);
}

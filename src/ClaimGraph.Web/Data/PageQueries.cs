using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ClaimGraph.Web;

/// <summary>Why a page has no data, for its visitor.</summary>
/// <param name="Status">The HTTP status of the page that says so.</param>
/// <param name="Code">For the administrator.</param>
public sealed record PageFailure(int Status, string Code, string Message);

/// <summary>What a page asked and what came back: exactly one of data and failure.</summary>
public sealed record PageAnswer<T>(string Document, IReadOnlyDictionary<string, object?> Variables, T? Data, PageFailure? Failure) where T : class;

/// <summary>Executes the pages' documents and reads the answers into records.</summary>
public sealed class PageQueries(IGraphQL graphql)
{
    /// <param name="document">The name of the document (<see cref="Documents"/>).</param>
    public async Task<PageAnswer<T>> AskAsync<T>(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        JsonDocument response;
        try
        {
            response = await graphql.ExecuteAsync(Documents.Of(document), variables, visitor, cancellation);
        }
        catch (StoreException e)
        {
            return new(document, variables, null, new PageFailure(503, e.Failure.ToString(), e.Message));
        }
        using (response)
        {
            var errors = response.RootElement.TryGetProperty("errors", out var list) ? list.Deserialize(WebJson.Default.IReadOnlyListGraphQLError) ?? [] : [];
            if (errors.Count > 0) return new(document, variables, null, Failure(errors[0]));
            var data = response.RootElement.GetProperty("data").Deserialize(type);
            return new(document, variables, data, null);
        }
    }

    private static PageFailure Failure(GraphQLError error)
    {
        var code = error.Extensions?.Code ?? "QUERY_REFUSED";
        return new(StatusOf(code), code, error.Message);
    }

    private static int StatusOf(string code) => code switch
    {
        _ when code.StartsWith("STORE", StringComparison.Ordinal) || code is "TIMEOUT" or "BUSY" => 503,
        "UNAUTHENTICATED" or "FORBIDDEN" => 403,
        "INTERNAL" or "INTERNAL_SERVER_ERROR" => 500,
        _ => 400,
    };
}

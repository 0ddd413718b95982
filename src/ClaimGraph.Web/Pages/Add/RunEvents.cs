using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClaimGraph.Web;

/// <summary>A run's progress as server-sent events: <c>progress</c> when something moved on, <c>done</c> at the end.</summary>
internal static class RunEvents
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/runs/{id}/events", (string id, HttpContext http, IGraphQL graphql) => TypedResults.ServerSentEvents(FollowAsync(id, http, graphql, http.RequestAborted)));

    private static async IAsyncEnumerable<SseItem<string>> FollowAsync(string id, HttpContext http, IGraphQL graphql, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var response in graphql.SubscribeAsync(Documents.Of("RunProgress"), new Dictionary<string, object?> { ["id"] = id }, http.User, cancellation))
        {
            using (response)
            {
                if (response.RootElement.TryGetProperty("errors", out _)) break;
                var happened = response.RootElement.GetProperty("data").GetProperty("ingestion");
                yield return new SseItem<string>($"{happened.GetProperty("done")}/{happened.GetProperty("total")}", "progress");
            }
        }
        yield return new SseItem<string>(id, "done");
    }
}

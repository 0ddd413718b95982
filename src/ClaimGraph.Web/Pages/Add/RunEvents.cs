using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ClaimGraph.Web;

/// <summary>A run's progress as server-sent events: <c>progress</c> when something moved on, <c>done</c> at the end.</summary>
internal static class RunEvents
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/runs/{id}/events", (string id, HttpContext http, PageQueries queries) => TypedResults.ServerSentEvents(FollowAsync(id, http, queries, http.RequestAborted)));

    private static async IAsyncEnumerable<SseItem<string>> FollowAsync(string id, HttpContext http, PageQueries queries, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var said = -1;
        while (!cancellation.IsCancellationRequested)
        {
            var answer = await queries.AskAsync("RunProgress", new Dictionary<string, object?> { ["id"] = id }, http.User, WebJson.Default.RunData, cancellation);
            if (answer.Data?.IngestionRun is not { } run || run.FinishedAt is not null)
            {
                yield return new SseItem<string>(id, "done");
                yield break;
            }
            if (run.Done != said) yield return new SseItem<string>($"{run.Done}/{run.Total}", "progress");
            said = run.Done;
            await Task.Delay(Pause, cancellation);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Server.Tests.Support;

/// <summary>Something that a server under test calls, on a free port of loopback.</summary>
public sealed class WebPeer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebPeer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Bodies that were posted, by path.</summary>
    public ConcurrentQueue<(string Path, string? ContentType, byte[] Body)> Received { get; } = new();

    /// <param name="answer">By path: the JSON that a GET is answered with; a POST is kept and answered with nothing.</param>
    public static async Task<WebPeer> StartAsync(Func<WebPeer, string, object?>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var peer = new WebPeer(builder.Build());
        peer._app.Run(async context =>
        {
            if (HttpMethods.IsPost(context.Request.Method))
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                peer.Received.Enqueue((context.Request.Path, context.Request.ContentType, body.ToArray()));
            }
            else if (answer?.Invoke(peer, context.Request.Path) is { } json) await context.Response.WriteAsJsonAsync(json);
            else context.Response.StatusCode = 404;
        });
        await peer._app.StartAsync();
        return peer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

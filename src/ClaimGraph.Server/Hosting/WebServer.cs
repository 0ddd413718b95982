using System.Net.Sockets;
using ClaimGraph.Server.Commands;
using ClaimGraph.Server.Security;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Serilog;

namespace ClaimGraph.Server.Hosting;

/// <summary>The web server over an engine: services first, then what a request passes through, in order.</summary>
public static class WebServer
{
    public static WebApplication Build(Engine engine, ServeSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "ClaimGraph.Server", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. settings.Urls]).UseStaticWebAssets().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Host.UseSerilog(engine.Log);

        builder.Services.AddSingleton(engine.Store).AddSingleton(engine.Ingest).AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails().AddExceptionHandler<Problems>();
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: [StoreHealth.Tag]);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));

        var app = builder.Build();
        app.UseSerilogRequestLogging(RequestLog.Configure);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders(BrowserHeaders.Policy);
        app.UseMiddleware<HostRule>(settings.HostNames);

        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(StoreHealth.Tag) });
        return app;
    }

    /// <exception cref="StoreException">An address cannot be listened on; the message says what to do.</exception>
    public static async Task StartAsync(WebApplication app, ServeSettings settings, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw new StoreException(StoreFailure.Refused, $"{string.Join(", ", settings.Urls)} is in use: stop what listens there, or give another port with --port N.", inner: problem);
        }
        catch (SocketException problem)
        {
            throw new StoreException(StoreFailure.Refused, $"{string.Join(", ", settings.Urls)} cannot be listened on ({problem.Message}): give another address with --port or --urls.", inner: problem);
        }
    }
}

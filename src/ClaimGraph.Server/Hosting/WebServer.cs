using System.IO.Compression;
using System.Net.Sockets;
using ClaimGraph.Api;
using ClaimGraph.Server.Commands;
using ClaimGraph.Server.Reading;
using ClaimGraph.Server.Samples;
using ClaimGraph.Server.Security;
using ClaimGraph.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.ResponseCompression;
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
        AddServices(builder.Services, engine, settings);

        var app = builder.Build();
        app.UseProxies(settings.Proxies);
        app.UseSerilogRequestLogging(log => RequestLog.Configure(log, engine.Log));
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseSecurityHeaders(BrowserHeaders.Policy);
        app.UseMiddleware<HostRule>(settings.HostNames);
        app.UseMiddleware<HeadRule>(app.Services.GetRequiredService<ApiOptions>().Path);
        app.UseRouting();
        if (settings.Access.Origins.Count > 0) app.UseCors();
        if (settings.Access.Access != Access.Open) app.UseAuthentication();
        if (settings.Access.RequestsPerMinute is not null) app.UseRateLimiter();
        if (settings.Access.Access != Access.Open) app.UseMiddleware<CredentialRule>();
        if (settings.Access.Access == Access.Authenticated) app.UseMiddleware<SignInRule>();
        app.UseMiddleware<PageTags>();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(StoreHealth.Tag), ResponseWriter = StoreHealth.WriteAsync });
        if (settings.Telemetry.Metrics) Restricted(app.MapPrometheusScrapingEndpoint("/metrics"), settings);
        app.MapClaimGraphApi();
        app.MapClaimGraphWeb();
        return app;
    }

    private static void AddServices(IServiceCollection services, Engine engine, ServeSettings settings)
    {
        services.AddSingleton(engine.Store).AddSingleton(engine.Ingest).AddSingleton(TimeProvider.System);
        var limit = settings.Access.RequestsPerMinute is { } requests ? RateLimits.Of(requests) : null;
        services.AddClaimGraphApi(api =>
        {
            api.Access = settings.Access.Access;
            api.Introspection = settings.Introspection;
            api.TrustedDocuments = settings.TrustedDocuments;
            api.Origins = settings.Access.Origins;
            api.MayAsk = limit is null ? null : request => limit.AttemptAcquire(request).IsAcquired;
            api.Samples = () => SampleArticles.All;
            api.AuthenticateSocket = Authentication.OfSocketAsync;
            api.StillValid = (visitor, _) => ValueTask.FromResult(Authentication.StillValid(settings.Access.Keys, visitor));
        });
        services.AddClaimGraphWeb().AddSingleton<IGraphQL, PagesGraphQL>().AddSingleton<IUploadReader, UploadReader>()
            .AddSingleton(s => new ApiGuide(s.GetRequiredService<ApiOptions>().Path, [.. ErrorGuide.All.Select(e => new ErrorGuideLine(e.Code, e.Meaning, e.Remedy))], settings.Access.Access == Access.Authenticated));

        services.AddVisitors(settings.Access);
        if (limit is not null) services.AddRequestLimit(limit, settings.Access.RequestsPerMinute!.Value);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.WithOrigins([.. settings.Access.Origins]).WithMethods("GET", "POST").AllowAnyHeader()));
        // What signs cookies and forms stays with the data, so that a restart signs nobody out.
        services.AddDataProtection().SetApplicationName("claimgraph").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(engine.Settings.Data, "protection")));

        services.AddProblemDetails().AddExceptionHandler<Problems>();
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: [StoreHealth.Tag]);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // no secret of ours stands beside what a stranger may choose
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/graphql"];
        });
        // The fastest level makes a graph of 200 items half as heavy again, to save 3 ms.
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.AddTelemetry(settings.Telemetry);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
    }

    private static void Restricted(IEndpointConventionBuilder endpoint, ServeSettings settings)
    {
        if (settings.Access.Access != Access.Open) endpoint.RequireAuthorization();
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

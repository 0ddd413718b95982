using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ClaimGraph.Web;

/// <summary>The pages, as a host adds and maps them. The host gives <see cref="IGraphQL"/>, antiforgery's middleware, and the security headers.</summary>
public static class ClaimGraphWeb
{
    public static IServiceCollection AddClaimGraphWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.TryAddScoped<PageQueries>();
        return services;
    }

    /// <summary>Maps style, scripts, every page and the addresses that pages post to or download from.</summary>
    public static IEndpointRouteBuilder MapClaimGraphWeb(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>();
        GraphDownloads.Map(app);
        RunEvents.Map(app);
        QueryDownloads.Map(app);
        return app;
    }
}

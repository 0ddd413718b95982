using ClaimGraph.Api.Execution;
using ClaimGraph.Api.Transports;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClaimGraph.Api;

/// <summary>Where the API is reached: HTTP, WebSocket and event streams at one address, and the schema below it.</summary>
public static class ApiEndpoints
{
    public static IEndpointConventionBuilder MapClaimGraphApi(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<ApiOptions>();
        endpoints.MapGet(options.Path + "/schema.graphql", SchemaOf(services, options));
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets(new() { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        pipeline.Run(HandlerOf(services));
        return endpoints.Map(options.Path, pipeline.Build());
    }

    private static RequestDelegate HandlerOf(IServiceProvider services)
    {
        var http = services.GetRequiredService<HttpTransport>();
        var sockets = new WebSocketTransport(services.GetRequiredService<Engine>(), services.GetRequiredService<IGraphQLTextSerializer>());
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        return context => context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context, stopping) : http.HandleAsync(context);
    }

    private static RequestDelegate SchemaOf(IServiceProvider services, ApiOptions options)
    {
        var text = new Lazy<string>(() => ApiSchema.Print(services.GetRequiredService<ISchema>()));
        return async context =>
        {
            if (!options.Introspection)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            context.Response.ContentType = "application/graphql; charset=utf-8";
            await context.Response.WriteAsync(text.Value, context.RequestAborted).ConfigureAwait(false);
        };
    }
}

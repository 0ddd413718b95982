using Microsoft.AspNetCore.Components.Endpoints;

namespace ClaimGraph.Server.Security;

/// <summary>Where nothing is open to strangers, a page sends who is not signed in to the sign-in page, and back afterwards.</summary>
internal sealed class SignInRule(RequestDelegate next)
{
    private const string SignIn = "/sign-in";

    public Task InvokeAsync(HttpContext context)
    {
        var isPage = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (!isPage || context.User.Identity?.IsAuthenticated == true || !HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments(SignIn, StringComparison.Ordinal)) return next(context);

        context.Response.Redirect(SignIn + QueryString.Create("back", context.Request.Path + context.Request.QueryString.ToUriComponent()));
        return Task.CompletedTask;
    }
}

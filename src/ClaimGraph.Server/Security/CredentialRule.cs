using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace ClaimGraph.Server.Security;

/// <summary>A request with a key or token that does not hold is refused, and told why: it is never answered as if it had come without.</summary>
internal sealed class CredentialRule(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var carries = KeyAuthentication.KeyOf(context.Request) is not null || KeyAuthentication.Bearer(context.Request) is not null;
        if (!carries || context.User.Identity?.IsAuthenticated == true)
        {
            await next(context);
            return;
        }
        var reason = (await context.AuthenticateAsync()).Failure switch
        {
            SecurityTokenExpiredException => "The token has expired.",
            SecurityTokenInvalidAudienceException => "The token is for another audience.",
            SecurityTokenInvalidIssuerException => "The token is from another issuer.",
            SecurityTokenException => "The token cannot be trusted.",
            AuthenticationFailureException known => known.Message,
            _ => "The key or token is not known here.",
        };
        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"invalid_token\", error_description=\"{reason}\"";
        await Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: reason).ExecuteAsync(context);
    }
}

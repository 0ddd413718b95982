using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using ClaimGraph.Api;
using ClaimGraph.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ClaimGraph.Server.Security;

/// <summary>How a visitor is known: an API key or a token in a header; on the pages, and there alone, a cookie that a key was exchanged for.</summary>
internal static class Authentication
{
    private const string ByRequest = "ByRequest";

    public static void AddVisitors(this IServiceCollection services, AccessSettings settings)
    {
        services.AddSingleton(settings).AddSingleton(settings.Keys);
        if (settings.Access != Access.Open) services.AddSingleton<ISignIn, KeySignIn>();
        var schemes = services.AddAuthentication(ByRequest)
            .AddPolicyScheme(ByRequest, null, options => options.ForwardDefaultSelector = request => SchemeOf(request, settings))
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddCookie(options =>
            {
                options.Cookie.Name = "claimgraph";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.ExpireTimeSpan = TimeSpan.FromHours(12);
                options.LoginPath = "/sign-in";
                options.Events.OnValidatePrincipal = cookie =>
                {
                    if (!StillValid(settings.Keys, cookie.Principal!)) cookie.RejectPrincipal();
                    return Task.CompletedTask;
                };
            });
        if (settings.JwtAuthority is { } authority)
        {
            schemes.AddJwtBearer(options =>
            {
                options.Authority = authority;
                options.Audience = settings.JwtAudience;
                options.MapInboundClaims = false;
                // A local issuer is somebody's test; tokens of others come over TLS or not at all.
                options.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
                options.TokenValidationParameters.NameClaimType = "sub";
                options.TokenValidationParameters.RoleClaimType = settings.JwtRoleClaim;
            });
        }
        services.AddAuthorization();
    }

    /// <summary>Whether a visitor's key or token still holds: asked while a connection stays open.</summary>
    public static bool StillValid(KeyFile keys, ClaimsPrincipal visitor)
    {
        if (visitor.FindFirst(KeyAuthentication.HashClaim) is { } key) return keys.HoldsHash(key.Value);
        return visitor.FindFirst("exp") is not { } expires || !long.TryParse(expires.Value, CultureInfo.InvariantCulture, out var seconds) || DateTimeOffset.UtcNow.ToUnixTimeSeconds() < seconds;
    }

    /// <summary>
    /// Who a WebSocket belongs to: <c>{"authorization": "Bearer …"}</c> or <c>{"apiKey": "…"}</c> of its <c>connection_init</c>, else the visitor of its HTTP request.
    /// </summary>
    /// <returns>Null for a key or token that does not hold.</returns>
    public static async ValueTask<ClaimsPrincipal?> OfSocketAsync(HttpContext request, JsonElement? payload, CancellationToken cancellation)
    {
        var settings = request.RequestServices.GetRequiredService<AccessSettings>();
        if (settings.Access == Access.Open || CredentialOf(payload) is not { } credential)
            return settings.Access == Access.Authenticated && request.User.Identity?.IsAuthenticated != true ? null : request.User;
        if (credential.StartsWith(KeyFile.Prefix, StringComparison.Ordinal)) return KeyAuthentication.Visitor(settings.Keys, credential, KeyAuthentication.SchemeName);
        return settings.JwtAuthority is null ? null : await OfTokenAsync(request.RequestServices, credential, cancellation);
    }

    private static async Task<ClaimsPrincipal?> OfTokenAsync(IServiceProvider services, string token, CancellationToken cancellation)
    {
        var options = services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);
        var issuer = await options.ConfigurationManager!.GetConfigurationAsync(cancellation);
        var parameters = options.TokenValidationParameters.Clone();
        parameters.ValidIssuer = issuer.Issuer;
        parameters.IssuerSigningKeys = issuer.SigningKeys;
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, parameters);
        return result.IsValid ? new ClaimsPrincipal(result.ClaimsIdentity) : null;
    }

    private static string? CredentialOf(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } given) return null;
        foreach (var member in given.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.String) continue;
            var text = member.Value.GetString()!;
            if (member.Name.Equals("authorization", StringComparison.OrdinalIgnoreCase)) return text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? text["Bearer ".Length..].Trim() : text;
            if (member.Name is "apiKey" or "x-api-key" or "X-API-Key") return text;
        }
        return null;
    }

    private static string SchemeOf(HttpContext request, AccessSettings settings) =>
        KeyAuthentication.KeyOf(request.Request) is not null ? KeyAuthentication.SchemeName
        : KeyAuthentication.Bearer(request.Request) is not null ? settings.JwtAuthority is null ? KeyAuthentication.SchemeName : JwtBearerDefaults.AuthenticationScheme
        : ForPrograms(request.Request.Path) ? KeyAuthentication.SchemeName
        : CookieAuthenticationDefaults.AuthenticationScheme;

    private static bool ForPrograms(PathString path) =>
        path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase);
}

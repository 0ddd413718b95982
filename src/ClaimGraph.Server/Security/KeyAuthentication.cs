using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ClaimGraph.Server.Security;

/// <summary>API keys: <c>Authorization: Bearer cg_…</c> or <c>X-API-Key: cg_…</c>.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, KeyFile keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string HashClaim = "claimgraph:key";

    /// <summary>The key that a request carries, or null.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers["X-API-Key"].ToString() is { Length: > 0 } key ? key
        : Bearer(request) is { } token && token.StartsWith(KeyFile.Prefix, StringComparison.Ordinal) ? token
        : null;

    public static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    /// <summary>The visitor whom a key names, or null for an unknown or revoked one.</summary>
    public static ClaimsPrincipal? Visitor(KeyFile keys, string key, string scheme) => keys.Find(key) is not { } found
        ? null
        : new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, found.Name), new(ClaimTypes.Role, found.Role), new(HashClaim, found.Hash)], scheme));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        KeyOf(Request) is not { } key ? AuthenticateResult.NoResult()
        : Visitor(keys, key, Scheme.Name) is { } visitor ? AuthenticateResult.Success(new AuthenticationTicket(visitor, Scheme.Name))
        : AuthenticateResult.Fail("The key is unknown or revoked."));
}

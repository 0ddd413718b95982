using System.Security.Claims;
using ClaimGraph.Web;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ClaimGraph.Server.Security;

/// <summary>Signing in on the pages: an API key for a cookie. The API itself takes no cookies.</summary>
internal sealed class KeySignIn(KeyFile keys) : ISignIn
{
    public string Scheme => CookieAuthenticationDefaults.AuthenticationScheme;

    public Task<ClaimsPrincipal?> WithKeyAsync(string key, CancellationToken cancellation) => Task.FromResult(KeyAuthentication.Visitor(keys, key, Scheme));
}

using System.Security.Claims;

namespace ClaimGraph.Web;

/// <summary>
/// Signing in with an API key, as the sign-in page needs it. Filled by the server where authentication is on; where it is not registered, the page says that none is needed.
/// The page itself issues the session cookie (HttpOnly, SameSite=Strict) by the host's cookie scheme.
/// </summary>
public interface ISignIn
{
    /// <summary>The cookie authentication scheme that the page signs in with and out of.</summary>
    string Scheme { get; }

    /// <summary>The visitor whose key this is, with the claims that the rights are decided by; null where no key in force reads so.</summary>
    Task<ClaimsPrincipal?> WithKeyAsync(string key, CancellationToken cancellation);
}

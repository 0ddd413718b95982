using System.Security.Claims;

namespace ClaimGraph.Api;

/// <summary>What a visitor may do; each role may do what those before it may.</summary>
public enum Role
{
    /// <summary>Nobody we know: reads where anonymous reading is allowed.</summary>
    Anonymous,
    /// <summary>Reads.</summary>
    Reader,
    /// <summary>Also ingests articles.</summary>
    Contributor,
    /// <summary>Also gives verdicts.</summary>
    Reviewer,
    /// <summary>Everything.</summary>
    Administrator,
}

/// <summary>Roles as they stand in a principal: one claim of type <see cref="ClaimTypes.Role"/> with a name below.</summary>
public static class Roles
{
    public const string Reader = "reader", Contributor = "contributor", Reviewer = "reviewer", Administrator = "administrator";

    /// <summary>From most to least.</summary>
    public static readonly IReadOnlyList<(string Name, Role Role)> All =
        [(Administrator, Role.Administrator), (Reviewer, Role.Reviewer), (Contributor, Role.Contributor), (Reader, Role.Reader)];

    /// <summary>The highest role of a principal; anonymous where it is not authenticated or has none.</summary>
    public static Role Of(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated == true)
        {
            foreach (var (name, role) in All)
            {
                if (user.IsInRole(name))
                    return role;
            }
        }
        return Role.Anonymous;
    }
}

/// <summary>Who may do what without saying who they are.</summary>
public enum Access
{
    /// <summary>No authentication is configured: everybody is an administrator. For loopback.</summary>
    Open,
    /// <summary>Anybody may read; the rest needs a role.</summary>
    AnonymousReading,
    /// <summary>Everything needs a role.</summary>
    Authenticated,
}

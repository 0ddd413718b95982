using System.CommandLine;
using ClaimGraph.Api;
using ClaimGraph.Server.Commands;

namespace ClaimGraph.Server.Security;

/// <summary>Who may come in, and how often.</summary>
/// <param name="JwtAuthority">Whose tokens are taken; null takes none.</param>
/// <param name="RequestsPerMinute">For each key or address; null for no limit.</param>
/// <param name="Origins">Pages elsewhere that may call the API.</param>
public sealed record AccessSettings(Access Access, KeyFile Keys, string? JwtAuthority, string? JwtAudience, string JwtRoleClaim, int? RequestsPerMinute, IReadOnlyList<string> Origins, bool Insecure);

/// <summary>The options of <c>serve</c> about access.</summary>
public sealed class AccessOptions
{
    private const int DefaultRequestsPerMinute = 600;

    private readonly Option<string?> _keys = KeysOption();
    private readonly Option<string?> _authority = new("--jwt-authority") { Description = "The issuer whose tokens are taken (OpenID Connect discovery).", HelpName = "URL" };
    private readonly Option<string?> _audience = new("--jwt-audience") { Description = "The audience that tokens must name.", HelpName = "NAME" };
    private readonly Option<string> _roleClaim = new("--jwt-role-claim") { Description = "The claim of a token with its role (reader, contributor, reviewer, administrator).", HelpName = "NAME", DefaultValueFactory = _ => "role" };
    private readonly Option<bool> _anonymous = new("--anonymous-reading") { Description = "Let everybody read; the rest still needs a key or token." };
    private readonly Option<bool> _insecure = new("--insecure") { Description = "Listen beyond loopback without authentication: everybody who reaches the server may do everything." };
    private readonly Option<int?> _rate = new("--rate-limit") { Description = $"Requests a minute for each key or address, 0 for no limit (beyond loopback {DefaultRequestsPerMinute}, on loopback none).", HelpName = "N" };
    private readonly Option<string[]> _origins = new("--cors-origin") { Description = "A page's origin that may call the API, as https://app.example.org; may be repeated.", HelpName = "ORIGIN" };

    public IReadOnlyList<Option> All => [_keys, _authority, _audience, _roleClaim, _anonymous, _insecure, _rate, _origins];

    public static Option<string?> KeysOption() => new("--keys") { Description = "The file of API keys (keys.json in the data folder); several servers may share it.", HelpName = "FILE" };

    public static KeyFile Keys(ParseResult parse, Option<string?> option) => new(Path.GetFullPath(parse.GetValue(option) ?? Path.Combine(parse.GetValue(StoreOptions.Data)!, KeyFile.FileName)));

    /// <exception cref="UsageException">The server would be open to strangers, or the settings contradict each other.</exception>
    public AccessSettings Read(ParseResult parse, bool onLoopback)
    {
        var keys = Keys(parse, _keys);
        var authority = parse.GetValue(_authority);
        if (authority is not null && parse.GetValue(_audience) is null) throw new UsageException("--jwt-authority needs --jwt-audience: a token for another service must not open this one.");
        if (authority is not null && !Uri.TryCreate(authority, UriKind.Absolute, out _)) throw new UsageException($"--jwt-authority takes an address, not “{authority}”.");

        var authenticates = authority is not null || keys.All().Any(k => k.Revoked is null);
        var insecure = parse.GetValue(_insecure);
        if (!onLoopback && !authenticates && !insecure)
            throw new UsageException("Beyond loopback the server would be open to everybody. Make a key (claimgraph keys create NAME --role ROLE) or give --jwt-authority; --insecure serves openly all the same.");

        var rate = parse.GetValue(_rate) ?? (onLoopback ? 0 : DefaultRequestsPerMinute);
        if (rate < 0) throw new UsageException("--rate-limit takes a number from 0.");
        var access = !authenticates ? Access.Open : parse.GetValue(_anonymous) ? Access.AnonymousReading : Access.Authenticated;
        return new AccessSettings(access, keys, authority, parse.GetValue(_audience), parse.GetValue(_roleClaim)!, rate == 0 ? null : rate, parse.GetValue(_origins) ?? [], insecure && !authenticates);
    }
}

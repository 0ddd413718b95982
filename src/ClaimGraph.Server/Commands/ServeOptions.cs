using System.CommandLine;
using System.Net;
using ClaimGraph.Server.Hosting;
using ClaimGraph.Server.Security;

namespace ClaimGraph.Server.Commands;

/// <summary>How to serve.</summary>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="HostNames">Names under which requests are taken, beside those of loopback; <c>*</c> takes any.</param>
/// <param name="Proxies">Whose word is taken on where a request came from.</param>
/// <param name="TrustedDocuments">A folder of GraphQL documents; only these are answered. Null answers any.</param>
public sealed record ServeSettings(IReadOnlyList<string> Urls, IReadOnlyList<string> HostNames, IReadOnlyList<IPNetwork> Proxies, bool Introspection, string? TrustedDocuments, AccessSettings Access, TelemetrySettings Telemetry);

/// <summary>The options of <c>serve</c>.</summary>
public sealed class ServeOptions
{
    private readonly Option<int> _port = new("--port") { Description = "The port on loopback; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => 5080 };
    private readonly Option<string[]> _urls = new("--urls") { Description = "Addresses to listen on instead, as http://0.0.0.0:5080; may be repeated.", HelpName = "URL" };
    private readonly Option<string[]> _hostNames = new("--host-name") { Description = "A name under which requests are taken, beside localhost; may be repeated, * takes any.", HelpName = "NAME" };
    private readonly Option<string[]> _proxies = Proxies.Option();
    private readonly Option<bool> _noIntrospection = new("--no-introspection") { Description = "Do not tell clients the schema." };
    private readonly Option<string?> _trusted = new("--trusted-documents") { Description = "A folder of GraphQL documents: only these are answered.", HelpName = "DIR" };
    private readonly AccessOptions _access = new();

    public ServeOptions() => _port.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var port) || port is < 0 or > 65535)) result.AddError("--port takes a number from 0 to 65535.");
    });

    public IReadOnlyList<Option> All => [_port, _urls, _hostNames, _proxies, _noIntrospection, _trusted, .. _access.All, .. Telemetry.Options];

    /// <exception cref="UsageException">The settings cannot be used, or would open the server to strangers.</exception>
    public ServeSettings Read(ParseResult parse)
    {
        var urls = Urls(parse);
        if (parse.GetValue(_trusted) is { } folder && !Directory.Exists(folder)) throw new UsageException($"--trusted-documents: there is no folder {folder}.");
        var proxies = Proxies.Read(parse, _proxies);
        // Who names a proxy serves others through it, wherever it listens.
        var access = _access.Read(parse, onLoopback: proxies.Count == 0 && urls.All(IsLoopback));
        return new ServeSettings(urls, parse.GetValue(_hostNames) ?? [], proxies, !parse.GetValue(_noIntrospection), parse.GetValue(_trusted), access, Telemetry.Read(parse));
    }

    private List<string> Urls(ParseResult parse)
    {
        List<string> urls = [.. (parse.GetValue(_urls) ?? []).SelectMany(u => u.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        foreach (var url in urls)
        {
            // "http://*:5080" and "http://+:5080" are Kestrel's names for every address.
            if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new UsageException($"--urls takes addresses as http://0.0.0.0:5080, not “{url}”.");
        }
        if (urls.Count > 0) return urls;
        var port = parse.GetValue(_port);
        return [port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}"];
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}

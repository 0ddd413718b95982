using System.CommandLine;
using System.Net;

namespace ClaimGraph.Server.Commands;

/// <summary>How to serve.</summary>
/// <param name="Urls">Addresses to listen on.</param>
/// <param name="HostNames">Names under which requests are taken, beside those of loopback; <c>*</c> takes any.</param>
public sealed record ServeSettings(IReadOnlyList<string> Urls, IReadOnlyList<string> HostNames)
{
    public bool OnLoopback => Urls.All(IsLoopback);

    internal static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}

/// <summary>The options of <c>serve</c>.</summary>
public sealed class ServeOptions
{
    private readonly Option<int> _port = new("--port") { Description = "The port on loopback; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => 5080 };
    private readonly Option<string[]> _urls = new("--urls") { Description = "Addresses to listen on instead, as http://0.0.0.0:5080; may be repeated.", HelpName = "URL" };
    private readonly Option<string[]> _hostNames = new("--host-name") { Description = "A name under which requests are taken, beside localhost; may be repeated, * takes any.", HelpName = "NAME" };

    public ServeOptions() => _port.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var port) || port is < 0 or > 65535)) result.AddError("--port takes a number from 0 to 65535.");
    });

    public IReadOnlyList<Option> All => [_port, _urls, _hostNames];

    /// <exception cref="UsageException">An address is none.</exception>
    public ServeSettings Read(ParseResult parse)
    {
        List<string> urls = [.. (parse.GetValue(_urls) ?? []).SelectMany(u => u.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        foreach (var url in urls)
        {
            // "http://*:5080" and "http://+:5080" are Kestrel's names for every address.
            if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new UsageException($"--urls takes addresses as http://0.0.0.0:5080, not “{url}”.");
        }
        if (urls.Count == 0)
        {
            var port = parse.GetValue(_port);
            urls = [port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}"];
        }
        return new ServeSettings(urls, parse.GetValue(_hostNames) ?? []);
    }
}

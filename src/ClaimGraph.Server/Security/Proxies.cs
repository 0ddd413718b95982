using System.CommandLine;
using System.Net;
using ClaimGraph.Server.Commands;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ClaimGraph.Server.Security;

/// <summary>
/// The proxies whose word is taken on where a request came from: <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> count when the connection, and each hop before it, is
/// one of them. None by default: from anybody else these headers are only text.
/// </summary>
internal static class Proxies
{
    public static Option<string[]> Option() => new("--trusted-proxy")
    {
        Description = "A proxy before this server, by address or network (10.0.0.0/8): its X-Forwarded-For, -Proto and -Host are believed; may be repeated.",
        HelpName = "ADDRESS",
    };

    /// <exception cref="UsageException">One of them is neither an address nor a network.</exception>
    public static IReadOnlyList<IPNetwork> Read(ParseResult parse, Option<string[]> option) => [.. (parse.GetValue(option) ?? []).Select(Network)];

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new UsageException($"--trusted-proxy takes an address or a network as 10.0.0.0/8, not “{text}”.");

    /// <summary>To come first, so that everything after sees the visitor and not the proxy.</summary>
    public static void UseProxies(this WebApplication app, IReadOnlyList<IPNetwork> trusted)
    {
        if (trusted.Count == 0) return;
        // As many hops as are trusted, not only the nearest.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}

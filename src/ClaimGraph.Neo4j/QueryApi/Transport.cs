using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>HTTP as the client uses it: no redirects, no cookies, no proxy surprises, a bounded pool, TLS by the machine's authorities or by one given.</summary>
internal static class Transport
{
    public static Uri Endpoint(QueryApiOptions options)
    {
        if (!options.Address.IsAbsoluteUri || options.Address.Scheme is not ("http" or "https"))
        {
            throw new QueryApiException(QueryFault.Caller, QueryApiMessages.BadAddress(options.Address));
        }
        return new Uri(options.Address, $"/db/{Uri.EscapeDataString(options.Database)}/query/v2");
    }

    public static HttpClient Open(QueryApiOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.ConnectTimeout,
            // Two more than statements may run at once, so that a cancel always finds a connection.
            MaxConnectionsPerServer = options.MaxConnections + 2,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        if (options.AuthorityFile is { } file) handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trusting(file) };
        // Deadlines are the exchange's own: HttpClient's would not cover a streamed body.
        return new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan, DefaultRequestVersion = HttpVersion.Version11 };
    }

    public static HttpRequestMessage Request(QueryApiOptions options, Uri endpoint, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Authorization = options.Authorization;
        return request;
    }

    private static X509ChainPolicy Trusting(string file)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or CryptographicException or UnauthorizedAccessException)
        {
            throw new QueryApiException(QueryFault.Caller, QueryApiMessages.BadAuthority(file, e.Message), inner: e);
        }
        if (policy.CustomTrustStore.Count == 0) throw new QueryApiException(QueryFault.Caller, QueryApiMessages.BadAuthority(file, "it holds no certificate"));
        return policy;
    }
}

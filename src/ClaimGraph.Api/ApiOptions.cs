using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Api;

/// <summary>How the GraphQL API is served.</summary>
public sealed class ApiOptions
{
    public string Path { get; set; } = "/graphql";
    public ApiLimits Limits { get; set; } = new();
    public Access Access { get; set; } = Access.Open;
    /// <summary>Whether clients may ask for the schema, by introspection or at <c>/graphql/schema.graphql</c>.</summary>
    public bool Introspection { get; set; } = true;
    /// <summary>A folder of documents; when set only these are accepted. See <c>Execution/README.md</c> for its form.</summary>
    public string? TrustedDocuments { get; set; }
    /// <summary>How often the feed of changes is asked for something new while somebody listens.</summary>
    public TimeSpan FeedInterval { get; set; } = TimeSpan.FromMilliseconds(200);
    /// <summary>How long a WebSocket may stay silent before its <c>connection_init</c>.</summary>
    public TimeSpan SocketInitTimeout { get; set; } = TimeSpan.FromSeconds(3);
    /// <summary>How often an open WebSocket or event stream is checked for whether its visitor is still welcome.</summary>
    public TimeSpan RecheckInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Origins of pages elsewhere that may open a WebSocket, as CORS lets them ask over HTTP; <c>*</c> is every one. Pages of this server always may.</summary>
    public IReadOnlyList<string> Origins { get; set; } = [];

    /// <summary>
    /// Who a WebSocket belongs to, from the payload of its <c>connection_init</c> (null where it has none). Null refuses it.
    /// Without this delegate a socket belongs to the user of its HTTP request.
    /// </summary>
    public Func<HttpContext, JsonElement?, CancellationToken, ValueTask<ClaimsPrincipal?>>? AuthenticateSocket { get; set; }

    /// <summary>Whether a visitor's key or token still holds, asked while a socket or event stream is open.</summary>
    public Func<ClaimsPrincipal, CancellationToken, ValueTask<bool>>? StillValid { get; set; }

    /// <summary>Whether a visitor may ask once more now: asked for each operation on a WebSocket, whose HTTP request counted once. The context's user is the visitor.</summary>
    public Func<HttpContext, bool>? MayAsk { get; set; }

    /// <summary>The sample articles that <c>loadSamples</c> ingests.</summary>
    public Func<IReadOnlyList<Article>>? Samples { get; set; }
}

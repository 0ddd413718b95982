using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ClaimGraph.Api.Transports;

/// <summary>Which media type to answer in.</summary>
internal static class Negotiation
{
    /// <summary>Null where none of ours fits. Without a preference the answer is application/json, as clients older than the specification expect.</summary>
    public static string? Of(StringValues accept)
    {
        if (accept.Count == 0 || accept is [HttpTransport.Json])
            return HttpTransport.Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var wanted))
            return null;
        foreach (var type in wanted.OrderByDescending(t => t.Quality ?? 1))
        {
            if (type.Quality == 0 || type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                continue;
            if (type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) || Is(type, HttpTransport.Json))
                return HttpTransport.Json;
            if (Is(type, HttpTransport.Response))
                return HttpTransport.Response;
            if (Is(type, HttpTransport.EventStream))
                return HttpTransport.EventStream;
        }
        return null;
    }

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}

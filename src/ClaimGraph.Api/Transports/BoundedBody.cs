using System.Buffers;
using ClaimGraph.Api.Execution;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Api.Transports;

/// <summary>Reads a request body up to a limit. One that says its length is refused unread, so that its sender sees the answer rather than a broken connection.</summary>
internal static class BoundedBody
{
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http, int limit)
    {
        if (http.Request.ContentLength is { } length && length > limit)
            throw TooLarge(limit, length);
        var body = new ArrayBufferWriter<byte>((int)(http.Request.ContentLength ?? 4096) + 1);
        while (true)
        {
            var read = await http.Request.Body.ReadAsync(body.GetMemory(4096), http.RequestAborted).ConfigureAwait(false);
            if (read == 0)
                return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > limit)
                throw TooLarge(limit, body.WrittenCount);
        }
    }

    private static Refusal TooLarge(int limit, long actual)
    {
        var message = $"The body has more than {limit / 1024} KB. Long articles go through the page “Add articles” or `claimgraph ingest`, which take 2 MB.";
        return new(413, ErrorCodes.BodyTooLarge, message) { Error = ApiError.Exceeded(ErrorCodes.BodyTooLarge, message, limit, actual) };
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Net.Http.Headers;

namespace ClaimGraph.Server.Hosting;

/// <summary>
/// Pages that a browser has and that are still the same are answered with 304 and no body. The tag is of what was rendered for this visitor, so that it is right whatever a page
/// shows. Pages with a form of ours carry a token that is never the same; they are marked <c>no-store</c> and have no tag.
/// </summary>
internal sealed class PageTags(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null)
        {
            await next(context);
            return;
        }
        var (response, wire) = (context.Response, context.Response.Body);
        using var page = new MemoryStream();
        response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
        }
        if (response.StatusCode == StatusCodes.Status200OK && response.GetTypedHeaders().CacheControl is not { NoStore: true } && !response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(page.GetBuffer().AsSpan(0, (int)page.Length)))}\"", isWeak: true);
            response.GetTypedHeaders().ETag = tag;
            response.Headers.CacheControl = "private, no-cache";
            response.Headers.Append(HeaderNames.Vary, "Accept, Cookie");
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.Remove(HeaderNames.ContentType);
                return;
            }
        }
        page.Position = 0;
        await page.CopyToAsync(wire, context.RequestAborted);
    }
}

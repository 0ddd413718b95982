namespace ClaimGraph.Server.Hosting;

/// <summary>
/// HEAD is answered as GET is, without the body (RFC 9110, 9.3.2): pages are routed for GET alone. The web server itself drops what is written for a HEAD.
/// GraphQL says itself which methods it takes.
/// </summary>
internal sealed class HeadRule(RequestDelegate next, string graphQL)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method) || context.Request.Path == graphQL)
        {
            await next(context);
            return;
        }
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}

namespace ClaimGraph.Server.Security;

/// <summary>
/// Takes requests for our own names alone, so that a page elsewhere cannot reach a local server by making its own name point here (DNS rebinding).
/// Other names get 421 (RFC 9110, 15.5.20). Health answers anybody: probes call by address.
/// </summary>
internal sealed class HostRule(RequestDelegate next, IReadOnlyList<string> names)
{
    private readonly HashSet<string> _names = new(["localhost", "127.0.0.1", "[::1]", .. names], StringComparer.OrdinalIgnoreCase);

    public async Task InvokeAsync(HttpContext context)
    {
        if (_names.Contains("*") || _names.Contains(context.Request.Host.Host) || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        await Results.Problem(statusCode: StatusCodes.Status421MisdirectedRequest, title: "This server does not answer to that name.", detail: "Its operator adds names with --host-name.").ExecuteAsync(context);
    }
}

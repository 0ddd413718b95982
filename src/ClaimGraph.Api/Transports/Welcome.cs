using System.Diagnostics;
using System.Security.Claims;

namespace ClaimGraph.Api.Transports;

/// <summary>Whether the visitor of an open connection is still welcome; asked as often as configured and not more.</summary>
internal sealed class Welcome(ApiOptions options, ClaimsPrincipal visitor)
{
    private long _asked = Stopwatch.GetTimestamp();

    public async ValueTask<bool> HoldsAsync(CancellationToken cancellation)
    {
        if (options.StillValid is not { } stillValid || Stopwatch.GetElapsedTime(_asked) < options.RecheckInterval)
            return true;
        _asked = Stopwatch.GetTimestamp();
        return await stillValid(visitor, cancellation).ConfigureAwait(false);
    }
}

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimGraph.Server.Hosting;

/// <summary>Ready means that the store answers.</summary>
public sealed class StoreHealth(IClaimStore store) : IHealthCheck
{
    public const string Tag = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException problem)
        {
            return HealthCheckResult.Unhealthy(problem.Message, problem);
        }
    }
}

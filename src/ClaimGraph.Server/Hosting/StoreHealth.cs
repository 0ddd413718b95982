using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ClaimGraph.Server.Hosting;

/// <summary>Ready means that the store answers. <c>{"status": "Unhealthy", "store": "neo4j", "state": "Unreachable"}</c>: the state is <c>Ready</c> or the name of a <see cref="StoreFailure"/>.</summary>
public sealed class StoreHealth(IClaimStore store) : IHealthCheck
{
    public const string Tag = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy(data: State("Ready"));
        }
        catch (StoreException problem)
        {
            return HealthCheckResult.Unhealthy(problem.Message, problem, State(problem.Failure.ToString()));
        }
    }

    private Dictionary<string, object> State(string state) => new() { ["store"] = store.Name, ["state"] = state };

    /// <summary>Without messages: they name hosts, and whoever comes may ask.</summary>
    public static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var data = report.Entries.Values.Single().Data;
        return context.Response.WriteAsJsonAsync(new { status = report.Status.ToString(), store = data["store"], state = data["state"] });
    }
}

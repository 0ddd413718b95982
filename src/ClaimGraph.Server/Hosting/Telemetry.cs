using System.CommandLine;
using ClaimGraph.Server.Commands;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ClaimGraph.Server.Hosting;

/// <param name="Otlp">Where traces and metrics are sent; null sends none.</param>
/// <param name="Metrics">Serve <c>/metrics</c> for Prometheus.</param>
public sealed record TelemetrySettings(Uri? Otlp, bool Metrics);

/// <summary>OpenTelemetry: requests, the runtime, GraphQL operations, store calls, ingestion. Off unless asked for.</summary>
public static class Telemetry
{
    private static readonly Option<string?> Otlp = new("--otlp-endpoint") { Description = "Where traces and metrics are sent by OTLP, as http://localhost:4317.", HelpName = "URL" };
    private static readonly Option<bool> Metrics = new("--metrics") { Description = "Serve /metrics for Prometheus." };

    public static IReadOnlyList<Option> Options { get; } = [Otlp, Metrics];

    /// <exception cref="UsageException">The address is none.</exception>
    public static TelemetrySettings Read(ParseResult parse)
    {
        Uri? endpoint = null;
        if (parse.GetValue(Otlp) is { } text && !Uri.TryCreate(text, UriKind.Absolute, out endpoint)) throw new UsageException($"--otlp-endpoint takes an address, not “{text}”.");
        return new TelemetrySettings(endpoint, parse.GetValue(Metrics));
    }

    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (settings is { Otlp: null, Metrics: false }) return;
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("claimgraph", serviceVersion: VersionCommand.Product))
            .WithMetrics(metrics =>
            {
                metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("ClaimGraph*");
                if (settings.Metrics) metrics.AddPrometheusExporter();
                if (settings.Otlp is { } endpoint) metrics.AddOtlpExporter(exporter => exporter.Endpoint = endpoint);
            });
        if (settings.Otlp is { } collector)
        {
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddSource("ClaimGraph*", "GraphQL")
                .AddOtlpExporter(exporter => exporter.Endpoint = collector));
        }
    }
}

using System.CommandLine;
using ClaimGraph.Server.Commands;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ClaimGraph.Server.Hosting;

/// <param name="Otlp">Where traces and metrics are sent; null sends none.</param>
/// <param name="OverHttp">Protobuf over HTTP to <c>v1/traces</c> and <c>v1/metrics</c> below that address, else gRPC.</param>
/// <param name="Metrics">Serve <c>/metrics</c> for Prometheus.</param>
public sealed record TelemetrySettings(Uri? Otlp, bool OverHttp, bool Metrics)
{
    public bool Wanted => Otlp is not null || Metrics;
}

/// <summary>OpenTelemetry: requests, the runtime, GraphQL operations, store calls, ingestion. Off unless asked for.</summary>
public static class Telemetry
{
    private static readonly Option<string?> Otlp = new("--otlp-endpoint") { Description = "Where traces and metrics are sent by OTLP, as http://localhost:4317.", HelpName = "URL" };
    private static readonly Option<string> Protocol = StoreOptions.Listed(new("--otlp-protocol") { Description = "How: grpc, or http for protobuf over HTTP.", DefaultValueFactory = _ => "grpc" }, "grpc", "http");
    private static readonly Option<bool> Metrics = new("--metrics") { Description = "Serve /metrics for Prometheus." };

    public static IReadOnlyList<Option> Options { get; } = [Otlp, Protocol, Metrics];

    /// <exception cref="UsageException">The address is none.</exception>
    public static TelemetrySettings Read(ParseResult parse)
    {
        Uri? endpoint = null;
        if (parse.GetValue(Otlp) is { } text && !Uri.TryCreate(text, UriKind.Absolute, out endpoint)) throw new UsageException($"--otlp-endpoint takes an address, not “{text}”.");
        return new TelemetrySettings(endpoint, parse.GetValue(Protocol) == "http", parse.GetValue(Metrics));
    }

    public static void AddTelemetry(this IServiceCollection services, TelemetrySettings settings)
    {
        if (!settings.Wanted) return;
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("claimgraph", serviceVersion: VersionCommand.Product))
            .WithMetrics(metrics =>
            {
                metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("ClaimGraph*");
                if (settings.Metrics) metrics.AddPrometheusExporter();
                if (settings.Otlp is { } endpoint) metrics.AddOtlpExporter(exporter => To(exporter, endpoint, settings.OverHttp, "v1/metrics"));
            });
        if (settings.Otlp is { } collector)
        {
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddSource("ClaimGraph*", "GraphQL")
                .AddOtlpExporter(exporter => To(exporter, collector, settings.OverHttp, "v1/traces")));
        }
    }

    private static void To(OtlpExporterOptions exporter, Uri collector, bool overHttp, string path) =>
        (exporter.Protocol, exporter.Endpoint) = overHttp ? (OtlpExportProtocol.HttpProtobuf, new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path)) : (OtlpExportProtocol.Grpc, collector);
}

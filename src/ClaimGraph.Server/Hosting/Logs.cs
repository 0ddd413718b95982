using System.CommandLine;
using System.Globalization;
using ClaimGraph.Server.Commands;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ClaimGraph.Server.Hosting;

/// <summary>
/// The log: lines on standard error, compact JSON in <c>logs/</c> of the data folder (a file a day and command, seven kept).
/// No article text at information level or above.
/// </summary>
public static class Logs
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <param name="command">Names the file: several processes may share a data folder, and each has its own.</param>
    public static Logger Create(ParseResult parse, StoreSettings settings, string command)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(Level(parse.GetValue(StoreOptions.LogLevel)!))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // A start that fails is said once, in words, by the command.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            // Warns at every start that keys lie unencrypted in the data folder, as everything there does.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(new CompactJsonFormatter(), Path.Combine(settings.Data, "logs", command + "-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 7, fileSizeLimitBytes: 64 << 20, rollOnFileSizeLimit: true);
        foreach (var part in parse.GetValue(StoreOptions.LogOverride) ?? [])
        {
            if (part.Split('=') is not [{ Length: > 0 } prefix, var level]) throw new UsageException($"--log-override takes PREFIX=LEVEL, not “{part}”.");
            configuration.MinimumLevel.Override(prefix, Level(level));
        }
        return configuration.CreateLogger();
    }

    private static LogEventLevel Level(string name) =>
        Enum.TryParse<LogEventLevel>(name, ignoreCase: true, out var level) ? level : throw new UsageException($"“{name}” is no log level: use verbose, debug, information, warning or error.");
}

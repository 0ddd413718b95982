using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ClaimGraph.Server.Commands;

/// <summary><c>version</c>: of the product and of what it runs on.</summary>
public static class VersionCommand
{
    public static string Product { get; } =
        typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static Command Create()
    {
        var json = Options.Json();
        var command = new Command("version", "Prints the version.") { json };
        command.SetAction(parse =>
        {
            if (parse.GetValue(json)) Output.Json(new VersionRow(Product, RuntimeInformation.FrameworkDescription));
            else Console.Out.WriteLine($"ClaimGraph {Product} on {RuntimeInformation.FrameworkDescription}");
        });
        return command;
    }
}

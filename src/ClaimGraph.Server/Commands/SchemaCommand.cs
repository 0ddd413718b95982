using System.CommandLine;
using ClaimGraph.Api;

namespace ClaimGraph.Server.Commands;

/// <summary><c>schema</c>: the GraphQL schema, without a store.</summary>
public static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Prints the GraphQL schema.");
        command.SetAction(_ => Console.Out.Write(ApiSchema.Print()));
        return command;
    }
}

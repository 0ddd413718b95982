using System.CommandLine;
using ClaimGraph.Api;
using ClaimGraph.Server.Security;

namespace ClaimGraph.Server.Commands;

/// <summary><c>keys create|list|revoke</c>: API keys. A key is printed once; the file keeps its hash.</summary>
public static class KeysCommand
{
    public static Command Create()
    {
        var file = AccessOptions.KeysOption();
        var command = new Command("keys", "Makes, lists and revokes API keys.") { MakeKey(file), List(file), Revoke(file) };
        return command;
    }

    private static Command MakeKey(Option<string?> file)
    {
        var name = new Argument<string>("name") { HelpName = "NAME", Description = "Whose key it is; verdicts given with it carry the name." };
        var role = new Option<string>("--role") { Description = "What it allows: reader, contributor (also ingests), reviewer (also gives verdicts), administrator.", DefaultValueFactory = _ => Roles.Reader };
        role.AcceptOnlyFromAmong([.. Roles.All.Select(r => r.Name)]);
        var command = new Command("create", "Makes a key and prints it, once.") { name, role, file };
        command.SetAction(async parse =>
        {
            var keys = AccessOptions.Keys(parse, file);
            if (keys.Create(parse.GetValue(name)!, parse.GetValue(role)!, TimeProvider.System) is not { } key)
            {
                await Console.Error.WriteLineAsync($"There is a key of that name already; revoke it first: claimgraph keys revoke {parse.GetValue(name)}");
                return CommandLine.Failed;
            }
            await Console.Out.WriteLineAsync(key);
            await Console.Error.WriteLineAsync($"Keep it: only its hash is stored, in {keys.Path}. A server that was started without keys must be started again.");
            return CommandLine.Done;
        });
        return command;
    }

    private static Command List(Option<string?> file)
    {
        var json = Options.Json();
        var command = new Command("list", "Lists the keys, not what they are.") { json, file };
        command.SetAction(parse =>
        {
            foreach (var key in AccessOptions.Keys(parse, file).All())
            {
                var row = new KeyRow(key.Name, key.Role, key.Created, key.Revoked);
                if (parse.GetValue(json)) Output.Json(row);
                else Console.Out.WriteLine(FormattableString.Invariant($"{row.Name}  {row.Role}  created {row.Created:yyyy-MM-dd HH:mm}Z{(row.Revoked is { } at ? FormattableString.Invariant($", revoked {at:yyyy-MM-dd HH:mm}Z") : "")}"));
            }
        });
        return command;
    }

    private static Command Revoke(Option<string?> file)
    {
        var name = new Argument<string>("name") { HelpName = "NAME" };
        var command = new Command("revoke", "Revokes a key; running servers refuse it at once.") { name, file };
        command.SetAction(async parse =>
        {
            if (AccessOptions.Keys(parse, file).Revoke(parse.GetValue(name)!, TimeProvider.System)) return CommandLine.Done;
            await Console.Error.WriteLineAsync($"There is no key {parse.GetValue(name)} in force.");
            return CommandLine.Failed;
        });
        return command;
    }
}

/// <summary>One line of <c>keys list --json</c>.</summary>
public sealed record KeyRow(string Name, string Role, DateTimeOffset Created, DateTimeOffset? Revoked);

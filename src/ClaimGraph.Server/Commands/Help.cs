using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ClaimGraph.Server.Commands;

/// <summary>Examples below the help of a command.</summary>
public static class Help
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "claimgraph                                  serve on http://localhost:5080",
            "claimgraph ingest articles/                 read a folder of articles",
            "claimgraph conflicts                        list what contradicts what",
        ],
        ["serve"] =
        [
            "claimgraph serve --port 8080",
            "claimgraph serve --data /srv/claims --no-samples",
            "claimgraph serve --store neo4j --neo4j-url http://localhost:7474",
        ],
        ["ingest"] =
        [
            "claimgraph ingest article.txt --published 2025-09-04 --outlet 'Daily News'",
            "claimgraph ingest articles/ more/*.html feed.jsonl",
            "curl -s https://example.org/a.html | claimgraph ingest - --as html --url https://example.org/a.html",
        ],
        ["export"] = ["claimgraph export --format jsonl > claims.jsonl", "claimgraph export --output claims.jsonl"],
        ["questions"] = ["claimgraph questions --text troops", "claimgraph questions --first 5 --json"],
        ["conflicts"] = ["claimgraph conflicts", "claimgraph conflicts --json | jq .explanation"],
        ["chain"] = ["claimgraph chain c_abcdefghijklmnopqrstuvwx"],
        ["explain"] = ["claimgraph explain article.txt --published 2025-09-04", "claimgraph explain article.txt --json"],
        ["schema"] = ["claimgraph schema > schema.graphql"],
        ["copy"] = ["claimgraph copy --to neo4j:http://localhost:7474", "claimgraph copy --from neo4j:http://localhost:7474 --to sqlite:/srv/other"],
        ["keys"] = ["claimgraph keys create editor --role reviewer", "claimgraph keys list", "claimgraph keys revoke editor"],
    };

    public static void AddExamples(Command command)
    {
        if (!Examples.TryGetValue(command is RootCommand ? "" : command.Name, out var examples)) return;
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null) command.Add(help = new HelpOption());
        help.Action = new HelpWithExamples((HelpAction)help.Action!, command, examples);
    }

    private sealed class HelpWithExamples(HelpAction inner, Command command, string[] examples) : SynchronousCommandLineAction
    {
        public override bool Terminating => inner.Terminating;

        public override bool ClearsParseErrors => inner.ClearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            var exit = inner.Invoke(parseResult);
            if (parseResult.CommandResult.Command != command) return exit;
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine("  " + example);
            output.WriteLine();
            return exit;
        }
    }
}

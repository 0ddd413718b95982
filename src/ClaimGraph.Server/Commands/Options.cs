using System.CommandLine;

namespace ClaimGraph.Server.Commands;

/// <summary>Options that several commands have.</summary>
public static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON, one object a line." };

    public static Option<int> First(int count) => Positive(new("--first") { Description = "How many to print.", HelpName = "N", DefaultValueFactory = _ => count });

    public static Option<int> MaxArticleBytes() => Positive(new("--max-article-bytes")
    {
        Description = "Longer articles are refused.",
        HelpName = "N",
        DefaultValueFactory = _ => new IngestOptions().MaxArticleBytes,
    });

    private static Option<int> Positive(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var number) || number <= 0)) result.AddError($"{option.Name} takes a number above 0.");
        });
        return option;
    }
}

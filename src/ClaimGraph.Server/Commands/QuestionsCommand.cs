using System.CommandLine;
using System.Globalization;
using ClaimGraph.Server.Hosting;

namespace ClaimGraph.Server.Commands;

/// <summary><c>questions</c>: what the claims answer, most conflicts first.</summary>
public static class QuestionsCommand
{
    public static Command Create(Func<StoreSettings, IClaimStore> openStore)
    {
        var text = new Option<string?>("--text") { Description = "Only questions with these words.", HelpName = "WORDS" };
        var first = Options.First(20);
        var json = Options.Json();
        var command = new Command("questions", "Lists the questions that claims answer, those with most conflicts first.") { text, first, json };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var engine = await Engine.OpenAsync(parse, openStore, cancellation);
            Filter<QuestionFilter>? where = parse.GetValue(text) is { } words ? new Filter<QuestionFilter>.Leaf(new QuestionFilter { Text = words }) : null;
            await foreach (var question in Pages.AllAsync(page => engine.Store.QuestionsAsync(where, QuestionOrder.MostConflicts, page, null, cancellation), parse.GetValue(first)))
            {
                if (parse.GetValue(json)) Output.Json(QuestionRow.Of(question));
                else Print(question);
            }
            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(QuestionCard card)
    {
        var latest = card.LatestConflict is { } day ? string.Create(CultureInfo.InvariantCulture, $"; latest conflict {day:yyyy-MM-dd}") : "";
        Console.Out.WriteLine($"{card.Question.Text}");
        Console.Out.WriteLine($"  {Output.Count(card.ConflictCount, "conflict")}, {Output.Count(card.PositionCount, "position")}, {Output.Count(card.ClaimCount, "claim")} in {Output.Count(card.ArticleCount, "article")}{latest}");
        Console.Out.WriteLine($"  {card.Question.Id}");
    }
}

/// <summary>One line of <c>questions --json</c>.</summary>
public sealed record QuestionRow(string Id, string Key, string Text, int Claims, int Conflicts, int Positions, int Articles, DateOnly? LatestConflict)
{
    public static QuestionRow Of(QuestionCard card) =>
        new(card.Question.Id, card.Question.Key, card.Question.Text, card.ClaimCount, card.ConflictCount, card.PositionCount, card.ArticleCount, card.LatestConflict);
}

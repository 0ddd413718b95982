using System.Globalization;
using System.Text.RegularExpressions;

namespace ClaimGraph.Web;

/// <summary>The trace of a comparison as a reader's words: no keys, no facet names, dates as the pages print them.</summary>
public static partial class TraceWords
{
    /// <summary>What a rule is about.</summary>
    public static string Rule(string rule) => rule switch
    {
        "question" => Texts.RuleQuestion,
        "event" => Texts.RuleEvent,
        "event and scope" => Texts.RuleScope,
        "valid time" => Texts.RuleTime,
        "modality" => Texts.RuleCommitment,
        "value" => Texts.RuleValue,
        "speakers" => Texts.RuleSpeakers,
        _ => Words.Capital(rule),
    };

    /// <summary>What the rule saw on one side.</summary>
    /// <param name="question">The question that both claims answer, in words.</param>
    public static string? Seen(TraceStep step, string? seen, string? question) => (step.Rule, seen) switch
    {
        (_, null) => null,
        ("question", _) => step.Earlier == step.Later && question is { Length: > 0 } ? question : Key(seen),
        ("event and scope", _) => string.Join(", ", seen.Split(", ").Select(f => f[(f.IndexOf(": ", StringComparison.Ordinal) is var at && at < 0 ? 0 : at + 2)..].Replace('-', ' '))),
        _ => WithDates(seen),
    };

    /// <summary>What came of it, as a sentence.</summary>
    public static string Outcome(TraceStep step) => Sentence(step.Rule == "valid time" && Apart().IsMatch(step.Outcome) ? Words.Fill(Texts.TheyLieApart, step.Outcome) : step.Outcome);

    public static string Sentence(string text) => Words.Capital(WithDates(text)) is var said && said.Length > 0 && char.IsLetterOrDigit(said[^1]) ? said + "." : said;

    /// <summary><c>2025-03-28</c> as the pages print days. A plain day belongs to no zone.</summary>
    public static string WithDates(string text) =>
        IsoDay().Replace(text, day => DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Dates.Day(date, full: false) : day.Value);

    // country;deploy-troops;ukraine: who, which act, about what.
    private static string Key(string key) => string.Join(" · ", key.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Replace('-', ' ')));

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"^\d+ days? apart$")]
    private static partial Regex Apart();
}

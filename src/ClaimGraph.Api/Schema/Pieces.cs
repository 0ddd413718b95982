using System.ComponentModel;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Description("A run of characters of a stored text, counted in UTF-16 units: the first belongs to it, the last does not.")]
internal sealed class Span(ClaimGraph.Span span)
{
    [Description("Where it begins.")]
    public int Start => span.Start;

    [Description("Where it ends; this character no longer belongs to it.")]
    public int End => span.End;

    internal static Span[] Of(IReadOnlyList<ClaimGraph.Span> spans) => [.. spans.Select(s => new Span(s))];
}

[Description("How often a value occurs in the list beside it.")]
internal sealed class Facet(string value, int count)
{
    [Description("The value, spelled as in the enum that it belongs to.")]
    public string Value => value;

    [Description("How many items of the list have it.")]
    public int Count => count;
}

[Description("A named part of a score. Scores are the product of their factors.")]
internal sealed class Factor(ClaimGraph.Factor factor)
{
    [Description("What was weighed.")]
    public string Name => factor.Name;

    [Description("Its weight, 0 to 1 unless the reason says otherwise.")]
    public double Value => factor.Value;

    [Description("Why it has this weight, in words.")]
    public string? Reason => factor.Reason;

    internal static Factor[] Of(IReadOnlyList<ClaimGraph.Factor> factors) => [.. factors.Select(f => new Factor(f))];
}

[Description("Something worth knowing about one article: it has no date, it is in another language, a line could not be read.")]
internal sealed class Problem(ClaimGraph.Problem problem)
{
    [Description("Stable name of the kind of problem: `NO_DATE`, `OTHER_LANGUAGE`, `EMPTY`.")]
    public string Code => problem.Code;

    [Description("The problem in words.")]
    public string Message => problem.Message;

    [Description("The line of the input that it was seen in, counted from 1.")]
    public int? Line => problem.Line;

    internal static Problem[] Of(IReadOnlyList<ClaimGraph.Problem> problems) => [.. problems.Select(p => new Problem(p))];
}

[Description("The person or program that asks.")]
internal sealed class Viewer(string? name, Role role, Func<CancellationToken, Task<int>> assessmentsToday)
{
    [Description("The name of the key or the subject of the token; null for an anonymous visitor.")]
    public string? Name => name;

    [Description("What it may do.")]
    public Role Role => role;

    [Description("How many verdicts it has given since midnight UTC.")]
    public Task<int> AssessmentsToday(CancellationToken cancellation) => assessmentsToday(cancellation);
}

[Description("How much is stored and in force.")]
internal sealed class Statistics(ClaimGraph.Statistics statistics)
{
    [Description("Claims.")]
    public int Claims => statistics.Claims;

    [Description("Questions that claims answer.")]
    public int Questions => statistics.Questions;

    [Description("Conflicts that nobody has dismissed.")]
    public int Conflicts => statistics.Conflicts;

    [Description("Articles, outlets and cited sources.")]
    public int Sources => statistics.Sources;

    [Description("People, countries, organisations and groups.")]
    public int Actors => statistics.Actors;

    [Description("Relations and candidates that wait for a verdict.")]
    public int Unreviewed => statistics.Unreviewed;

    [Description("When the last change was recorded; null for an empty store.")]
    public DateTimeOffset? RecordedUpTo => statistics.RecordedUpTo;
}

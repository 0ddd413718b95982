using System.Globalization;
using ClaimGraph.Extraction;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary>
/// Sentences and what is to be read in them: <c>cases/propositions-*.txt</c>, one file per phenomenon. A line is <c>sentence =&gt; expectation</c>; expectations of several
/// claims are joined by <c>&amp;&amp;</c>, parts of one by <c>|</c>: <c>key K</c>, <c>value LOW..HIGH</c>, <c>unit U</c>, <c>mood M</c>, <c>polarity P</c>, <c>facet N=V</c>, <c>not N</c> (no such facet),
/// <c>members A+B</c>, <c>only</c>, <c>if WORDS</c>, <c>quote WORDS</c>, <c>time KIND</c>. <c>nothing</c> expects no claim. <c>A &lt;=&gt; B</c> expects one key in both, <c>A &lt;/&gt; B</c> none.
/// </summary>
public sealed class PropositionCases
{
    private static readonly ClaimExtractor Extractor = new(TimeProvider.System);

    public static TheoryData<string, string> Sentences() => Lines("=>");
    public static TheoryData<string, string> Meeting() => Lines("<=>");
    public static TheoryData<string, string> Apart() => Lines("</>");

    private static TheoryData<string, string> Lines(string arrow)
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "propositions-*.txt").Order(StringComparer.Ordinal))
        {
            foreach (var line in File.ReadLines(file))
            {
                if (line.Length == 0 || line[0] == '#') continue;
                var at = line.IndexOf($" {arrow} ", StringComparison.Ordinal);
                if (at >= 0) data.Add(line[..at].Trim(), line[(at + arrow.Length + 2)..].Trim());
            }
        }
        return data;
    }

    internal static IReadOnlyList<Claim> Read(string text) => Extractor.Read(new Article { Id = "case", Text = text, Published = "2025-03-28" }, text, []).Claims;

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_claims_what_it_says(string sentence, string expected)
    {
        var claims = Read(sentence);
        if (expected == "nothing")
        {
            Assert.True(claims.Count == 0, $"Read {Shown(claims)}");
            return;
        }
        foreach (var wanted in expected.Split("&&", StringSplitOptions.TrimEntries))
            Assert.True(claims.Any(c => wanted.Split('|', StringSplitOptions.TrimEntries).All(part => Holds(c, part))), $"No claim has «{wanted}». Read {Shown(claims)}");
    }

    [Theory]
    [MemberData(nameof(Meeting))]
    public void Different_wordings_of_one_question_share_a_key(string a, string b)
    {
        var (left, right) = (Keys(a), Keys(b));
        Assert.True(left.Overlaps(right), $"{string.Join(", ", left)} against {string.Join(", ", right)}");
    }

    [Theory]
    [MemberData(nameof(Apart))]
    public void Different_questions_share_no_key_and_scope(string a, string b)
    {
        var (left, right) = (Questions(a), Questions(b));
        Assert.NotEmpty(left);
        Assert.NotEmpty(right);
        Assert.False(left.Overlaps(right), $"{string.Join(", ", left)} against {string.Join(", ", right)}");
    }

    private static HashSet<string> Keys(string text) => [.. Read(text).Select(c => c.Proposition.Key).OfType<string>()];

    private static HashSet<string> Questions(string text) =>
        [.. Read(text).Where(c => c.Proposition.Key is not null).Select(c => $"{c.Proposition.Key}&{string.Join(",", c.Proposition.Scope.Select(f => f.Name + "=" + f.Value).Order(StringComparer.Ordinal))}")];

    private static bool Holds(Claim c, string part)
    {
        var p = c.Proposition;
        var (what, rest) = part.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (part[..at], part[(at + 1)..].Trim()) : (part, "");
        return what switch
        {
            "key" => (p.Key ?? "null") == rest,
            "value" => $"{Number(p.Quantity?.Low)}..{Number(p.Quantity?.High)}" == rest,
            "unit" => p.Quantity?.Unit == rest,
            "kind" => p.Quantity?.Kind.ToString() == rest,
            "about" => p.Quantity?.Approximate == true,
            "mood" => p.Modality.ToString() == rest,
            "polarity" => p.Polarity.ToString() == rest,
            "facet" => p.Scope.Any(f => $"{f.Name}={f.Value}" == rest),
            "not" => p.Scope.All(f => f.Name != rest),
            "members" => string.Join('+', p.Members) == rest,
            "only" => p.Exclusive,
            "if" => p.Condition?.Contains(rest, StringComparison.Ordinal) == true,
            "quote" => c.Quote.Contains(rest, StringComparison.Ordinal),
            "time" => p.TimeKind.ToString() == rest,
            _ => throw new InvalidOperationException($"No such expectation: {part}"),
        };
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Shown(IReadOnlyList<Claim> claims) => string.Join(" ;; ", claims.Select(c =>
        $"{c.Proposition.Key} {Number(c.Proposition.Quantity?.Low)}..{Number(c.Proposition.Quantity?.High)} {c.Proposition.Quantity?.Unit} {c.Proposition.Polarity} {c.Proposition.Modality} [{string.Join("+", c.Proposition.Members)}] {string.Join(",", c.Proposition.Scope.Select(f => f.Name + "=" + f.Value))} if {c.Proposition.Condition}"));
}

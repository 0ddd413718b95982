using System.Globalization;
using System.Text.RegularExpressions;
using ClaimGraph.Extraction;
using ClaimGraph.Extraction.Tagging;
using ClaimGraph.Extraction.Words;

namespace ClaimGraph.Comparison;

/// <summary>A number in a text with the words around it: a quantity, a score out of ten (as a share of the best), or a date with its bound ("before 2013").</summary>
internal sealed partial record Figure(ValueRange Range, string? Head, double? OutOf, bool IsDate, string? Period, IReadOnlyList<string> Words, string Surface)
{
    private const int Around = 6;

    // People who judge are what is counted when their judgements are.
    private static readonly Dictionary<string, string> SameHead = new(StringComparer.Ordinal)
    {
        ["critic"] = "review", ["reviewer"] = "review", ["rating"] = "review", ["people"] = "person", ["inhabitant"] = "person", ["resident"] = "person", ["employee"] = "person",
        ["worker"] = "person", ["man"] = "person", ["woman"] = "person", ["fan"] = "person", ["member"] = "person", ["case"] = "case", ["patient"] = "case", ["infection"] = "case", ["fatality"] = "death",
        ["film"] = "movie", ["match"] = "game", ["appearance"] = "game", ["title"] = "award", ["subscriber"] = "follower", ["copy"] = "unit", ["sale"] = "unit",
    };

    /// <summary>Of a date: the verb before it, whose date it is; null where there is none.</summary>
    public string? Verb { get; private init; }

    /// <summary>The counted noun as it is printed, where <see cref="Head"/> puts nouns of one kind together.</summary>
    public string? Noun { get; private init; }

    public static IReadOnlyList<Figure> ReadAll(string text)
    {
        var figures = new List<Figure>();
        var taken = new List<Span>();
        IReadOnlyList<Token>? tokens = null;
        foreach (Match score in Scores().Matches(text))
        {
            var best = double.Parse(score.Groups["of"].ValueSpan, CultureInfo.InvariantCulture);
            var share = 100 * double.Parse(score.Groups["value"].ValueSpan, CultureInfo.InvariantCulture) / best;
            var span = new Span(score.Index, score.Index + score.Length);
            figures.Add(new Figure(Bounded(score.Groups["bound"].Value, share, share, QuantityKind.Percent, "percent"), "score", best == 100 ? null : best, false, null, WordsAround(text, span), score.Value));
            taken.Add(span);
        }
        foreach (Match date in Dates().Matches(text))
        {
            var span = new Span(date.Index, date.Index + date.Length);
            if (taken.Exists(t => t.Overlaps(span))) continue;
            var (low, high) = Interval(date);
            figures.Add(new Figure(Bounded(date.Groups["bound"].Value, low, high, QuantityKind.Ordinal, "date"), "date", null, true, null, WordsAround(text, span), date.Value)
            {
                Verb = (tokens ??= Tagger.Tag(new Tokenizer(text).Read(0, text.Length))).LastOrDefault(t => t.Span.End <= span.Start && t.Tag == Tag.Verb).Lemma,
            });
            taken.Add(span);
        }
        foreach (var found in QuantityReader.ReadAll(text))
        {
            if (found.Form is QuantityForm.None or QuantityForm.One or QuantityForm.Many or QuantityForm.Few || found.Quantity is { Low: null, High: null }) continue;
            if (taken.Exists(t => t.Overlaps(found.Number))) continue;
            var head = found.Head is { } noun ? SameHead.GetValueOrDefault(noun, noun) : null;
            var range = ValueRange.Of(found.Quantity);
            if (found.Quantity.Kind == QuantityKind.Count) range = range with { Dimension = "" };
            if (found.Quantity.Kind == QuantityKind.Share) range = range with { Kind = QuantityKind.Percent, Dimension = "percent", Low = range.Low * 100, High = range.High * 100 };
            figures.Add(new Figure(range, head, null, false, found.Per, WordsAround(text, found.Quantity.Span), found.Quantity.Surface) { Noun = found.Head });
        }
        return figures;
    }

    /// <summary>Both name people, whatever they are called.</summary>
    public bool IsPeople => Head is "person" or "follower" or "review" or "case" or "death" or "user" or "viewer" or "listener" or "student" or "voter" or "player";

    /// <summary>A day, a month or a year as an interval of years.</summary>
    private static (double Low, double High) Interval(Match date)
    {
        double year = int.Parse(date.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        if (!date.Groups["month"].Success) return (year, year + 0.999);
        var month = Array.FindIndex(Months, m => date.Groups["month"].Value.StartsWith(m, StringComparison.OrdinalIgnoreCase)) / 12.0;
        if (!date.Groups["day"].Success) return (year + month, year + month + 0.083);
        var day = int.Parse(date.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) / 384.0;
        return (year + month + day, year + month + day);
    }

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static ValueRange Bounded(string bound, double low, double high, QuantityKind kind, string dimension)
    {
        var range = new ValueRange { Low = low, High = high, Dimension = dimension, Kind = kind };
        return bound.ToLowerInvariant() switch
        {
            "before" or "prior to" or "under" or "below" or "less than" or "lower than" or "fewer than" => range with { Low = double.NegativeInfinity, High = low, HighOpen = true },
            "after" or "above" or "over" or "more than" or "higher than" or "exceeding" => range with { Low = high, High = double.PositiveInfinity, LowOpen = true },
            "since" or "at least" => range with { High = double.PositiveInfinity },
            "by" or "at most" or "until" or "up to" => range with { Low = double.NegativeInfinity },
            _ => range,
        };
    }

    /// <summary>Content words to either side, distinct and sorted; numbers and marks are left out.</summary>
    private static string[] WordsAround(string text, Span span) =>
        Content(Words_().Matches(text[..span.Start]).Select(m => m.Value).TakeLast(Around).Concat(Words_().Matches(text[span.End..]).Select(m => m.Value).Take(Around)));

    public static string[] WordsOf(string text) => Content(Words_().Matches(text).Select(m => m.Value));

    private static string[] Content(IEnumerable<string> words) =>
        [.. words.Select(w => w.ToLowerInvariant()).Where(w => w.Length > 2).Select(Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Stem(string word) => word.Length > 4 && word.EndsWith('s') ? word[..^1] : word;

    [GeneratedRegex(@"(?:\b(?<bound>under|below|less than|lower than|fewer than|above|over|more than|higher than|at least|at most|exceeding|up to)\s+)?(?<![\d.,])(?<value>\d{1,3}(?:\.\d+)?)\s*(?:/|out of)\s*(?<of>10|100|5|20)\b(?!\d|\.\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Scores();

    [GeneratedRegex(@"\b(?<bound>before|after|since|until|prior to|in|by|during|on|of|,)\s+(?:the\s+)?(?:(?<day>\d{1,2})\s+(?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\s*,?\s*|(?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\s+(?:(?<day>\d{1,2})\s*,?\s*)?)?(?<year>1[5-9]\d\d|20[0-4]\d)\b(?!s\b|,\d|\.\d|\s*%)|\b(?<day>\d{1,2})\s+(?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\s*,?\s*(?<year>1[5-9]\d\d|20[0-4]\d)\b|\b(?<month>(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\s+(?:(?<day>\d{1,2})\s*,?\s*)?(?<year>1[5-9]\d\d|20[0-4]\d)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'-]+")]
    private static partial Regex Words_();
}

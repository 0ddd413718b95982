using ClaimGraph.Extraction;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace ClaimGraph.Tests.Extraction;

/// <summary>What holds for every text, however odd.</summary>
public sealed class PropositionProperties
{
    /// <summary>Words of the engine's own trade, marks and numbers in any order: likelier to reach its corners than random letters.</summary>
    private static readonly string[] Scraps =
    [
        "no", "one", "12", "170,", "000", "a", "third", "of", "them", "were", "killed", "and", "wounded", "$", "€1.1bn", "(", "£954m;", ")", "-", "to", "between", "5", "million", "percent", "points", "more", "than", "including",
        "children", "Norway", "Denmark", "has", "not", "ruled", "out", "sending", "troops", "Moldova", "if", "without", "US", "support", "“", "”", ",", ".", ";", "…", "\u00A0", "the", "death", "toll", "is", "far", "higher",
        "36", "km", "/", "h", "per", "day", "magnitude", "quake", "half", "dozens", "several", "refused", "ready", "only", "they", "we", "21-year-old", "AK-47", "2014", "1/2", "½", "!", "?", "'", "it", "said", "that", "while", "under",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Scraps).ListOf(24).Select(words => string.Join(' ', words)).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Any_order_of_words_is_read_and_every_span_lies_in_the_text() => Prop.ForAll(Texts, text =>
    {
        foreach (var claim in PropositionCases.Read(text))
        {
            Assert.Equal(claim.Quote, claim.Span.Of(text));
            Assert.InRange(claim.Span.Start, 0, text.Length);
            Assert.All(claim.Highlights, h => Assert.InRange(h.End, h.Start, text.Length));
            Assert.InRange(claim.CheckWorthiness, 0, 1);
            Assert.InRange(claim.Blocks.Count, 0, 8);
            if (claim.Proposition.Quantity is { Low: { } low, High: { } high }) Assert.True(low <= high, text);
        }
    });

    [Property(MaxTest = 300)]
    public Property Any_text_holds_quantities_inside_itself(string text) => Prop.ToProperty(Inside(text ?? ""));

    private static bool Inside(string text)
    {
        foreach (var f in QuantityReader.ReadAll(text))
        {
            if (f.Quantity.Span.Start < 0 || f.Quantity.Span.End > text.Length || f.Quantity.Span.Length <= 0) return false;
            if (f.Quantity.Low is { } low && f.Quantity.High is { } high && low > high) return false;
        }
        return true;
    }

    [Property(MaxTest = 100)]
    public Property The_same_text_is_read_the_same_way_twice() => Prop.ForAll(Texts, text =>
        Assert.Equal(PropositionCases.Read(text).Select(c => c.Id), PropositionCases.Read(text).Select(c => c.Id)));

    [Fact]
    public void Many_threads_read_as_one_does()
    {
        const string text = "Twelve people were killed and 30 wounded in Veldmark. Norway has not ruled out sending troops to Moldova. The fund needs $5bn.";
        var alone = PropositionCases.Read(text).Select(c => c.Id).ToList();
        Assert.NotEmpty(alone);
        Assert.All(ParallelEnumerable.Range(0, 64).Select(_ => PropositionCases.Read(text).Select(c => c.Id).ToList()), ids => Assert.Equal(alone, ids));
    }

    [Fact]
    public void Every_score_says_what_it_is_made_of() =>
        Assert.All(PropositionCases.Read("Twelve people were killed in Veldmark. Norway refused to send troops to Moldova."), c => Assert.Equal(c.CheckWorthiness, Math.Clamp(Math.Round(c.CheckWorthinessFactors.Sum(f => f.Value), 2), 0, 1)));
}

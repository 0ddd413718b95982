using ClaimGraph.Comparison;
using Xunit;

namespace ClaimGraph.Tests.Comparison;

/// <summary>Two texts about one event: what the first says of the second, figure by figure and predicate by predicate.</summary>
public sealed class TextPairTests
{
    [Theory]
    [InlineData("The council will not fund the harbour bridge.", "The council funds the harbour bridge.")]
    [InlineData("The senate passed the fishing bill by a single vote on Monday.", "The fishing bill was rejected by the senate.")]
    [InlineData("Members of the Dockers' Union voted against the pay offer.", "The Dockers' Union accepted the pay offer.")]
    [InlineData("The delay in reaching agreement on the ferry route worries ministers.", "Ministers agree on the ferry route.")]
    [InlineData("Nor did Lena Falk plan to leave the Harbour Alliance.", "Lena Falk is planning to leave the Harbour Alliance.")]
    [InlineData("Critics do not have much faith in the new port authority.", "Critics have much faith in the new port authority.")]
    [InlineData("Nordhavn Shipping reported a profit of 40 million euros for the third quarter.", "Nordhavn Shipping lost 40 million euros.")]
    public void What_the_text_denies_or_says_the_opposite_of_is_contradicted(string given, string asked) =>
        Assert.Equal(TextVerdict.Contradicts, TextPair.Compare(given, asked).Verdict);

    [Theory]
    [InlineData("The council will not fund the harbour bridge.", "The council does not fund the harbour bridge.")]
    [InlineData("The council may not fund the harbour bridge.", "The council funds the harbour bridge.")]
    [InlineData("The yard will stop building wooden boats in spring.", "The yard will not build wooden boats.")]
    [InlineData("The senate rejected the fishing bill in May and passed the fishing bill in June.", "The senate passed the fishing bill.")]
    [InlineData("The senate rejected a motion on schools, a spokesman in the capital said.", "The council of Nordhavn passed the fishing bill.")]
    public void What_it_also_says_or_only_considers_or_says_of_something_else_is_not(string given, string asked) =>
        Assert.NotEqual(TextVerdict.Contradicts, TextPair.Compare(given, asked).Verdict);

    [Theory]
    [InlineData("The lighthouse was built in 1871.", "The lighthouse was built in 1902.", TextVerdict.Contradicts)]
    [InlineData("The lighthouse was built in 1871.", "The lighthouse was sold in 1902.", TextVerdict.Neutral)]
    [InlineData("The lighthouse was built in 1871 and built anew in 1902.", "The lighthouse was built anew in 1902.", TextVerdict.Entails)]
    public void A_date_contradicts_another_of_the_same_verb_alone(string given, string asked, TextVerdict verdict) =>
        Assert.Equal(verdict, TextPair.Compare(given, asked).Verdict);

    [Fact]
    public void The_words_that_decided_are_given_with_the_verdict() =>
        Assert.Equal((TextVerdict.Contradicts, "will not fund", "The council funds"), TextPair.Compare("The council will not fund the harbour bridge.", "The council funds the harbour bridge."));
}

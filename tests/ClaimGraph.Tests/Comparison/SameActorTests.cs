using ClaimGraph.Comparison.Actors;
using Xunit;

namespace ClaimGraph.Tests.Comparison;

/// <summary>Which names are suggested to be one actor's, and which are not.</summary>
public sealed class SameActorTests
{
    [Theory]
    [InlineData("Organisation: International Tide Council", "Organisation: ITC", "“ITC” are the initials of “International Tide Council”")]
    [InlineData("Person: Anna Kovac", "Person: Kovac", "“Kovac” is the surname of “Anna Kovac”, and of nobody else that is known")]
    [InlineData("Person: Anna Kovac", "Unknown: Anna Kovac", "both are called “Anna Kovac”; one text does not say what it is")]
    [InlineData("Person: Dr. Anna Kovac", "Person: Anna Kovac", "“Dr. Anna Kovac” and “Anna Kovac” differ by a title")]
    [InlineData("Person: Anna Maria Kovac", "Person: Anna Kovac", "“Anna Maria Kovac” and “Anna Kovac” differ by a middle name")]
    [InlineData("Person: A. Kovac", "Person: Anna Kovac", "“A. Kovac” and “Anna Kovac” differ by an initial")]
    [InlineData("Person: Volodymyr Selenko", "Person: Volodymir Selenko", "“Volodymyr Selenko” and “Volodymir Selenko” may be spellings of one name")]
    [InlineData("Person: Anna Petrenko", "Person: Anna Petrenco", "“Anna Petrenko” and “Anna Petrenco” may be spellings of one name")]
    [InlineData("Organisation: Harbour Bank", "Organisation: Harbour Bank Ltd", "“Harbour Bank” and “Harbour Bank Ltd” differ by a legal form")]
    public void Names_that_may_be_one_actors_are_suggested_with_the_reason(string a, string b, string reason)
    {
        var suggestion = Assert.Single(Suggest([b], a));
        Assert.Equal(reason, Swapped(suggestion.Reason, reason));
        Assert.InRange(suggestion.Score, 0.5, 0.95);
        Assert.Equal(suggestion, Assert.Single(Suggest([a], b)) with { Reason = suggestion.Reason });
    }

    [Theory]
    [InlineData("Person: Anna Kovac", "Person: Boris Kovac")]
    [InlineData("Person: Anna Kovac", "Organisation: Anna Kovac")]
    [InlineData("Organisation: International Tide Council", "Person: ITC")]
    [InlineData("Person: Anna Kovac", "Person: Anne Brandt")]
    [InlineData("Organisation: Harbour Bank", "Organisation: Harbour Bridge")]
    [InlineData("Country: Norway", "Country: Norway")]
    public void Others_are_not(string a, string b) => Assert.Empty(Suggest([b], a));

    [Fact]
    public void A_surname_that_two_people_have_is_nobodys() => Assert.Empty(Suggest(["Person: Anna Kovac", "Person: Boris Kovac"], "Person: Kovac"));

    [Fact]
    public void An_article_that_names_both_tells_people_of_like_names_apart() => Assert.Empty(Suggest([], "Person: Anna Petrenko", "Person: Anna Petrenco"));

    [Fact]
    public void Two_that_the_lists_know_are_two() => Assert.Empty(Suggest(["Person: Joe Biden"], "Person: Emmanuel Macron"));

    [Fact]
    public void One_story_makes_it_likelier()
    {
        var other = Actor("Person: Anna Kovac");
        var claim = ClaimText.Reading("a", "country;send-ships;arda | 12 | committed | 2031-03-02").Claims[0] with { Actors = [new ActorMention(other.Id, MentionRole.Subject, null)] };
        var reading = ClaimText.Reading("b", "country;send-ships;arda | 14 | committed | 2031-03-03") with { Actors = [Actor("Person: Kovac")] };
        var card = new SourceCard("s", SourceKind.Article, null, null, null, null, null);
        var apart = Assert.Single(SameActor.Suggest(reading, [other], []));
        var together = Assert.Single(SameActor.Suggest(reading, [other], [new BlockClaim(claim, card, [], null, null, null)]));
        Assert.True(together.Score > apart.Score);
        Assert.EndsWith("both are named in one story", together.Reason, StringComparison.Ordinal);
    }

    private static IReadOnlyList<MergeSuggestion> Suggest(string[] stored, params string[] read)
    {
        var reading = ClaimText.Reading("a", "country;send-ships;arda | 12 | committed | 2031-03-02") with { Actors = [.. read.Select(Actor)] };
        var keys = reading.Actors.SelectMany(SameActor.KeysOf).ToHashSet(StringComparer.Ordinal);
        // As a store answers: those that share a key.
        return SameActor.Suggest(reading, [.. stored.Select(Actor).Where(a => SameActor.KeysOf(a).Any(keys.Contains))], []);
    }

    private static Actor Actor(string text)
    {
        var (kind, name) = (Enum.Parse<ActorKind>(text.Split(": ")[0]), text.Split(": ")[1]);
        return new Actor(Ids.Actor(kind, name.ToLowerInvariant()), name, kind);
    }

    /// <summary>Which name stands first does not matter.</summary>
    private static string Swapped(string reason, string expected) =>
        reason.Split(" and ") is [var a, var b] && b.Split('”', 2) is [var name, var rest] && $"{name}” and {a}{rest}" == expected ? expected : reason;
}

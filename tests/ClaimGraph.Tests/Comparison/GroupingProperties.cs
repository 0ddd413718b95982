using ClaimGraph.Comparison;
using Xunit;

namespace ClaimGraph.Tests.Comparison;

/// <summary>What must hold whatever the articles say: the result depends on the set of articles and on nothing else.</summary>
public sealed class GroupingProperties
{
    private static readonly string Quake = "event kind=quake names=selvar lead=selvar,ordun place=selvar terms=quake,hospital,rescue day=2031-05-02";

    private static List<Reading> Articles() =>
    [
        ClaimText.Reading("a", "country;send-ships;arda | 0 | committed | 2031-03-02 | scope publicity=public", $"person;killed | 20 | | 2031-05-02 | {Quake}"),
        ClaimText.Reading("b", "country;send-ships;arda | only norway+peru | ready | 2031-03-02 | so far", $"person;killed | 24 | | 2031-05-03 | {Quake}"),
        ClaimText.Reading("c", "country;send-ships;arda | 14 | committed | 2031-08-19 | scope publicity=formal", $"person;killed | 24 | | 2031-05-04 | {Quake}"),
        ClaimText.Reading("d", "country;send-ships;arda | chile | ready | 2031-02-10", "arda;support | no | refused | 2031-03-02"),
        ClaimText.Reading("e", "arda;support | yes | considering | 2031-08-19", "country;send-ships;arda | 11 | committed | 2031-08-19"),
        ClaimText.Reading("f", "arda;support | yes | considering | ?", $"person;killed | 31 | | 2031-05-04 | {Quake}"),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void The_order_of_ingestion_changes_no_relation_and_no_question(int seed)
    {
        var expected = Ingest(Articles());
        Assert.NotEmpty(expected.Relations);

        var shuffled = Articles().ToArray();
        new Random(seed).Shuffle(shuffled);
        var other = Ingest(shuffled);

        Assert.Equal(Relations(expected), Relations(other));
        Assert.Equal(Placed(expected), Placed(other));
        Assert.Equal(expected.Candidates.Keys.Order(), other.Candidates.Keys.Order());
    }

    [Fact]
    public void Unrelated_articles_change_nothing()
    {
        var expected = Ingest(Articles());
        var with = Ingest([ClaimText.Reading("x", "goal;scored;maray | 3 | | 2031-03-02"), .. Articles(), ClaimText.Reading("y", "person;killed | 24 | | 2031-05-04 | event kind=crash names=maray lead=maray place=maray")]);
        Assert.Equal(Relations(expected), Relations(with).Where(r => expected.Relations.Keys.Any(k => r.StartsWith(k, StringComparison.Ordinal))));
        Assert.Equal(expected.Relations.Count, with.Relations.Count);
    }

    [Fact]
    public void An_article_that_comes_again_changes_nothing()
    {
        var store = Ingest(Articles());
        var before = Relations(store);
        var again = Articles()[2];
        var grouping = store.Add(again, again.Source.Id);
        Assert.Empty(grouping.WithdrawnRelations);
        Assert.Equal(before, Relations(store).ToList());
    }

    [Fact]
    public void A_dismissed_relation_stays_dismissed_while_its_inputs_are_the_same()
    {
        var store = Ingest(Articles()[..3]);
        var relation = store.Relations.Values.First(r => r.Conflict);
        store.Relations[relation.Id] = relation with { Status = RelationStatus.Dismissed };
        foreach (var article in Articles()[3..]) store.Add(article);
        Assert.Equal(RelationStatus.Dismissed, store.Relations[relation.Id].Status);
    }

    [Fact]
    public void Positions_that_a_person_set_apart_make_no_relation()
    {
        var store = Ingest(Articles()[..2]);
        var relation = store.Relations.Values.FirstOrDefault(r => r.Conflict) ?? Ingest(Articles()).Relations.Values.First(r => r.Conflict);
        store = new MemoryBlocks();
        foreach (var article in Articles()) store.Add(article);
        var (a, b) = (store.Claims[relation.EarlierId], store.Claims[relation.LaterId]);
        store.ScopeVerdicts.Add(new ScopeVerdict(a.Claim.Id, b.Claim.Id, a.PositionId, b.PositionId));
        store.Relations.Remove(relation.Id);
        store.Add(ClaimText.Reading("z", "country;send-ships;arda | peru | ready | 2031-09-01", $"person;killed | 31 | | 2031-05-05 | {Quake}"));
        Assert.DoesNotContain(relation.Id, store.Relations.Keys);
    }

    [Fact]
    public void Claims_without_a_key_are_never_compared()
    {
        var store = Ingest([ClaimText.Reading("a", " | 12 people | | 2031-03-02"), ClaimText.Reading("b", " | 14 people | | 2031-03-02")]);
        Assert.Empty(store.Relations);
        Assert.All(store.Claims.Values, c => Assert.Null(c.QuestionId));
    }

    [Fact]
    public void Edges_grow_with_claims_and_not_with_their_square()
    {
        var store = new MemoryBlocks();
        const int claims = 300;
        for (var i = 0; i < claims; i++) store.Add(ClaimText.Reading($"n{i}", $"fund;donor | {i % 3} | | {new DateOnly(2031, 1, 1).AddDays(i):yyyy-MM-dd}"));
        Assert.InRange(store.Relations.Count, claims, 12 * claims);
        Assert.InRange(store.PairsCompared, claims, 40 * claims);
    }

    // One town in the news for a year: a block too large to be compared whole, in which each happening has four reports within three days.
    private static Reading[] LongStory() =>
        [.. Enumerable.Range(0, 160).Select(i => ClaimText.Reading($"s{i}", $"person;killed | {(i % 4 == 3 ? 27 : 24) + 40 * (i / 4 % 7)} | | {new DateOnly(2031, 1, 1).AddDays(i / 4 * 9 + i % 4):yyyy-MM-dd} | event kind=strike names=selvar,marker{i / 4} lead=selvar,ordun place=selvar terms=strike,hospital,ward"))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_story_too_long_to_be_compared_whole_is_told_apart_by_time_whatever_came_first(int seed)
    {
        var articles = LongStory();
        new Random(seed).Shuffle(articles);
        var story = Ingest(articles).Claims.Values.GroupBy(c => c.QuestionId).ToList();
        Assert.All(story, q => Assert.Single(q.Select(c => c.Claim.Evidence!.Names.Single(n => n.StartsWith("marker", StringComparison.Ordinal))).Distinct()));
        Assert.All(story.Where(q => q.Count() > 1), q => Assert.InRange(q.Count(), 2, 4));
        Assert.Contains(story, q => q.Count() > 1);
    }

    [Fact]
    public void Every_relation_names_both_values_dates_and_sources()
    {
        var store = Ingest(Articles());
        foreach (var relation in store.Relations.Values)
        {
            foreach (var claim in new[] { store.Claims[relation.EarlierId].Claim, store.Claims[relation.LaterId].Claim })
            {
                Assert.Contains(claim.Proposition.ValueText, relation.Explanation, StringComparison.Ordinal);
                Assert.Contains(claim.Attribution[^1].Name, relation.Explanation, StringComparison.Ordinal);
            }
            Assert.Equal(relation.Confidence, relation.Factors.Aggregate(1.0, (p, f) => p * f.Value), 3);
        }
    }

    private static MemoryBlocks Ingest(IEnumerable<Reading> readings)
    {
        var store = new MemoryBlocks();
        foreach (var reading in readings) store.Add(reading);
        return store;
    }

    private static List<string> Relations(MemoryBlocks store) =>
        [.. store.Relations.Values.Select(r => $"{r.Id} {r.Kind} {r.Conflict} {r.EarlierId} {r.LaterId} {r.NarrowerId} {r.Independent} {r.QuestionId} {r.Inputs}").Order(StringComparer.Ordinal)];

    private static List<string> Placed(MemoryBlocks store) => [.. store.Claims.Values.Select(c => $"{c.Claim.Id} {c.QuestionId} {c.PositionId}").Order(StringComparer.Ordinal)];
}

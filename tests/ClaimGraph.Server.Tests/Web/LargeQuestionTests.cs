using System.Net;
using System.Text.RegularExpressions;
using ClaimGraph.Comparison;
using ClaimGraph.Server.Tests.Support;
using ClaimGraph.Sqlite;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>A question that ten thousand claims answer: its pages are as light as any other's, and every claim is reached by paging.</summary>
public sealed partial class LargeQuestionTests : IAsyncLifetime
{
    private const int Articles = 100, ClaimsEach = 100, Positions = 12;

    private static readonly Question Asked = new(Ids.Question("countries;deploy-troops;norland"), "countries;deploy-troops;norland", "How many countries will send troops to Norland?");

    private readonly TempFolder _folder = new();
    private ServerProcess _server = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var store = new SqliteClaimStore(new() { Path = Path.Combine(_folder.Path, SqliteOptions.FileName), SyncEveryCommit = false }))
        {
            await store.MigrateAsync(default);
            for (var i = 0; i < Articles; i++) await WriteAsync(store, i);
        }
        _server = await ServerProcess.StartAsync(_folder.Path);
    }

    [Fact]
    public async Task Its_page_and_the_board_keep_to_their_weight()
    {
        var page = await PageAsync($"/questions/{Asked.Id}");
        Assert.Contains("10,000 claims", page, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", page, StringComparison.Ordinal);
        Assert.True(Weights.Packed(page) <= 15_000, $"{Weights.Packed(page)} bytes");
        var board = await PageAsync("/conflicts");
        Assert.Contains("8 more positions", board, StringComparison.Ordinal);
        Assert.True(Weights.Packed(board) <= 15_000, $"{Weights.Packed(board)} bytes");
        var graph = await PageAsync($"/graph?focus={Asked.Id}&hops=2");
        Assert.True(Weights.Packed(graph) <= 25_000, $"{Weights.Packed(graph)} bytes");
    }

    [Fact]
    public async Task Its_claims_come_page_by_page_each_once()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var address = $"/questions/{Asked.Id}";
        for (var i = 0; i < 4; i++)
        {
            var html = await PageAsync(address);
            var claims = ClaimLink().Matches(html[html.IndexOf("Every claim", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value).Distinct().ToList();
            Assert.NotEmpty(claims);
            Assert.All(claims, claim => Assert.True(seen.Add(claim), $"{claim} stands on two pages"));
            if (i > 0) Assert.Contains($"rel=\"prev\" href=\"/questions/{Asked.Id}\"", html, StringComparison.Ordinal);
            address = WebUtility.HtmlDecode(NextLink().Match(html).Groups[1].Value);
        }
    }

    private async Task<string> PageAsync(string address)
    {
        using var answer = await _server.Http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task WriteAsync(SqliteClaimStore store, int number)
    {
        var document = $"d{number}";
        var source = new Source(Ids.Article(document, document), SourceKind.Article, $"Article {number}") { Document = document, Language = "en", Published = PartialDate.Day(Day(number), "publication date") };
        var claims = Enumerable.Range(0, ClaimsEach).Select(i => Claim(source, number, i)).ToList();
        var grouping = new Grouping
        {
            Questions = [Asked],
            Positions = [.. claims.Select(c => new Position(PositionOf(c), Asked.Id, Value.Of(c.Proposition))).DistinctBy(p => p.Id)],
            Placements = [.. claims.Select(c => new Placement(c.Id, Asked.Id, PositionOf(c)))],
            Relations = [.. claims.Zip(claims.Skip(1), Conflict).Take(number == 0 ? Positions - 1 : 1)],
        };
        var blocks = await store.BlocksAsync([Asked.Key], [], 1, default);
        var written = await store.WriteAsync([new ArticleWrite(new ClaimGraph.Reading { Source = source, Text = new string('x', 2000), ContentHash = document, Claims = claims }, grouping, blocks.Revisions, null)], default);
        Assert.Equal(WriteResult.Stored, written[0].Result);
    }

    private static DateOnly Day(int number) => new DateOnly(2025, 1, 1).AddDays(number);

    private static string PositionOf(Claim claim) => Ids.Position(Asked.Id, claim.Proposition.ValueText);

    private static Claim Claim(Source source, int number, int i)
    {
        var value = 10 + i % Positions;
        var quote = $"{value} countries have committed to sending troops, in the words of sentence {i} of article {number}";
        return new Claim
        {
            Id = Ids.Claim(source.Document!, quote, 0, Asked.Key), SourceId = source.Id, Quote = quote, Span = new(i * 10, i * 10 + 9),
            Proposition = new Proposition
            {
                Key = Asked.Key, Subject = "countries", Predicate = "send", QuestionText = Asked.Text, Quantity = Quantity.Exactly(value, "countries"), Modality = Modality.Committed, ValueText = $"{value} countries",
            },
            Attribution = [new(0, ChainRole.Outlet, source.Title!)], Asserted = PartialDate.Day(Day(number), "publication date"), CheckWorthiness = 0.5, Origin = Origin.OfArticle(source.Id), Blocks = [Asked.Key],
        };
    }

    private static Relation Conflict(Claim earlier, Claim later) => new()
    {
        Id = Ids.Relation(later.Id, earlier.Id), Kind = RelationKind.Contradicts, Conflict = true, LaterId = later.Id, EarlierId = earlier.Id, QuestionId = Asked.Id, Rule = "value", DecidingField = "value",
        Explanation = $"{later.Proposition.ValueText} against {earlier.Proposition.ValueText}.", Trace = [], Factors = [new Factor("value", 0.9)], Confidence = 0.9, Inputs = "1",
        LaterDay = later.Asserted.SortDay, EarlierDay = earlier.Asserted.SortDay,
    };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [GeneratedRegex("href=\"/claims/([^\"?]+)\"")]
    private static partial Regex ClaimLink();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex NextLink();
}

using System.Text;
using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Tests.Reading;

public class ArticleLinesTests
{
    private static async Task<List<Article>> ReadAsync(byte[] bytes, int max = 1000)
    {
        List<Article> articles = [];
        await foreach (var article in ArticleLines.ReadAsync(new MemoryStream(bytes), "feed.jsonl", max, TestContext.Current.CancellationToken)) articles.Add(article);
        return articles;
    }

    [Fact]
    public async Task Every_member_is_read_and_others_are_left_alone()
    {
        var article = Assert.Single(await ReadAsync("""{"id":"a","text":"T","title":"Title","outlet":"O","published":2025,"url":"https://a.example","language":"en","extra":[1]}"""u8.ToArray()));
        Assert.Equal(("a", "T", "Title", "O", "2025", "https://a.example", "en", "feed.jsonl:1"),
            (article.Id, article.Text, article.Title, article.Outlet, article.Published, article.Url, article.Language, article.Location));
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_next_is_read()
    {
        var articles = await ReadAsync(Encoding.UTF8.GetBytes("\uFEFF{\"id\":\"a\",\"text\":\"x\"}\n\n{broken\n[1]\n{\"text\":{}}\n{\"id\":\"b\",\"text\":\"y\"}"));
        Assert.Equal([null, 3, 4, 5, null], articles.Select(a => a.Unreadable?.Line));
        Assert.Equal("b", articles[^1].Id);
    }

    [Fact]
    public async Task A_line_in_another_encoding_is_named()
    {
        var articles = await ReadAsync([.. "{\"text\":\"caf"u8, 0xE9, .. "\"}\n{\"text\":\"ok\"}"u8]);
        Assert.Equal(["ENCODING", null], articles.Select(a => a.Unreadable?.Code));
    }

    [Fact]
    public async Task A_line_longer_than_any_article_is_refused_without_being_kept()
    {
        var articles = await ReadAsync([.. Encoding.UTF8.GetBytes("{\"text\":\"" + new string('x', 200_000) + "\"}\n"), .. "{\"text\":\"ok\"}\n"u8]);
        Assert.Equal(["TOO_LARGE", null], articles.Select(a => a.Unreadable?.Code));
    }
}

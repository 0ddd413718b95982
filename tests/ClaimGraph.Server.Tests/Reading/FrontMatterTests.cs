using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Tests.Reading;

public class FrontMatterTests
{
    private static Article Read(string text) => FrontMatter.Read(new Article { Path = "a.md" }, text);

    [Fact]
    public void A_header_gives_the_metadata_and_leaves_the_text()
    {
        var article = Read("---\ntitle: \"Troops: the count\"\noutlet: Daily News\npublished: 2025-09-04\nlanguage: en\nurl: https://a.example/1\nid: x1\ntags: [a, b]\n---\nBody.\n");
        Assert.Null(article.Unreadable);
        Assert.Equal(("Troops: the count", "Daily News", "2025-09-04", "en", "https://a.example/1", "x1", "Body.\n"),
            (article.Title, article.Outlet, article.Published, article.Language, article.Url, article.Id, article.Text));
    }

    [Fact]
    public void Lines_of_a_Windows_editor_are_read() => Assert.Equal("T", Read("---\r\ntitle: T\r\n---\r\nBody").Title);

    [Fact]
    public void A_file_without_header_is_all_text()
    {
        Assert.Equal("Body.", Read("Body.").Text);
        Assert.Equal("---\nA rule above a text.\n---\nMore.", Read("---\nA rule above a text.\n---\nMore.").Text);
    }

    [Fact]
    public void Two_headers_are_refused_with_the_line_of_the_second()
    {
        var problem = Read("---\ntitle: A\n---\n\n---\ntitle: B\n---\nBody").Unreadable!;
        Assert.Equal(("TWO_HEADERS", 5), (problem.Code, problem.Line));
    }

    [Theory]
    [InlineData("---\ntitle: [A\n---\nBody", 2)]
    [InlineData("---\ntitle: A\noutlet:\n  - one\n  - two\n---\nBody", 4)]
    [InlineData("---\ntitle: A\ntitle: B\n---\nBody", 3)]
    public void A_broken_header_is_refused_with_its_line(string text, int line)
    {
        var problem = Read(text).Unreadable!;
        Assert.Equal("HEADER", problem.Code);
        Assert.InRange(problem.Line!.Value, line - 1, line + 1);
    }
}
